//! Volumes and snapshots as text.

use cloud::wire::{Snapshot, SnapshotStatus, Volume, VolumeStatus};
use leptos::prelude::*;
use view::storage::VolumeGroup;

use crate::locales::{Text, Words, tx};
pub use crate::ui::amounts::gigabytes as size;
use crate::ui::{Badge, Tone};

/// The name, or the id of a volume without one.
pub fn name(volume: &Volume) -> String {
    let name = volume.name.trim();
    if name.is_empty() { volume.id.to_string() } else { name.to_owned() }
}

/// The name, or the id of a snapshot without one.
pub fn snapshot_name(snapshot: &Snapshot) -> String {
    let name = snapshot.name.trim();
    if name.is_empty() { snapshot.id.to_string() } else { name.to_owned() }
}

/// The state of a volume as a badge.
pub fn badge(status: Signal<Option<VolumeStatus>>) -> AnyView {
    let tone = Signal::derive(move || status.get().as_ref().map(tone).unwrap_or_default());
    let word = Text::live(move || status.get().as_ref().map(word).unwrap_or_else(|| tx(|t| t.volumes().state_unknown)));
    view! { <Badge tone word /> }.into_any()
}

fn tone(status: &VolumeStatus) -> Tone {
    match (VolumeGroup::of(status), status) {
        (VolumeGroup::Error, _) => Tone::Bad,
        (VolumeGroup::Busy, _) => Tone::Busy,
        (_, VolumeStatus::InUse) => Tone::Ok,
        (_, VolumeStatus::Other(_)) => Tone::Unknown,
        _ => Tone::Off,
    }
}

/// A state as text. An undocumented one is shown as the API sent it.
pub fn word(status: &VolumeStatus) -> Text {
    let which: Words = match status {
        VolumeStatus::Creating => |t| t.volumes().creating,
        VolumeStatus::Available => |t| t.volumes().available,
        VolumeStatus::Attaching => |t| t.volumes().attaching,
        VolumeStatus::Detaching => |t| t.volumes().detaching,
        VolumeStatus::InUse => |t| t.volumes().in_use,
        VolumeStatus::Reserved => |t| t.volumes().reserved,
        VolumeStatus::Maintenance => |t| t.volumes().maintenance,
        VolumeStatus::Deleting => |t| t.volumes().deleting,
        VolumeStatus::AwaitingTransfer => |t| t.volumes().awaiting_transfer,
        VolumeStatus::Error => |t| t.volumes().error,
        VolumeStatus::ErrorDeleting => |t| t.volumes().error_deleting,
        VolumeStatus::BackingUp => |t| t.volumes().backing_up,
        VolumeStatus::RestoringBackup => |t| t.volumes().restoring,
        VolumeStatus::ErrorBackingUp => |t| t.volumes().error_backing_up,
        VolumeStatus::ErrorRestoring => |t| t.volumes().error_restoring,
        VolumeStatus::ErrorExtending => |t| t.volumes().error_extending,
        VolumeStatus::Downloading => |t| t.volumes().downloading,
        VolumeStatus::Uploading => |t| t.volumes().uploading,
        VolumeStatus::Retyping => |t| t.volumes().retyping,
        VolumeStatus::Extending => |t| t.volumes().extending,
        VolumeStatus::Other(word) if word.is_empty() => |t| t.volumes().state_unknown,
        VolumeStatus::Other(word) => return word.clone().into(),
    };
    tx(which)
}

/// The state of a snapshot as a badge.
pub fn snapshot_badge(status: Signal<Option<SnapshotStatus>>) -> AnyView {
    let tone = Signal::derive(move || match status.get() {
        Some(status) if status.is_error() => Tone::Bad,
        Some(status) if status.is_busy() => Tone::Busy,
        Some(SnapshotStatus::Available) => Tone::Ok,
        Some(SnapshotStatus::Deleted) => Tone::Off,
        _ => Tone::Unknown,
    });
    let word = Text::live(move || status.get().as_ref().map(snapshot_word).unwrap_or_default());
    view! { <Badge tone word /> }.into_any()
}

/// A state as text. An undocumented one is shown as the API sent it.
pub fn snapshot_word(status: &SnapshotStatus) -> Text {
    let which: Words = match status {
        SnapshotStatus::Creating => |t| t.volumes().creating,
        SnapshotStatus::Available => |t| t.volumes().available,
        SnapshotStatus::BackingUp => |t| t.volumes().backing_up,
        SnapshotStatus::Deleting => |t| t.volumes().deleting,
        SnapshotStatus::Error => |t| t.volumes().error,
        SnapshotStatus::Deleted => |t| t.volumes().deleted_state,
        SnapshotStatus::Unmanaging => |t| t.volumes().unmanaging,
        SnapshotStatus::Restoring => |t| t.volumes().restoring,
        SnapshotStatus::ErrorDeleting => |t| t.volumes().error_deleting,
        SnapshotStatus::Other(word) => return word.clone().into(),
    };
    tx(which)
}
