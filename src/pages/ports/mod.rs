//! The ports page (row N03): the addresses of the project and what each is attached to. Read-only.

use std::sync::Arc;

use ::view::query::encode;
use ::view::ports::{Line, Owner, PORT_FIELDS, lines, port_cells, ports as found};
use cloud::wire::PortStatus;
use leptos::prelude::*;

use crate::data;
use crate::locales::{Text, tx};
use crate::routes::{self, Route};
use crate::shared::list::{self, List, ListTable, Standing, count, count_of};
use crate::ui::{Badge, Column, Empty, Icon, PageHead, RowId, Tone, Width, live_view, tab_index};

/// The ports with their owners.
type Ports = List<Line>;

pub fn page() -> AnyView {
    let ports = data::all_ports();
    let (networks, groups, instances) =
        (data::networks().value, data::security_groups().value, data::instances().value);
    let all: Memo<Option<Arc<[Line]>>> = Memo::new(move |_| {
        let (networks, groups) = (networks.get().unwrap_or_default(), groups.get().unwrap_or_default());
        let rows = instances.get().map(|list| list.rows).unwrap_or_default();
        Some(lines(&ports.value.get()?, &networks, &groups, &rows).into())
    });
    let list = List::new(
        all.into(),
        Standing::of(ports),
        list::listed(Route::Ports, "address"),
        PORT_FIELDS,
        |line| line.port.id.as_str(),
        port_cells,
        found,
    );
    view! {
        <PageHead title=tx(|t| t.shell().ports) beside=count_of(count(list.shown, |t| &t.ports().count)) />
        <p class="lead">{tx(|t| t.ports().lead)}</p>
        {table(list)}
    }
    .into_any()
}

fn table(list: Ports) -> AnyView {
    let none = || {
        view! { <Empty title=tx(|t| t.ports().none_title) words=tx(|t| t.ports().none_text) mark=Icon::Ports /> }
    };
    view! {
        <ListTable shown=list.shown label=tx(|t| t.shell().ports) search=tx(|t| t.ports().search)
            columns=columns(list) row_name=move |id| list.text(id, |line| line.name().into())
            no_match=tx(|t| t.ports().no_match_text) none />
    }
    .into_any()
}

fn columns(list: Ports) -> Vec<Column> {
    let text = move |id: Signal<RowId>, of: fn(&Line) -> String| list.cell(id, move |line| told(of(line)));
    vec![
        Column::new("address", tx(|t| t.ports().address), Width::Grow, move |id| text(id, Line::addresses)),
        Column::new("status", tx(|t| t.common().status), Width::Wide, move |id| status(list, id)),
        Column::new("owner", tx(|t| t.ports().owner), Width::Grow, move |id| cell(list, id, owner)),
        Column::new("network", tx(|t| t.ports().network), Width::Middle, move |id| cell(list, id, network)),
        Column::new("groups", tx(|t| t.shell().security_groups), Width::Middle, move |id| cell(list, id, groups)),
        Column::new("mac", tx(|t| t.ports().mac), Width::Middle, move |id| text(id, |line| line.port.mac.clone()))
            .priority(3),
        Column::new("name", tx(|t| t.common().name), Width::Middle, move |id| text(id, |line| line.port.name.clone()))
            .priority(3),
    ]
}

/// A value, or a text for an empty one.
fn told(words: String) -> Text {
    if words.is_empty() { "–".into() } else { words.into() }
}

/// A cell that is drawn again when its row changes.
fn cell(list: Ports, id: Signal<RowId>, draw: fn(&Line) -> AnyView) -> AnyView {
    let line = Memo::new(move |_| list.get(&id.get(), Clone::clone));
    live_view(move || line.with(|line| line.as_ref().map(draw)).into_any()).into_any()
}

fn status(list: Ports, id: Signal<RowId>) -> AnyView {
    let status = Memo::new(move |_| list.get(&id.get(), |line| line.port.status.clone()));
    let tone = Signal::derive(move || match status.get() {
        Some(PortStatus::Active) => Tone::Ok,
        Some(PortStatus::Down) => Tone::Off,
        Some(PortStatus::Build) => Tone::Busy,
        Some(PortStatus::Error) => Tone::Bad,
        Some(PortStatus::Other(_)) | None => Tone::Unknown,
    });
    let word = Text::live(move || match status.get() {
        Some(PortStatus::Active) => tx(|t| t.ports().active),
        Some(PortStatus::Down) => tx(|t| t.ports().down),
        Some(PortStatus::Build) => tx(|t| t.ports().build),
        Some(PortStatus::Error) => tx(|t| t.ports().error),
        Some(PortStatus::Other(word)) => word.into(),
        None => Text::default(),
    });
    view! { <Badge tone word /> }.into_any()
}

fn owner(line: &Line) -> AnyView {
    let words = match &line.owner {
        Owner::Instance(id, name) => return link(routes::href(&Route::Instance(id.clone())), name),
        Owner::Nobody => tx(|t| t.ports().nobody),
        Owner::Dhcp => tx(|t| t.ports().dhcp),
        Owner::Router => tx(|t| t.ports().router),
        Owner::FloatingIp => tx(|t| t.ports().floating_ip),
        Owner::Balancer => tx(|t| t.ports().balancer),
        Owner::Other(word) => word.clone().into(),
    };
    let title = line.port.owner.clone();
    view! { <span class="dim" title=title dir="auto">{words}</span> }.into_any()
}

/// The network's name with a link to its subnets; without a link if the network is unknown.
fn network(line: &Line) -> AnyView {
    match &line.network {
        Some(name) => {
            let mut href = routes::href(&Route::Networks);
            href.push_str("?q=");
            href.push_str(&encode(name));
            link(href, name)
        }
        None => {
            let id = line.network().to_owned();
            view! { <span class="dim" title=id.clone()>{id.clone()}</span> }.into_any()
        }
    }
}

fn groups(line: &Line) -> AnyView {
    if line.groups.is_empty() {
        return view! { <span class="dim">"–"</span> }.into_any();
    }
    let links = line.groups.iter().enumerate().map(|(at, (id, name))| {
        let href = routes::href(&Route::SecurityGroup(id.clone()));
        ((at > 0).then_some(", "), link(href, name)).into_any()
    });
    view! { <span>{links.collect::<Vec<_>>()}</span> }.into_any()
}

fn link(href: String, name: &str) -> AnyView {
    let name = name.to_owned();
    view! { <a href=href tabindex=tab_index() title=name.clone() dir="auto">{name.clone()}</a> }.into_any()
}
