//! Announces page changes and focuses the page's heading, as a browser does for page loads.

use crate::browser::{document, focus};
use crate::parts;
use crate::routes::Route;
use crate::ui::live;
use leptos::prelude::*;
use std::cell::Cell;

/// The announcer. Silent for the first page, which the browser announces.
#[component]
pub fn Announcer(route: Memo<Route>) -> AnyView {
    parts::on_arrival(page_came);
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        if before.is_some_and(|before| before != now) {
            request_animation_frame(announce);
        }
        now
    });
    view! { <p class="sr-only" role="status" aria-live="polite">{live(|| words().get())}</p> }.into_any()
}

/// For a page that was rendered after its address changed: announces it now, if the heading was missing before.
fn page_came() {
    if LATE.take() {
        request_animation_frame(announce);
    }
}

fn announce() {
    // When returning to a list, the focus is already where it was.
    LATE.set(!focus::in_grid() && !focus::focus_heading());
    words().set(document::title());
}

fn words() -> ArcRwSignal<String> {
    WORDS.with(Clone::clone)
}

thread_local! {
    static WORDS: ArcRwSignal<String> = ArcRwSignal::new(String::new());
    static LATE: Cell<bool> = const { Cell::new(false) };
}
