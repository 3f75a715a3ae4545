//! Keyboard shortcuts of all pages.

use crate::browser::focus;
use crate::browser::keyboard::{Key, key};
use leptos::ev;
use leptos::prelude::*;

/// `/` focuses the search box, except while typing or in a dialog.
pub fn shortcuts() {
    let listening = window_event_listener(ev::keydown, |event| {
        if key(&event) == Key::Char('/') && !focus::typing() {
            event.prevent_default();
            focus::focus("[data-search]");
        }
    });
    on_cleanup(move || listening.remove());
}
