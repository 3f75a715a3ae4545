//! Read-only mode: an indicator in the header, and a reason on every button that changes something. Requests are also
//! blocked where they are sent. Without a network the same
//! buttons are disabled, too.

use crate::data;
use crate::locales::{Text, tx};
use crate::ui::{Icon, icon, live_view, no_network};
use leptos::prelude::*;

/// Why a button that changes something is disabled.
pub fn no_changes() -> Signal<Option<Text>> {
    let (on, network) = (data::read_only(), no_network());
    Signal::derive(move || on.get().then(|| tx(|t| t.shell().read_only_hint)).or_else(|| network.get()))
}

/// The indicator in the header.
pub(super) fn mark() -> AnyView {
    let on = data::read_only();
    let shown = move || match on.get() {
        true => {
            let hint = tx(|t| t.shell().read_only_hint);
            view! { <span class="read-only" title=hint>{icon(Icon::Eye)}<span>{tx(|t| t.shell().read_only)}</span></span> }
                .into_any()
        }
        false => ().into_any(),
    };
    view! { <div class="read-only-place" role="status">{live_view(shown)}</div> }.into_any()
}
