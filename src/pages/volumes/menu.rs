//! The menus of volumes and snapshots. Actions that are not possible now stay in the menu, with the reason.

use cloud::VolumeId;
use cloud::rules::attach::detachable;
use cloud::rules::volumes::{NotDeletable, copyable, deletable, extendable};
use cloud::volume::{Problem, new_size};
use cloud::wire::{Snapshot, SnapshotStatus, Volume, VolumeAttachment, VolumeStatus};

use leptos::prelude::*;
use super::model::{Question, Model};
use super::problems;
use crate::shell::no_changes;
use crate::locales::{Text, counted, filled, tx};
use crate::shared::attaching::{Pair, not_detachable};
use crate::shared::volumes;
use crate::ui::{Icon, MenuItem, copy_text};

/// The menu of a volume, beginning with `Details`.
pub fn of(model: Model, volume: Volume) -> Vec<MenuItem> {
    let id = volume.id.clone();
    let details = MenuItem::new(tx(|t| t.common().details), move || model.show(id.clone())).icon(Icon::Details);
    let mut items = vec![details];
    items.extend(actions(model, volume));
    items
}

/// The same without `Details`.
pub fn actions(model: Model, volume: Volume) -> Vec<MenuItem> {
    let ask = |label: Text, question: Question| MenuItem::new(label, move || model.ask(question.clone()));
    let why = |refused: Result<(), VolumeStatus>| refused.err().map(|status| needs_free(&status));
    let free = extendable(&volume);
    let mut items = vec![
        ask(tx(|t| t.volumes().attach_ask), Question::Attach(volume.clone()))
            .icon(Icon::Attach)
            .refused(blocked().or_else(|| why(free.clone()))),
    ];
    items.extend(volume.attachments.iter().map(|place| detach(model, &volume, place)));
    let copy = blocked().or_else(|| why(copyable(&volume)));
    let id = volume.id.to_string();
    items.extend([
        ask(tx(|t| t.volumes().snapshot_ask), Question::Snapshot(volume.clone()))
            .icon(Icon::Snapshot)
            .refused(copy.clone()),
        ask(tx(|t| t.volumes().image_ask), Question::Image(volume.clone())).icon(Icon::Images).refused(copy),
        ask(tx(|t| t.volumes().extend_ask), Question::Extend(volume.clone()))
            .icon(Icon::Extend)
            .refused(blocked().or_else(|| why(free))),
        MenuItem::new(tx(|t| t.volumes().copy_id), move || copy_text(id.clone())).icon(Icon::Copy).apart(),
        ask(tx(|t| t.volumes().delete_ask), Question::Delete(volume.clone()))
            .icon(Icon::Trash)
            .danger()
            .apart()
            .refused(stays(model, &volume)),
    ]);
    items
}

/// Why a volume cannot be deleted now; tracked.
pub fn stays(model: Model, volume: &Volume) -> Option<Text> {
    blocked().or_else(|| no_delete(model, volume))
}

/// Why a volume cannot be detached now; tracked.
pub fn stays_attached(volume: &Volume) -> Option<Text> {
    let place = match volume.attachments.as_slice() {
        [place] => place,
        [] => return Some(tx(|t| t.floating_ips().is_free)),
        // Which instance is meant is a question for each of them.
        _ => return Some(tx(|t| t.bulk().not_now)),
    };
    let rule = detachable(place.device.as_deref(), Some(volume), false).err().map(not_detachable);
    let state = (volume.status != VolumeStatus::InUse).then(|| needs_free(&volume.status));
    rule.or(state).or_else(blocked)
}

/// Why a volume cannot be extended to the typed size; tracked.
pub fn stays_small(volume: &Volume, typed: &str) -> Option<Text> {
    let status = || extendable(volume).err().map(|status| needs_free(&status));
    let size = || new_size(typed, volume).err().filter(|problem| *problem != Problem::Missing).map(problems::sentence);
    blocked().or_else(status).or_else(size)
}

/// Why a snapshot cannot be deleted now; tracked.
pub fn snapshot_stays(snapshot: &Snapshot) -> Option<Text> {
    let status = || filled(|t| t.volumes().why_status, [("status", volumes::snapshot_word(&snapshot.status))]);
    blocked().or_else(|| (!snapshot.status.is_deletable()).then(status))
}

/// The reason if nothing can be changed now.
fn blocked() -> Option<Text> {
    no_changes().get()
}

fn needs_free(status: &VolumeStatus) -> Text {
    filled(|t| t.volumes().why_status, [("status", volumes::word(status))])
}

fn detach(model: Model, volume: &Volume, place: &VolumeAttachment) -> MenuItem {
    let server_name = model.server_name(&place.server);
    let known = Some(volume.clone());
    let pair = Pair {
        server: place.server.clone(),
        server_name: server_name.clone(),
        volume: volume.id.clone(),
        volume_name: volumes::name(volume),
        known,
        // The list does not tell whether it is the root disk. A bootable volume without a device cannot be detached in
        // any case.
        alone: false,
    };
    let rule = detachable(place.device.as_deref(), Some(volume), false).err().map(not_detachable);
    let state = (volume.status != VolumeStatus::InUse).then(|| needs_free(&volume.status));
    let label = filled(|t| t.volumes().detach_ask, [("server", server_name.into())]);
    MenuItem::new(label, move || model.ask(Question::Detach(pair.clone())))
        .icon(Icon::Detach)
        .refused(rule.or(state).or_else(blocked))
}

fn no_delete(model: Model, volume: &Volume) -> Option<Text> {
    let snapshots = model.snapshots.value.get();
    Some(match deletable(volume, snapshots.as_deref()).err()? {
        NotDeletable::Attached => tx(|t| t.volumes().why_attached),
        NotDeletable::HasSnapshots(count) => counted(|t| &t.volumes().why_snapshots, count),
        NotDeletable::Status(status) => needs_free(&status),
    })
}

/// The menu of a snapshot, beginning with `Details`.
pub fn of_snapshot(model: Model, snapshot: Snapshot) -> Vec<MenuItem> {
    let id = snapshot.id.to_string();
    let details = MenuItem::new(tx(|t| t.common().details), move || model.snapshot_detail.show(&id)).icon(Icon::Details);
    let mut items = vec![details];
    items.extend(actions_of_snapshot(model, snapshot));
    items
}

/// The same without `Details`.
pub fn actions_of_snapshot(model: Model, snapshot: Snapshot) -> Vec<MenuItem> {
    let status = || filled(|t| t.volumes().why_status, [("status", volumes::snapshot_word(&snapshot.status))]);
    let unready = (snapshot.status != SnapshotStatus::Available).then(status);
    let stays = snapshot_stays(&snapshot);
    let (id, volume) = (snapshot.id.to_string(), snapshot.volume.clone());
    let (source, victim) = (snapshot.clone(), snapshot.clone());
    vec![
        MenuItem::new(tx(|t| t.volumes().create_of_ask), move || model.ask(Question::Create(Some(source.clone()))))
            .icon(Icon::Plus)
            .refused(blocked().or(unready)),
        of_its_volume(model, volume),
        MenuItem::new(tx(|t| t.volumes().copy_id), move || copy_text(id.clone())).icon(Icon::Copy).apart(),
        MenuItem::new(tx(|t| t.volumes().delete_ask), move || model.ask(Question::DeleteSnapshot(victim.clone())))
            .icon(Icon::Trash)
            .danger()
            .apart()
            .refused(stays),
    ]
}

fn of_its_volume(model: Model, volume: VolumeId) -> MenuItem {
    MenuItem::new(tx(|t| t.volumes().show_volume), move || model.show(volume.clone())).icon(Icon::Volumes)
}
