//! Timers that end with their owner, and waiting.

pub use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Promise, Reflect};
use wasm_bindgen_futures::JsFuture;

/// Calls `callback` in `ms` milliseconds, unless the timer is dropped before.
pub fn after(ms: u64, callback: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(in_range(ms), callback)
}

/// Waits `ms` milliseconds.
pub async fn pause(ms: u64) {
    TimeoutFuture::new(in_range(ms)).await;
}

/// Browsers count in 31 bits: a longer wait ends after 24 days.
fn in_range(ms: u64) -> u32 {
    i32::try_from(ms).unwrap_or(i32::MAX).unsigned_abs()
}

/// Lets the browser draw and handle input before long work continues.
pub async fn yield_to_browser() {
    pause(0).await;
}

/// Waits until the browser is idle, at most 2 s; 200 ms in browsers that do not report it (Safari).
pub async fn idle() {
    let Some(window) = web_sys::window() else { return };
    if !Reflect::has(&window, &"requestIdleCallback".into()).unwrap_or_default() {
        return pause(200).await;
    }
    let options = web_sys::IdleRequestOptions::new();
    options.set_timeout(2_000);
    let promise = Promise::new(&mut |resolve, _| {
        // Fails only if `resolve` is not a function.
        let _ = window.request_idle_callback_with_options(&resolve, &options);
    });
    let _ = JsFuture::from(promise).await;
}
