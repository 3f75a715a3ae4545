//! A text field for an id, used when a list could not be loaded. The same checks apply, so the form still works.

use crate::locales::{Text, filled};
use crate::pages::instances::create::known::Trouble;
use crate::reactive::Value;
use crate::ui::{FailureCard, Icon, TextField, icon, live_view};
use leptos::prelude::*;

/// The picker, or the text field if the list could not be loaded.
pub fn pick_or_type(
    typed: Memo<bool>,
    pick: impl Fn() -> AnyView + Send + 'static,
    type_in: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    live_view(move || if typed.get() { type_in() } else { pick() }).into_any()
}

/// A text field for an id, with the reason why it replaces the list.
pub struct Typed {
    pub label: Text,
    pub value: Value<String>,
    pub hint: Text,
    pub error: Signal<Option<Text>>,
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

/// Says that the list could not be loaded, and why.
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
