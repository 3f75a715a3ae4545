//! The dialog that registers an existing public key (row S07).

use leptos::prelude::*;

use super::create::taken;
use super::key_field::{self, Key};
use super::list::Known;
use super::name_field::{self, Name};
use crate::browser::focus;
use crate::data;
use crate::locales::{filled, tx};
use crate::ui::{ConfirmForm, Dialog, Submit, toast};

pub fn dialog(open: RwSignal<bool>, list: Known) -> AnyView {
    view! { <Dialog open title=tx(|t| t.keypairs().register)>{form(open, list)}</Dialog> }.into_any()
}

fn form(open: RwSignal<bool>, list: Known) -> AnyView {
    let name = Name::new(list);
    let key = Key::new(name.typed);
    let submit = Submit::new(move || {
        name.touched.set(true);
        key.touched.set(true);
        let (name, key) = untrack(|| Some((focus::valid(name.check())?, focus::valid(key.check())?)))?;
        Some(async move {
            let pair = data::create_key_pair(&name, Some(&key)).await?;
            let _ = open.try_set(false);
            toast::done(filled(|t| t.keypairs().registered, [("name", pair.name.0.into())]));
            Ok(())
        })
    });
    view! {
        <ConfirmForm open confirm=tx(|t| t.keypairs().register) submit advice=taken>
            <p>{tx(|t| t.keypairs().register_text)}</p>
            {name_field::field(name)}
            {key_field::field(key)}
        </ConfirmForm>
    }
    .into_any()
}
