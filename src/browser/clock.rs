//! The time of day as one signal for the whole page, so that a hundred "3 minutes ago" share one timer.

use super::storage::{Preference, preference};
use leptos::prelude::*;
use std::cell::Cell;
use std::sync::OnceLock;
use std::time::Duration;

/// Smaller differences between two clocks are ignored: responses take time, and headers have whole seconds.
const SAME_MS: f64 = 10_000.0;

thread_local! {
    static AHEAD: Cell<f64> = const { Cell::new(0.0) };
    static TOLD: Cell<bool> = const { Cell::new(false) };
}

/// The current time in milliseconds since 1970 UTC, by the cloud's clock once that is known ([`set_by`]), because every
/// timestamp in the data comes from there.
pub fn now_ms() -> f64 {
    js_sys::Date::now() + ahead_ms()
}

/// [`now_ms`] as the text of a `Date` header.
pub fn as_date() -> String {
    js_sys::Date::new(&now_ms().into()).to_utc_string().into()
}

/// How far the cloud's clock is ahead of this computer's, in milliseconds; 0 if they agree or it is not known yet.
pub fn ahead_ms() -> f64 {
    AHEAD.get()
}

/// Sets it to the value from before a reload, until a response has a newer one.
pub fn set_ahead(ms: f64) {
    AHEAD.set(ms);
}

/// Takes the cloud's time from the `Date` of its first response. Only of the first: otherwise the ages on screen would jump
/// with each response.
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

/// The current time in milliseconds since 1970 UTC, updated once a second while the tab is visible.
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

/// Whether dates are shown in UTC instead of the person's time zone; the account menu sets it.
pub fn utc() -> ArcRwSignal<bool> {
    static NOW: OnceLock<ArcRwSignal<bool>> = OnceLock::new();
    NOW.get_or_init(|| ArcRwSignal::new(preference(Preference::Time).is_some())).clone()
}

/// How many minutes the time zone in which dates are shown is ahead of UTC, now; tracked.
pub fn offset_min() -> i32 {
    if utc().get() { 0 } else { -(js_sys::Date::new(&now_ms().into()).get_timezone_offset() as i32) }
}

/// The value of an `<input type="datetime-local">` in milliseconds since 1970 UTC; `None` if it is empty.
pub fn of_field(text: &str, utc: bool) -> Option<f64> {
    let mut text = String::from(text);
    if utc {
        text.push('Z');
    }
    Some(js_sys::Date::parse(&text)).filter(|ms| ms.is_finite())
}

/// A time as the value of such a field, to the second.
pub fn for_field(ms: f64, utc: bool) -> String {
    let ahead = if utc { 0.0 } else { js_sys::Date::new(&ms.into()).get_timezone_offset() * 60_000.0 };
    let date = js_sys::Date::new(&(ms - ahead).into());
    String::from(date.to_iso_string()).chars().take("2026-01-01T00:00:00".len()).collect()
}

/// The current date, `2026-11-30`, in the time zone in which dates are shown.
pub fn today() -> String {
    let mut now = for_field(now_ms(), utc().get_untracked());
    now.truncate("2026-01-01".len());
    now
}

/// Milliseconds that never go backwards and include the time the computer slept. `performance.now()` alone leaves that out
/// in some browsers, and data from before would look fresh.
pub fn monotonic_ms() -> f64 {
    thread_local! {
        static SLEPT: Cell<f64> = const { Cell::new(0.0) };
        static START: Cell<Option<f64>> = const { Cell::new(None) };
    }
    let awake = web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now());
    let date = js_sys::Date::now() - awake;
    let start = START.get().unwrap_or(date);
    START.set(Some(start));
    // Setting the computer's clock back must not remove the sleep again.
    SLEPT.set(SLEPT.get().max(date - start));
    awake + SLEPT.get()
}
