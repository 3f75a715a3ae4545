//! Numbers for display, as value and unit. The locale formats them.

/// Units of size. Clouds use powers of 1024 and call them MB and GB.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SizeUnit {
    B,
    KB,
    MB,
    GB,
    TB,
}

const UNITS: [SizeUnit; 5] = [SizeUnit::B, SizeUnit::KB, SizeUnit::MB, SizeUnit::GB, SizeUnit::TB];

/// Bytes in the largest unit with a value of at least 1, rounded to one decimal place.
pub fn bytes(count: u64) -> (f64, SizeUnit) {
    scaled(count, 0)
}

/// The same for MB: `2048` is 2 GB.
pub fn megabytes(count: u64) -> (f64, SizeUnit) {
    scaled(count, 2)
}

/// The same for GB: `1024` is 1 TB, but `1000` stays.
pub fn gigabytes(count: u64) -> (f64, SizeUnit) {
    scaled(count, 3)
}

fn scaled(count: u64, from: usize) -> (f64, SizeUnit) {
    let mut value = count as f64;
    let mut unit = UNITS.get(from).copied().unwrap_or(SizeUnit::B);
    for larger in UNITS.iter().skip(from + 1) {
        if value < 1024.0 {
            break;
        }
        value /= 1024.0;
        unit = *larger;
    }
    ((value * 10.0).round() / 10.0, unit)
}

/// Units of `Intl.RelativeTimeFormat` and `Intl.NumberFormat`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    /// 30 days.
    Month,
    /// 365 days.
    Year,
}

impl TimeUnit {
    /// The name for `Intl`.
    pub fn as_str(self) -> &'static str {
        match self {
            TimeUnit::Second => "second",
            TimeUnit::Minute => "minute",
            TimeUnit::Hour => "hour",
            TimeUnit::Day => "day",
            TimeUnit::Month => "month",
            TimeUnit::Year => "year",
        }
    }
}

/// The length of each unit in seconds, longest first.
const SPANS: [(i64, TimeUnit); 6] = [
    (365 * 86_400, TimeUnit::Year),
    (30 * 86_400, TimeUnit::Month),
    (86_400, TimeUnit::Day),
    (3_600, TimeUnit::Hour),
    (60, TimeUnit::Minute),
    (1, TimeUnit::Second),
];

/// A duration in whole units of the longest that fits. Never negative.
pub fn lasting(ms: i64) -> (i64, TimeUnit) {
    let seconds = (ms / 1000).max(0);
    let fitting = SPANS.iter().find(|(span, _)| seconds >= *span);
    fitting.map_or((0, TimeUnit::Second), |(span, unit)| (seconds / span, *unit))
}

/// An age for `Intl.RelativeTimeFormat`: negative is the past. A time in the future (clocks differ) counts as now.
pub fn ago(ms: i64) -> (i64, TimeUnit) {
    let (value, unit) = lasting(ms);
    (-value, unit)
}
