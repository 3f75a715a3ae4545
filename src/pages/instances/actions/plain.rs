//! The confirmation dialog of actions without further fields (rows S24, N08 and others).

use std::sync::Arc;

use cloud::rules::lifecycle::Action;
use cloud::wire::Server;
use leptos::prelude::*;

use super::name_of;
use crate::data;
use crate::locales::{QuestionTexts, Texts, tx, tx_of};
use crate::pages::instances::marks;
use crate::ui::{ConfirmDialog, Submit, Warning};

/// The dialog. The progress of the action is shown by notices.
pub fn dialog(
    action: Action,
    texts: fn(Texts) -> &'static QuestionTexts,
    server: Arc<Server>,
    open: RwSignal<bool>,
) -> AnyView {
    let victim = server.clone();
    let confirmed = move || {
        open.set(false);
        data::act(victim.clone(), action);
    };
    // Locking does not interrupt what runs on a cluster's node.
    let warned = action != Action::Lock;
    let title = tx_of(texts, |texts| texts.title).with(name_of(&server));
    view! {
        <ConfirmDialog open title confirm=tx_of(texts, |texts| texts.confirm) submit=Submit::at_once(confirmed)>
            <p>{tx_of(texts, |texts| texts.text)}</p>
            {warned.then(|| node_warning(&server))}
        </ConfirmDialog>
    }
    .into_any()
}

/// A warning on instances that are nodes of a cluster: these are rarely stopped by hand.
pub fn node_warning(server: &Server) -> AnyView {
    marks::which(server).1.then(|| view! { <Warning words=tx(|t| t.questions().node_stop) /> }).into_any()
}
