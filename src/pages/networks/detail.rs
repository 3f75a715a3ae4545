//! All fields of one subnet, or of a network without known subnets, including those that a narrow table hides.

use ::view::network::Place;
use leptos::prelude::*;

use super::Networks;
use super::columns::{free, gateway, kind, way_out};
use crate::locales::{Text, number, tx};
use crate::shared::opened::{Opened, gone, over};
use crate::ui::{Fact, Facts};

pub fn dialog(detail: Opened, list: Networks, complete: Memo<bool>) -> AnyView {
    let place = Memo::new(move |_| list.get(&detail.id.get(), Clone::clone));
    let title = Text::live(move || place.with(|place| place.as_ref().map(super::name)).unwrap_or_default());
    over(detail, title, list.shown, gone(), move || {
        place.get().map(|place| view! { <Facts facts=facts(&place, complete) /> }.into_any())
    })
}

fn facts(place: &Place, complete: Memo<bool>) -> Vec<Fact> {
    let instances = place.instances;
    // A number of instances fits into the type.
    let instances = Text::live(move || if complete.get() { number(instances as f64).into() } else { "–".into() });
    let mut facts = vec![
        Fact::text(tx(|t| t.networks().network), place.network_name().to_owned()),
        Fact::text(tx(|t| t.networks().cidr), place.cidr().unwrap_or("–").to_owned()),
        Fact::text(tx(|t| t.networks().gateway), gateway(place)),
        Fact::text(tx(|t| t.networks().free), free(place)),
        Fact::text(tx(|t| t.networks().way_out), way_out(place)),
        Fact::text(tx(|t| t.networks().kind), kind(place)),
        Fact::text(tx(|t| t.networks().instances), instances),
    ];
    if let Some(subnet) = &place.subnet {
        facts.push(Fact::id(tx(|t| t.networks().subnet_id), subnet.id.to_string()));
    }
    if let Some(network) = &place.network {
        facts.push(Fact::id(tx(|t| t.networks().network_id), network.id.to_string()));
    }
    facts
}
