//! The table of addresses with network, kind and MAC; attaching and detaching floating IPs (row S30).

use cloud::rules::lifecycle::{Action, never_ran};
use cloud::wire::{Address, FloatingIp, Port, Server};
use leptos::prelude::*;

use super::grid;
use crate::data;
use crate::flows::floating::{self, Held};
use crate::locales::{Text, filled, tx};
use crate::pages::instances::actions::Actions;
use crate::pages::instances::words::Row;
use crate::ui::{Button, Copyable, Icon, Kind, icon, live_view};

#[derive(Clone, PartialEq)]
struct Line {
    address: Address,
    /// The floating IP, if it can be detached.
    ip: Option<FloatingIp>,
    /// The floating IP has been attached, but the instance does not report it yet.
    coming: bool,
}

/// The table, and the button that attaches a floating IP.
pub fn table(row: Row, actions: Actions) -> AnyView {
    let ips = data::floating_ips();
    let id = row.with_untracked(|server| server.as_ref().map(|server| server.id.clone())).unwrap_or_default();
    let ports = data::ports(id).value;
    let lines = Memo::new(move |_| {
        let (ips, ports) = (ips.value.get().unwrap_or_default(), ports.get());
        row.with(|server| server.as_deref().map(|server| lines(server, &ips, ports.as_deref()))).unwrap_or_default()
    });
    let none = Memo::new(move |_| row.with(|server| server.as_deref().is_some_and(never_ran)));
    let (attach, detach) = (RwSignal::new(false), RwSignal::new(false));
    let held = RwSignal::new(None::<Held>);
    let ask = Callback::new(move |ip: FloatingIp| {
        let user = row.get_untracked().map(|server| (server.id.clone(), server.name.clone()));
        held.set(Some(Held { ip, user }));
        detach.set(true);
    });
    let (no_attach, no_detach) =
        (actions.why(row, Action::AttachFloatingIp), actions.why(row, Action::DetachFloatingIp));
    // If the list of floating IPs cannot be loaded, the other calls of the network service will not work either.
    let refused = Signal::derive(move || {
        let missing = ips.value.with(Option::is_none) && ips.failure().is_some();
        no_attach.get().or_else(|| missing.then(|| tx(|t| t.instance().no_network_service)))
    });
    view! {
        {live_view(move || match (lines.with(Vec::is_empty), none.get()) {
            (true, true) => view! { <p class="dim">{tx(|t| t.instance().no_network)}</p> }.into_any(),
            _ => lines.with(|lines| addresses(lines, ask, no_detach)),
        })}
        <p class="part-actions">
            <Button label=tx(|t| t.instance().attach_floating) icon_before=Icon::Attach refused
                on_click=move || attach.set(true) />
        </p>
        {floating::attach(attach, row)}
        {floating::detach(detach, held)}
    }
    .into_any()
}

fn lines(server: &Server, ips: &[FloatingIp], ports: Option<&[Port]>) -> Vec<Line> {
    let told = server.addresses.said().cloned().unwrap_or_default();
    let own: Vec<&FloatingIp> = ips.iter().filter(|ip| ip.is_of(server, ports)).collect();
    let line = |address: &Address| {
        let ip = own.iter().find(|ip| address.floating && ip.address == address.addr);
        Line { address: address.clone(), ip: ip.map(|ip| FloatingIp::clone(ip)), coming: false }
    };
    let mut lines: Vec<Line> = told.iter().map(line).collect();
    for ip in own.iter().filter(|ip| told.iter().all(|one| one.addr != ip.address)) {
        let behind = told.iter().find(|one| !one.floating && Some(&one.addr) == ip.fixed_address.as_ref());
        let network = behind.map(|one| one.network.clone()).unwrap_or_default();
        let mac = behind.and_then(|one| one.mac.clone());
        let address = Address { network, addr: ip.address.clone(), version: 4, floating: true, mac };
        // An address whose port is the instance's counts, even if the instance never reports it.
        lines.push(Line { address, ip: Some(FloatingIp::clone(ip)), coming: ip.is_moving() });
    }
    lines
}

fn addresses(lines: &[Line], ask: Callback<FloatingIp>, no_detach: Signal<Option<Text>>) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="dim">{tx(|t| t.instance().no_addresses)}</p> }.into_any();
    }
    let rows: Vec<_> = lines.iter().map(|line| address(line, ask, no_detach)).collect();
    grid(
        [
            tx(|t| t.instance().address),
            tx(|t| t.instance().kind),
            tx(|t| t.instance().in_network),
            tx(|t| t.instance().mac),
            tx(|t| t.common().actions),
        ],
        rows,
    )
}

fn address(line: &Line, ask: Callback<FloatingIp>, refused: Signal<Option<Text>>) -> AnyView {
    let address = &line.address;
    let (mark, kind) = match address.floating {
        true => (Some(icon(Icon::FloatingIps)), tx(|t| t.instance().floating)),
        false => (None, tx(|t| t.instance().fixed)),
    };
    let coming = line.coming.then(|| view! { <span class="dim">{tx(|t| t.instance().floating_coming)}</span> });
    let mac = address.mac.clone().unwrap_or_else(|| "–".into());
    let detach = line.ip.clone().map(|ip| {
        let label = filled(|t| t.instance().detach_floating, [("address", ip.address.clone().into())]);
        view! { <Button label kind=Kind::Quiet refused on_click=move || ask.run(ip.clone()) /> }
    });
    view! {
        <tr>
            <td><Copyable text=address.addr.clone() what=tx(|t| t.instance().address) /></td>
            <td><span class="kind">{mark}{kind}</span>" "{coming}</td>
            <td dir="auto">{address.network.clone()}</td>
            <td><code>{mac}</code></td>
            <td>{detach}</td>
        </tr>
    }
    .into_any()
}
