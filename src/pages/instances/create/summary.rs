//! What will be made, what is still wrong, and the button that sends it. Beside the form on a wide screen, below it on a
//! narrow one.

use super::check::Checked;
use super::form::Form;
use super::more::{NETWORK, PORT};
use super::{lost, words};
use crate::browser::focus;
use crate::locales::{Text, counted, filled, tx};
use crate::reactive::{Memo, Signal};
use crate::shared::alike::Alike;
use crate::shared::quota;
use crate::shell::no_changes;
use crate::ui::{Button, FailureCard, Icon, Kind, create_advice, icon, live_view};
use cloud::create::{Field, RootDiskQuestion, RootSource};
use leptos::prelude::*;

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
                {line(words::field(Field::Flavor), flavor)}
                {line(tx(|t| t.create().vcpu), |checked| each(checked, vcpus))}
                {line(tx(|t| t.create().ram), |checked| each(checked, ram))}
                {line(words::field(Field::RootDisk), root_disk)}
                {more_disks(form)}
                {line(words::field(Field::Zone), zone)}
                <div class="create-line"><dt>{words::field(Field::Network)}</dt><dd>{network}</dd></div>
                <div class="create-line"><dt>{words::field(Field::SecurityGroups)}</dt><dd>{groups(form)}</dd></div>
                {line(words::field(Field::Key), key)}
            </dl>
            {quota::left(move || form.checked.with(|checked| checked.takes), form.known.room)}
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

/// After a submit that did not go: which fields, as ways to get there.
fn mistakes(form: Form) -> AnyView {
    let fields = Memo::new(move |_| form.mistakes());
    live_view(move || {
        let fields = fields.get();
        if fields.is_empty() {
            return ().into_any();
        }
        let n = fields.len();
        let go = |at: usize| {
            // Marked fields and mistakes stand in the same order.
            Callback::new(move |()| focus::focus_nth("[aria-invalid=true]", at))
        };
        let buttons = fields.into_iter().enumerate();
        let buttons: Vec<_> = buttons
            .map(|(at, field)| view! { <li><Button label=words::field(field) kind=Kind::Quiet on_click=go(at) /></li> })
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

/// How many, where it is a number that may be asked for.
fn count(checked: &Checked) -> Option<u64> {
    match checked.problem(Field::Count) {
        None => checked.draft.count.trim().parse().ok(),
        Some(_) => None,
    }
}

/// The name; of a batch the first and the last, as the cloud will number them.
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
        form.checked.with(|checked| match &checked.draft.root {
            RootSource::Image => words::field(Field::Image),
            RootSource::Volume(_) => tx(|t| t.create_more().volume),
            RootSource::Snapshot(_) => tx(|t| t.create_more().snapshot),
        })
    })
}

fn source_name(form: Form) -> Text {
    let id = form.more.root(form.image);
    let name = form.known.with(|context| {
        form.checked.with(|checked| match &checked.draft.root {
            RootSource::Image => checked.image.as_ref().map(|image| image.name.clone()),
            RootSource::Volume(id) => context.volume(id).map(|volume| volume.name.clone()),
            RootSource::Snapshot(id) => context.snapshot(id).map(|snapshot| snapshot.name.clone()),
        })
    });
    named(name, id)
}

/// Its name, its id where nobody knows the name, or that nothing was chosen.
fn named(name: Option<String>, id: String) -> Text {
    match name {
        _ if id.is_empty() => dash(),
        Some(name) if !name.is_empty() => name.into(),
        _ => id.into(),
    }
}

/// Only where there are any.
fn more_disks(form: Form) -> AnyView {
    let n = Signal::derive(move || form.more.disks.len());
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
    match (&checked.flavor, &checked.draft.flavor) {
        (Some(flavor), _) => flavor.name.clone().into(),
        (None, Some(id)) => id.0.clone().into(),
        (None, None) => dash(),
    }
}

/// How much of something, and how it is said.
type Amount = (u64, fn(u64) -> Text);

/// "2 × 3 = 6" of something that a flavor has.
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
        // 0 GB of a flavor: as large as the image.
        (gb > 0).then_some((gb, words::gigabytes))
    })
}

fn zone(checked: &Checked) -> Text {
    checked.draft.zone.as_ref().map_or(tx(|t| t.create().zone_any), |zone| zone.0.clone().into())
}

/// By name, those of one name told apart; what was typed as it was typed.
fn groups(form: Form) -> Text {
    Text::live(move || {
        let known = form.known.groups.value.get().unwrap_or_default();
        let alike = Alike::groups(&known);
        let name = |chosen: &String| {
            let group = known.iter().find(|group| group.id.0 == *chosen);
            group.map_or_else(|| chosen.clone(), |group| alike.group(group).get().into_owned())
        };
        match form.groups.get().as_slice() {
            [] => "default".into(),
            chosen => chosen.iter().map(name).collect::<Vec<_>>().join(", ").into(),
        }
    })
}

fn key(checked: &Checked) -> Text {
    checked.draft.key.as_ref().map_or(dash(), |key| key.0.clone().into())
}

/// What the first interface is on; how many more there are.
fn network_name(form: Form) -> Text {
    let usual = form.known.usual_nic();
    let (first, id) = (form.more.first, form.more.first.target(usual));
    let name = match first.by(usual).as_str() {
        PORT => form
            .known
            .ports
            .value()
            .and_then(|all| all.iter().find(|port| port.id.0 == id).map(|port| port.name.clone())),
        NETWORK => form
            .known
            .networks
            .value
            .get()
            .and_then(|all| all.iter().find(|network| network.id.0 == id).map(|network| network.name.clone())),
        _ => form
            .known
            .subnets
            .value
            .get()
            .and_then(|all| all.iter().find(|subnet| subnet.id.0 == id).map(|subnet| subnet.name.clone())),
    };
    let n = form.more.nics.len();
    let more = (n > 0).then(|| counted(|t| &t.create_more().nics_more, Signal::stored(n)));
    words::joined([Some(named(name, id)), more])
}
