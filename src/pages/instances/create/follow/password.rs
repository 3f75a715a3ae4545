//! The administrator's password that the cloud made: shown here, and never again.

use crate::locales::tx;
use crate::ui::Copyable;
use leptos::prelude::*;

pub fn shown_once(password: String) -> AnyView {
    view! {
        <section class="create-password">
            <h2>{tx(|t| t.create().admin_pass)}</h2>
            <Copyable text=password what=tx(|t| t.create().admin_pass) />
            <p>{tx(|t| t.create().admin_pass_once)}</p>
        </section>
    }
    .into_any()
}
