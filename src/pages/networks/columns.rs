//! The cells of the table.

use ::view::network::Place;
use leptos::prelude::*;

use super::{Places, find};
use crate::locales::{Text, Words, number, tx};
use crate::reactive::{Memo, Signal};
use crate::ui::{Column, RowId, Width};

/// The columns; `complete`: all instances are there to be counted.
pub fn columns(all: Places, complete: Memo<bool>) -> Vec<Column> {
    let text = move |id: Signal<RowId>, of: fn(&Place) -> Text| {
        let words = Text::live(move || find(all, &id.get()).map(|place| of(&place)).unwrap_or_default());
        let title = words.clone();
        view! { <span title=title dir="auto">{words}</span> }.into_any()
    };
    let instances = move |id: Signal<RowId>| {
        let words = Text::live(move || match (complete.get(), find(all, &id.get())) {
            // An instance count fits everywhere.
            (true, Some(place)) if place.network.is_some() => number(place.instances as f64).into(),
            _ => "–".into(),
        });
        view! { <span>{words}</span> }.into_any()
    };
    vec![
        Column::new("name", tx(|t| t.networks().subnet), Width::Grow, move |id| text(id, name)),
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

fn gateway(place: &Place) -> Text {
    match &place.subnet {
        None => "–".into(),
        Some(subnet) => subnet.gateway.clone().map_or_else(|| tx(|t| t.networks().none), Text::from),
    }
}

fn free(place: &Place) -> Text {
    match place.subnet.as_ref().and_then(|subnet| subnet.free_addresses) {
        // Lossless below 2^53.
        Some(free) => number(free as f64).into(),
        None => "–".into(),
    }
}

/// Whether a floating IP can be given to an address there; only NHN says.
fn way_out(place: &Place) -> Text {
    match place.subnet.as_ref().and_then(|subnet| subnet.internet_gateway.said()) {
        Some(Some(_)) => tx(|t| t.networks().yes),
        Some(None) => tx(|t| t.networks().no),
        None => "–".into(),
    }
}

fn kind(place: &Place) -> Text {
    let which: Words = match place.network.as_ref().map(|network| (network.external, network.shared)) {
        Some((true, _)) => |t| t.networks().external,
        Some((false, true)) => |t| t.networks().shared,
        Some((false, false)) => |t| t.networks().own,
        None => return "–".into(),
    };
    tx(which)
}
