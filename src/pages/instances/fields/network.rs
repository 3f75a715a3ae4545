//! Where the first network interface connects: a subnet (usual on NHN), a network (usual on other clouds) or a port
//! (row S13).

use super::one_of::{OneOf, choice, one_of};
use super::typed::{Typed, pick_or_type};
use super::{choose_the_only, column, number_column};
use crate::locales::{Text, tx};
use crate::pages::instances::create::check::problem_of;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::part::part;
use crate::pages::instances::create::words::{self, called};
use crate::ui::{Choice, Picker, PickerRow, RadioCards, live_view};
use ::view::fold;
use cloud::create::{ConnectTo, Draft, Field, NicDraft};
use cloud::wire::{Network, Port, Subnet};
use leptos::prelude::*;
use std::sync::Arc;

impl OneOf for ConnectTo {
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::Subnet, "subnet"), (Self::Network, "network"), (Self::Port, "port")];
}

pub fn network(form: Form) -> AnyView {
    let to = form.value(part!(nic.to));
    let picker = live_view(move || match to.get() {
        ConnectTo::Subnet => by_subnet(form),
        ConnectTo::Network => by_network(form),
        ConnectTo::Port => by_port(form),
    });
    view! {
        <div class="create-segments">
            <RadioCards label=tx(|t| t.create_more().connect_to) value=one_of(to) choices=kinds(form) />
        </div>
        {picker}
    }
    .into_any()
}

/// The kinds of connection, the usual one first.
pub fn kinds(form: Form) -> Signal<Vec<Choice>> {
    Signal::derive(move || {
        let subnet = choice(ConnectTo::Subnet, tx(|t| t.create().subnet));
        let network = choice(ConnectTo::Network, tx(|t| t.create().network));
        let port = choice(ConnectTo::Port, tx(|t| t.create_more().port));
        match form.known.usual_nic() {
            ConnectTo::Subnet => vec![subnet, network, port],
            _ => vec![network, subnet, port],
        }
    })
}

fn by_subnet(form: Form) -> AnyView {
    let (subnets, networks) = (form.known.subnets, form.known.networks);
    let value = form.value(part!(nic.subnet.0));
    let rows = Signal::derive(move || {
        let networks = networks.value.get().unwrap_or_default();
        rows_of_subnets(&subnets.value.get().unwrap_or_default(), &networks)
    });
    choose_the_only(form, part!(nic.subnet.0), subnets.settled, rows);
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
                <Picker label=tx(|t| t.create().subnet) columns=columns() rows value error loading />
            </div>
        }
        .into_any()
    };
    let type_in = move || {
        let (label, hint) = (tx(|t| t.create().subnet_id), tx(|t| t.create().network_id_hint));
        Typed { label, value, hint, error, optional: false, trouble: subnets.trouble() }.draw()
    };
    pick_or_type(subnets.typed, pick, type_in)
}

fn by_network(form: Form) -> AnyView {
    let (subnets, networks) = (form.known.subnets, form.known.networks);
    let value = form.value(part!(nic.network.0));
    let rows = Signal::derive(move || {
        rows_of_networks(&networks.value.get().unwrap_or_default(), subnets.value.get().as_deref())
    });
    choose_the_only(form, part!(nic.network.0), networks.settled, rows);
    let columns = || vec![column(tx(|t| t.create().network)), column(tx(|t| t.create().cidr))];
    let (error, loading) = (form.error(Field::Network), Signal::derive(move || networks.value.with(Option::is_none)));
    let pick = move || {
        view! { <Picker label=tx(|t| t.create().network) columns=columns() rows value error loading /> }.into_any()
    };
    let type_in = move || {
        let (label, hint) = (tx(|t| t.create().network_id), tx(|t| t.create().network_id_hint));
        Typed { label, value, hint, error, optional: false, trouble: networks.trouble() }.draw()
    };
    pick_or_type(networks.typed, pick, type_in)
}

fn by_port(form: Form) -> AnyView {
    let (ports, networks) = (form.known.ports.want(), form.known.networks);
    let value = form.value(part!(nic.port.0));
    let rows = Signal::derive(move || {
        let (all, networks) = (ports.value.get().unwrap_or_default(), networks.value.get().unwrap_or_default());
        let row = |port: &Port| {
            let network = networks.iter().find(|network| network.id == port.network);
            let network = network.map_or(&port.network.0, |network| &network.name).clone();
            let (name, addresses) = (called(&port.name, &port.id.0), addresses(port));
            PickerRow {
                id: port.id.0.clone(),
                haystack: [&name, &network, &addresses].map(|text| fold(text)).join(" "),
                cells: vec![name.into(), network.into(), addresses.into()],
                excluded: why_not(form, port),
            }
        };
        all.iter().map(row).collect::<Arc<[_]>>()
    });
    let columns = || {
        vec![
            column(tx(|t| t.create_more().port)),
            column(tx(|t| t.create().network)),
            column(tx(|t| t.create_more().addresses)),
        ]
    };
    let (error, loading) = (form.error(Field::Network), Signal::derive(move || ports.value.with(Option::is_none)));
    let pick = move || {
        let (label, hint) = (tx(|t| t.create_more().port), tx(|t| t.create_more().port_hint));
        view! {
            <div class="create-network"><Picker label columns=columns() rows value hint error loading /></div>
        }
        .into_any()
    };
    let type_in = move || {
        let (label, hint) = (tx(|t| t.create_more().port_id), tx(|t| t.create().network_id_hint));
        Typed { label, value, hint, error, optional: false, trouble: ports.trouble() }.draw()
    };
    pick_or_type(ports.typed, pick, type_in)
}

/// Why a new instance cannot use this port.
pub fn why_not(form: Form, port: &Port) -> Option<Text> {
    let nic = NicDraft { to: ConnectTo::Port, port: port.id.clone(), ..NicDraft::default() };
    let probe = Draft { nic, ..Draft::default() };
    let problem = form.known.with(|context| problem_of(Field::Network, &probe, context));
    problem.map(|problem| words::problem(Field::Network, &problem, false))
}

/// The addresses of a port, separated by commas.
pub fn addresses(port: &Port) -> String {
    port.fixed.iter().map(|fixed| fixed.address.as_str()).collect::<Vec<_>>().join(", ")
}

/// The subnets with their networks, without those of the floating IP pool.
pub fn rows_of_subnets(subnets: &[Subnet], networks: &[Network]) -> Arc<[PickerRow]> {
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
                excluded: subnet.is_full().then(|| tx(|t| t.create_more().subnet_full)),
            }
        })
        .collect()
}

/// The networks with the address ranges of their subnets, if loaded. Nova refuses a network without a subnet.
pub fn rows_of_networks(networks: &[Network], subnets: Option<&[Subnet]>) -> Arc<[PickerRow]> {
    let row = |network: &Network| {
        let own = subnets.into_iter().flatten().filter(|subnet| subnet.network_id == network.id);
        let cidrs = own.map(|subnet| subnet.cidr.as_str()).collect::<Vec<_>>().join(", ");
        let name = called(&network.name, &network.id.0);
        PickerRow {
            id: network.id.0.clone(),
            haystack: [&name, &cidrs].map(|text| fold(text)).join(" "),
            excluded: (subnets.is_some() && cidrs.is_empty()).then(|| tx(|t| t.create_more().network_bare)),
            cells: vec![name.into(), if cidrs.is_empty() { "–".into() } else { cidrs.into() }],
        }
    };
    networks.iter().filter(|network| !network.external).map(row).collect()
}
