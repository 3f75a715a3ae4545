//! The cells of the table. A cell is drawn once and reads what changes from the list.

use cloud::wire::{Volume, VolumeAttachment};
use leptos::prelude::*;

use super::model::Model;
use crate::locales::{Text, filled, tx};
use crate::routes::{self, Route};
use crate::shared::volumes;
use crate::ui::{Ago, Column, RowId, Width, live_view, row_link, tab_index};

pub fn columns(model: Model) -> Vec<Column> {
    let text = move |read: fn(&Volume) -> Text| move |id: Signal<RowId>| model.list.cell(id, read);
    let size = text(|volume| volumes::size(volume.size_gb));
    let kind = text(|volume| volume.kind.clone().unwrap_or_default().into());
    let zone = text(|volume| volume.zone.as_ref().map(ToString::to_string).unwrap_or_default().into());
    let bootable = text(|volume| if volume.bootable { tx(|t| t.common().yes) } else { tx(|t| t.common().no) });
    let age = move |id: Signal<RowId>| {
        let at = Signal::derive(move || model.volume(&id.get(), |volume| volume.created_at).flatten());
        view! { <Ago at /> }.into_any()
    };
    let status = move |id: Signal<RowId>| {
        volumes::badge(Signal::derive(move || model.volume(&id.get(), |volume| volume.status.clone())))
    };
    vec![
        Column::new("name", tx(|t| t.common().name), Width::Grow, move |id| name(model, id)),
        Column::new("status", tx(|t| t.common().status), Width::Middle, status),
        Column::new("size", tx(|t| t.volumes().size), Width::Number, size),
        Column::new("kind", tx(|t| t.volumes().kind), Width::Small, kind).priority(3),
        Column::new("zone", tx(|t| t.volumes().zone), Width::Small, zone).priority(2),
        Column::new("attached", tx(|t| t.volumes().attached_to), Width::Address, move |id| attached(model, id)),
        Column::new("bootable", tx(|t| t.volumes().bootable), Width::Small, bootable).priority(3),
        Column::new("created", tx(|t| t.volumes().age), Width::Small, age).age(),
    ]
}

fn name(model: Model, id: Signal<RowId>) -> AnyView {
    let words = model.list.text(id, |volume| volumes::name(volume).into());
    row_link(words, move || Some(model.detail.href(&id.get())), move || model.detail.show(&id.get_untracked()))
}

fn attached(model: Model, id: Signal<RowId>) -> AnyView {
    let places = Memo::new(move |_| model.volume(&id.get(), |volume| volume.attachments.clone()).unwrap_or_default());
    live_view(move || places.with(|places| places_of(model, places))).into_any()
}

/// The instances that the volume is attached to, each with the device.
pub fn places_of(model: Model, places: &[VolumeAttachment]) -> AnyView {
    let Some(first) = places.first() else { return view! { <span class="dim">"–"</span> }.into_any() };
    let more = places.len().saturating_sub(1);
    let more = (more > 0).then(|| {
        let n = filled(|t| t.volumes().more, [("n", more.into())]);
        view! { <span class="more">{n}</span> }
    });
    (place(model, first), more).into_any()
}

/// A link to the instance with the device.
pub fn place(model: Model, place: &VolumeAttachment) -> AnyView {
    let href = routes::href(&Route::Instance(place.server.clone()));
    let server = place.server.clone();
    let name = Text::live(move || model.server_name(&server).into());
    let device = place.device.clone().map(|device| view! { <code class="dim">{device}</code> });
    view! { <span class="place"><a href=href tabindex=tab_index() title=name.clone() dir="auto">{name.clone()}</a>" "{device}</span> }
        .into_any()
}
