//! Where a cloud keeps what was deleted for a while: take it back, or end it.

use cloud::Status;
use cloud::rules::lifecycle::Action;
use leptos::prelude::*;

use super::{Actions, Question, name_of};
use crate::data;
use crate::locales::{filled, tx};
use crate::pages::instances::words::Row;
use crate::reactive::Memo;
use crate::ui::{Button, Kind, Section, live_view};

/// The two ways on; nothing of an instance that is not deleted.
pub fn restore(row: Row, actions: Actions) -> AnyView {
    let waits =
        Memo::new(move |_| row.with(|server| server.as_deref().is_some_and(|one| one.status == Status::SoftDeleted)));
    live_view(move || if waits.get() { section(row, actions) } else { ().into_any() }).into_any()
}

fn section(row: Row, actions: Actions) -> AnyView {
    let Some(server) = row.get_untracked() else { return ().into_any() };
    let back = move || {
        if let Some(server) = row.get_untracked() {
            data::act(server, Action::Restore);
        }
    };
    let end = move || {
        if let Some(server) = row.get_untracked() {
            actions.ask(Question::DeleteForGood, server);
        }
    };
    let (no_back, no_end) = (actions.why(row, Action::Restore), actions.why(row, Action::ForceDelete));
    view! {
        <Section title=tx(|t| t.questions().restore_title)>
            <p>{filled(|t| t.questions().restore_text, name_of(&server))}</p>
            <div class="toolbar">
                <Button label=tx(|t| t.actions().restore) kind=Kind::Primary on_click=back refused=no_back />
                <Button label=tx(|t| t.actions().delete_for_good) on_click=end refused=no_end />
            </div>
        </Section>
    }
    .into_any()
}
