//! The time of day as one signal for the whole page, so that a hundred "3 minutes ago" share one timer.

use super::storage::{Preference, preference};
use leptos::prelude::*;
use std::cell::Cell;
use std::sync::OnceLock;
use std::time::Duration;

/// Less than this is no difference between two clocks: answers take their time, and headers count in seconds.
const SAME_MS: f64 = 10_000.0;

thread_local! {
    static AHEAD: Cell<f64> = const { Cell::new(0.0) };
    static TOLD: Cell<bool> = const { Cell::new(false) };
}

/// Milliseconds since 1970 UTC, now, by the clock of the cloud as far as it is known ([`set_by`]): all that is dated was
/// dated there.
pub fn now_ms() -> f64 {
    js_sys::Date::now() + ahead_ms()
}

/// The same as the text of a `Date` header.
pub fn as_date() -> String {
    js_sys::Date::new(&now_ms().into()).to_utc_string().into()
}

/// How far the cloud's clock is ahead of this computer's; 0 where they agree, and until it is known.
pub fn ahead_ms() -> f64 {
    AHEAD.get()
}

/// As it was known before a reload, until an answer tells.
pub fn set_ahead(ms: f64) {
    AHEAD.set(ms);
}

/// The first answer of a cloud says what time it is there (`Date`). Only the first: with each one the ages on screen
/// would jump.
pub fn set_by(date: &str) {
    if TOLD.get() {
        return;
    }
    let ahead = js_sys::Date::parse(date) - js_sys::Date::now();
    if ahead.is_finite() {
        TOLD.set(true);
        AHEAD.set(if ahead.abs() < SAME_MS { 0.0 } else { ahead });
    }
}

/// Milliseconds since 1970 UTC, written once a second while the tab is visible.
pub fn ticking() -> ArcReadSignal<f64> {
    static NOW: OnceLock<ArcReadSignal<f64>> = OnceLock::new();
    NOW.get_or_init(|| {
        let (now, set_now) = arc_signal(now_ms());
        set_interval(
            move || {
                if !document().hidden() {
                    set_now.set(now_ms());
                }
            },
            Duration::from_secs(1),
        );
        now
    })
    .clone()
}

/// Whether dates are said in UTC instead of the person's own zone; the account menu sets it.
pub fn utc() -> ArcRwSignal<bool> {
    static NOW: OnceLock<ArcRwSignal<bool>> = OnceLock::new();
    NOW.get_or_init(|| ArcRwSignal::new(preference(Preference::Time).is_some())).clone()
}

/// The time of an `<input type="datetime-local">`, milliseconds since 1970 UTC; `None`: none is typed.
pub fn of_field(text: &str, utc: bool) -> Option<f64> {
    let mut text = String::from(text);
    if utc {
        text.push('Z');
    }
    Some(js_sys::Date::parse(&text)).filter(|ms| ms.is_finite())
}

/// A time for such a field, to the second.
pub fn for_field(ms: f64, utc: bool) -> String {
    let ahead = if utc { 0.0 } else { js_sys::Date::new(&ms.into()).get_timezone_offset() * 60_000.0 };
    let date = js_sys::Date::new(&(ms - ahead).into());
    String::from(date.to_iso_string()).chars().take("2026-01-01T00:00:00".len()).collect()
}

/// The day by the page's clock, `2026-11-30`, in the zone that dates are said in.
pub fn today() -> String {
    let mut now = for_field(now_ms(), utc().get_untracked());
    now.truncate("2026-01-01".len());
    now
}

/// Milliseconds that never go backwards, with the time a computer slept in them (`performance.now()` alone leaves that
/// out in some browsers, and what was read before the nap would look fresh).
pub fn monotonic_ms() -> f64 {
    thread_local! {
        static SLEPT: Cell<f64> = const { Cell::new(0.0) };
        static START: Cell<Option<f64>> = const { Cell::new(None) };
    }
    let awake = web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now());
    let date = js_sys::Date::now() - awake;
    let start = START.get().unwrap_or(date);
    START.set(Some(start));
    // A clock that is set back must not take the nap away again.
    SLEPT.set(SLEPT.get().max(date - start));
    awake + SLEPT.get()
}
