//! Where the network interface goes: a subnet, or a network where the cloud takes no subnets (row S13).

use super::typed::{Typed, pick_or_type};
use super::{choose_the_only, column, number_column};
use crate::locales::{Text, tx};
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::words;
use crate::reactive::{Memo, Signal};
use crate::ui::{Picker, PickerRow, live_view};
use ::view::fold;
use cloud::create::Field;
use cloud::wire::{Network, Subnet};
use leptos::prelude::*;
use std::sync::Arc;

pub fn network(form: Form) -> AnyView {
    let subnets = Memo::new(move |_| form.known.limits.with(|limits| limits.subnet_in_networks));
    live_view(move || if subnets.get() { by_subnet(form) } else { by_network(form) }).into_any()
}

fn by_subnet(form: Form) -> AnyView {
    let (subnets, networks) = (form.known.subnets, form.known.networks);
    let rows = Signal::derive(move || {
        let networks = networks.value.get().unwrap_or_default();
        rows_of_subnets(&subnets.value.get().unwrap_or_default(), &networks)
    });
    choose_the_only(form, Field::Network, form.network, subnets.settled, rows);
    let columns = || {
        vec![
            column(tx(|t| t.create().subnet)),
            column(tx(|t| t.create().vpc)),
            column(tx(|t| t.create().cidr)),
            number_column(tx(|t| t.create().free)),
        ]
    };
    let (error, loading) = (form.error(Field::Network), Signal::derive(move || subnets.value.with(Option::is_none)));
    let pick = move || {
        view! {
            <div class="create-network">
                <Picker label=tx(|t| t.create().subnet) columns=columns() rows value=form.network error loading />
            </div>
        }
        .into_any()
    };
    let type_in = move || {
        let (label, hint) = (tx(|t| t.create().subnet_id), tx(|t| t.create().network_id_hint));
        Typed { label, value: form.network, hint, error, optional: false, trouble: subnets.trouble() }.draw()
    };
    pick_or_type(subnets.typed, pick, type_in)
}

fn by_network(form: Form) -> AnyView {
    let (subnets, networks) = (form.known.subnets, form.known.networks);
    let rows = Signal::derive(move || {
        let subnets = subnets.value.get().unwrap_or_default();
        rows_of_networks(&networks.value.get().unwrap_or_default(), &subnets)
    });
    choose_the_only(form, Field::Network, form.network, networks.settled, rows);
    let columns = || vec![column(tx(|t| t.create().network)), column(tx(|t| t.create().cidr))];
    let (error, loading) = (form.error(Field::Network), Signal::derive(move || networks.value.with(Option::is_none)));
    let pick = move || {
        view! { <Picker label=tx(|t| t.create().network) columns=columns() rows value=form.network error loading /> }
            .into_any()
    };
    let type_in = move || {
        let (label, hint) = (tx(|t| t.create().network_id), tx(|t| t.create().network_id_hint));
        Typed { label, value: form.network, hint, error, optional: false, trouble: networks.trouble() }.draw()
    };
    pick_or_type(networks.typed, pick, type_in)
}

/// Subnets that stand by their network; those of the floating IP pool are no choice.
fn rows_of_subnets(subnets: &[Subnet], networks: &[Network]) -> Arc<[PickerRow]> {
    let network_of = |subnet: &Subnet| networks.iter().find(|network| network.id == subnet.network_id);
    let inside = |subnet: &&Subnet| !network_of(subnet).is_some_and(|network| network.external);
    let name_of = |subnet: &Subnet| match network_of(subnet) {
        Some(network) => called(&network.name, &network.id.0),
        None => subnet.network_id.0.clone(),
    };
    let mut rows: Vec<_> = subnets.iter().filter(inside).map(|subnet| (name_of(subnet), subnet)).collect();
    rows.sort_by(|(one, first), (other, second)| one.cmp(other).then_with(|| first.name.cmp(&second.name)));
    rows.into_iter()
        .map(|(network, subnet)| {
            let name = called(&subnet.name, &subnet.id.0);
            let free = subnet.free_addresses.map_or(Text::from("–"), words::number);
            PickerRow {
                id: subnet.id.0.clone(),
                haystack: [&name, &network, &subnet.cidr].map(|text| fold(text)).join(" "),
                cells: vec![name.into(), network.into(), subnet.cidr.clone().into(), free],
                excluded: None,
            }
        })
        .collect()
}

fn rows_of_networks(networks: &[Network], subnets: &[Subnet]) -> Arc<[PickerRow]> {
    let row = |network: &Network| {
        let own = subnets.iter().filter(|subnet| subnet.network_id == network.id);
        let cidrs = own.map(|subnet| subnet.cidr.as_str()).collect::<Vec<_>>().join(", ");
        let name = called(&network.name, &network.id.0);
        PickerRow {
            id: network.id.0.clone(),
            haystack: [&name, &cidrs].map(|text| fold(text)).join(" "),
            cells: vec![name.into(), if cidrs.is_empty() { "–".into() } else { cidrs.into() }],
            excluded: None,
        }
    };
    networks.iter().filter(|network| !network.external).map(row).collect()
}

/// Its name; the id where nobody gave it one.
fn called(name: &str, id: &str) -> String {
    if name.is_empty() { id.to_owned() } else { name.to_owned() }
}
