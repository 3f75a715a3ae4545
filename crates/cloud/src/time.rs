//! Timestamps. Clouds use four formats, all UTC: with `Z`, without, with microseconds, and with a blank instead of `T`
//! (nhn-api.md §1.2, §3.1).

use serde::{Deserialize, Serialize};

const DAY_MS: i64 = 86_400_000;

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Parses any of the four formats, and offsets such as `+09:00`. Years outside 0 to 9999 are rejected, because they
    /// could not be written with four digits.
    pub fn parse(text: &str) -> Option<Self> {
        let mut scan = Scan(text.trim().as_bytes());
        let year = scan.digits(4)?;
        scan.byte(b"-")?;
        let month = scan.digits(2)?;
        scan.byte(b"-")?;
        let day = scan.digits(2)?;
        if !(1..=12).contains(&month) || !(1..=days_in_month(year, month)).contains(&day) {
            return None;
        }
        scan.byte(b"Tt ")?;
        let time_ms = scan.time_of_day()?;
        let offset_ms = scan.offset()?;
        let ms = days_from_civil(year, month, day) * DAY_MS + time_ms - offset_ms;
        let (year, ..) = civil_from_days(ms.div_euclid(DAY_MS));
        (0..=9999).contains(&year).then_some(Self(ms))
    }

    /// Parses the format of HTTP headers (`Date`, `Retry-After`), `Sun, 06 Nov 1994 08:49:37 GMT`. RFC 9110 forbids
    /// sending the two older formats.
    pub fn parse_http(text: &str) -> Option<Self> {
        const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let mut words = text.trim().split_once(", ")?.1.strip_suffix(" GMT")?.split(' ');
        let (day, month, year, time) = (words.next()?, words.next()?, words.next()?, words.next()?);
        let month = MONTHS.iter().position(|name| *name == month)? + 1;
        words.next().is_none().then(|| Self::parse(&format!("{year}-{month:02}-{day}T{time}Z")))?
    }

    /// `YYYY-MM-DDThh:mm:ssZ`, as used by the API (`changes-since`).
    pub fn to_utc(self) -> String {
        let (year, month, day) = civil_from_days(self.0.div_euclid(DAY_MS));
        let second = self.0.rem_euclid(DAY_MS) / 1000;
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

/// The text that is still to be parsed.
struct Scan<'a>(&'a [u8]);

impl Scan<'_> {
    /// One of `choices`.
    fn byte(&mut self, choices: &[u8]) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        choices.contains(&first).then(|| {
            self.0 = rest;
            first
        })
    }

    /// Exactly `count` digits.
    fn digits(&mut self, count: usize) -> Option<i64> {
        (0..count).try_fold(0, |number, _| Some(number * 10 + i64::from(self.byte(b"0123456789")? - b'0')))
    }

    /// `hh:mm:ss[.fraction]` in milliseconds. A leap second counts as the first second of the next minute.
    fn time_of_day(&mut self) -> Option<i64> {
        let hour = self.digits(2)?;
        self.byte(b":")?;
        let minute = self.digits(2)?;
        self.byte(b":")?;
        let second = self.digits(2)?;
        if hour > 23 || minute > 59 || second > 60 {
            return None;
        }
        Some(((hour * 60 + minute) * 60 + second) * 1000 + self.fraction_ms()?)
    }

    fn fraction_ms(&mut self) -> Option<i64> {
        if self.byte(b".,").is_none() {
            return Some(0);
        }
        let (mut ms, mut weight) = (self.digits(1)? * 100, 10);
        while let Some(digit) = self.digits(1) {
            ms += digit * weight;
            weight /= 10;
        }
        Some(ms)
    }

    /// Nothing, `Z`, `±hh`, `±hhmm` or `±hh:mm`, up to the end of the text.
    fn offset(&mut self) -> Option<i64> {
        let sign = match self.byte(b"Zz+-") {
            Some(b'+') => 1,
            Some(b'-') => -1,
            _ => return self.0.is_empty().then_some(0),
        };
        let hours = self.digits(2)?;
        let minutes = match self.byte(b":") {
            Some(_) => self.digits(2)?,
            None => self.digits(2).unwrap_or(0),
        };
        (self.0.is_empty() && hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes) * 60_000)
    }
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar; years begin in March so that the leap day is last.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - 719_468
}

/// The inverse: year, month, day.
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * of_era + of_era / 4 - of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + of_era + i64::from(month <= 2);
    (year, month, day_of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests;
