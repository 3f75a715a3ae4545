//! Asks which floating IP an instance gets: an unattached one, or a new one from a pool.

use std::sync::Arc;

use cloud::floating::{AddressFrom, Known};
use cloud::wire::{FloatingIp, Network, Server};
use cloud::{FloatingIpId, NetworkId};
use leptos::prelude::*;

use super::progress::progress;
use super::run::Attaching;
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::reactive::effect;
use crate::ui::{Choice, ConfirmForm, Dialog, Empty, Hint, Icon, RadioCards, Skeleton, Standing, Submit, live_view};

/// The question, then the progress.
pub fn dialog(open: RwSignal<bool>, server: Signal<Option<Arc<Server>>>) -> AnyView {
    let run = RwSignal::new(None::<Attaching>);
    effect(move || {
        if !open.get() {
            run.set(None);
        }
    });
    let name = Text::live(move || server.with(|server| server.as_deref().map(name_of)).unwrap_or_default().into());
    view! {
        <Dialog open title=filled(|t| t.floating_ips().attach_title, [("name", name)]) may_close=may_close(run)>
            {live_view(move || match run.get() {
                Some(run) => progress(run, open),
                None => choose(server, run, open),
            })}
        </Dialog>
    }
    .into_any()
}

/// Not while an allocated address is attached to nothing.
pub(super) fn may_close(run: RwSignal<Option<Attaching>>) -> Callback<(), bool> {
    Callback::new(move |()| untrack(|| run.with(|run| run.as_ref().is_none_or(|run| run.orphan().is_none()))))
}

pub(super) fn name_of(server: &Server) -> String {
    if server.name.is_empty() { server.id.0.clone() } else { server.name.clone() }
}

/// Pools by id and name: the external networks, and the pools of the project's addresses.
pub fn pools(networks: &[Network], ips: &[FloatingIp]) -> Vec<(NetworkId, String)> {
    let mut all: Vec<(NetworkId, String)> =
        Network::pools(networks).map(|pool| (pool.id.clone(), pool.name.clone())).collect();
    for ip in ips {
        if !ip.pool.as_str().is_empty() && all.iter().all(|(id, _)| *id != ip.pool) {
            all.push((ip.pool.clone(), ip.pool.0.clone()));
        }
    }
    all
}

fn choose(server: Signal<Option<Arc<Server>>>, run: RwSignal<Option<Attaching>>, open: RwSignal<bool>) -> AnyView {
    let (ips, networks, subnets) = (data::floating_ips(), data::networks(), data::subnets());
    let value = RwSignal::new(String::new());
    let choices = Signal::derive(move || {
        let ips = ips.value.get().unwrap_or_default();
        choices(&ips, &networks.value.get().unwrap_or_default())
    });
    effect(move || {
        let choices = choices.get();
        if choices.iter().all(|choice| value.with_untracked(|value| choice.value != *value)) {
            value.set(choices.first().map(|choice| choice.value.clone()).unwrap_or_default());
        }
    });
    let begin = move || {
        let taken = ips.value.get_untracked().unwrap_or_default().to_vec();
        let known = Known { taken, subnets: subnets.value.get_untracked().unwrap_or_default().to_vec() };
        let from = value.with_untracked(|value| from(value, &known.taken));
        if let (Some(server), Some(from)) = (server.get_untracked(), from) {
            run.set(Some(Attaching::begin(&server, from, known)));
        }
    };
    let known = Signal::derive(move || ips.value.with(Option::is_some));
    // The pools are not waited for if there are addresses to choose from.
    let none = Memo::new(move |_| choices.with(Vec::is_empty));
    let waits = Memo::new(move |_| {
        none.get() && (!known.get() || networks.value.with(Option::is_none)) && networks.failure().is_none()
    });
    let skeleton = || view! { <Skeleton rows=3 /> }.into_any();
    let body = move || match (none.get(), waits.get()) {
        (_, true) => skeleton(),
        (true, false) => {
            let words = tx(|t| t.floating_ips().no_pool);
            view! { <Empty title=tx(|t| t.floating_ips().nothing_to_give) words mark=Icon::FloatingIps /> }.into_any()
        }
        (false, false) => view! {
            <RadioCards label=tx(|t| t.floating_ips().which_address) value choices />
            <Hint words=tx(|t| t.floating_ips().attach_text) />
        }
        .into_any(),
    };
    let refused = Signal::derive(move || none.get().then(|| tx(|t| t.floating_ips().nothing_to_give)));
    view! {
        <ConfirmForm open confirm=tx(|t| t.floating_ips().attach) submit=Submit::at_once(begin) refused>
            <Standing answer=ips.answer() known failure=Signal::derive(move || ips.failure()) loaded_at=ips.loaded_at
                on_retry=move || ips.refetch() fallback=skeleton>
                {live_view(body)}
            </Standing>
        </ConfirmForm>
    }
    .into_any()
}

fn choices(ips: &[FloatingIp], networks: &[Network]) -> Vec<Choice> {
    let pools = pools(networks, ips);
    let named = |id: &NetworkId| pools.iter().find(|(pool, _)| pool == id).map(|(_, name)| name.clone());
    let own = ips.iter().filter(|ip| ip.is_free()).map(|ip| {
        let pool = named(&ip.pool).unwrap_or_default();
        Choice::new(own_value(&ip.id), ip.address.clone())
            .note(filled(|t| t.floating_ips().choice_own, [("pool", pool.into())]))
    });
    let new = pools.iter().map(|(id, name)| {
        let label = filled(|t| t.floating_ips().choice_new, [("pool", name.clone().into())]);
        Choice::new(pool_value(id), label).note(tx(|t| t.floating_ips().choice_new_note))
    });
    own.chain(new).collect()
}

const OWN: &str = "own ";
const POOL: &str = "pool ";

fn own_value(id: &FloatingIpId) -> String {
    [OWN, id.as_str()].concat()
}

fn pool_value(id: &NetworkId) -> String {
    [POOL, id.as_str()].concat()
}

fn from(value: &str, ips: &[FloatingIp]) -> Option<AddressFrom> {
    if let Some(pool) = value.strip_prefix(POOL) {
        return Some(AddressFrom::Pool(pool.into()));
    }
    let id = value.strip_prefix(OWN)?;
    ips.iter().find(|ip| ip.id.as_str() == id).cloned().map(AddressFrom::Own)
}
