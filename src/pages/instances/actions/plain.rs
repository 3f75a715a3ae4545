//! Actions that need no more than a yes (rows S24, N08 and the ways out): the question says what will happen.

use std::sync::Arc;

use cloud::rules::lifecycle::Action;
use cloud::wire::Server;
use leptos::prelude::*;

use super::name_of;
use crate::data;
use crate::locales::{Words, filled, tx};
use crate::pages::instances::marks;
use crate::ui::{ConfirmDialog, Submit, Warning};

/// Title, what will happen, and the word on the button.
fn words(action: Action) -> [Words; 3] {
    match action {
        Action::Pause => [|t| t.questions().pause_title, |t| t.questions().pause_text, |t| t.questions().pause],
        Action::Suspend => [|t| t.questions().suspend_title, |t| t.questions().suspend_text, |t| t.questions().suspend],
        Action::Shelve => [|t| t.questions().shelve_title, |t| t.questions().shelve_text, |t| t.questions().shelve],
        Action::ShelveOffload => {
            [|t| t.questions().offload_title, |t| t.questions().offload_text, |t| t.questions().offload]
        }
        Action::RevertResize => {
            [|t| t.questions().revert_title, |t| t.questions().revert_text, |t| t.questions().revert]
        }
        Action::Unrescue => {
            [|t| t.questions().unrescue_title, |t| t.questions().unrescue_text, |t| t.questions().unrescue]
        }
        Action::Lock => [|t| t.questions().lock_title, |t| t.questions().lock_text, |t| t.questions().lock],
        _ => [|t| t.actions().stop_title, |t| t.actions().stop_text, |t| t.actions().stop],
    }
}

/// The question. How it goes on is told by notices.
pub fn dialog(action: Action, server: Arc<Server>, open: RwSignal<bool>) -> AnyView {
    let [title, text, confirm] = words(action);
    let victim = server.clone();
    let confirmed = move || {
        open.set(false);
        data::act(victim.clone(), action);
    };
    // What runs on it goes on while it is only locked.
    let warned = action != Action::Lock;
    view! {
        <ConfirmDialog open title=filled(title, name_of(&server)) confirm=tx(confirm) submit=Submit::at_once(confirmed)>
            <p>{tx(text)}</p>
            {warned.then(|| node_warning(&server))}
        </ConfirmDialog>
    }
    .into_any()
}

/// A node of a cluster is rarely meant to be stopped by hand.
pub fn node_warning(server: &Server) -> AnyView {
    marks::which(server).1.then(|| view! { <Warning words=tx(|t| t.actions().node_stop) /> }).into_any()
}
