//! Says where one is after a change of page, and puts the focus on its heading: what a browser does for page loads.

use crate::browser::{document, focus};
use crate::parts;
use crate::reactive::Computed;
use crate::routes::Route;
use crate::ui::live;
use leptos::prelude::*;
use std::cell::Cell;

/// The announcer. Says nothing on the first page: the browser has read that one out.
#[component]
pub fn Announcer(route: Computed<Route>) -> AnyView {
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

/// For a page that came later than its address: says so now, if the heading was looked for in vain.
fn page_came() {
    if LATE.take() {
        request_animation_frame(announce);
    }
}

fn announce() {
    // A list that one comes back to has the keyboard where it was.
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
