//! The groups of single values on the instance's page.

use cloud::calls::flavors::FlavorQuery;
use cloud::wire::{Flavor, Server};
use leptos::prelude::*;

use super::read::{self, filled, id, said, switch, time, worded};
use crate::data;
use crate::locales::{Text, Words, counted, filled as fill_in, number, tx};
use crate::pages::instances::referred::Referred;
use crate::pages::instances::words::{self, Row};
use crate::pages::instances::{flavors, marks};
use crate::ui::{Fact, Facts, Section, live_view};

/// State, power state, task, protection.
pub fn overview(row: Row) -> AnyView {
    let facts = vec![
        Fact::new(tx(|t| t.instance().state), words::badge(row)),
        Fact::text(tx(|t| t.instance().power), worded(row, power)),
        Fact::text(tx(|t| t.instance().task), worded(row, task)),
        Fact::text(tx(|t| t.instance().vm_state), said(row, |server| filled(&server.vm_state))),
        Fact::text(tx(|t| t.instance().progress), worded(row, progress)),
        Fact::text(tx(|t| t.instance().protection), worded(row, |server| switch(server.protect.said().copied()))),
    ];
    let node = Memo::new(move |_| row.with(|server| server.as_deref().is_some_and(|server| marks::which(server).1)));
    let remark = live_view(move || match node.get() {
        true => view! { <crate::ui::Hint words=tx(|t| t.instances().node) /> }.into_any(),
        false => ().into_any(),
    });
    view! { <Section title=tx(|t| t.instance().overview)><Facts facts />{remark}</Section> }.into_any()
}

fn power(server: &Server) -> Text {
    let which: Words = match server.power_state.said() {
        None => return Text::default(),
        Some(0) => |t| t.instance().power_none,
        Some(1) => |t| t.instance().power_on,
        Some(3) => |t| t.instance().power_paused,
        Some(4) => |t| t.instance().power_off,
        Some(6) => |t| t.instance().power_crashed,
        Some(7) => |t| t.instance().power_suspended,
        Some(other) => return other.to_string().into(),
    };
    tx(which)
}

fn task(server: &Server) -> Text {
    match words::task_of(server) {
        Some(task) => words::task(task),
        None if server.task_state.said().is_some() => tx(|t| t.instance().idle),
        None => Text::default(),
    }
}

fn progress(server: &Server) -> Text {
    match server.progress {
        // Exact for numbers below 2^53.
        Some(percent) => fill_in(|t| t.instance().percent, [("n", number(percent as f64).into())]),
        None => Text::default(),
    }
}

/// Host, flavor and image.
pub fn placement(row: Row) -> AnyView {
    let known = data::flavors(FlavorQuery::default).value;
    let names = flavors::names(Referred::new());
    let flavor = Memo::new(move |_| {
        let known = known.get().unwrap_or_default();
        row.with(|server| server.as_deref().and_then(|server| flavors::of(server, &known)))
    });
    let name = Text::live(move || {
        names
            .with(|names| row.with(|server| server.as_deref().map(|server| names.flavor_of(server).to_owned())))
            .unwrap_or_default()
            .into()
    });
    let facts = vec![
        Fact::text(tx(|t| t.instance().flavor), name),
        Fact::text(tx(|t| t.instance().size), Text::live(move || flavor.get().map(size).unwrap_or_default())),
        Fact::new(tx(|t| t.instance().image), image(row)),
        Fact::text(tx(|t| t.instance().os), said(row, system)),
        Fact::text(
            tx(|t| t.instance().zone),
            said(row, |server| server.zone.said()?.as_ref().map(|zone| zone.to_string())),
        ),
        id(tx(|t| t.instance().host), row, |server| filled(&server.host_id)),
        id(tx(|t| t.instance().flavor_id), row, |server| Some(server.flavor.said()?.id.as_ref()?.to_string())),
        id(tx(|t| t.instance().image_id), row, |server| Some(server.image.said()?.as_ref()?.to_string())),
    ];
    view! { <Section title=tx(|t| t.instance().placement)><Facts facts /></Section> }.into_any()
}

fn size(flavor: Flavor) -> Text {
    // A number of vCPUs fits into the type.
    let vcpus = counted(|t| &t.common().vcpus, Signal::stored(flavor.vcpus as usize));
    let (ram, unit) = view::human::megabytes(flavor.ram_mb);
    let words: Words = match unit {
        view::human::SizeUnit::GB => |t| t.common().gb,
        _ => |t| t.common().mb,
    };
    let ram = fill_in(words, [("n", Text::live(move || number(ram).into()))]);
    Text::live(move || [vcpus.get(), ram.get()].join(", ").into())
}

/// The image by name: from the instance's own data, otherwise from the image service.
fn image(row: Row) -> AnyView {
    let own = Memo::new(move |_| {
        row.with(|server| match server.as_deref() {
            Some(server) => (metadata(server, "image_name"), server.image.said().cloned().flatten()),
            None => (None, None),
        })
    });
    live_view(move || match own.get() {
        (Some(name), _) => view! { <span>{name}</span> }.into_any(),
        (None, None) => view! { <span>{tx(|t| t.instance().volume_boot)}</span> }.into_any(),
        (None, Some(id)) => {
            let known = data::images().value;
            let name = Text::live(move || {
                let name = known.with(|images| {
                    images.as_ref()?.iter().find(|image| image.id == id).map(|image| image.name.clone())
                });
                name.unwrap_or_else(|| id.to_string()).into()
            });
            view! { <span>{name}</span> }.into_any()
        }
    })
    .into_any()
}

fn metadata(server: &Server, key: &str) -> Option<String> {
    server.metadata.said()?.get(key).filter(|value| !value.is_empty()).cloned()
}

fn system(server: &Server) -> Option<String> {
    let parts = ["os_distro", "os_version"].map(|key| metadata(server, key));
    let named: Vec<String> = parts.into_iter().flatten().collect();
    if named.is_empty() { metadata(server, "os_type") } else { Some(named.join(" ")) }
}

/// Key pair and login user.
pub fn access(row: Row) -> AnyView {
    let facts = vec![
        Fact::text(
            tx(|t| t.instance().key),
            said(row, |server| server.key_name.said()?.as_ref().map(|key| key.to_string())),
        ),
        Fact::text(tx(|t| t.instance().login), said(row, |server| metadata(server, "login_username"))),
        id(tx(|t| t.instance().access_v4), row, |server| filled(&server.access_ipv4)),
        id(tx(|t| t.instance().access_v6), row, |server| filled(&server.access_ipv6)),
    ];
    view! { <Section title=tx(|t| t.instance().access)><Facts facts /></Section> }.into_any()
}

pub fn times(row: Row) -> AnyView {
    let facts = vec![
        time(tx(|t| t.common().created), row, |server| server.created),
        time(tx(|t| t.common().updated), row, |server| server.updated),
        time(tx(|t| t.instance().launched), row, |server| server.launched_at.said().copied().flatten()),
        time(tx(|t| t.instance().terminated), row, |server| server.terminated_at.said().copied().flatten()),
    ];
    view! { <Section title=tx(|t| t.instance().times)><Facts facts /></Section> }.into_any()
}

pub fn identity(row: Row) -> AnyView {
    let facts = vec![
        read::id(tx(|t| t.common().id), row, |server| Some(server.id.to_string())),
        id(tx(|t| t.instance().project), row, |server| server.tenant_id.said().map(|id| id.to_string())),
        id(tx(|t| t.instance().user), row, |server| server.user_id.said().map(|id| id.to_string())),
    ];
    view! { <Section title=tx(|t| t.instance().identity)><Facts facts /></Section> }.into_any()
}
