//! The administrator's password that the cloud made on the way: shown here, and never again.

use cloud::wire::{AdminPassword, Server};
use leptos::prelude::*;

use super::name_of;
use crate::locales::{Words, filled, tx};
use crate::ui::{Button, Copyable, Kind, Warning};

/// What takes the place of the question once it is answered.
pub fn shown_once(title: Words, server: &Server, password: AdminPassword, open: RwSignal<bool>) -> AnyView {
    view! {
        <div class="confirm" role="status">
            <p>{filled(title, name_of(server))}</p>
            <section class="password">
                <h3>{tx(|t| t.questions().password)}</h3>
                <Copyable text=password.0 what=tx(|t| t.questions().password) />
            </section>
            <Warning words=tx(|t| t.questions().password_once) />
            <footer class="dialog-foot">
                <Button label=tx(|t| t.questions().done) kind=Kind::Primary on_click=move || open.set(false) />
            </footer>
        </div>
    }
    .into_any()
}
