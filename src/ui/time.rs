//! Relative times.

use super::live::live;
use crate::browser::clock;
use crate::locales::{Text, date_time, relative, tx};
use cloud::Timestamp;
use leptos::prelude::*;

/// "3 minutes ago", updated by the shared clock, with the exact time as title.
#[component]
pub fn Ago(#[prop(into)] at: Signal<Option<Timestamp>>) -> AnyView {
    let exact = move || at.get().map(|at| date_time(at.0 as f64)).unwrap_or_default();
    let machine = move || at.get().map(Timestamp::to_utc).unwrap_or_default();
    view! { <time class="ago" datetime=live(machine) title=live(exact)>{since(at)}</time> }.into_any()
}

/// The text of [`Ago`]: a dash if unknown, "just now" below two seconds (and for times in the future).
pub fn since(at: Signal<Option<Timestamp>>) -> Text {
    let now = clock::ticking();
    Text::live(move || match at.get() {
        None => "–".into(),
        Some(at) => ago(at.0 as f64 - now.get()),
    })
}

fn ago(ms: f64) -> Text {
    if ms > -2000.0 { tx(|t| t.common().just_now) } else { relative(ms).into() }
}
