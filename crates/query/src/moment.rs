//! Times as people type them: `today`, `2026-11-30`, `2026-11-30T14:00`, `now-2h`.

use cloud::Timestamp;

use crate::compiled::Clock;
use crate::measure::{DAY, duration};

/// The milliseconds that a text means, from the first to before the last: a day is a day long.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moment {
    pub from: i64,
    pub to: i64,
}

/// Reads a time. Days begin in the time zone of the clock, and so do times without a zone.
pub fn moment(text: &str, clock: Clock) -> Option<Moment> {
    let word = text.to_ascii_lowercase();
    let now = clock.now.0;
    let days = now.saturating_add(clock.offset_ms()).div_euclid(DAY);
    let today = days.saturating_mul(DAY).saturating_sub(clock.offset_ms());
    match word.as_str() {
        "now" => return lasting(now, 1),
        "today" => return lasting(today, DAY),
        "yesterday" => return lasting(today.saturating_sub(DAY), DAY),
        _ => {}
    }
    if let Some(back) = word.strip_prefix("now-").or(word.strip_prefix('-')) {
        return lasting(now.saturating_sub(duration(back)?.ms), 1);
    }
    date(text, clock)
}

fn lasting(from: i64, ms: i64) -> Option<Moment> {
    Some(Moment { from, to: from.saturating_add(ms) })
}

/// A year, month, day, minute or second in the clock's zone, or a full time with its own zone.
fn date(text: &str, clock: Clock) -> Option<Moment> {
    let local = |text: &str| Some(Timestamp::parse(text)?.0 - clock.offset_ms());
    let day = |text: &str| local(&format!("{text}T00:00:00Z"));
    match text.len() {
        4 => {
            let next = format!("{:04}-01-01", text.parse::<u16>().ok()? + 1);
            Some(Moment { from: day(&format!("{text}-01-01"))?, to: day(&next)? })
        }
        7 => {
            let (year, month) = text.split_once('-')?;
            let (year, month): (u16, u16) = (year.parse().ok()?, month.parse().ok()?);
            let (next, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            Some(Moment { from: day(&format!("{text}-01"))?, to: day(&format!("{next:04}-{month:02}-01"))? })
        }
        10 => lasting(day(text)?, DAY),
        16 => lasting(local(&format!("{text}:00Z"))?, 60_000),
        19 => lasting(local(&format!("{text}Z"))?, 1000),
        _ => lasting(Timestamp::parse(text)?.0, 1000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In Korea it is already 30 November, 03:00.
    fn clock() -> Clock {
        let now = Timestamp::parse("2026-11-29T18:00:00Z").expect("a time");
        Clock { now, offset_min: 9 * 60 }
    }

    #[test]
    fn times() {
        let check = |text: &str, expect: Option<(&str, &str)>| {
            let read = moment(text, clock());
            let shown = read.map(|read| (Timestamp(read.from).to_utc(), Timestamp(read.to).to_utc()));
            let shown = shown.as_ref().map(|(from, to)| (from.as_str(), to.as_str()));
            assert_eq!(shown, expect, "{text}");
        };
        check("today", Some(("2026-11-29T15:00:00Z", "2026-11-30T15:00:00Z")));
        check("Yesterday", Some(("2026-11-28T15:00:00Z", "2026-11-29T15:00:00Z")));
        check("now", Some(("2026-11-29T18:00:00Z", "2026-11-29T18:00:00Z")));
        check("now-2h", Some(("2026-11-29T16:00:00Z", "2026-11-29T16:00:00Z")));
        check("-30d", Some(("2026-10-30T18:00:00Z", "2026-10-30T18:00:00Z")));
        check("2026", Some(("2025-12-31T15:00:00Z", "2026-12-31T15:00:00Z")));
        check("2026-12", Some(("2026-11-30T15:00:00Z", "2026-12-31T15:00:00Z")));
        check("2026-02", Some(("2026-01-31T15:00:00Z", "2026-02-28T15:00:00Z")));
        check("2026-11-30", Some(("2026-11-29T15:00:00Z", "2026-11-30T15:00:00Z")));
        check("2026-11-30T14:05", Some(("2026-11-30T05:05:00Z", "2026-11-30T05:06:00Z")));
        check("2026-11-30 14:05:06", Some(("2026-11-30T05:05:06Z", "2026-11-30T05:05:07Z")));
        check("2026-11-30T14:05:06Z", Some(("2026-11-30T14:05:06Z", "2026-11-30T14:05:07Z")));
        check("2026-11-30T14:05:06+01:00", Some(("2026-11-30T13:05:06Z", "2026-11-30T13:05:07Z")));
        for wrong in ["", "tomorrow", "30d", "2026-13", "2026-1", "2026-02-30", "20260230", "now-", "9999", "٢٠٢٦"]
        {
            check(wrong, None);
        }
    }
}
