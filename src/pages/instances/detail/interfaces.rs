//! The network interfaces, on clouds where they can be added and removed (`os-interface`).

use std::sync::Arc;

use cloud::rules::lifecycle::Action;
use cloud::rules::offers::Feature;
use cloud::wire::{Interface, Network};
use leptos::prelude::*;

use super::add_interface;
use super::grid;
use super::network::name;
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::pages::instances::actions::Actions;
use crate::pages::instances::words::Row;
use crate::ui::{Awaited, Button, ConfirmDialog, Copyable, Icon, Kind, Submit, Warning, live_view};

/// The section; empty on a cloud without these calls.
pub fn part(row: Row, actions: Actions) -> AnyView {
    let offered = data::offered(Feature::Interfaces);
    let offered = Memo::new(move |_| offered.get());
    live_view(move || if offered.get() { shown(row, actions) } else { ().into_any() }).into_any()
}

fn shown(row: Row, actions: Actions) -> AnyView {
    let id = row.with_untracked(|server| server.as_ref().map(|server| server.id.clone())).unwrap_or_default();
    let live = data::interfaces(id);
    let networks = data::networks().value;
    let (add, remove) = (RwSignal::new(false), RwSignal::new(false));
    let victim = RwSignal::new(None::<Interface>);
    let ask = Callback::new(move |interface: Interface| {
        victim.set(Some(interface));
        remove.set(true);
    });
    let no_remove = actions.why(row, Action::DetachInterface);
    let list = Memo::new(move |_| live.value.get());
    let table = move || {
        live_view(move || rows(&list.get().unwrap_or_default(), &networks.get().unwrap_or_default(), ask, no_remove))
    };
    let coming = || view! { <p class="dim">{tx(|t| t.common().loading)}</p> };
    view! {
        <h3 class="part-title">{tx(|t| t.instance().interfaces)}</h3>
        <Awaited answer=live.answer() on_retry=move || live.refetch() fallback=coming>{table()}</Awaited>
        <p class="part-actions">
            <Button label=tx(|t| t.instance().add_interface) icon_before=Icon::Plus on_click=move || add.set(true)
                refused=actions.why(row, Action::AttachInterface) />
        </p>
        {add_interface::dialog(add, row)}
        {removal(remove, victim, row, list)}
    }
    .into_any()
}

fn rows(
    list: &Arc<[Interface]>,
    networks: &[Network],
    ask: Callback<Interface>,
    refused: Signal<Option<Text>>,
) -> AnyView {
    if list.is_empty() {
        return view! { <p class="dim">{tx(|t| t.instance().no_interfaces)}</p> }.into_any();
    }
    let rows = list.iter().map(|interface| {
        let network = networks.iter().find(|network| network.id == interface.network);
        let network = network.map(|network| network.name.clone()).filter(|name| !name.is_empty());
        let network = network.unwrap_or_else(|| interface.network.0.clone());
        let label = filled(|t| t.instance().remove_interface, [("address", called(interface).into())]);
        let own = interface.clone();
        view! {
            <tr>
                <td dir="auto">{network}</td>
                <td>{addresses(interface)}</td>
                <td><code>{interface.mac.clone()}</code></td>
                <td><Copyable text=interface.port.0.clone() what=tx(|t| t.instance().port) /></td>
                <td><Button label kind=Kind::Quiet refused on_click=move || ask.run(own.clone()) /></td>
            </tr>
        }
        .into_any()
    });
    let rows = rows.collect();
    grid(
        [
            tx(|t| t.instance().in_network),
            tx(|t| t.instance().address),
            tx(|t| t.instance().mac),
            tx(|t| t.instance().port),
            tx(|t| t.common().actions),
        ],
        rows,
    )
}

fn addresses(interface: &Interface) -> String {
    let all: Vec<&str> = interface.fixed_ips.iter().map(|(_, address)| address.as_str()).collect();
    if all.is_empty() { "–".to_owned() } else { all.join(", ") }
}

/// The name of an interface: its first address, or its port's id.
fn called(interface: &Interface) -> String {
    interface.fixed_ips.first().map_or_else(|| interface.port.0.clone(), |(_, address)| address.clone())
}

fn removal(
    open: RwSignal<bool>,
    victim: RwSignal<Option<Interface>>,
    row: Row,
    list: Memo<Option<Arc<[Interface]>>>,
) -> AnyView {
    let submit = Submit::new(move || {
        let (server, Interface { port, .. }) = (row.get_untracked()?, victim.get_untracked()?);
        Some(async move {
            data::remove_interface(&server.id, &port).await?;
            let _ = open.try_set(false);
            Ok(())
        })
    });
    let address = Text::live(move || victim.with(|victim| victim.as_ref().map(called)).unwrap_or_default().into());
    let title = filled(|t| t.instance().remove_interface_title, [("address", address), ("name", name(row))]);
    let last = Memo::new(move |_| list.with(|list| list.as_ref().is_some_and(|list| list.len() < 2)));
    view! {
        <ConfirmDialog open title confirm=tx(|t| t.instance().remove) danger=true submit>
            <p>{tx(|t| t.instance().remove_interface_text)}</p>
            {live_view(move || match last.get() {
                true => view! { <Warning words=tx(|t| t.instance().remove_last_interface) /> }.into_any(),
                false => ().into_any(),
            })}
        </ConfirmDialog>
    }
    .into_any()
}
