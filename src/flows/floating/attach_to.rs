//! Asks which instance gets a floating IP.

use std::sync::Arc;

use ::view::fold;
use cloud::Status;
use cloud::floating::{AddressFrom, Known};
use cloud::wire::{FloatingIp, Server};
use leptos::prelude::*;

use super::attach::{may_close, name_of};
use super::progress::progress;
use super::run::Attaching;
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::reactive::effect;
use crate::ui::{ConfirmForm, Dialog, Picker, PickerColumn, PickerRow, Skeleton, Standing, Submit, live_view};

/// The question, then the progress.
pub fn dialog(open: RwSignal<bool>, ip: RwSignal<Option<FloatingIp>>) -> AnyView {
    let run = RwSignal::new(None::<Attaching>);
    effect(move || {
        if !open.get() {
            run.set(None);
        }
    });
    let address = Text::live(move || ip.with(|ip| ip.as_ref().map(|ip| ip.address.clone())).unwrap_or_default().into());
    view! {
        <Dialog open title=filled(|t| t.floating_ips().attach_to_title, [("address", address)]) may_close=may_close(run)>
            {live_view(move || match run.get() {
                Some(run) => progress(run, open),
                None => choose(ip, run, open),
            })}
        </Dialog>
    }
    .into_any()
}

fn choose(ip: RwSignal<Option<FloatingIp>>, run: RwSignal<Option<Attaching>>, open: RwSignal<bool>) -> AnyView {
    let (instances, ips, subnets) = (data::instances(), data::floating_ips(), data::subnets());
    let (value, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let rows = Signal::derive(move || {
        let rows = instances.value.get().map(|list| list.rows).unwrap_or_default();
        rows.iter().map(row).collect::<Arc<[PickerRow]>>()
    });
    let begin = move || {
        tried.set(true);
        let list = instances.value.get_untracked().map(|list| list.rows).unwrap_or_default();
        let server = list.iter().find(|server| value.with_untracked(|value| server.id.as_str() == value)).cloned();
        let known = Known {
            taken: ips.value.get_untracked().unwrap_or_default().to_vec(),
            subnets: subnets.value.get_untracked().unwrap_or_default().to_vec(),
        };
        if let (Some(server), Some(ip)) = (server, ip.get_untracked()) {
            run.set(Some(Attaching::begin(&server, AddressFrom::Own(ip), known)));
        }
    };
    let error = Signal::derive(move || {
        (tried.get() && value.with(String::is_empty)).then(|| tx(|t| t.floating_ips().choose_instance))
    });
    let column = |title: Text| PickerColumn { title, number: false };
    let columns = move || vec![column(tx(|t| t.common().name)), column(tx(|t| t.floating_ips().fixed))];
    let known = Signal::derive(move || instances.value.with(Option::is_some));
    let loading = Signal::derive(move || !instances.value.with(|list| list.as_ref().is_some_and(|list| list.complete)));
    let skeleton = || view! { <Skeleton rows=3 /> };
    view! {
        <ConfirmForm open confirm=tx(|t| t.floating_ips().attach) submit=Submit::at_once(begin)>
            <Standing answer=instances.answer() known failure=Signal::derive(move || instances.failure())
                loaded_at=instances.loaded_at on_retry=move || instances.refetch() fallback=skeleton>
                <Picker label=tx(|t| t.floating_ips().instance) columns=columns() rows value error loading />
            </Standing>
        </ConfirmForm>
    }
    .into_any()
}

/// An instance without addresses cannot have a floating IP; while it is being built, addresses may still appear.
fn row(server: &Arc<Server>) -> PickerRow {
    let all = server.addresses.said().map(Vec::as_slice).unwrap_or_default();
    let fixed: Vec<&str> = all.iter().filter(|one| !one.floating).map(|one| one.addr.as_str()).collect();
    let floating = all.iter().filter(|one| one.floating).count();
    let v4 = all.iter().filter(|one| !one.floating && one.version != 6).count();
    let excluded = match server.status {
        Status::Build => None,
        _ if v4 == 0 => Some(tx(|t| t.floating_ips().has_no_fixed)),
        _ if floating >= v4 => Some(tx(|t| t.floating_ips().has_one)),
        _ => None,
    };
    let (name, fixed) = (name_of(server), fixed.join(", "));
    PickerRow {
        id: server.id.0.clone(),
        haystack: [fold(&name), fold(&fixed)].join(" "),
        cells: vec![name.into(), if fixed.is_empty() { "–".into() } else { fixed.into() }],
        excluded,
    }
}
