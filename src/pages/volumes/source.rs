//! The source of a new volume.

use std::sync::Arc;

use ::view::fold;
use cloud::volume::Field;
use cloud::wire::{Image, ImagePhase, Snapshot, SnapshotStatus};
use leptos::prelude::*;

use super::create::Form;
use crate::data::LiveState;
use crate::locales::{Text, filled, tx};
use crate::reactive::effect;
use crate::shared::alike::Alike;
use crate::shared::volumes;
use crate::ui::*;

/// Blank, snapshot or image, and which one.
pub fn field(form: Form) -> AnyView {
    let choices = Signal::derive(|| {
        vec![
            Choice::new("blank", tx(|t| t.volumes().of_nothing)).note(tx(|t| t.volumes().of_nothing_note)),
            Choice::new("snapshot", tx(|t| t.volumes().of_a_snapshot)).note(tx(|t| t.volumes().of_a_snapshot_note)),
            Choice::new("image", tx(|t| t.volumes().of_an_image)).note(tx(|t| t.volumes().of_an_image_note)),
        ]
    });
    let of = Memo::new(move |_| form.of.get());
    view! {
        <RadioCards label=tx(|t| t.volumes().source) value=form.of choices />
        {live_view(move || match of.get().as_str() {
            "snapshot" => snapshot(form),
            "image" => image(form),
            _ => ().into_any(),
        })}
    }
    .into_any()
}

fn snapshot(form: Form) -> AnyView {
    let list = form.snapshots;
    let rows = followed(move || list.value.get().unwrap_or_default().iter().map(snapshot_row).collect());
    let columns = vec![column(tx(|t| t.common().name)), size_column()];
    picker(form, tx(|t| t.volumes().snapshot), columns, rows, form.snapshot, list.state)
}

fn snapshot_row(snapshot: &Snapshot) -> PickerRow {
    let name = volumes::snapshot_name(snapshot);
    let unready = (snapshot.status != SnapshotStatus::Available)
        .then(|| filled(|t| t.volumes().why_status, [("status", volumes::snapshot_word(&snapshot.status))]));
    PickerRow {
        id: snapshot.id.to_string(),
        haystack: fold(&[name.as_str(), snapshot.id.as_str()].join("\n")),
        cells: vec![name.into(), volumes::size(snapshot.size_gb)],
        excluded: unready,
    }
}

fn image(form: Form) -> AnyView {
    let list = form.images;
    let rows = followed(move || {
        let images = list.value.get().unwrap_or_default();
        let alike = Alike::images(&images);
        images.iter().map(|image| image_row(image, &alike)).collect()
    });
    let columns = vec![column(tx(|t| t.common().name)), size_column()];
    picker(form, tx(|t| t.volumes().image), columns, rows, form.image, list.state)
}

fn image_row(image: &Image, alike: &Alike) -> PickerRow {
    let unready = (image.status.phase() != ImagePhase::Ready).then(|| tx(|t| t.volumes().bad_unready));
    PickerRow {
        id: image.id.to_string(),
        haystack: fold(
            &[image.name.as_str(), image.id.as_str(), image.os_distro.as_deref().unwrap_or_default()].join("\n"),
        ),
        cells: vec![alike.image(image), volumes::size(image.min_disk_gb.max(1))],
        excluded: unready,
    }
}

fn column(title: Text) -> PickerColumn {
    PickerColumn { title, number: false }
}

fn size_column() -> PickerColumn {
    PickerColumn { title: tx(|t| t.volumes().least_size), number: true }
}

/// A picker, or a text field for the id if the list could not be loaded.
fn picker(
    form: Form,
    label: Text,
    columns: Vec<PickerColumn>,
    rows: Signal<Arc<[PickerRow]>>,
    value: RwSignal<String>,
    state: Signal<LiveState>,
) -> AnyView {
    let failed = Memo::new(move |_| matches!(state.get(), LiveState::Failed(_)));
    let loading = Signal::derive(move || state.get() == LiveState::Loading);
    let error = form.error(Field::Source);
    live_view(move || match failed.get() {
        true => view! { <TextField label=label.clone() value mono=true hint=tx(|t| t.volumes().typed_hint) error /> }
            .into_any(),
        false => view! { <Picker label=label.clone() columns=columns.clone() rows value error loading /> }.into_any(),
    })
    .into_any()
}

/// Picker rows that are made again when their data changes, but not with every key in the search field.
pub fn followed(make: impl Fn() -> Arc<[PickerRow]> + Send + Sync + 'static) -> Signal<Arc<[PickerRow]>> {
    let rows = RwSignal::new(Arc::<[PickerRow]>::default());
    effect(move || rows.set(make()));
    rows.into()
}
