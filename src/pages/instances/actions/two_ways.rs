//! The section shown when an instance waits for a decision: the situation and two actions, the more common one first.

use cloud::rules::lifecycle::Action;
use leptos::prelude::*;

use super::{Actions, name_of};
use crate::locales::{Words, filled, tx};
use crate::pages::instances::words::Row;
use crate::reactive::Computed;
use crate::ui::{Kind, Section, live_view};

#[derive(Clone, Copy)]
pub struct TwoWays {
    pub title: Words,
    /// Contains `{name}`.
    pub text: Words,
    pub usual: Action,
    pub other: Action,
}

impl TwoWays {
    /// The section. It is empty while `waits` is false.
    pub fn draw(self, row: Row, actions: Actions, waits: Computed<bool>) -> AnyView {
        live_view(move || if waits.get() { self.section(row, actions) } else { ().into_any() }).into_any()
    }

    fn section(self, row: Row, actions: Actions) -> AnyView {
        let Some(server) = row.get_untracked() else { return ().into_any() };
        view! {
            <Section title=tx(self.title)>
                <p>{filled(self.text, name_of(&server))}</p>
                <div class="toolbar">
                    {actions.button_as(row, self.usual, Kind::Primary, None)}
                    {actions.button_as(row, self.other, Kind::Plain, None)}
                </div>
            </Section>
        }
        .into_any()
    }
}
