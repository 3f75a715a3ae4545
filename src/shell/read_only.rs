//! That nothing can be changed, while the read-only switch of the account menu is on: a mark in the header, and the
//! reason on every button that would change something. What is pressed all the same is held back where it is sent.

use crate::data;
use crate::locales::{Text, tx};
use crate::reactive::Observed;
use crate::ui::{Icon, icon, live_view};
use leptos::prelude::*;

/// Why a button that changes something does nothing now, if so.
pub fn no_changes() -> Observed<Option<Text>> {
    let on = data::read_only();
    Observed::derive(move || on.get().then(|| tx(|t| t.shell().read_only_hint)))
}

/// The mark in the header.
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
