//! The cells of the table.

use ::view::network::Place;

use leptos::prelude::*;
use super::Networks;
use crate::locales::{Text, Words, number, tx};
use crate::shared::opened::Opened;
use crate::ui::{Column, RowId, Width, row_link};

/// The columns. `complete`: all instances are loaded, so they can be counted.
pub fn columns(list: Networks, detail: Opened, complete: Memo<bool>) -> Vec<Column> {
    let text = move |id: Signal<RowId>, of: fn(&Place) -> Text| list.cell(id, of);
    let instances = move |id: Signal<RowId>| {
        list.cell(id, move |place| match (complete.get(), &place.network) {
            // A number of instances fits into the type.
            (true, Some(_)) => number(place.instances as f64).into(),
            _ => "–".into(),
        })
    };
    let link = move |id: Signal<RowId>| {
        row_link(list.text(id, name), move || Some(detail.href(&id.get())), move || detail.show(&id.get_untracked()))
    };
    vec![
        Column::new("name", tx(|t| t.networks().subnet), Width::Grow, link),
        Column::new("network", tx(|t| t.networks().network), Width::Grow, move |id| {
            text(id, |place| place.network_name().to_owned().into())
        }),
        Column::new("cidr", tx(|t| t.networks().cidr), Width::Middle, move |id| {
            text(id, |place| place.cidr().unwrap_or("–").to_owned().into())
        }),
        Column::new("gateway", tx(|t| t.networks().gateway), Width::Middle, move |id| text(id, gateway)).priority(2),
        Column::new("free", tx(|t| t.networks().free), Width::Number, move |id| text(id, free)).priority(2),
        Column::new("way_out", tx(|t| t.networks().way_out), Width::Small, move |id| text(id, way_out))
            .priority(3)
            .unsorted(),
        Column::new("kind", tx(|t| t.networks().kind), Width::Middle, move |id| text(id, kind)).priority(2).unsorted(),
        Column::new("instances", tx(|t| t.networks().instances), Width::Number, instances),
    ]
}

fn name(place: &Place) -> Text {
    if place.subnet.is_none() { tx(|t| t.networks().no_subnet) } else { place.name().to_owned().into() }
}

/// The gateway, or that there is none.
pub fn gateway(place: &Place) -> Text {
    match &place.subnet {
        None => "–".into(),
        Some(subnet) => subnet.gateway.clone().map_or_else(|| tx(|t| t.networks().none), Text::from),
    }
}

/// The number of free addresses, if the cloud reports it.
pub fn free(place: &Place) -> Text {
    match place.subnet.as_ref().and_then(|subnet| subnet.free_addresses) {
        // Exact for numbers below 2^53.
        Some(free) => number(free as f64).into(),
        None => "–".into(),
    }
}

/// Whether floating IPs can be attached to addresses in the subnet; only NHN reports it.
pub fn way_out(place: &Place) -> Text {
    match place.subnet.as_ref().and_then(|subnet| subnet.internet_gateway.said()) {
        Some(Some(_)) => tx(|t| t.networks().yes),
        Some(None) => tx(|t| t.networks().no),
        None => "–".into(),
    }
}

/// Whether the network is the project's own, shared or external.
pub fn kind(place: &Place) -> Text {
    let which: Words = match place.network.as_ref().map(|network| (network.external, network.shared)) {
        Some((true, _)) => |t| t.networks().external,
        Some((false, true)) => |t| t.networks().shared,
        Some((false, false)) => |t| t.networks().own,
        None => return "–".into(),
    };
    tx(which)
}
