//! Rebooting (row S25): two ways, the difference explained where it is chosen.

use std::sync::Arc;

use cloud::rules::lifecycle::{Action, RebootKind};
use cloud::wire::Server;
use leptos::prelude::*;

use super::stop::node_warning;
use super::{kind_of, name_of, reasons};
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::reactive::{Signal, effect};
use crate::ui::{Choice, ConfirmDialog, RadioCards};

/// The question.
pub fn dialog(victim: RwSignal<Option<Arc<Server>>>, open: RwSignal<bool>) -> AnyView {
    let chosen = RwSignal::new(String::from("soft"));
    let why = move |kind| victim.with(|server| reasons::refusal(Action::Reboot(kind), server.as_deref()?));
    // The gentle way first, unless it is impossible.
    effect(move || {
        if open.get() {
            chosen.set(if why(RebootKind::Soft).is_none() { "soft" } else { "hard" }.into());
        }
    });
    let choices = Signal::derive(move || {
        vec![
            choice("soft", tx(|t| t.actions().soft), tx(|t| t.actions().soft_note), why(RebootKind::Soft)),
            choice("hard", tx(|t| t.actions().hard), tx(|t| t.actions().hard_note), why(RebootKind::Hard)),
        ]
    });
    let confirm = move || {
        open.set(false);
        if let Some(server) = victim.get_untracked() {
            data::act(server, Action::Reboot(kind_of(&chosen.get_untracked())));
        }
    };
    view! {
        <ConfirmDialog open title=filled(|t| t.actions().reboot_title, [("name", name_of(victim))])
            confirm=tx(|t| t.actions().reboot) on_confirm=confirm>
            <RadioCards label=tx(|t| t.actions().reboot_kind) value=chosen choices />
            {node_warning(victim)}
        </ConfirmDialog>
    }
    .into_any()
}

fn choice(value: &'static str, label: Text, note: Text, why: Option<Text>) -> Choice {
    Choice::new(value, label).note(note).excluded(why)
}
