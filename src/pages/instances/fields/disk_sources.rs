//! The sources of an additional disk. Unusable ones stay in the list with the reason (rows S13, S14).

use crate::locales::{Text, filled};
use crate::pages::instances::create::check::problem_of;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::words::{self, called};
use crate::ui::Choice;
use cloud::ZoneName;
use cloud::create::{Context, DiskDraft, Draft, Field, MadeOf, required_zone};
use cloud::wire::{Image, Snapshot, Volume};
use leptos::prelude::*;

/// The draft without this disk and those after it: what the choice must be compatible with.
fn others(form: Form, number: u32) -> Memo<Draft> {
    Memo::new(move |_| {
        let at = usize::try_from(form.disks.position(number)).unwrap_or(usize::MAX);
        let mut draft = form.draft.with(Draft::sources);
        // The later disks report a duplicate themselves.
        draft.disks.truncate(at);
        draft
    })
}

pub fn images(form: Form, number: u32) -> Signal<Vec<Choice>> {
    let others = others(form, number);
    Signal::derive(move || {
        let images = form.known.images.value.get().unwrap_or_default();
        let others = others.get();
        form.known.with(|context| {
            let choice = |image: &Image| {
                let why = why_not(&others, of_image(image), None, context);
                Choice::new(image.id.0.clone(), called(&image.name, &image.id.0)).excluded(why)
            };
            images.iter().map(choice).collect()
        })
    })
}

pub fn volumes(form: Form, number: u32) -> Signal<Vec<Choice>> {
    let (list, others) = (form.known.volumes.want(), others(form, number));
    Signal::derive(move || {
        let volumes = list.value.get().unwrap_or_default();
        let others = others.get();
        form.known.with(|context| {
            let choice = |volume: &Volume| {
                let why = why_not(&others, of_volume(volume), volume.zone.as_ref(), context);
                let name = called(&volume.name, &volume.id.0);
                Choice::new(volume.id.0.clone(), said(name, volume.size_gb, volume.zone.as_ref())).excluded(why)
            };
            possible_first(volumes.iter().map(choice).collect())
        })
    })
}

pub fn snapshots(form: Form, number: u32) -> Signal<Vec<Choice>> {
    let (list, others) = (form.known.snapshots.want(), others(form, number));
    form.known.volumes.want();
    Signal::derive(move || {
        let snapshots = list.value.get().unwrap_or_default();
        let others = others.get();
        form.known.with(|context| {
            let choice = |snapshot: &Snapshot| {
                let zone = context.volume(&snapshot.volume).and_then(|volume| volume.zone.as_ref());
                let why = why_not(&others, of_snapshot(snapshot), zone, context);
                let name = called(&snapshot.name, &snapshot.id.0);
                Choice::new(snapshot.id.0.clone(), said(name, snapshot.size_gb, zone)).excluded(why)
            };
            possible_first(snapshots.iter().map(choice).collect())
        })
    })
}

fn of_image(image: &Image) -> DiskDraft {
    DiskDraft { made_of: MadeOf::Image, image: image.id.clone(), ..DiskDraft::default() }
}

fn of_volume(volume: &Volume) -> DiskDraft {
    DiskDraft { made_of: MadeOf::Volume, volume: volume.id.clone(), ..DiskDraft::default() }
}

fn of_snapshot(snapshot: &Snapshot) -> DiskDraft {
    DiskDraft { made_of: MadeOf::Snapshot, snapshot: snapshot.id.clone(), ..DiskDraft::default() }
}

fn said(name: String, size_gb: u64, zone: Option<&ZoneName>) -> Text {
    words::joined([Some(name.into()), Some(words::gigabytes(size_gb)), zone.map(|zone| zone.0.clone().into())])
}

fn possible_first(mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.sort_by_key(|choice| choice.excluded.is_some());
    choices
}

fn why_not(others: &Draft, disk: DiskDraft, zone: Option<&ZoneName>, context: &Context<'_>) -> Option<Text> {
    let row = u32::try_from(others.disks.len()).ok()?;
    let mut probe = others.clone();
    probe.disks.push(disk);
    if let Some(problem) = problem_of(Field::Disk(row), &probe, context) {
        return Some(words::problem(Field::Disk(row), &problem, false));
    }
    let needed = required_zone(others, context);
    let elsewhere = zone.filter(|zone| needed.as_ref().is_some_and(|needed| needed != *zone));
    elsewhere.map(|zone| filled(|t| t.create_more().elsewhere, [("zone", zone.0.clone().into())]))
}
