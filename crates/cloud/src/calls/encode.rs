//! Percent-encoding for paths and queries.

/// Encodes one path segment or query value: all but the unreserved characters of RFC 3986, byte for byte.
pub fn encode_segment(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let hex = |digit: u8| char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase();
            out.extend(['%', hex(byte >> 4), hex(byte & 15)]);
        }
    }
    out
}

/// `path?a=1&b=2` of the pairs that have a value; names must be safe already.
pub(super) fn with_query<'a>(path: &str, pairs: impl IntoIterator<Item = (&'a str, Option<String>)>) -> String {
    let mut out = path.to_owned();
    let mut glue = '?';
    for (name, value) in pairs {
        if let Some(value) = value {
            out.push(glue);
            out.push_str(name);
            out.push('=');
            out.push_str(&encode_segment(&value));
            glue = '&';
        }
    }
    out
}

#[cfg(test)]
mod tests;
