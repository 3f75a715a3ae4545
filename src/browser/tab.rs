//! Whether somebody sees the tab, and whether the browser has a network.

use super::timers::{on_document, on_window};

/// The tab is seen.
pub fn visible() -> bool {
    super::document::document().is_none_or(|document| !document.hidden())
}

/// The browser believes that it has a network.
pub fn online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Calls back whenever either changes. `pageshow` too: a page out of the back-forward cache has missed the rest.
pub fn on_change(callback: impl Fn() + Clone + 'static) {
    on_document("visibilitychange", callback.clone());
    on_window("online", callback.clone());
    on_window("offline", callback.clone());
    on_window("pageshow", callback);
}
