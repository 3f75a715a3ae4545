//! A pair with a public key of one's own (row S07).

use cloud::Failure;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::create::refusal;
use super::key_field::{self, Key};
use super::list::Known;
use super::name_field::{self, Name};
use crate::browser::focus;
use crate::data;
use crate::locales::{filled, tx};
use crate::ui::{Button, Dialog, Kind, toast};

/// The dialog.
pub fn dialog(open: RwSignal<bool>, list: Known) -> AnyView {
    view! { <Dialog open title=tx(|t| t.keypairs().register)>{form(open, list)}</Dialog> }.into_any()
}

fn form(open: RwSignal<bool>, list: Known) -> AnyView {
    let name = Name::new(list);
    let key = Key::new(name.typed);
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let submit = move || {
        name.touched.set(true);
        key.touched.set(true);
        let (Ok(name), Ok(key)) = untrack(|| (name.check(), key.check())) else { return focus::focus_first_error() };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            match data::create_key_pair(&name, Some(&key)).await {
                Ok(pair) => {
                    let _ = open.try_set(false);
                    toast::done(filled(|t| t.keypairs().registered, [("name", pair.name.0.into())]));
                }
                Err(refusal) => drop(failure.try_set(Some(refusal))),
            }
            let _ = busy.try_set(false);
        });
    };
    view! {
        <form class="confirm" novalidate on:submit=move |event| { event.prevent_default(); submit() }>
            <p>{tx(|t| t.keypairs().register_text)}</p>
            {name_field::field(name)}
            {key_field::field(key)}
            {refusal(failure)}
            <footer class="dialog-foot">
                <Button label=tx(|t| t.common().cancel) on_click=move || open.set(false) />
                <Button label=tx(|t| t.keypairs().register) kind=Kind::Primary busy submit=true />
            </footer>
        </form>
    }
    .into_any()
}
