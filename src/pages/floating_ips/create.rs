//! The dialog that allocates an address from a pool.

use std::sync::Arc;

use cloud::wire::Network;
use leptos::prelude::*;

use super::Lines;
use crate::browser::focus;
use crate::data::{self, Live};
use crate::flows::floating::pools;
use crate::locales::{filled, tx};
use crate::reactive::effect;
use crate::ui::{Choice, ConfirmForm, Dialog, Hint, SelectField, Submit, TextField, create_advice, live_view, toast};

pub fn dialog(open: RwSignal<bool>, lines: Lines, networks: Live<Arc<[Network]>>) -> AnyView {
    view! { <Dialog open title=tx(|t| t.floating_ips().create)>{form(open, lines, networks)}</Dialog> }.into_any()
}

fn form(open: RwSignal<bool>, lines: Lines, networks: Live<Arc<[Network]>>) -> AnyView {
    let (pool, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
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
    // Without a list of networks, the user types the id of one.
    let typed = Memo::new(move |_| {
        let settled = networks.value.with(Option::is_some) || networks.failure().is_some();
        settled && choices.with(Vec::is_empty)
    });
    let submit = Submit::new(move || {
        tried.set(true);
        let wanted = focus::filled(pool.get_untracked().trim().to_owned())?;
        Some(async move {
            let ip = data::create_floating_ip(&wanted.as_str().into()).await?;
            toast::done(filled(|t| t.floating_ips().created, [("address", ip.address.into())]));
            let _ = open.try_set(false);
            Ok(())
        })
    });
    let error = Signal::derive(move || {
        (tried.get() && pool.with(|pool| pool.trim().is_empty())).then(|| tx(|t| t.floating_ips().pool_missing))
    });
    view! {
        <ConfirmForm open confirm=tx(|t| t.floating_ips().create) submit advice=create_advice>
            {live_view(move || match typed.get() {
                true => view! {
                    <TextField label=tx(|t| t.floating_ips().pool_id) value=pool hint=tx(|t| t.floating_ips().pool_hint) error mono=true />
                }
                .into_any(),
                false => view! { <SelectField label=tx(|t| t.floating_ips().pool) value=pool choices error /> }.into_any(),
            })}
            <Hint words=tx(|t| t.floating_ips().create_text) />
        </ConfirmForm>
    }
    .into_any()
}
