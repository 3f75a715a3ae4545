//! Searches for instances that the cloud runs (row S10), in addition to the instant search in the loaded list. The
//! query is part of the address, and the result is shown in the same table.
//!
//! * `answer`: runs the search and shows its result. `form`: the query's form. `words`: a query as text.

mod answer;
mod form;
mod words;

use leptos::prelude::*;

use super::list::{Found, Shown};
use crate::ui::live_view;

/// What the table and the search share.
#[derive(Clone, Copy)]
pub struct Asking {
    /// The address's parameters.
    pub shown: Shown,
    /// Whether the form is open.
    pub open: RwSignal<bool>,
    /// The result.
    pub found: RwSignal<Found>,
}

impl Asking {
    /// Whether there is a query or an open form; reactive.
    pub fn wanted(self) -> bool {
        self.open.get() || !self.shown.asked().is_empty()
    }
}

/// The query and its form.
pub fn panel(asking: Asking) -> AnyView {
    let asked = Memo::new(move |_| asking.shown.asked());
    view! {
        <div class="ask">
            {live_view(move || match asked.get() {
                asked if asked.is_empty() => ().into_any(),
                asked => answer::banner(asking, &asked),
            })}
            {live_view(move || if asking.open.get() { form::form(asking) } else { ().into_any() })}
        </div>
    }
    .into_any()
}
