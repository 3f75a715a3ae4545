//! The message while it is unknown whether the cloud received the request.

use super::form::Form;
use crate::locales::{Words, tx};
use crate::ui::{Icon, icon, live_view};
use cloud::create::Fate;
use leptos::prelude::*;

/// The state after the API's answer was lost.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lost {
    /// The instances are being searched for.
    Looking,
    /// The search ended with this result.
    Ended(Fate),
}

/// The message, shown above the error.
pub(super) fn lost(form: Form) -> AnyView {
    live_view(move || match form.lost.get().and_then(said) {
        Some(words) => view! {
            <p class="create-lost remark" role="status">{icon(Icon::Info)}<span>{tx(words)}</span></p>
        }
        .into_any(),
        None => ().into_any(),
    })
    .into_any()
}

fn said(lost: Lost) -> Option<Words> {
    match lost {
        Lost::Looking => Some(|t| t.create_more().lost_looking),
        Lost::Ended(Fate::NotThere) => Some(|t| t.create_more().lost_not_there),
        Lost::Ended(Fate::Unknown) => Some(|t| t.create_more().lost_unknown),
        Lost::Ended(Fate::Unmarked) => Some(|t| t.create_more().lost_unmarked),
        Lost::Ended(Fate::Refused) => None,
    }
}
