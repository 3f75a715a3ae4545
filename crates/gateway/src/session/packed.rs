//! Packs tokens: Fernet tokens are base64 and take three quarters of the space when decoded. Every request of the page
//! carries the cookies of all sessions.

use cloud::base64;

/// Marks a token that is stored unchanged.
const PLAIN: u8 = 0;
/// Marks a token that is stored decoded; it is base64 for URLs without padding.
const BYTES: u8 = 1;

/// The token's bytes.
pub fn pack(token: &str) -> Vec<u8> {
    // Only if encoding gives the same text: the last letter of some texts has bits that decoding drops.
    let bytes = decode(token).filter(|bytes| encode(bytes) == token);
    match bytes {
        Some(bytes) => [&[BYTES], bytes.as_slice()].concat(),
        None => [&[PLAIN], token.as_bytes()].concat(),
    }
}

/// The token; `None` if these are not a token's bytes.
pub fn unpack(packed: &[u8]) -> Option<String> {
    match packed.split_first()? {
        (&PLAIN, text) => String::from_utf8(text.to_vec()).ok(),
        (&BYTES, bytes) => Some(encode(bytes)),
        _ => None,
    }
}

/// Base64 for URLs (RFC 4648, section 5) has `-` and `_` instead of `+` and `/`.
fn decode(text: &str) -> Option<Vec<u8>> {
    if text.contains(['+', '/', '=']) {
        return None;
    }
    let padding = (4 - text.len() % 4) % 4;
    base64::decode(&(text.replace('-', "+").replace('_', "/") + &"=".repeat(padding)))
}

fn encode(bytes: &[u8]) -> String {
    base64::encode(bytes).trim_end_matches('=').replace('+', "-").replace('/', "_")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tokens_of_the_usual_forms_take_three_quarters() {
        let fernet = format!("gAAAAABl-_0{}", "Zm9vYmFyYmF6cXV4".repeat(11));
        for (token, bytes) in [
            (fernet.as_str(), fernet.len().div_ceil(4) * 3),
            ("0123456789abcdef0123456789abcdef", 1 + 24),
            ("eyJhbGciOiJFUzI1NiJ9.e30.c2ln", 1 + 29),
            ("a token", 1 + 7),
            ("Zh", 1 + 2),
            ("", 1),
        ] {
            assert!(pack(token).len() <= bytes, "{token}: {}", pack(token).len());
            assert_eq!(unpack(&pack(token)).as_deref(), Some(token));
        }
        for wrong in [&b""[..], &[2, 3], &[0, 0xff]] {
            assert_eq!(unpack(wrong), None);
        }
    }

    proptest! {
        #[test]
        fn every_token_comes_back(token in "[A-Za-z0-9_-]{0,40}|\\PC{0,20}|[A-Za-z0-9+/=._-]{0,20}") {
            prop_assert_eq!(unpack(&pack(&token)), Some(token));
        }
    }
}
