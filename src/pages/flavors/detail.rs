//! All fields of one flavor, in a dialog. The table shows only some of them, and even fewer on a phone.

use cloud::wire::Flavor;
use leptos::prelude::*;

use super::Flavors;
use super::columns::{self, ephemeral, ram, rxtx, vcpus, visibility};
use crate::locales::{Text, filled, number, tx};
use crate::shared::opened::{Opened, gone, over};
use crate::ui::{Badge, Fact, Facts, Tone};

pub fn dialog(opened: Opened, list: Flavors) -> AnyView {
    let flavor = Memo::new(move |_| list.get(&opened.id.get(), Clone::clone));
    let title = Text::live(move || flavor.with(|flavor| flavor.as_ref().map(columns::name)).unwrap_or_default());
    over(opened, title, list.shown, gone(), move || flavor.with(|flavor| flavor.as_ref().map(facts)))
}

fn facts(flavor: &Flavor) -> AnyView {
    let (tone, word) = match flavor.disabled {
        true => (Tone::Off, tx(|t| t.flavors().switched_off)),
        false => (Tone::Ok, tx(|t| t.flavors().usable)),
    };
    let facts = vec![
        Fact::new(tx(|t| t.flavors().state), view! { <Badge tone=Signal::stored(tone) word /> }),
        Fact::text(tx(|t| t.flavors().family), flavor.family().to_owned()),
        Fact::text(tx(|t| t.flavors().vcpus), vcpus(flavor)),
        Fact::text(tx(|t| t.flavors().ram), ram(flavor)),
        Fact::text(tx(|t| t.flavors().disk), disk(flavor)),
        Fact::text(tx(|t| t.flavors().ephemeral), ephemeral(flavor)),
        Fact::text(tx(|t| t.flavors().swap), swap(flavor)),
        Fact::text(tx(|t| t.flavors().rxtx), rxtx(flavor)),
        Fact::text(tx(|t| t.flavors().visibility), visibility(flavor)),
        Fact::new(tx(|t| t.flavors().specs), specs(flavor)),
        Fact::id(tx(|t| t.common().id), flavor.id.as_str().to_owned()),
    ];
    view! { <Facts facts /> }.into_any()
}

fn disk(flavor: &Flavor) -> Text {
    let size = flavor.disk_gb;
    match size {
        0 => tx(|t| t.flavors().disk_volume_long),
        _ => filled(|t| t.common().gb, [("n", Text::live(move || number(size as f64).into()))]),
    }
}

fn swap(flavor: &Flavor) -> Text {
    let swap = flavor.swap;
    match swap {
        0 => "–".into(),
        _ => filled(|t| t.flavors().swap_as_sent, [("n", Text::live(move || number(swap as f64).into()))]),
    }
}

fn specs(flavor: &Flavor) -> AnyView {
    if flavor.extra_specs.is_empty() {
        return view! { <span>"–"</span> }.into_any();
    }
    let lines = flavor
        .extra_specs
        .iter()
        .map(|(key, value)| view! { <code>{key.clone()}" = "{value.clone()}</code> }.into_any());
    view! { <span class="spec-lines">{lines.collect::<Vec<_>>()}</span> }.into_any()
}
