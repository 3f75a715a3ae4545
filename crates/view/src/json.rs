//! JSON for display: indented, in its original order, with secrets masked.

/// Keys with secret values (`adminPass` of a create, if a server repeats it).
const SECRET: [&str; 2] = ["adminPass", "private_key"];

/// Replaces a secret.
pub const MASK: &str = "\"••••••••\"";

/// Indents `text` by two blanks per level. It works on the text, so order, numbers and spelling stay the server's;
/// anything other than an object or array is returned unchanged.
pub fn pretty(text: &str) -> String {
    if !text.trim_start().starts_with(['{', '[']) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() * 2);
    let mut depth = 0_usize;
    let mut hide = false;
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let length = if first == '"' { string_length(rest) } else { first.len_utf8() };
        let (token, after) = rest.split_at(length);
        match first {
            '{' | '[' => {
                let closes = after.trim_start().starts_with(['}', ']']);
                out.push(first);
                if !closes {
                    depth += 1;
                    line(&mut out, depth);
                }
            }
            '}' | ']' => {
                if !out.ends_with(['{', '[']) {
                    depth = depth.saturating_sub(1);
                    line(&mut out, depth);
                }
                out.push(first);
            }
            ',' => {
                out.push(first);
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            '"' if hide && !after.trim_start().starts_with(':') => out.push_str(MASK),
            c if c.is_ascii_whitespace() => {}
            _ => out.push_str(token),
        }
        hide = match first {
            '"' => after.trim_start().starts_with(':') && SECRET.iter().any(|key| token.trim_matches('"') == *key),
            ':' => hide,
            c => hide && c.is_ascii_whitespace(),
        };
        rest = after;
    }
    out
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

/// The length in bytes of the string at the beginning of `text`, quotes included; everything if it does not end.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(pretty(text), expect, "{text}");
    }

    #[test]
    fn indents() {
        check(r#"{"a":1,"b":[true,null]}"#, "{\n  \"a\": 1,\n  \"b\": [\n    true,\n    null\n  ]\n}");
        check(r#" { "b" : 1.50 , "a":{ } , "c": [ ] } "#, "{\n  \"b\": 1.50,\n  \"a\": {},\n  \"c\": []\n}");
        check(r#"{"a":"x, {y}: \" [1]"}"#, "{\n  \"a\": \"x, {y}: \\\" [1]\"\n}");
        check("", "");
        check("<p>not json</p>", "<p>not json</p>");
    }

    #[test]
    fn hides_secrets() {
        check(r#"{"adminPass":"s3cret","a":"b"}"#, "{\n  \"adminPass\": \"••••••••\",\n  \"a\": \"b\"\n}");
        check(r#"{"adminPass" : "s\"x" }"#, "{\n  \"adminPass\": \"••••••••\"\n}");
        check(r#"{"a":"adminPass"}"#, "{\n  \"a\": \"adminPass\"\n}");
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in ".*") {
            let _ = pretty(&text);
        }

        #[test]
        fn json_means_the_same_afterwards(text in "[a-z\\\\\"{}: ,가]*", n in any::<i64>()) {
            let value = serde_json::json!({ "text": text, "list": [n, { "deep": [[], {}] }] });
            let again: serde_json::Value = serde_json::from_str(&pretty(&value.to_string())).expect("JSON");
            prop_assert_eq!(again, value);
        }
    }
}
