//! The sections shown when an instance waits for a decision: the situation and two actions, the more common one first.

use cloud::Status;
use cloud::rules::lifecycle::{Action, waits_for_confirmation};
use leptos::prelude::*;

use super::here::rules;
use super::{Actions, name_of};
use crate::locales::{Words, filled, tx};
use crate::pages::instances::words::Row;
use crate::ui::{Kind, Section, live_view};

/// For an instance that was resized (row S26): confirm the new flavor or revert to the old one.
static RESIZED: TwoWays = TwoWays {
    title: |t| t.questions().verify_title,
    text: |t| t.questions().verify_text,
    usual: Action::ConfirmResize,
    other: Action::RevertResize,
};

/// For an instance that was soft-deleted: restore it or delete it permanently.
static DELETED: TwoWays = TwoWays {
    title: |t| t.questions().restore_title,
    text: |t| t.questions().restore_text,
    usual: Action::Restore,
    other: Action::ForceDelete,
};

/// The section of a resized instance; empty unless it waits for the decision.
pub fn verify(row: Row, actions: Actions) -> AnyView {
    let waits = Memo::new(move |_| {
        let rules = rules();
        row.with(|server| server.as_deref().is_some_and(|server| waits_for_confirmation(server, rules)))
    });
    RESIZED.draw(row, actions, waits)
}

/// The section of a soft-deleted instance; empty for others.
pub fn restore(row: Row, actions: Actions) -> AnyView {
    let waits =
        Memo::new(move |_| row.with(|server| server.as_deref().is_some_and(|one| one.status == Status::SoftDeleted)));
    DELETED.draw(row, actions, waits)
}

#[derive(Clone, Copy)]
struct TwoWays {
    title: Words,
    /// Contains `{name}`.
    text: Words,
    usual: Action,
    other: Action,
}

impl TwoWays {
    /// The section. It is empty while `waits` is false.
    fn draw(self, row: Row, actions: Actions, waits: Memo<bool>) -> AnyView {
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
