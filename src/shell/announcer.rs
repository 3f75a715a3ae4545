//! Says where one is after a change of page, and puts the focus on its heading: what a browser does for page loads.

use crate::browser::{document, focus};
use crate::routes::Route;
use crate::ui::live;
use leptos::prelude::*;

/// The announcer. Says nothing on the first page: the browser has read that one out.
#[component]
pub fn Announcer(route: Memo<Route>) -> AnyView {
    let words = RwSignal::new(String::new());
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        if before.is_some_and(|before| before != now) {
            request_animation_frame(move || {
                focus::focus("h1");
                words.set(document::title());
            });
        }
        now
    });
    view! { <p class="sr-only" role="status" aria-live="polite">{live(move || words.get())}</p> }.into_any()
}
