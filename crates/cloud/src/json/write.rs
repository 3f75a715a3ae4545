//! Serializes [`Json`] without blanks, in the order of the pairs. serde_json's writer would add a tree of its own, a
//! B-tree and number tables: a dozen kilobytes.

use super::{Json, decimal};

impl Json<'_> {
    /// As JSON.
    pub fn write(&self) -> String {
        let mut out = String::new();
        write(self, &mut out);
        out
    }
}

fn write(value: &Json<'_>, out: &mut String) {
    match value {
        Json::Nothing => out.push_str("null"),
        Json::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Json::Int(number) => out.push_str(&number.to_string()),
        // JSON has neither infinity nor NaN.
        Json::Float(number) if !number.is_finite() => out.push_str("null"),
        Json::Float(number) => out.push_str(&decimal(*number)),
        Json::Text(text) => quote(text, out),
        Json::List(rows) => {
            let mut before = '[';
            for row in rows {
                out.push(before);
                write(row, out);
                before = ',';
            }
            close(before, '[', ']', out);
        }
        Json::Object(pairs) => {
            let mut before = '{';
            for (key, value) in pairs {
                out.push(before);
                quote(key, out);
                out.push(':');
                write(value, out);
                before = ',';
            }
            close(before, '{', '}', out);
        }
    }
}

/// Writes the closing bracket, and the opening one too if there was no item.
fn close(before: char, open: char, end: char, out: &mut String) {
    if before == open {
        out.push(open);
    }
    out.push(end);
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' => {
                out.push_str("\\u00");
                for half in [letter as u32 >> 4, letter as u32 & 15] {
                    out.extend(char::from_digit(half, 16));
                }
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}
