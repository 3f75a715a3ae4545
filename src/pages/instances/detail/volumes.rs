//! The volumes of an instance (rows S19–S22): device, what happens to them on deletion, attach and detach.

use cloud::rules::attached::{Attached, attached};
use cloud::rules::lifecycle::Action;
use cloud::wire::VolumeStatus;
use cloud::{ServerId, VolumeId};
use leptos::prelude::*;

use super::grid;
use super::read::{filled, said};
use crate::data;
use crate::locales::{Text, tx};
use crate::pages::instances::actions::Actions;
use crate::pages::instances::words::{self, Row};
use crate::routes::{self, Route, Thing};
use crate::shared::attaching::{self, Pair};
use crate::shared::volumes as shared;
use crate::ui::{Button, Fact, Facts, FailureCard, Icon, Kind, Section, live_view};

#[derive(Clone)]
enum Question {
    Attach,
    Detach(Box<Pair>),
}

pub fn section(id: ServerId, row: Row, actions: Actions) -> AnyView {
    let (attachments, own) = (data::attachments(id.clone()), data::instance(id));
    let known = data::volumes();
    let lines = Memo::new(move |_: Option<&Option<Vec<Attached>>>| {
        let (rows, known) = (attachments.value.get(), known.value.get());
        row.with(|server| Some(attached(server.as_deref()?, rows.as_deref(), known.as_deref())))
    });
    // When a volume's state changes, the instance is read again without waiting for the next poll.
    let states = Memo::new(move |_| lines.with(|lines| states(lines.as_deref().unwrap_or_default())));
    Effect::new(move |before: Option<Vec<(VolumeId, VolumeStatus)>>| {
        let now = states.get();
        let moved = |(id, was): &(VolumeId, VolumeStatus)| now.iter().any(|(other, is)| other == id && is != was);
        if before.is_some_and(|before| before.iter().any(moved)) {
            attachments.refetch();
            own.refetch();
        }
        now
    });
    let (open, question) = (RwSignal::new(false), RwSignal::new(None::<Question>));
    let ask = Callback::new(move |asked: Question| {
        question.set(Some(asked));
        open.set(true);
    });
    let facts = vec![
        Fact::text(tx(|t| t.instance().config_drive), said(row, |server| filled(&server.config_drive))),
        Fact::text(tx(|t| t.instance().disk_config), said(row, |server| filled(&server.disk_config))),
    ];
    let (no_attach, no_detach) = (actions.why(row, Action::AttachVolume), actions.why(row, Action::DetachVolume));
    view! {
        <Section title=tx(|t| t.volumes().title)>
            {live_view(move || table(row, lines.get(), no_detach, ask))}
            {live_view(move || match attachments.failure() {
                Some(failure) => view! {
                    <FailureCard failure=cloud::Failure::clone(&failure) on_retry=move || attachments.refetch() />
                }.into_any(),
                None => ().into_any(),
            })}
            {live_view(move || match known.value.with(Option::is_none) && known.failure().is_some() {
                true => view! { <p class="dim">{tx(|t| t.volumes().service_missing)}</p> }.into_any(),
                false => ().into_any(),
            })}
            <div class="section-actions">
                <Button label=tx(|t| t.volumes().attach_volume) icon_before=Icon::Attach refused=no_attach
                    on_click=move || ask.run(Question::Attach) />
            </div>
            <Facts facts />
        </Section>
        {live_view(move || match (question.get(), row.get_untracked()) {
            (Some(Question::Attach), Some(server)) => super::attach_volume::dialog(open, server),
            (Some(Question::Detach(pair)), _) => attaching::detach_dialog(open, *pair),
            _ => ().into_any(),
        })}
    }
    .into_any()
}

/// The states of the volumes that block storage knows.
fn states(lines: &[Attached]) -> Vec<(VolumeId, VolumeStatus)> {
    lines.iter().filter_map(|one| Some((one.line.id.clone(), one.status.clone()?))).collect()
}

fn table(row: Row, lines: Option<Vec<Attached>>, no_detach: Signal<Option<Text>>, ask: Callback<Question>) -> AnyView {
    let lines = lines.unwrap_or_default();
    if lines.is_empty() {
        // If the cloud reports no volumes, nothing is known about the root disk either.
        let told = row.with_untracked(|server| server.as_ref().is_some_and(|server| server.volumes.said().is_some()));
        return told.then(|| view! { <p class="dim">{tx(|t| t.instance().no_volumes)}</p> }).into_any();
    }
    let alone = lines.len() == 1;
    let rows: Vec<_> = lines.into_iter().map(|line| draw(row, line, alone, no_detach, ask)).collect();
    let heads = [
        tx(|t| t.instance().volume),
        tx(|t| t.volumes().device),
        tx(|t| t.instance().size),
        tx(|t| t.common().status),
        tx(|t| t.instance().on_delete),
        tx(|t| t.common().actions),
    ];
    grid(heads, rows)
}

fn draw(row: Row, one: Attached, alone: bool, no_detach: Signal<Option<Text>>, ask: Callback<Question>) -> AnyView {
    let href = routes::href(&Route::One(Thing::Volume, one.line.id.0.clone()));
    let name = one.line.name.clone();
    let size = one.line.size_gb.map_or_else(|| "–".into(), shared::size);
    let fate = match one.line.goes {
        Some(true) => tx(|t| t.instance().goes_too),
        Some(false) => tx(|t| t.instance().stays),
        None => tx(|t| t.instance().fate_unknown),
    };
    let root = one.detachable == Err(cloud::rules::attach::NotDetachable::Root);
    let root = root.then(|| view! { <span class="tag">{tx(|t| t.volumes().root)}</span> });
    let device = one.device.clone().unwrap_or_else(|| "–".to_owned());
    let status = shared::badge(Signal::stored(one.status.clone()));
    view! {
        <tr>
            <td dir="auto"><a href=href>{name}</a>" "{root}</td>
            <td><code>{device}</code></td>
            <td>{size}</td>
            <td>{status}</td>
            <td>{fate}</td>
            <td>{detach(row, one, alone, no_detach, ask)}</td>
        </tr>
    }
    .into_any()
}

/// The button is always shown, so that the reason can be read when it is disabled.
fn detach(row: Row, one: Attached, alone: bool, no_detach: Signal<Option<Text>>, ask: Callback<Question>) -> AnyView {
    let rule = one.detachable.err().map(attaching::not_detachable);
    let busy = one.status.as_ref().filter(|status| !matches!(status, VolumeStatus::InUse | VolumeStatus::Reserved));
    let busy =
        busy.map(|status| crate::locales::filled(|t| t.volumes().why_status, [("status", shared::word(status))]));
    let here = rule.or(busy);
    let refused = Signal::derive(move || here.clone().or_else(|| no_detach.get()));
    let (volume, volume_name) = (one.line.id, one.line.name.clone());
    let press = move || {
        let Some(server) = row.get_untracked() else { return };
        let known = untrack(|| data::volumes().value.get());
        let known = known.and_then(|known| known.iter().find(|known| known.id == volume).cloned());
        let server_name = untrack(|| words::name(&server).now().into_owned());
        let (volume, volume_name) = (volume.clone(), volume_name.clone());
        let pair = Pair { server: server.id.clone(), server_name, volume, volume_name, known, alone };
        ask.run(Question::Detach(Box::new(pair)));
    };
    view! { <Button label=tx(|t| t.volumes().detach) kind=Kind::Quiet refused on_click=press /> }.into_any()
}
