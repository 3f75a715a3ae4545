//! One-shot timers that end with their owner.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// A timer that is under way; dropping it stops it.
pub struct Timeout {
    id: i32,
    // Freed with the timer; the browser calls it at most once.
    _callback: Closure<dyn FnMut()>,
}

/// Calls `callback` in `ms` milliseconds. Browsers count in 31 bits: longer waits ring at the end of those (24 days).
pub fn after(ms: u64, callback: impl FnOnce() + 'static) -> Option<Timeout> {
    let callback = Closure::once(callback);
    let ms = i32::try_from(ms).unwrap_or(i32::MAX);
    let function = callback.as_ref().unchecked_ref();
    let id = web_sys::window()?.set_timeout_with_callback_and_timeout_and_arguments_0(function, ms).ok()?;
    Some(Timeout { id, _callback: callback })
}

impl Drop for Timeout {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}

/// Lets the browser draw and answer the person before long work goes on.
pub async fn breathe() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // Fails only where there is no window to wait for.
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Waits until the browser has nothing else to do, and 2 s at most; a moment where it does not tell (Safari).
pub async fn idle() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let Some(window) = web_sys::window() else { return };
        let options = web_sys::IdleRequestOptions::new();
        options.set_timeout(2_000);
        let asked = js_sys::Reflect::has(&window, &"requestIdleCallback".into()).unwrap_or_default()
            && window.request_idle_callback_with_options(&resolve, &options).is_ok();
        if !asked {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 200);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Waits.
pub async fn pause(ms: u64) {
    let ms = i32::try_from(ms).unwrap_or(i32::MAX);
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // Fails only where there is no window to wait for.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Listens to an event of the window for as long as the page lives.
pub fn on_window(event: &str, callback: impl FnMut() + 'static) {
    if let Some(window) = web_sys::window() {
        listen(&window, event, callback);
    }
}

/// Listens to an event of the document for as long as the page lives.
pub fn on_document(event: &str, callback: impl FnMut() + 'static) {
    if let Some(document) = super::document::document() {
        listen(&document, event, callback);
    }
}

fn listen(target: &web_sys::EventTarget, event: &str, callback: impl FnMut() + 'static) {
    let callback = Closure::<dyn FnMut()>::new(callback);
    let _: Result<(), JsValue> = target.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
    callback.forget();
}
