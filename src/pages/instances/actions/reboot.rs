//! The dialog that reboots an instance (row S25), with an explanation of the two ways.

use std::sync::Arc;

use cloud::rules::lifecycle::Action;
use cloud::wire::Server;
use leptos::prelude::*;

use super::plain::node_warning;
use super::{Here, name_of};
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::ui::{Choice, ConfirmDialog, RadioCards, Submit};

pub fn dialog(server: Arc<Server>, open: RwSignal<bool>, here: Here) -> AnyView {
    let victim = server.clone();
    let why = move |action| here.refusal(action, &victim);
    // Soft reboot is preselected unless it is not possible.
    let first = if untrack(|| why(Action::SoftReboot)).is_none() { "soft" } else { "hard" };
    let chosen = RwSignal::new(first.to_owned());
    let choices = Signal::derive(move || {
        vec![
            choice("soft", tx(|t| t.questions().soft), tx(|t| t.questions().soft_note), why(Action::SoftReboot)),
            choice("hard", tx(|t| t.questions().hard), tx(|t| t.questions().hard_note), why(Action::HardReboot)),
        ]
    });
    let victim = server.clone();
    let confirm = move || {
        open.set(false);
        let action = if chosen.get_untracked() == "hard" { Action::HardReboot } else { Action::SoftReboot };
        data::act(victim.clone(), action);
    };
    view! {
        <ConfirmDialog open title=filled(|t| t.questions().reboot_title, name_of(&server))
            confirm=tx(|t| t.questions().reboot) submit=Submit::at_once(confirm)>
            <RadioCards label=tx(|t| t.questions().reboot_kind) value=chosen choices />
            {node_warning(&server)}
        </ConfirmDialog>
    }
    .into_any()
}

fn choice(value: &'static str, label: Text, note: Text, why: Option<Text>) -> Choice {
    Choice::new(value, label).note(note).excluded(why)
}
