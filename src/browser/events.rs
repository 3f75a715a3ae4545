//! Listening to events.

use super::document::document;
use gloo_events::EventListener;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::EventTarget;

/// Calls back on an event of the window as long as the page lives.
pub fn on_window(event: &'static str, mut callback: impl FnMut() + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, event, move |_| callback()).forget();
    }
}

/// Calls back on an event of the document as long as the page lives.
pub fn on_document(event: &'static str, mut callback: impl FnMut() + 'static) {
    if let Some(document) = document() {
        EventListener::new(&document, event, move |_| callback()).forget();
    }
}

/// Waits for the first of several events.
pub(super) async fn first(target: &EventTarget, events: &[&str]) {
    let promise = Promise::new(&mut |resolve, _| {
        for event in events {
            // Fails only if `resolve` is not a function.
            let _ = target.add_event_listener_with_callback(event, &resolve);
        }
    });
    let _ = JsFuture::from(promise).await;
}
