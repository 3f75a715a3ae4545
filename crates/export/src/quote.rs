//! A text in double quotes, in a form that JSON and YAML share.

/// Quotes a text. Letters that are not visible or change the direction of what follows are written as escapes.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            letter if is_hidden(letter) => escape(letter, &mut out),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// Control characters, line separators, marks that turn the direction, and the byte order mark.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{61c}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// All of them are in the plane that four digits can name.
fn escape(letter: char, out: &mut String) {
    let number = u32::from(letter);
    out.push_str("\\u");
    for shift in [12, 8, 4, 0] {
        out.extend(char::from_digit((number >> shift) & 0xf, 16));
    }
}
