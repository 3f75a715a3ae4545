//! Keys that work on every page.

use crate::browser::focus;
use crate::browser::keyboard::{Key, key};
use leptos::ev;
use leptos::prelude::*;

/// `/` leads to the search box, unless one is typing or a dialog is open.
pub fn shortcuts() {
    let listening = window_event_listener(ev::keydown, |event| {
        if key(&event) == Key::Char('/') && !focus::typing() {
            event.prevent_default();
            focus::focus("[data-search]");
        }
    });
    on_cleanup(move || listening.remove());
}
