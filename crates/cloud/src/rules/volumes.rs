//! What can be done to a volume now, each refusal with its reason (row N06).

use crate::wire::{Snapshot, Volume, VolumeStatus};

mod arrived;
#[cfg(test)]
mod tests;

pub use arrived::{VolumeGoal, snapshot_outcome};

/// Why a volume cannot be deleted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotDeletable {
    /// An instance has it.
    Attached,
    /// So many snapshots hang on it.
    HasSnapshots(usize),
    /// Its state does not allow it.
    Status(VolumeStatus),
}

/// Whether the service takes a delete. `snapshots` is `None` where they could not be read: the cloud has the word then.
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

/// Whether it can grow: only a free one (nhn-api.md §4). The refusal is its state.
pub fn extendable(volume: &Volume) -> Result<(), VolumeStatus> {
    match &volume.status {
        VolumeStatus::Available => Ok(()),
        other => Err(other.clone()),
    }
}

/// Whether a snapshot or an image can be made of it: a free one, or with force one in use. The refusal is its state.
pub fn copyable(volume: &Volume) -> Result<(), VolumeStatus> {
    match &volume.status {
        VolumeStatus::Available | VolumeStatus::InUse => Ok(()),
        other => Err(other.clone()),
    }
}
