//! A collapsible section for fields that are rarely used, with a summary of what is set.

use super::form::Form;
use crate::locales::Text;
use crate::reactive::effect;
use crate::ui::{Icon, icon, live_view};
use cloud::create::Field;
use leptos::prelude::*;

#[derive(Clone)]
pub struct Fold {
    pub title: Text,
    /// A summary of the fields; empty if nothing is set.
    pub says: Text,
    /// Whether a field belongs to this section. An error in one of its fields opens the section.
    pub holds: fn(Field) -> bool,
    /// Whether it is open at first.
    pub open: bool,
}

impl Fold {
    /// The section. Its contents are created when it is first opened, and stay.
    pub fn draw(self, form: Form, inside: impl Fn() -> AnyView + Send + 'static) -> AnyView {
        let open = RwSignal::new(self.open);
        // A memo, so that opening it again does not recreate the contents and lose the focus.
        let seen = Memo::new(move |was: Option<&bool>| was.copied().unwrap_or_default() || open.get());
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
