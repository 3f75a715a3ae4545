//! A part of the form that most instances do without: closed, with a line that says what is set in it.

use super::form::Form;
use crate::locales::Text;
use crate::reactive::{Computed, effect};
use crate::ui::{Icon, icon, live_view};
use cloud::create::Field;
use leptos::prelude::*;

/// What stands in a fold.
#[derive(Clone)]
pub(super) struct Fold {
    pub title: Text,
    /// What is set in it; empty: nothing.
    pub says: Text,
    /// Its fields: a mistake in one of them opens it.
    pub holds: fn(Field) -> bool,
    /// Open from the beginning.
    pub open: bool,
}

impl Fold {
    /// Draws it. What is inside comes into being when it is first opened, and stays.
    pub fn draw(self, form: Form, inside: impl Fn() -> AnyView + Send + 'static) -> AnyView {
        let open = RwSignal::new(self.open);
        // A memo, so that opening it once more draws nothing anew: focus and rows stay.
        let seen = Computed::new(move |was: Option<&bool>| was.copied().unwrap_or_default() || open.get());
        let holds = self.holds;
        effect(move || {
            if form.mistakes().into_iter().any(holds) {
                open.set(true);
            }
        });
        let says = self.says.clone();
        view! {
            <details class="fold create-fold" prop:open=open
                on:toggle:target=move |event| open.set(event.target().open())
            >
                <summary>
                    {icon(Icon::Right)}<span class="create-fold-title">{self.title}</span>
                    <span class="create-fold-says">{says}</span>
                </summary>
                {live_view(move || match seen.get() {
                    true => view! { <div class="form create-fold-inside">{inside()}</div> }.into_any(),
                    false => ().into_any(),
                })}
            </details>
        }
        .into_any()
    }
}
