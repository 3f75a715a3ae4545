//! Whether the tab is visible, and whether the browser has a network.

use leptos::prelude::*;
use std::cell::OnceCell;

use super::events::{self, on_document, on_window};

thread_local! {
    static ONLINE: OnceCell<ArcRwSignal<bool>> = const { OnceCell::new() };
}

/// Whether the tab is visible.
pub fn visible() -> bool {
    super::document::document().is_none_or(|document| !document.hidden())
}

/// Whether the browser believes that it has a network.
pub fn online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// [`online`] as a signal.
pub fn has_network() -> Signal<bool> {
    ONLINE.with(|known| known.get_or_init(follow_network).clone()).into()
}

fn follow_network() -> ArcRwSignal<bool> {
    let signal = ArcRwSignal::new(online());
    for event in ["online", "offline"] {
        let signal = signal.clone();
        on_window(event, move || signal.set(online()));
    }
    signal
}

/// Waits until the browser has a network again.
pub async fn back_online() {
    if let Some(window) = web_sys::window() {
        events::first(&window, &["online"]).await;
    }
}

/// Whether the person asked the browser to save data (`Save-Data`). Some browsers do not report it.
pub fn saves_data() -> bool {
    let of = |value: &wasm_bindgen::JsValue, name: &str| js_sys::Reflect::get(value, &name.into()).unwrap_or_default();
    web_sys::window().is_some_and(|window| of(&of(&window.navigator(), "connection"), "saveData").is_truthy())
}

/// Calls back whenever either changes. Also on `pageshow`: a page from the back-forward cache has missed the other events.
pub fn on_change(callback: impl Fn() + Clone + 'static) {
    on_document("visibilitychange", callback.clone());
    on_window("online", callback.clone());
    on_window("offline", callback.clone());
    on_window("pageshow", callback);
}
