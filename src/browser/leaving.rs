//! The browser's own confirmation before a page is left, reloaded or closed.

use gloo_events::{EventListener, EventListenerOptions};

/// While this exists, the browser asks before the page is left. The browser chooses the words.
pub struct LeavingAsks {
    _listener: Option<EventListener>,
}

impl LeavingAsks {
    /// Starts asking.
    pub fn new() -> Self {
        let options = EventListenerOptions::enable_prevent_default();
        let listen = |window: web_sys::Window| {
            EventListener::new_with_options(&window, "beforeunload", options, |event| event.prevent_default())
        };
        Self { _listener: web_sys::window().map(listen) }
    }
}
