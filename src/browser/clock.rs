//! The time of day as one signal for the whole page, so that a hundred "3 minutes ago" share one timer.

use leptos::prelude::*;
use std::cell::Cell;
use std::sync::OnceLock;
use std::time::Duration;

/// Milliseconds since 1970 UTC, now.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
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

/// Milliseconds that never go backwards, with the time a computer slept in them (`performance.now()` alone leaves that
/// out in some browsers, and what was read before the nap would look fresh).
pub fn monotonic_ms() -> f64 {
    thread_local! {
        static SLEPT: Cell<f64> = const { Cell::new(0.0) };
        static START: Cell<Option<f64>> = const { Cell::new(None) };
    }
    let awake = web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now());
    let date = now_ms() - awake;
    let start = START.get().unwrap_or(date);
    START.set(Some(start));
    // A clock that is set back must not take the nap away again.
    SLEPT.set(SLEPT.get().max(date - start));
    awake + SLEPT.get()
}
