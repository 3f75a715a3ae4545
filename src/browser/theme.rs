//! The size of the screen, and the person's choice of row height.

use super::storage::{Preference, preference};
use gloo_events::EventListener;
use leptos::prelude::*;
use std::sync::OnceLock;

/// A phone: rows become cards. `style/table.css` has the same number.
const NARROW: &str = "(max-width: 640px)";

/// Whether the window is as narrow as a phone, as a signal.
pub fn narrow() -> ArcRwSignal<bool> {
    static NOW: OnceLock<ArcRwSignal<bool>> = OnceLock::new();
    NOW.get_or_init(|| {
        let list = web_sys::window().and_then(|window| window.match_media(NARROW).ok().flatten());
        let narrow = ArcRwSignal::new(list.as_ref().is_some_and(|list| list.matches()));
        if let Some(list) = list {
            let (seen, asked) = (narrow.clone(), list.clone());
            EventListener::new(&list, "change", move |_| seen.set(asked.matches())).forget();
        }
        narrow
    })
    .clone()
}

/// Whether rows are high; the account menu sets it.
pub fn roomy() -> ArcRwSignal<bool> {
    static NOW: OnceLock<ArcRwSignal<bool>> = OnceLock::new();
    NOW.get_or_init(|| ArcRwSignal::new(preference(Preference::Density).is_some())).clone()
}

/// Width and height of the visible area, in CSS pixels.
pub fn viewport() -> (f64, f64) {
    let root = super::document::document().and_then(|document| document.document_element());
    root.map_or((0.0, 0.0), |root| (root.client_width().into(), root.client_height().into()))
}
