//! Asks for confirmation before the user leaves a form with input.

use super::form::Form;
use crate::browser::navigation::{self, Leaving};
use crate::locales::tx;
use crate::ui::{ConfirmDialog, Submit, guard_leaving};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The dialog and the guard that opens it. It is active for as long as the calling component exists.
pub(super) fn guard(form: Form) -> AnyView {
    let edited = form.edited;
    let open = RwSignal::new(false);
    let to = RwSignal::new(None::<Leaving>);
    let ask = move |leaving| {
        to.set(Some(leaving));
        open.set(true);
    };
    guard_leaving(edited, ask);
    let navigate = use_navigate();
    let go = move || {
        form.released.set(true);
        open.set(false);
        match to.get_untracked() {
            Some(Leaving::To(address)) => navigate(&address, NavigateOptions::default()),
            Some(Leaving::Back) => navigation::back(),
            None => {}
        }
    };
    view! {
        <ConfirmDialog open title=tx(|t| t.create().leave_title) confirm=tx(|t| t.create().leave_confirm) danger=true
            submit=Submit::at_once(go)>
            <p>{tx(|t| t.create().leave_words)}</p>
        </ConfirmDialog>
    }
    .into_any()
}
