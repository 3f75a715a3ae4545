//! Repairs JSON that browsers and Python accept but serde_json does not, so that one odd value does not make a whole
//! response unreadable. [`mended`] rewrites the following, and the text is parsed again:
//!
//! * half of a surrogate pair (`"\udc80"`), which Python writes for bytes that are not UTF-8: U+FFFD, as in a browser,
//! * `NaN`, `Infinity` and numbers beyond `f64`, which Python writes: `null`,
//! * control characters in a string, as in console logs: escaped.

/// The repaired text. Anything else that is invalid stays invalid.
pub(super) fn mended(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, string)) = rest.split_once('"') {
        outside(before, &mut out);
        out.push('"');
        rest = inside(string, &mut out);
    }
    outside(rest, &mut out);
    out
}

/// Copies a string including its closing quote and returns the rest.
fn inside<'a>(mut rest: &'a str, out: &mut String) -> &'a str {
    loop {
        let special = |letter: char| letter == '"' || letter == '\\' || letter < ' ';
        let Some((plain, tail)) = rest.find(special).and_then(|at| rest.split_at_checked(at)) else {
            out.push_str(rest);
            return "";
        };
        out.push_str(plain);
        let mut letters = tail.chars();
        match letters.next() {
            Some('\\') => rest = escape(tail, out),
            Some(control) if control < ' ' => {
                out.push_str(&format!("\\u{:04x}", u32::from(control)));
                rest = letters.as_str();
            }
            _ => {
                out.push('"');
                return letters.as_str();
            }
        }
    }
}

/// Copies the escape at the beginning of `text` and returns the rest.
fn escape<'a>(text: &'a str, out: &mut String) -> &'a str {
    let (low, any) = (0xdc00..=0xdfff, 0xd800..=0xdfff);
    let next = || text.get(6..).and_then(unit);
    let length = match unit(text) {
        Some(half) if any.contains(&half) => {
            let pair = !low.contains(&half) && next().is_some_and(|other| low.contains(&other));
            if !pair {
                out.push_str("\\ufffd");
                return text.get(6..).unwrap_or_default();
            }
            12
        }
        Some(_) => 6,
        None => 1 + text.chars().nth(1).map_or(0, char::len_utf8),
    };
    let (kept, rest) = text.split_at_checked(length).unwrap_or((text, ""));
    out.push_str(kept);
    rest
}

/// The code unit of an escape such as `\udc80`.
fn unit(text: &str) -> Option<u32> {
    u32::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

/// Copies the text between two strings.
fn outside(text: &str, out: &mut String) {
    const MARKS: [char; 6] = [',', ':', '[', ']', '{', '}'];
    for part in text.split_inclusive(MARKS) {
        let word = part.trim_end_matches(MARKS);
        out.push_str(if is_no_number(word.trim()) { "null" } else { word });
        out.push_str(part.get(word.len()..).unwrap_or_default());
    }
}

fn is_no_number(word: &str) -> bool {
    /// An `f64` ends at 1e308.
    const DIGITS_MAX: usize = 290;
    let exponent = || word.split_once(['e', 'E']).map_or("", |(_, exponent)| exponent.trim_start_matches('+'));
    let is_number = word.trim_start_matches('-').starts_with(|first: char| first.is_ascii_digit());
    matches!(word, "NaN" | "Infinity" | "-Infinity")
        || is_number
            && (word.len() > DIGITS_MAX || exponent().parse().is_ok_and(|places: u32| places as usize > DIGITS_MAX))
}
