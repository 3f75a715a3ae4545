//! The cells of a row. They are drawn once for many rows: all they show is read from the row's signal inside them.

use cloud::wire::{Address, Server};
use leptos::prelude::*;
use view::instances::{Column as By, Names};

use super::Reading;
use crate::locales::{Text, filled, tx};
use crate::pages::instances::words::{self, Row};
use crate::pages::instances::{flavors, marks};
use crate::ui::{Ago, Column, Icon, RowId, Width, icon, live, live_view};

/// Addresses shown before "+n".
const SHOWN: usize = 2;

/// The columns.
pub fn columns(reading: Reading) -> Vec<Column> {
    let column = |by: By, title, width, cell: fn(Row, Signal<RowId>) -> AnyView| {
        Column::new(by.as_str(), title, width, move |id| cell(reading.row.run(id), id))
    };
    vec![
        Column::new(By::Name.as_str(), tx(|t| t.common().name), Width::Grow, move |id| {
            name(reading.row.run(id), move || reading.href.run(id.get()))
        }),
        column(By::Status, tx(|t| t.common().status), Width::Wide, |row, _| words::badge(row)),
        Column::new(By::Flavor.as_str(), tx(|t| t.instances().flavor), Width::Middle, move |id| {
            flavor(reading.row.run(id), id, reading)
        })
        .priority(2),
        column(By::Address, tx(|t| t.instances().addresses), Width::Address, addresses),
        column(By::Zone, tx(|t| t.instances().zone), Width::Small, zone).priority(2),
        column(By::Key, tx(|t| t.instances().key), Width::Small, key).priority(3),
        column(By::Created, tx(|t| t.instances().age), Width::Small, age).age(),
    ]
}

fn name(row: Row, href: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    let href = live(href);
    let words = Text::live(move || row.with(|server| server.as_deref().map(words::name).unwrap_or_default()));
    // The grid itself has the keyboard focus: Enter opens the active row.
    view! { <a href=href tabindex="-1" title=words.clone() dir="auto">{words.clone()}</a>{marks::marks(row)} }
        .into_any()
}

fn flavor(row: Row, id: Signal<RowId>, reading: Reading) -> AnyView {
    let read = move |read: fn(&Names, &Server) -> String| {
        let names = reading.names.run(id.get()).unwrap_or_default();
        row.with(|server| server.as_deref().map(|server| read(&names, server))).unwrap_or_default()
    };
    let short = Text::live(move || read(flavors::short).into());
    let whole = Text::live(move || read(|names, server| names.flavor_of(server).to_owned()).into());
    view! { <span title=whole>{short}</span> }.into_any()
}

fn zone(row: Row, _: Signal<RowId>) -> AnyView {
    said(row, |server| server.zone.said()?.as_ref().map(|zone| zone.to_string()))
}

fn key(row: Row, _: Signal<RowId>) -> AnyView {
    said(row, |server| server.key_name.said()?.as_ref().map(|key| key.to_string()))
}

/// A text, with the whole of it as tooltip where it is cut off.
fn said(row: Row, read: fn(&Server) -> Option<String>) -> AnyView {
    let words = Text::live(move || row.with(|server| server.as_deref().and_then(read)).unwrap_or_default().into());
    view! { <span title=words.clone() dir="auto">{words.clone()}</span> }.into_any()
}

fn age(row: Row, _: Signal<RowId>) -> AnyView {
    view! { <Ago at=Signal::derive(move || row.with(|server| server.as_ref()?.created)) /> }.into_any()
}

/// Two addresses, with floating ones marked, and the number of further ones.
fn addresses(row: Row, _: Signal<RowId>) -> AnyView {
    live_view(move || {
        row.with(|server| few(server.as_ref().and_then(|server| server.addresses.said()).map_or(&[], Vec::as_slice)))
    })
    .into_any()
}

fn few(all: &[Address]) -> AnyView {
    let shown: Vec<_> = all.iter().take(SHOWN).map(address).collect();
    let rest: Vec<_> = all.iter().skip(SHOWN).map(|address| address.addr.as_str()).collect();
    let more = (!rest.is_empty()).then(|| {
        let n = filled(|t| t.instances().more_addresses, [("n", rest.len().into())]);
        view! { <span class="more" title=rest.join(", ")>{n}</span> }
    });
    (shown, more).into_any()
}

fn address(address: &Address) -> AnyView {
    let text = address.addr.clone();
    if !address.floating {
        return view! { <code class="addr">{text}</code> }.into_any();
    }
    let words = tx(|t| t.instances().floating);
    view! {
        <code class="addr floating" title=words.clone()>
            {icon(Icon::FloatingIps)}<span class="sr-only">{words.clone()}" "</span>{text}
        </code>
    }
    .into_any()
}
