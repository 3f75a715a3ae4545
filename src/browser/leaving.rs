//! The browser's own question before a page is left, reloaded or closed.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// While this lives, the browser asks before the page is left. It shows its own words: none of ours.
pub struct LeavingAsks {
    listener: Closure<dyn Fn(web_sys::Event)>,
}

const EVENT: &str = "beforeunload";

impl LeavingAsks {
    /// From now on.
    pub fn new() -> Self {
        let listener = Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| event.prevent_default());
        if let Some(window) = web_sys::window() {
            // Only fails outside a page.
            let _ = window.add_event_listener_with_callback(EVENT, listener.as_ref().unchecked_ref());
        }
        Self { listener }
    }
}

impl Drop for LeavingAsks {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.remove_event_listener_with_callback(EVENT, self.listener.as_ref().unchecked_ref());
        }
    }
}
