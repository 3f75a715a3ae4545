//! A strict base64 reader: a dependency would cost the page more bytes than this.

/// Decodes standard base64 with its padding; `None` for anything else.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    if text.is_empty() || !text.len().is_multiple_of(4) {
        return None;
    }
    let digits = text.trim_end_matches('=');
    if text.len() - digits.len() > 2 {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    for group in digits.as_bytes().chunks(4) {
        let value = group.iter().try_fold(0u32, |value, digit| Some(value << 6 | sextet(*digit)?))?;
        // A last group of 2 or 3 digits holds 1 or 2 bytes; pad to 24 bits and keep those.
        let missing = 4 - u32::try_from(group.len()).ok()?;
        let [_, first, second, third] = (value << (6 * missing)).to_be_bytes();
        bytes.extend([first, second, third].iter().take(group.len() - 1));
    }
    Some(bytes)
}

fn sextet(digit: u8) -> Option<u32> {
    let value = match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(value.into())
}
