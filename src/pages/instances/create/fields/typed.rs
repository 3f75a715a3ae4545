//! Where a list could not be loaded, its id is typed in; all the same checks hold, and the rest of the form works.

use crate::locales::{Text, filled};
use crate::pages::instances::create::known::Trouble;
use crate::reactive::{Computed, Observed, Value};
use crate::ui::{FailureCard, Icon, TextField, icon, live_view};
use leptos::prelude::*;

/// The picker, or the field for typing an id where there is nothing to pick from.
pub fn pick_or_type(
    typed: Computed<bool>,
    pick: impl Fn() -> AnyView + Send + 'static,
    type_in: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    live_view(move || if typed.get() { type_in() } else { pick() }).into_any()
}

/// A field for an id, with why it has to be typed.
pub struct Typed {
    pub label: Text,
    pub value: Value<String>,
    pub hint: Text,
    pub error: Observed<Option<Text>>,
    pub optional: bool,
    pub trouble: Trouble,
}

impl Typed {
    pub fn draw(self) -> AnyView {
        let what = self.label.clone();
        view! {
            <div class="create-typed">
                <TextField label=self.label value=self.value hint=self.hint mono=true optional=self.optional
                    error=self.error />
                {why(what, self.trouble)}
            </div>
        }
        .into_any()
    }
}

/// That the list is not there, and why.
fn why(what: Text, trouble: Trouble) -> AnyView {
    let words = filled(|t| t.create().typed_why, [("what", what)]);
    let details = live_view(move || match trouble.failure.get() {
        Some(failure) => view! { <FailureCard failure bare=true on_retry=trouble.retry /> }.into_any(),
        None => ().into_any(),
    });
    view! {
        <details class="fold">
            <summary>{icon(Icon::Right)}{words}</summary>
            {details}
        </details>
    }
    .into_any()
}
