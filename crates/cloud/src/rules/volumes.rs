//! What can be done with a volume now, and otherwise why not (row N06).

use crate::wire::{Snapshot, Volume, VolumeStatus};

mod arrived;
#[cfg(test)]
mod tests;

pub use arrived::{VolumeGoal, snapshot_outcome};

/// Why a volume cannot be deleted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotDeletable {
    /// It is attached to an instance.
    Attached,
    /// It has this many snapshots.
    HasSnapshots(usize),
    /// Its state does not allow it.
    Status(VolumeStatus),
}

/// Whether the volume can be deleted. `snapshots` is `None` if they could not be read; then the cloud decides.
pub fn deletable(volume: &Volume, snapshots: Option<&[Snapshot]>) -> Result<(), NotDeletable> {
    if !volume.attachments.is_empty() || volume.status == VolumeStatus::InUse {
        return Err(NotDeletable::Attached);
    }
    if !volume.status.is_deletable() {
        return Err(NotDeletable::Status(volume.status.clone()));
    }
    match snapshots.map_or(0, |all| all.iter().filter(|snapshot| snapshot.volume == volume.id).count()) {
        0 => Ok(()),
        count => Err(NotDeletable::HasSnapshots(count)),
    }
}

/// Whether it can be extended: only if unattached (nhn-api.md §4). The error is its status.
pub fn extendable(volume: &Volume) -> Result<(), VolumeStatus> {
    match &volume.status {
        VolumeStatus::Available => Ok(()),
        other => Err(other.clone()),
    }
}

/// Whether a snapshot or image can be created of it: if available, or in use with force. The error is its status.
pub fn copyable(volume: &Volume) -> Result<(), VolumeStatus> {
    match &volume.status {
        VolumeStatus::Available | VolumeStatus::InUse => Ok(()),
        other => Err(other.clone()),
    }
}
