//! The summary of the form: what will be created, the errors, and the button. It stands beside the form on a wide
//! screen and below it on a narrow one.

use super::check::Checked;
use super::form::Form;
use super::{lost, words};
use crate::browser::focus;
use crate::locales::{Text, counted, filled, tx};
use crate::pages::instances::fields;
use crate::shared::alike::Alike;
use crate::shared::quota;
use crate::shell::no_changes;
use crate::ui::{Button, FailureCard, Icon, Kind, create_advice, icon, live_view};
use cloud::create::{BootFrom, ConnectTo, Field, RootDiskQuestion};
use leptos::prelude::*;
use std::sync::Arc;

pub(super) fn summary(form: Form) -> AnyView {
    let line = |name: Text, value: fn(&Checked) -> Text| {
        let value = Text::live(move || form.checked.with(value));
        view! { <div class="create-line"><dt>{name}</dt><dd>{value}</dd></div> }.into_any()
    };
    let network = Text::live(move || network_name(form));
    let source = Text::live(move || source_name(form));
    view! {
        <section class="create-summary" aria-label=tx(|t| t.create().summary)>
            <h2>{tx(|t| t.create().summary)}</h2>
            <dl>
                {line(tx(|t| t.common().name), names)}
                <div class="create-line"><dt>{source_label(form)}</dt><dd>{source}</dd></div>
                {line(fields::label(Field::Flavor), flavor)}
                {line(tx(|t| t.create().vcpu), |checked| each(checked, vcpus))}
                {line(tx(|t| t.create().ram), |checked| each(checked, ram))}
                {line(fields::label(Field::RootDisk), root_disk)}
                {more_disks(form)}
                {line(fields::label(Field::Zone), zone)}
                <div class="create-line"><dt>{fields::label(Field::Network)}</dt><dd>{network}</dd></div>
                <div class="create-line"><dt>{fields::label(Field::SecurityGroups)}</dt><dd>{groups(form)}</dd></div>
                {line(fields::label(Field::Key), key)}
            </dl>
            {quota::left(move || form.checked.with(|checked| checked.takes), form.known.left_quota)}
            {mistakes(form)}
            {lost::lost(form)}
            {live_view(move || match form.failure.get() {
                Some(failure) => view! { <FailureCard instead=create_advice(&failure) failure /> }.into_any(),
                None => ().into_any(),
            })}
            <Button label=button(form) kind=Kind::Primary busy=form.sending refused=no_changes() submit=true />
        </section>
    }
    .into_any()
}

fn button(form: Form) -> Text {
    let n = Memo::new(move |_| form.checked.with(|checked| count(checked).unwrap_or(1)));
    let n = Signal::derive(move || usize::try_from(n.get()).unwrap_or_default());
    Text::live(move || if n.get() == 1 { tx(|t| t.create().submit) } else { counted(|t| &t.create().submit_many, n) })
}

/// The list of errors after an attempt to send, with links to the fields.
fn mistakes(form: Form) -> AnyView {
    let fields = Memo::new(move |_| form.mistakes());
    live_view(move || {
        let fields = fields.get();
        if fields.is_empty() {
            return ().into_any();
        }
        let n = fields.len();
        let go = |at: usize| {
            // The list has the same order as the invalid fields on the page.
            Callback::new(move |()| focus::focus_nth("[aria-invalid=true]", at))
        };
        let buttons = fields.into_iter().enumerate();
        let buttons: Vec<_> = buttons
            .map(
                |(at, field)| view! { <li><Button label=fields::label(field) kind=Kind::Quiet on_click=go(at) /></li> },
            )
            .collect();
        view! {
            <div class="create-mistakes">
                <p>{icon(Icon::Alert)}<span>{counted(|t| &t.create().mistakes, Signal::stored(n))}</span></p>
                <ul>{buttons}</ul>
            </div>
        }
        .into_any()
    })
    .into_any()
}

fn dash() -> Text {
    "–".into()
}

/// The number of instances, if it is valid.
fn count(checked: &Checked) -> Option<u64> {
    match checked.problem(Field::Count) {
        None => checked.draft.count.trim().parse().ok(),
        Some(_) => None,
    }
}

/// The name; for a batch the first and last name, numbered as the cloud will.
fn names(checked: &Checked) -> Text {
    let name = checked.draft.name.trim();
    match count(checked) {
        _ if name.is_empty() => dash(),
        Some(n) if n > 1 => {
            let numbered = |n: u64| Text::from([name, "-", &n.to_string()].concat());
            filled(|t| t.create().first_to_last, [("first", numbered(1)), ("last", numbered(n))])
        }
        _ => name.to_owned().into(),
    }
}

fn source_label(form: Form) -> Text {
    Text::live(move || {
        form.checked.with(|checked| match checked.draft.boot_from {
            BootFrom::Image => fields::label(Field::Image),
            BootFrom::Volume => tx(|t| t.create_more().volume),
            BootFrom::Snapshot => tx(|t| t.create_more().snapshot),
        })
    })
}

fn source_name(form: Form) -> Text {
    form.known.with(|context| {
        form.draft.with(|draft| {
            let name = match draft.boot_from {
                BootFrom::Image => context.image(draft).map(|image| &image.name),
                BootFrom::Volume => context.volume(&draft.volume).map(|volume| &volume.name),
                BootFrom::Snapshot => context.snapshot(&draft.snapshot).map(|snapshot| &snapshot.name),
            };
            named(name.cloned(), draft.root().to_owned())
        })
    })
}

/// The name, the id if the name is unknown, or that nothing is selected.
fn named(name: Option<String>, id: String) -> Text {
    match name {
        _ if id.is_empty() => dash(),
        Some(name) if !name.is_empty() => name.into(),
        _ => id.into(),
    }
}

fn more_disks(form: Form) -> AnyView {
    let n = Signal::derive(move || form.disks.len());
    live_view(move || match n.get() {
        0 => ().into_any(),
        _ => view! {
            <div class="create-line">
                <dt>{tx(|t| t.create_more().disks)}</dt><dd>{counted(|t| &t.create_more().disks_says, n)}</dd>
            </div>
        }
        .into_any(),
    })
    .into_any()
}

fn flavor(checked: &Checked) -> Text {
    let name = checked.flavor.as_ref().map(|flavor| flavor.name.clone());
    named(name, checked.draft.flavor.0.clone())
}

/// An amount and how it is written.
type Amount = (u64, fn(u64) -> Text);

/// A product of count and amount, such as "2 × 3 = 6".
fn each(checked: &Checked, of: fn(&Checked) -> Option<Amount>) -> Text {
    let Some((one, said)) = of(checked) else { return dash() };
    match count(checked) {
        Some(n) if n > 1 => {
            let values = [("one", said(one)), ("n", words::number(n)), ("all", said(one.saturating_mul(n)))];
            filled(|t| t.create().times, values)
        }
        _ => said(one),
    }
}

fn vcpus(checked: &Checked) -> Option<Amount> {
    Some((checked.flavor.as_ref()?.vcpus.into(), words::number))
}

fn ram(checked: &Checked) -> Option<Amount> {
    Some((checked.flavor.as_ref()?.ram_mb, words::megabytes))
}

fn root_disk(checked: &Checked) -> Text {
    each(checked, |checked| {
        let gb = match checked.root {
            RootDiskQuestion::NotAsked { flavor_gb } => flavor_gb,
            RootDiskQuestion::Given { size_gb } => size_gb?,
            RootDiskQuestion::Optional { flavor_gb, .. } if !checked.root_is_volume() => flavor_gb?,
            _ => match checked.problem(Field::RootDisk) {
                None => checked.draft.root_disk_gb.trim().parse().ok()?,
                Some(_) => return None,
            },
        };
        // 0 GB in the flavor: the root disk is as large as the image.
        (gb > 0).then_some((gb, words::gigabytes))
    })
}

fn zone(checked: &Checked) -> Text {
    match checked.draft.zone.as_str() {
        "" => tx(|t| t.create().zone_any),
        zone => zone.to_owned().into(),
    }
}

/// The names of the groups, made unique if two share one. Typed names are shown as typed.
fn groups(form: Form) -> Text {
    Text::live(move || {
        let known = form.known.groups.value.get().unwrap_or_default();
        let alike = Alike::groups(&known);
        let name = |chosen: &String| {
            let group = known.iter().find(|group| group.id.0 == *chosen);
            group.map_or_else(|| chosen.clone(), |group| alike.group(group).get().into_owned())
        };
        form.draft.with(|draft| match draft.security_groups.as_slice() {
            [] => "default".into(),
            chosen => chosen.iter().map(name).collect::<Vec<_>>().join(", ").into(),
        })
    })
}

fn key(checked: &Checked) -> Text {
    named(None, checked.draft.key.0.clone())
}

/// The network of the first interface, and the number of further ones.
fn network_name(form: Form) -> Text {
    let (to, id) = form.draft.with(|draft| (draft.nic.to, draft.nic.on().to_owned()));
    let known = form.known;
    let name = match to {
        ConnectTo::Port => find(known.ports.value(), |port| (port.id.0 == id).then(|| port.name.clone())),
        ConnectTo::Network => {
            find(known.networks.value.get(), |network| (network.id.0 == id).then(|| network.name.clone()))
        }
        ConnectTo::Subnet => find(known.subnets.value.get(), |subnet| (subnet.id.0 == id).then(|| subnet.name.clone())),
    };
    let n = form.nics.len();
    let more = (n > 0).then(|| counted(|t| &t.create_more().nics_more, Signal::stored(n)));
    words::joined([Some(named(name, id)), more])
}

fn find<T>(list: Option<Arc<[T]>>, name: impl Fn(&T) -> Option<String>) -> Option<String> {
    list?.iter().find_map(name)
}
