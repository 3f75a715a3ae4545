//! Where a cloud waits after a resize (row S26): confirm the new flavor, or go back.

use cloud::rules::lifecycle::{Action, waits_for_confirmation};
use leptos::prelude::*;

use super::here::rules;
use super::{Actions, Question, name_of};
use crate::data;
use crate::locales::{filled, tx};
use crate::pages::instances::words::Row;
use crate::reactive::Memo;
use crate::ui::{Button, Kind, Section, live_view};

/// The two ways on; nothing while there is nothing to decide.
pub fn verify(row: Row, actions: Actions) -> AnyView {
    let waits = Memo::new(move |_| {
        let rules = rules();
        row.with(|server| server.as_deref().is_some_and(|server| waits_for_confirmation(server, rules)))
    });
    live_view(move || if waits.get() { section(row, actions) } else { ().into_any() }).into_any()
}

fn section(row: Row, actions: Actions) -> AnyView {
    let Some(server) = row.get_untracked() else { return ().into_any() };
    let confirm = move || {
        if let Some(server) = row.get_untracked() {
            data::act(server, Action::ConfirmResize);
        }
    };
    let revert = move || {
        if let Some(server) = row.get_untracked() {
            actions.ask(Question::Plain(Action::RevertResize), server);
        }
    };
    let (no_confirm, no_revert) = (actions.why(row, Action::ConfirmResize), actions.why(row, Action::RevertResize));
    view! {
        <Section title=tx(|t| t.questions().verify_title)>
            <p>{filled(|t| t.questions().verify_text, name_of(&server))}</p>
            <div class="toolbar">
                <Button label=tx(|t| t.actions().confirm_resize) kind=Kind::Primary on_click=confirm refused=no_confirm />
                <Button label=tx(|t| t.actions().revert_resize) on_click=revert refused=no_revert />
            </div>
        </Section>
    }
    .into_any()
}
