//! Decimal fractions. The standard library's exact `f64` conversions need 25 kB of tables; clouds send `1.0`.

/// Formats with up to six decimal places; empty for NaN and infinity.
pub(super) fn decimal(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    // Integers beyond u64 count nothing here; `as` saturates.
    let (mut whole, mut rest) = (number.abs() as u64, ((number.abs().fract() * 1e6).round()) as u64);
    if rest >= 1_000_000 {
        (whole, rest) = (whole.saturating_add(1), 0);
    }
    let sign = if number < 0.0 && (whole, rest) != (0, 0) { "-" } else { "" };
    let places = format!("{rest:06}");
    let places = places.trim_end_matches('0');
    format!("{sign}{whole}{}{places}", if places.is_empty() { "" } else { "." })
}

/// Parses `12` or `-1.5`; `None` for exponents and anything else.
pub(super) fn number(text: &str) -> Option<f64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
    let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if digits.is_empty() || digits == "." || !all_digits(whole) || !all_digits(places) {
        return None;
    }
    let value = |part: &str| part.bytes().fold(0.0, |sum, byte| sum * 10.0 + f64::from(byte - b'0'));
    Some(sign * (value(whole) + value(places) / 10_f64.powi(i32::try_from(places.len()).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written() {
        let check = |number: f64, expect: &str| assert_eq!(decimal(number), expect, "{number:?}");
        check(0.0, "0");
        check(-0.0, "0");
        check(1.0, "1");
        check(1.5, "1.5");
        check(-2.25, "-2.25");
        check(0.1, "0.1");
        check(1.999_999_9, "2");
        check(1e-9, "0");
        check(9_223_372_036_854_775_808.0, "9223372036854775808");
        check(1e300, "18446744073709551615");
        check(f64::NAN, "");
        check(f64::INFINITY, "");
    }

    #[test]
    fn read() {
        let check = |text: &str, expect: Option<f64>| assert_eq!(number(text), expect, "{text:?}");
        check("1", Some(1.0));
        check("1.0", Some(1.0));
        check("0.5", Some(0.5));
        check("-1.25", Some(-1.25));
        check("5.", Some(5.0));
        check(".5", Some(0.5));
        for text in ["", ".", "-", "1e3", "a", "1.2.3", "1,5", " 1", "inf", "NaN"] {
            check(text, None);
        }
    }
}
