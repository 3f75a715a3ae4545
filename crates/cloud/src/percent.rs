//! Percent-encoding, for paths and queries.

/// Encodes everything except RFC 3986's unreserved characters, so that the result is valid anywhere in a URL.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(hex(byte >> 4));
            out.push(hex(byte & 15));
        }
    }
    out
}

/// Decodes; invalid escapes stay as they are, and invalid UTF-8 becomes U+FFFD.
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = match after {
            [high, low, ..] if *first == b'%' => digit(*high).zip(digit(*low)),
            _ => None,
        };
        match (escaped, after) {
            (Some((high, low)), [_, _, tail @ ..]) => {
                bytes.push(high << 4 | low);
                rest = tail;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(nibble: u8) -> char {
    char::from(if nibble < 10 { b'0' + nibble } else { b'A' + nibble - 10 })
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_unreserved_characters_stay() {
        let check = |text: &str, expect: &str| assert_eq!(encode(text), expect);
        check("", "");
        check("aZ09-._~", "aZ09-._~");
        check("a/b:c", "a%2Fb%3Ac");
        check("a b+c%2F", "a%20b%2Bc%252F");
        check("?#[]@!$&'()*,;=", "%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2C%3B%3D");
        check("키", "%ED%82%A4");
        check("\n\0", "%0A%00");
    }

    #[test]
    fn what_is_no_escape_stays() {
        let check = |text: &str, expect: &str| assert_eq!(decode(text), expect);
        check("a+b%20c", "a+b c");
        check("%ED%82%A4%ed%82%a4", "키키");
        check("%", "%");
        check("%4", "%4");
        check("%4g%+1%%41", "%4g%+1%A");
        check("%ff", "\u{fffd}");
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in any::<String>()) {
            let encoded = encode(&text);
            prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
            prop_assert_eq!(decode(&encoded), text);
        }

        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = decode(&text);
        }
    }
}
