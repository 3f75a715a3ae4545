//! A new address out of a pool.

use std::sync::Arc;

use cloud::Failure;
use cloud::wire::Network;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Lines;
use crate::browser::focus;
use crate::data::{self, Live};
use crate::flows::floating::pools;
use crate::locales::{filled, tx};
use crate::reactive::{Memo, Signal, effect};
use crate::ui::{
    Button, Choice, Dialog, FailureCard, Hint, Kind, SelectField, TextField, create_advice, live_view, toast,
};

/// The dialog.
pub fn dialog(open: RwSignal<bool>, lines: Lines, networks: Live<Arc<[Network]>>) -> AnyView {
    view! { <Dialog open title=tx(|t| t.floating_ips().create)>{form(open, lines, networks)}</Dialog> }.into_any()
}

fn form(open: RwSignal<bool>, lines: Lines, networks: Live<Arc<[Network]>>) -> AnyView {
    let (pool, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let choices = Signal::derive(move || {
        let ips: Vec<_> = lines.get().iter().flat_map(|lines| lines.iter()).map(|line| line.ip.clone()).collect();
        let pools = pools(&networks.value.get().unwrap_or_default(), &ips);
        pools.into_iter().map(|(id, name)| Choice::new(id.0, name)).collect::<Vec<_>>()
    });
    effect(move || {
        let first = choices.get().first().map(|choice| choice.value.clone()).unwrap_or_default();
        if pool.with_untracked(String::is_empty) {
            pool.set(first);
        }
    });
    // Nothing to choose from: its id is typed.
    let typed = Memo::new(move |_| {
        let settled = networks.value.with(Option::is_some) || networks.failure().is_some();
        settled && choices.with(Vec::is_empty)
    });
    let submit = move || {
        tried.set(true);
        let wanted = pool.get_untracked().trim().to_owned();
        if wanted.is_empty() {
            return focus::focus_first_error();
        }
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            match data::create_floating_ip(&wanted.as_str().into()).await {
                Ok(ip) => {
                    toast::done(filled(|t| t.floating_ips().created, [("address", ip.address.into())]));
                    let _ = open.try_set(false);
                }
                Err(refused) => _ = failure.try_set(Some(refused)),
            }
            let _ = busy.try_set(false);
        });
    };
    let error = Signal::derive(move || {
        (tried.get() && pool.with(|pool| pool.trim().is_empty())).then(|| tx(|t| t.floating_ips().pool_missing))
    });
    view! {
        <form class="confirm" novalidate on:submit=move |event| { event.prevent_default(); submit() }>
            {live_view(move || match typed.get() {
                true => view! {
                    <TextField label=tx(|t| t.floating_ips().pool_id) value=pool hint=tx(|t| t.floating_ips().pool_hint) error mono=true />
                }
                .into_any(),
                false => view! { <SelectField label=tx(|t| t.floating_ips().pool) value=pool choices error /> }.into_any(),
            })}
            <Hint words=tx(|t| t.floating_ips().create_text) />
            {live_view(move || match failure.get() {
                Some(failure) => view! { <FailureCard instead=create_advice(&failure) failure /> }.into_any(),
                None => ().into_any(),
            })}
            <footer class="dialog-foot">
                <Button label=tx(|t| t.common().cancel) on_click=move || open.set(false) />
                <Button label=tx(|t| t.floating_ips().create) kind=Kind::Primary busy submit=true />
            </footer>
        </form>
    }
    .into_any()
}
