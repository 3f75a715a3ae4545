//! Shows the administrator's password that the cloud generated. The API returns it only once.

use cloud::wire::{AdminPassword, Server};
use leptos::prelude::*;

use super::name_of;
use crate::locales::{Words, filled, tx};
use crate::pages::instances::password::OnceShown;
use crate::ui::{Button, Kind};

/// Replaces the dialog's form after the cloud has answered.
pub fn shown_once(
    title: Words,
    server: &Server,
    once: OnceShown,
    password: AdminPassword,
    open: RwSignal<bool>,
) -> AnyView {
    let done = move || {
        if once.may_close() {
            open.set(false);
        }
    };
    view! {
        <div class="confirm" role="status">
            <p>{filled(title, name_of(server))}</p>
            {once.view(password, Callback::new(move |()| open.set(false)))}
            <footer class="dialog-foot">
                <Button label=tx(|t| t.questions().done) kind=Kind::Primary on_click=done />
            </footer>
        </div>
    }
    .into_any()
}
