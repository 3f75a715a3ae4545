//! A pair that the cloud makes (row S06).

use cloud::{Failure, FailureKind};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::list::List;
use super::name_field::{self, Name};
use super::secret;
use crate::browser::focus;
use crate::data;
use crate::locales::Texts;
use crate::locales::texts::Advice;
use crate::locales::tx;
use crate::ui::{Button, Dialog, FailureCard, Kind, Warning, live_view};

/// The dialog. `register` is the other, safer way.
pub fn dialog(open: RwSignal<bool>, register: RwSignal<bool>, list: List) -> AnyView {
    view! { <Dialog open title=tx(|t| t.keypairs().create)>{form(open, register, list)}</Dialog> }.into_any()
}

fn form(open: RwSignal<bool>, register: RwSignal<bool>, list: List) -> AnyView {
    let name = Name::new(list);
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let submit = move || {
        name.touched.set(true);
        let Ok(name) = untrack(|| name.check()) else { return focus::focus_first_error() };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            match data::create_key_pair(&name, None).await {
                // Also when the dialog was closed meanwhile: the private key exists only here.
                Ok(pair) => {
                    secret::hold(pair);
                    let _ = open.try_set(false);
                }
                Err(refusal) => drop(failure.try_set(Some(refusal))),
            }
            let _ = busy.try_set(false);
        });
    };
    let rather = move || {
        open.set(false);
        register.set(true);
    };
    view! {
        <form class="confirm" novalidate on:submit=move |event| { event.prevent_default(); submit() }>
            {name_field::field(name)}
            <Warning words=tx(|t| t.keypairs().create_text) />
            <p class="rather">
                <span>{tx(|t| t.keypairs().create_rather)}</span>
                <Button label=tx(|t| t.keypairs().register) kind=Kind::Quiet on_click=rather />
            </p>
            {refusal(failure)}
            <footer class="dialog-foot">
                <Button label=tx(|t| t.common().cancel) on_click=move || open.set(false) />
                <Button label=tx(|t| t.keypairs().create) kind=Kind::Primary busy submit=true />
            </footer>
        </form>
    }
    .into_any()
}

/// What the cloud said to the last attempt. A conflict means here that the name is taken.
pub fn refusal(failure: RwSignal<Option<Failure>>) -> AnyView {
    live_view(move || match failure.get() {
        Some(failure) => {
            let taken: fn(Texts) -> &'static Advice = |t| &t.keypairs().exists;
            let instead = (failure.kind == FailureKind::Conflict).then_some(taken);
            view! { <FailureCard failure instead /> }.into_any()
        }
        None => ().into_any(),
    })
    .into_any()
}
