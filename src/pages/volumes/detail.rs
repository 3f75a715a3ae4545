//! One volume in a dialog over the list, with an address of its own.

use ::view::Known;
use cloud::VolumeId;
use cloud::wire::{Snapshot, Volume};
use leptos::prelude::*;

use super::model::Model;
use super::{cells, menu};
use crate::locales::{Text, tx};
use crate::shared::opened::over;
use crate::shared::volumes;
use crate::ui::*;

pub fn dialog(model: Model) -> AnyView {
    let (detail, list) = (model.detail, model.list);
    let volume = Memo::new(move |_| list.get(&detail.id.get(), Clone::clone));
    let title = Text::live(move || volume.with(|volume| volume.as_ref().map(volumes::name)).unwrap_or_default().into());
    let gone = (tx(|t| t.volumes().gone_title), tx(|t| t.volumes().gone_text));
    over(detail, title, list.shown, gone, move || volume.get().map(|volume| here(model, volume)))
}

fn here(model: Model, volume: Volume) -> AnyView {
    let id = volume.id.clone();
    let items = move |()| {
        let volume = model.volume(id.as_str(), Clone::clone);
        volume.map(|volume| menu::actions(model, volume)).unwrap_or_default()
    };
    view! {
        <div class="confirm">
            <Facts facts=facts(model, &volume) />
            {snapshots(model, volume.id)}
            <footer class="dialog-foot">
                <Menu label=tx(|t| t.common().actions) items />
                <Button label=tx(|t| t.common().close) on_click=move || model.detail.hide() />
            </footer>
        </div>
    }
    .into_any()
}

fn facts(model: Model, volume: &Volume) -> Vec<Fact> {
    let yes = |on: bool| if on { tx(|t| t.common().yes) } else { tx(|t| t.common().no) };
    let text = |value: Option<String>| Text::from(value.unwrap_or_default());
    let places: Vec<_> = volume.attachments.iter().map(|place| cells::place(model, place)).collect();
    let attached = if places.is_empty() { view! { <span>"–"</span> }.into_any() } else { places.into_any() };
    let created = volume.created_at;
    let mut facts = vec![
        Fact::new(tx(|t| t.common().status), volumes::badge(Signal::stored(Some(volume.status.clone())))),
        Fact::text(tx(|t| t.volumes().size), volumes::size(volume.size_gb)),
        Fact::text(tx(|t| t.volumes().kind), text(volume.kind.clone())),
        Fact::text(tx(|t| t.volumes().zone), text(volume.zone.as_ref().map(ToString::to_string))),
        Fact::new(tx(|t| t.volumes().attached_to), attached),
        Fact::text(tx(|t| t.volumes().bootable), yes(volume.bootable)),
        Fact::text(tx(|t| t.volumes().encrypted), yes(volume.encrypted)),
        Fact::text(tx(|t| t.volumes().shared), yes(volume.multiattach)),
        Fact::text(tx(|t| t.volumes().description), volume.description.clone()),
        Fact::text(tx(|t| t.volumes().image), text(image(volume))),
    ];
    if let Some(snapshot) = &volume.snapshot {
        let id = snapshot.clone();
        let name = Text::live(move || {
            model.snapshot(id.as_str(), volumes::snapshot_name).unwrap_or_else(|| id.to_string()).into()
        });
        facts.push(Fact::text(tx(|t| t.volumes().of_snapshot), name));
    }
    if let Some(source) = &volume.source {
        facts.push(Fact::id(tx(|t| t.volumes().of_volume), source.to_string()));
    }
    facts.push(Fact::new(tx(|t| t.common().created), view! { <Ago at=Signal::stored(created) /> }));
    facts.push(Fact::id(tx(|t| t.common().id), volume.id.to_string()));
    facts
}

/// The image that the volume was made from, if the volume has its name.
fn image(volume: &Volume) -> Option<String> {
    let name = volume.image_metadata.get("image_name").filter(|name| !name.is_empty()).cloned();
    name.or_else(|| volume.image().map(|id| id.to_string()))
}

/// The snapshots of the volume.
fn snapshots(model: Model, volume: VolumeId) -> AnyView {
    let of = move |known: &Known<Snapshot>| -> Vec<Snapshot> {
        known.rows().iter().filter(|snapshot| snapshot.volume == volume).cloned().collect()
    };
    let all = Memo::new(move |_| model.snapshot_list.all.with(&of));
    let rows = live_view(move || {
        let all = all.get();
        if all.is_empty() {
            return view! { <p class="dim">{tx(|t| t.volumes().no_snapshots_of)}</p> }.into_any();
        }
        let rows: Vec<_> = all.into_iter().map(|snapshot| row(model, snapshot)).collect();
        view! { <ul class="snapshot-rows">{rows}</ul> }.into_any()
    });
    view! { <section class="snapshots-of"><h3>{tx(|t| t.volumes().snapshots)}</h3>{rows}</section> }.into_any()
}

fn row(model: Model, snapshot: Snapshot) -> AnyView {
    let (name, size, at) = (volumes::snapshot_name(&snapshot), volumes::size(snapshot.size_gb), snapshot.created_at);
    let badge = volumes::snapshot_badge(Signal::stored(Some(snapshot.status.clone())));
    let label = crate::locales::filled(|t| t.common().actions_of, [("name", name.clone().into())]);
    let items = move |()| menu::of_snapshot(model, snapshot.clone());
    view! {
        <li>
            <span class="snapshot-name" dir="auto">{name}</span>
            {badge}
            <span class="dim">{size}</span>
            <Ago at=Signal::stored(at) />
            <Menu label items kind=Kind::IconOnly icon_before=Icon::More />
        </li>
    }
    .into_any()
}
