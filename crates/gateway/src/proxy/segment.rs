//! Checks a path segment for every way in which a server might interpret it. Some servers decode percent-encoding
//! twice, some treat `\` as `/`, cut a segment at `;`, or accept overlong UTF-8. Whatever any of them takes for `.` or
//! `..` would lead out of the listed path.

use std::borrow::Cow;

use percent_encoding::percent_decode;

/// How often a path might be decoded: by the server, and by another one in front of it.
const TIMES: usize = 2;

/// Whether a server might read the segment as `.` or `..`, or find a control character in it. Browsers resolve dots
/// themselves, so no page sends them.
pub fn is_odd(segment: &str) -> bool {
    let mut read = segment.as_bytes().to_vec();
    for _ in 0..TIMES {
        read = decode(&read);
        if read.split(|byte| matches!(byte, b'/' | b'\\')).any(is_dots) {
            return true;
        }
        if read.iter().any(u8::is_ascii_control) {
            return true;
        }
    }
    false
}

/// Whether a part consists of dots up to what ends a name for some server: a parameter (`;`), a query, a fragment,
/// another escape, blanks at the end. `. x` is a name.
fn is_dots(part: &[u8]) -> bool {
    let name = part.split(|byte| matches!(byte, b';' | b'?' | b'#' | b'%')).next().unwrap_or_default();
    matches!(name.trim_ascii_end(), b"." | b"..")
}

/// Decodes percent-encoding, including `%u002e`, and every alternative form of an ASCII character.
fn decode(text: &[u8]) -> Vec<u8> {
    let text = decode_percent_u(text);
    let bytes: Cow<'_, [u8]> = percent_decode(&text).into();
    let (mut read, mut rest) = (Vec::with_capacity(bytes.len()), &bytes[..]);
    while let Some((first, behind)) = rest.split_first() {
        match long_form(rest) {
            Some((character, length)) => {
                read.push(character);
                rest = rest.get(length..).unwrap_or_default();
            }
            None => {
                read.push(*first);
                rest = behind;
            }
        }
    }
    read
}

/// Decodes the non-standard `%uXXXX` as UTF-8.
fn decode_percent_u(text: &[u8]) -> Vec<u8> {
    let (mut read, mut rest) = (Vec::with_capacity(text.len()), text);
    while let Some((first, behind)) = rest.split_first() {
        let digits = rest.strip_prefix(b"%u").or_else(|| rest.strip_prefix(b"%U")).and_then(|rest| rest.get(..4));
        let digits = digits.filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let code = digits.and_then(|digits| u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        match code.and_then(char::from_u32) {
            Some(character) => {
                read.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                rest = rest.get(6..).unwrap_or_default();
            }
            None => {
                read.push(*first);
                rest = behind;
            }
        }
    }
    read
}

/// The ASCII character that the bytes encode in an alternative form, and its length: overlong UTF-8, a full-width form,
/// or a dot leader.
fn long_form(bytes: &[u8]) -> Option<(u8, usize)> {
    let first = *bytes.first()?;
    let (length, bits) = match first {
        0xc0..=0xdf => (2, first & 0x1f),
        0xe0..=0xef => (3, first & 0x0f),
        0xf0..=0xf7 => (4, first & 0x07),
        0xf8..=0xfb => (5, first & 0x03),
        0xfc..=0xfd => (6, first & 0x01),
        _ => return None,
    };
    // Careless decoders do not check whether the following bytes are continuation bytes.
    let code = bytes.get(1..length)?.iter().fold(u32::from(bits), |code, byte| code << 6 | u32::from(byte & 0x3f));
    let ascii = match code {
        0..=0x7f => code,
        0xff01..=0xff5e => code - 0xfee0,
        0x2024 | 0x2025 | 0xfe52 => u32::from(b'.'),
        _ => return None,
    };
    Some((u8::try_from(ascii).ok()?, length))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dots_in_every_spelling_are_odd() {
        let check = |how: &str, segments: &str| {
            for segment in segments.split(' ') {
                assert!(is_odd(segment), "{how}: {segment}");
            }
        };
        check("decoded once", r". .. %2e %2E%2e .%2e x%2f.. ..%2fx ..%5cx x%5c.. ..\x");
        check("before a parameter", "..; ..;x=1 .;x %2e%2e; ..%3b ..%3Bx=1 %2e%2e%3b x%2f..;a");
        check("decoded twice", "%252e%252e %252e%252e; ..%252f ..%255cx ..%253b .%252e ..%2500");
        check(
            "longer UTF-8",
            "%c0%ae%c0%ae %C0%AE. ..%c0%af ..%c1%9c %e0%80%ae%e0%80%ae %f0%80%80%ae. %c0%ae%c0%ae%c0%bb",
        );
        check("longer UTF-8", "%f8%80%80%80%ae. %fc%80%80%80%80%ae. %25c0%25ae%25c0%25ae %c0%2e%c0%2e");
        check("percent u", "%u002e%u002e %u002E. ..%u002f %uff0e%uff0e");
        check("other forms", "%ef%bc%8e%ef%bc%8e ..%ef%bc%8fx %e2%80%a5 %e2%80%a4%e2%80%a4 ..%ef%bc%9b");
        check("before what ends a name", "..%3f ..%23 ..%20 ..%25 ..%");
        check("control characters", "a%00 a%0d%0ab a%2500 a%c0%80 a%7f");
    }

    #[test]
    fn names_with_dots_in_them_are_not_odd() {
        let plain = "... ..b .c .%20x ..%20x a.. a.b v2.1 a%2fb %C3%A9 .%ED%95%9C 100%25 a%2520b a;b ;..x web..; %ED%95%9C%EA%B8%80 \
                     %F0%9F%90%B3 %ff a%20..b % %u %u00 ~ a%3Bb a%5cb";
        for plain in plain.split(' ').chain([""]) {
            assert!(!is_odd(plain), "{plain}");
        }
    }

    /// The paths that servers of several kinds would reach for `/listed/` followed by `path`.
    fn resolved(path: &str, times: usize, semicolons: bool, longer: bool) -> Vec<Vec<u8>> {
        let mut bytes = format!("/listed/{path}").into_bytes();
        for _ in 0..times {
            bytes = percent_decode(&bytes).collect();
            if longer {
                for (long, short) in [(&[0xc0, 0xae][..], b'.'), (&[0xc0, 0xaf], b'/'), (&[0xc1, 0x9c], b'\\')] {
                    while let Some(at) = bytes.windows(2).position(|two| two == long) {
                        bytes.splice(at..at + 2, [short]);
                    }
                }
            }
        }
        let mut stack: Vec<Vec<u8>> = Vec::new();
        for part in bytes.split(|byte| matches!(byte, b'/' | b'\\')) {
            let name = if semicolons { part.split(|byte| *byte == b';').next().unwrap_or_default() } else { part };
            match name {
                b"" | b"." => {}
                b".." => drop(stack.pop()),
                name => stack.push(name.to_vec()),
            }
        }
        stack
    }

    /// The building blocks of such attacks.
    fn piece() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            ".",
            "..",
            "%2e",
            "%2E",
            "%252e",
            "%25",
            "%",
            "2e",
            "2f",
            ";",
            "%3b",
            "%253b",
            "/",
            "%2f",
            "%5c",
            "\\",
            "%252f",
            "%c0",
            "%ae",
            "%af",
            "%c0%ae",
            "%c0%af",
            "%c1%9c",
            "%25c0%25ae",
            "a",
            "x=1",
        ])
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn what_passes_stays_below_the_listed_path_for_every_kind_of_server(pieces in prop::collection::vec(piece(), 1..9)) {
            let path = pieces.concat();
            if path.split('/').any(is_odd) {
                return Ok(());
            }
            for times in 0..=2 {
                for (semicolons, longer) in [(false, false), (false, true), (true, false), (true, true)] {
                    let at = resolved(&path, times, semicolons, longer);
                    let listed = at.first().is_some_and(|first| first == b"listed");
                    prop_assert!(listed, "{} → {:?}", path, at);
                }
            }
        }

        #[test]
        fn any_name_without_dots_of_its_own_passes(name in "[^\\p{Cc}/\\\\%;?# .\u{2024}\u{2025}\u{fe52}\u{ff01}-\u{ff5e}]{1,20}") {
            let encoded = percent_encoding::utf8_percent_encode(&name, percent_encoding::NON_ALPHANUMERIC).to_string();
            prop_assert!(!is_odd(&encoded), "{}", name);
        }

        #[test]
        fn anything_at_all_is_read(segment in ".*") {
            is_odd(&segment);
        }
    }
}
