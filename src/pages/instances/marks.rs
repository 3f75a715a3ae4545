//! Marks beside an instance's name: protected from deletion, node of a Kubernetes cluster.

use cloud::rules::managed::kubernetes_node;
use cloud::wire::Server;
use leptos::prelude::*;

use super::words::Row;
use crate::locales::{Text, tx};
use crate::ui::{Icon, icon, live_view};

/// The marks; empty for most instances.
pub fn marks(row: Row) -> AnyView {
    let which = Memo::new(move |_| row.with(|server| server.as_deref().map(which).unwrap_or_default()));
    live_view(move || {
        let (protected, node) = which.get();
        let shield = protected.then(|| mark(Icon::Lock, tx(|t| t.instances().protected)));
        let wheel = node.then(|| mark(Icon::Cluster, tx(|t| t.instances().node)));
        (shield, wheel).into_any()
    })
    .into_any()
}

/// Whether it is protected, and whether it is a node.
pub fn which(server: &Server) -> (bool, bool) {
    (server.protect.said() == Some(&true), kubernetes_node(server))
}

fn mark(which: Icon, words: Text) -> AnyView {
    view! { <span class="mark" title=words.clone()>{icon(which)}<span class="sr-only">{words.clone()}</span></span> }
        .into_any()
}
