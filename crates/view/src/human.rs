//! Numbers for people, as value and unit: the words and the form of the number are the locale's.

/// Units of size. Clouds count in powers of 1024 and call them MB and GB.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SizeUnit {
    /// Bytes.
    B,
    /// 1024 bytes.
    KB,
    /// 1024 KB.
    MB,
    /// 1024 MB.
    GB,
    /// 1024 GB.
    TB,
}

const UNITS: [SizeUnit; 5] = [SizeUnit::B, SizeUnit::KB, SizeUnit::MB, SizeUnit::GB, SizeUnit::TB];

/// Bytes in the largest unit that leaves at least 1, rounded to one decimal place.
pub fn bytes(count: u64) -> (f64, SizeUnit) {
    scaled(count, 0)
}

/// MB likewise: `2048` is 2 GB.
pub fn megabytes(count: u64) -> (f64, SizeUnit) {
    scaled(count, 2)
}

/// GB likewise: `1024` is 1 TB, but `1000` stays.
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
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Months of 30 days.
    Month,
    /// Years of 365 days.
    Year,
}

impl TimeUnit {
    /// The word `Intl` takes.
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

/// Seconds of each unit, longest first.
const SPANS: [(i64, TimeUnit); 6] = [
    (365 * 86_400, TimeUnit::Year),
    (30 * 86_400, TimeUnit::Month),
    (86_400, TimeUnit::Day),
    (3_600, TimeUnit::Hour),
    (60, TimeUnit::Minute),
    (1, TimeUnit::Second),
];

/// How long something has lasted: whole units of the longest that fits. Never negative.
pub fn lasting(ms: i64) -> (i64, TimeUnit) {
    let seconds = (ms / 1000).max(0);
    let fitting = SPANS.iter().find(|(span, _)| seconds >= *span);
    fitting.map_or((0, TimeUnit::Second), |(span, unit)| (seconds / span, *unit))
}

/// How long ago, for `Intl.RelativeTimeFormat`: negative is the past. What lies ahead (clocks differ) is now.
pub fn ago(ms: i64) -> (i64, TimeUnit) {
    let (value, unit) = lasting(ms);
    (-value, unit)
}
