//! Numbers, sizes and durations with units, without floating point.

const KIB: i64 = 1024;

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
/// A day in milliseconds.
pub const DAY: i64 = 24 * HOUR;

const SIZES: [(&str, i64); 5] =
    [("k", KIB), ("m", KIB * KIB), ("g", KIB * KIB * KIB), ("t", KIB * KIB * KIB * KIB), ("p", 1 << 50)];

const DURATIONS: [(&str, i64); 7] =
    [("s", SECOND), ("m", MINUTE), ("h", HOUR), ("d", DAY), ("w", 7 * DAY), ("mo", 30 * DAY), ("y", 365 * DAY)];

/// A duration, and its unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Duration {
    pub ms: i64,
    pub unit_ms: i64,
}

/// A whole number.
pub fn number(text: &str) -> Option<i64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().unwrap_or(i64::MAX))
}

/// A size in bytes: `8g`, `8gb`, `8GiB`, `1.5t`, `512b`. `usual`: the unit of a number without one.
pub fn bytes(text: &str, usual: i64) -> Option<i64> {
    let (amount, unit) = split(text);
    let unit = unit.to_ascii_lowercase();
    let unit = unit.strip_suffix("ib").or(unit.strip_suffix('b').filter(|unit| !unit.is_empty())).unwrap_or(&unit);
    let each = match unit {
        "" => usual,
        "b" => 1,
        unit => SIZES.iter().find(|(name, _)| *name == unit)?.1,
    };
    times(amount, each)
}

/// A size as it is typed, in the largest unit in which it is a whole number.
pub fn size(bytes: i64) -> String {
    let unit = SIZES.iter().rev().find(|(_, unit)| bytes > 0 && bytes % unit == 0);
    unit.map_or_else(|| format!("{bytes}b"), |(name, unit)| format!("{}{name}", bytes / unit))
}

/// A duration: `90d`, `1.5h`, `2w`. Without a unit it is in days. A month has 30 days and a year 365.
pub fn duration(text: &str) -> Option<Duration> {
    let (amount, unit) = split(text);
    let unit = unit.to_ascii_lowercase();
    let unit_ms = match unit.as_str() {
        "" => DAY,
        unit => DURATIONS.iter().find(|(name, _)| *name == unit)?.1,
    };
    Some(Duration { ms: times(amount, unit_ms)?, unit_ms })
}

fn split(text: &str) -> (&str, &str) {
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(text.len());
    text.split_at(end)
}

/// `amount`, digits with or without a fraction, times a unit. What is too large becomes the largest number.
fn times(amount: &str, unit: i64) -> Option<i64> {
    let (whole, fraction) = match amount.split_once('.') {
        Some((whole, fraction)) => (number(whole)?, fraction),
        None => (number(amount)?, "0"),
    };
    let digits = fraction.get(..fraction.len().min(6)).filter(|_| number(fraction).is_some())?;
    let scale = 10_i64.pow(u32::try_from(digits.len()).ok()?);
    let digits = number(digits)?;
    // Without a number of 128 bits, whose division is a kilobyte of wasm.
    let part = digits * (unit / scale) + digits * (unit % scale) / scale;
    Some(whole.saturating_mul(unit).saturating_add(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        let check = |text: &str, expect: Option<i64>| assert_eq!(bytes(text, KIB * KIB), expect, "{text}");
        check("2048", Some(2048 * KIB * KIB));
        check("8g", Some(8 << 30));
        check("8GB", Some(8 << 30));
        check("8GiB", Some(8 << 30));
        check("1.5g", Some(3 << 29));
        check("0.5k", Some(512));
        check("512b", Some(512));
        check("99999999999999999999p", Some(i64::MAX));
        for wrong in ["", "g", "b", "8x", "8 g", "1.g", ".5g", "1.2.3g", "-1g", "8gg", "1e3"] {
            check(wrong, None);
        }
    }

    #[test]
    fn sizes_as_they_are_typed() {
        for text in ["8g", "1536m", "20t", "3k", "1000b", "0b", "1p"] {
            assert_eq!(size(bytes(text, 1).expect("a size")), text);
        }
    }

    #[test]
    fn durations() {
        let check = |text: &str, expect: Option<i64>| assert_eq!(duration(text).map(|d| d.ms), expect, "{text}");
        check("90d", Some(90 * DAY));
        check("90", Some(90 * DAY));
        check("1.5H", Some(90 * MINUTE));
        check("5m", Some(5 * MINUTE));
        check("2mo", Some(60 * DAY));
        check("1y", Some(365 * DAY));
        check("3w", Some(21 * DAY));
        check("0s", Some(0));
        for wrong in ["", "d", "90days", "-3d", "1:30"] {
            check(wrong, None);
        }
    }
}
