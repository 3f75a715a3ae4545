//! Stopping (row S24): asked by name, because what runs on it ends.

use std::sync::Arc;

use cloud::rules::lifecycle::Action;
use cloud::wire::Server;
use leptos::prelude::*;

use super::name_of;
use crate::data;
use crate::locales::{filled, tx};
use crate::pages::instances::marks;
use crate::ui::{ConfirmDialog, Warning, live_view};

/// The question.
pub fn dialog(victim: RwSignal<Option<Arc<Server>>>, open: RwSignal<bool>) -> AnyView {
    let confirm = move || {
        open.set(false);
        if let Some(server) = victim.get_untracked() {
            data::act(server, Action::Stop);
        }
    };
    view! {
        <ConfirmDialog open title=filled(|t| t.actions().stop_title, [("name", name_of(victim))])
            confirm=tx(|t| t.actions().stop) on_confirm=confirm>
            <p>{tx(|t| t.actions().stop_text)}</p>
            {node_warning(victim)}
        </ConfirmDialog>
    }
    .into_any()
}

/// A node of a cluster is rarely meant to be stopped by hand.
pub fn node_warning(victim: RwSignal<Option<Arc<Server>>>) -> AnyView {
    live_view(move || match victim.with(|server| server.as_deref().is_some_and(|server| marks::which(server).1)) {
        true => view! { <Warning words=tx(|t| t.actions().node_stop) /> }.into_any(),
        false => ().into_any(),
    })
    .into_any()
}
