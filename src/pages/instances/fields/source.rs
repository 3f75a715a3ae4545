//! The source of the root disk: an image, an existing volume or a snapshot (rows S13, S14).

use super::one_of::{OneOf, choice, one_of};
use super::typed::{Typed, pick_or_type};
use super::{column, image, number_column};
use crate::locales::{Text, tx};
use crate::pages::instances::create::check::problem_of;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::part::part;
use crate::pages::instances::create::words;
use crate::ui::{Picker, PickerRow, RadioCards, live_view};
use ::view::fold;
use cloud::create::{BootFrom, Context, Draft, Field};
use cloud::wire::{Snapshot, Volume};
use leptos::prelude::*;
use std::sync::Arc;

impl OneOf for BootFrom {
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::Image, "image"), (Self::Volume, "volume"), (Self::Snapshot, "snapshot")];
}

pub fn source(form: Form) -> AnyView {
    let choices = Signal::derive(|| {
        vec![
            choice(BootFrom::Image, tx(|t| t.create().image)),
            choice(BootFrom::Volume, tx(|t| t.create_more().volume)),
            choice(BootFrom::Snapshot, tx(|t| t.create_more().snapshot)),
        ]
    });
    let source = form.value(part!(boot_from));
    let picker = live_view(move || match source.get() {
        BootFrom::Image => image::image(form),
        BootFrom::Volume => from_volume(form),
        BootFrom::Snapshot => from_snapshot(form),
    });
    view! {
        <div class="create-segments">
            <RadioCards label=tx(|t| t.create_more().boot_from) value=one_of(source) choices />
        </div>
        {picker}
    }
    .into_any()
}

fn from_volume(form: Form) -> AnyView {
    let (list, value) = (form.known.volumes.want(), form.value(part!(volume.0)));
    let rows = Signal::derive(move || {
        let volumes = list.value.get().unwrap_or_default();
        form.known.with(|context| {
            let mut rows: Vec<_> = volumes.iter().map(|volume| row_of_volume(volume, context)).collect();
            // Bootable volumes first.
            rows.sort_by_key(|row| row.excluded.is_some());
            rows.into()
        })
    });
    let columns = || {
        vec![
            column(tx(|t| t.common().name)),
            number_column(tx(|t| t.create_more().size)),
            column(tx(|t| t.create().zone)),
            column(tx(|t| t.create().image)),
        ]
    };
    let (label, hint) = (tx(|t| t.create_more().volume), tx(|t| t.create_more().volume_hint));
    let (error, loading) = (form.error(Field::Image), Signal::derive(move || list.value.with(Option::is_none)));
    let pick = move || {
        let (label, hint) = (label.clone(), hint.clone());
        view! { <Picker label columns=columns() rows value hint error loading /> }.into_any()
    };
    let type_in = move || {
        let (label, hint) = (tx(|t| t.create_more().volume_id), tx(|t| t.create_more().volume_id_hint));
        Typed { label, value, hint, error, optional: false, trouble: list.trouble() }.draw()
    };
    pick_or_type(list.typed, pick, type_in)
}

fn row_of_volume(volume: &Volume, context: &Context<'_>) -> PickerRow {
    let probe = Draft { boot_from: BootFrom::Volume, volume: volume.id.clone(), ..Draft::default() };
    let name = words::called(&volume.name, &volume.id.0);
    let zone = volume.zone.as_ref().map(|zone| zone.0.clone()).unwrap_or_default();
    let image = volume.image_metadata.get("image_name").cloned().unwrap_or_default();
    PickerRow {
        id: volume.id.0.clone(),
        haystack: [&name, &zone, &image].map(|text| fold(text)).join(" "),
        cells: vec![name.into(), words::gigabytes(volume.size_gb), zone.into(), image.into()],
        excluded: why_not(&probe, context),
    }
}

fn from_snapshot(form: Form) -> AnyView {
    let (list, value) = (form.known.snapshots.want(), form.value(part!(snapshot.0)));
    // The zone and system of a snapshot are those of its volume.
    form.known.volumes.want();
    let rows = Signal::derive(move || {
        let snapshots = list.value.get().unwrap_or_default();
        form.known.with(|context| snapshots.iter().map(|it| row_of_snapshot(it, context)).collect::<Arc<[_]>>())
    });
    let columns = || {
        vec![
            column(tx(|t| t.common().name)),
            number_column(tx(|t| t.create_more().size)),
            column(tx(|t| t.create().zone)),
            column(tx(|t| t.create_more().of_volume)),
        ]
    };
    let (error, loading) = (form.error(Field::Image), Signal::derive(move || list.value.with(Option::is_none)));
    let pick = move || {
        let (label, hint) = (tx(|t| t.create_more().snapshot), tx(|t| t.create_more().snapshot_hint));
        view! { <Picker label columns=columns() rows value hint error loading /> }.into_any()
    };
    let type_in = move || {
        let (label, hint) = (tx(|t| t.create_more().snapshot_id), tx(|t| t.create_more().volume_id_hint));
        Typed { label, value, hint, error, optional: false, trouble: list.trouble() }.draw()
    };
    pick_or_type(list.typed, pick, type_in)
}

fn row_of_snapshot(snapshot: &Snapshot, context: &Context<'_>) -> PickerRow {
    let probe = Draft { boot_from: BootFrom::Snapshot, snapshot: snapshot.id.clone(), ..Draft::default() };
    let name = words::called(&snapshot.name, &snapshot.id.0);
    let volume = context.volume(&snapshot.volume);
    let zone = volume.and_then(|volume| volume.zone.as_ref()).map(|zone| zone.0.clone()).unwrap_or_default();
    let of = volume.map(|volume| words::called(&volume.name, &volume.id.0)).unwrap_or_default();
    PickerRow {
        id: snapshot.id.0.clone(),
        haystack: [&name, &zone, &of].map(|text| fold(text)).join(" "),
        cells: vec![name.into(), words::gigabytes(snapshot.size_gb), zone.into(), of.into()],
        excluded: why_not(&probe, context),
    }
}

fn why_not(probe: &Draft, context: &Context<'_>) -> Option<Text> {
    problem_of(Field::Image, probe, context).map(|problem| words::problem(Field::Image, &problem, false))
}
