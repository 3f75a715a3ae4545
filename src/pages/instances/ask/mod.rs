//! Asking the cloud itself to find instances (row S10), beside the instant search of what is here. What is asked stands in
//! the address; the answer is shown in the same table.
//!
//! * `answer`: asks, and says what was asked and what came of it. `form`: what to ask. `words`: a question in words.

mod answer;
mod form;
mod words;

use leptos::prelude::*;

use super::list::{Found, Shown};
use crate::reactive::Computed;
use crate::ui::live_view;

/// What the table and the part that asks share.
#[derive(Clone, Copy)]
pub struct Asking {
    /// The address.
    pub shown: Shown,
    /// The form is open.
    pub open: RwSignal<bool>,
    /// What the cloud found.
    pub found: RwSignal<Found>,
}

impl Asking {
    /// There is something to show; tracked.
    pub fn wanted(self) -> bool {
        self.open.get() || !self.shown.asked().is_empty()
    }
}

/// What was asked, and the form for it.
pub fn panel(asking: Asking) -> AnyView {
    let asked = Computed::new(move |_| asking.shown.asked());
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
