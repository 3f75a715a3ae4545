//! Natural order: `web-2` before `web-10`.

use crate::fold;

/// Bytes whose order is the natural order of the text: case does not count, and runs of digits compare as numbers.
///
/// A run of digits is encoded as `0`, its length without leading zeros (two bytes), and the digits, so that the longer
/// number is greater and numbers sort where digits do.
pub fn natural_key(text: &str) -> Vec<u8> {
    let lower = fold(text);
    let mut key = Vec::with_capacity(lower.len() + 4);
    let mut rest = lower.as_bytes();
    while let [first, after @ ..] = rest {
        if !first.is_ascii_digit() {
            key.push(*first);
            rest = after;
            continue;
        }
        let end = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
        let (run, tail) = rest.split_at(end);
        let zeros = run.iter().take_while(|byte| **byte == b'0').count();
        let digits = run.get(zeros..).unwrap_or_default();
        let length = u16::try_from(digits.len()).unwrap_or(u16::MAX);
        key.push(b'0');
        key.extend(length.to_be_bytes());
        key.extend(digits);
        rest = tail;
    }
    key
}
