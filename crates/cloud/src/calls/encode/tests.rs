use proptest::prelude::*;

use super::{encode_segment, with_query};

#[test]
fn only_unreserved_characters_stay() {
    let check = |text: &str, expect: &str| assert_eq!(encode_segment(text), expect);
    check("", "");
    check("aZ09-._~", "aZ09-._~");
    check("a/b:c", "a%2Fb%3Ac");
    check("a b+c%2F", "a%20b%2Bc%252F");
    check("?#[]@!$&'()*,;=", "%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2C%3B%3D");
    check("키", "%ED%82%A4");
    check("\n\0", "%0A%00");
}

#[test]
fn queries_have_what_has_a_value() {
    let check = |pairs: &[(&str, Option<&str>)], expect: &str| {
        let pairs = pairs.iter().map(|(name, value)| (*name, value.map(str::to_owned)));
        assert_eq!(with_query("/p", pairs), expect);
    };
    check(&[], "/p");
    check(&[("a", None)], "/p");
    check(&[("a", None), ("b", Some("2026-01-01T00:00:00Z")), ("c", Some(""))], "/p?b=2026-01-01T00%3A00%3A00Z&c=");
}

proptest! {
    #[test]
    fn every_text_comes_back(text in any::<String>()) {
        let encoded = encode_segment(&text);
        prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
        let mut bytes = Vec::new();
        let mut rest = encoded.as_str();
        while let Some((before, after)) = rest.split_once('%') {
            bytes.extend_from_slice(before.as_bytes());
            let (hex, tail) = after.split_at(2);
            bytes.push(u8::from_str_radix(hex, 16).expect("two hex digits"));
            rest = tail;
        }
        bytes.extend_from_slice(rest.as_bytes());
        prop_assert_eq!(String::from_utf8(bytes), Ok(text));
    }
}
