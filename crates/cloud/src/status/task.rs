//! What an instance is busy with: all words of Nova's `nova/compute/task_states.py` (NHN uses the same), and which of them
//! go together with a status.

use super::{Status, TaskState};

/// A task that Nova names. What nobody documented stays a [`TaskState`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Task {
    /// Choosing a host.
    Scheduling,
    /// Preparing the disks.
    BlockDeviceMapping,
    /// Setting up the network.
    Networking,
    /// The host starts the guest.
    Spawning,
    /// Making an image of it.
    ImageSnapshot,
    /// Waiting to make an image.
    ImageSnapshotPending,
    /// The image waits for its upload.
    ImagePendingUpload,
    /// The image is being uploaded.
    ImageUploading,
    /// A backup is being made.
    ImageBackup,
    /// A new administrator's password is being set.
    UpdatingPassword,
    /// Another host is prepared for the new flavor.
    ResizePrep,
    /// Its disk is on the way to the other host.
    ResizeMigrating,
    /// Its disk is there.
    ResizeMigrated,
    /// The other host starts it.
    ResizeFinish,
    /// Going back to the old flavor.
    ResizeReverting,
    /// The old one is being cleared away.
    ResizeConfirming,
    /// Restarting.
    Rebooting,
    /// Waiting for the restart.
    RebootPending,
    /// The restart has begun.
    RebootStarted,
    /// Restarting by force.
    RebootingHard,
    /// Waiting for the forced restart.
    RebootPendingHard,
    /// The forced restart has begun.
    RebootStartedHard,
    /// To PAUSED.
    Pausing,
    /// Back from PAUSED.
    Unpausing,
    /// To SUSPENDED.
    Suspending,
    /// Back from SUSPENDED.
    Resuming,
    /// To SHUTOFF.
    PoweringOff,
    /// Back from SHUTOFF.
    PoweringOn,
    /// Into the rescue system.
    Rescuing,
    /// Back from the rescue system.
    Unrescuing,
    /// An image is written over its root disk.
    Rebuilding,
    /// Preparing the disks of a rebuild.
    RebuildBlockDeviceMapping,
    /// Starting it after a rebuild.
    RebuildSpawning,
    /// Moving to another host.
    Migrating,
    /// On its way out.
    Deleting,
    /// On its way out, with a way back.
    SoftDeleting,
    /// Back from SOFT_DELETED.
    Restoring,
    /// To SHELVED.
    Shelving,
    /// The image of what is shelved waits for its upload.
    ShelvingImagePendingUpload,
    /// The image of what is shelved is being uploaded.
    ShelvingImageUploading,
    /// Off its host.
    ShelvingOffloading,
    /// Back from SHELVED.
    Unshelving,
}

const WORDS: &[(&str, Task)] = &[
    ("scheduling", Task::Scheduling),
    ("block_device_mapping", Task::BlockDeviceMapping),
    ("networking", Task::Networking),
    ("spawning", Task::Spawning),
    ("image_snapshot", Task::ImageSnapshot),
    ("image_snapshot_pending", Task::ImageSnapshotPending),
    ("image_pending_upload", Task::ImagePendingUpload),
    ("image_uploading", Task::ImageUploading),
    ("image_backup", Task::ImageBackup),
    ("updating_password", Task::UpdatingPassword),
    ("resize_prep", Task::ResizePrep),
    ("resize_migrating", Task::ResizeMigrating),
    ("resize_migrated", Task::ResizeMigrated),
    ("resize_finish", Task::ResizeFinish),
    ("resize_reverting", Task::ResizeReverting),
    ("resize_confirming", Task::ResizeConfirming),
    ("rebooting", Task::Rebooting),
    ("reboot_pending", Task::RebootPending),
    ("reboot_started", Task::RebootStarted),
    ("rebooting_hard", Task::RebootingHard),
    ("reboot_pending_hard", Task::RebootPendingHard),
    ("reboot_started_hard", Task::RebootStartedHard),
    ("pausing", Task::Pausing),
    ("unpausing", Task::Unpausing),
    ("suspending", Task::Suspending),
    ("resuming", Task::Resuming),
    ("powering-off", Task::PoweringOff),
    ("powering-on", Task::PoweringOn),
    ("rescuing", Task::Rescuing),
    ("unrescuing", Task::Unrescuing),
    ("rebuilding", Task::Rebuilding),
    ("rebuild_block_device_mapping", Task::RebuildBlockDeviceMapping),
    ("rebuild_spawning", Task::RebuildSpawning),
    ("migrating", Task::Migrating),
    ("deleting", Task::Deleting),
    ("soft-deleting", Task::SoftDeleting),
    ("restoring", Task::Restoring),
    ("shelving", Task::Shelving),
    ("shelving_image_pending_upload", Task::ShelvingImagePendingUpload),
    ("shelving_image_uploading", Task::ShelvingImageUploading),
    ("shelving_offloading", Task::ShelvingOffloading),
    ("unshelving", Task::Unshelving),
];

impl Task {
    /// Nova's word for it, with `-` and `_` taken for the same; `None` for a word that nobody documented.
    pub fn parse(word: &str) -> Option<Self> {
        let same = |name: &str| name.bytes().map(joined).eq(word.bytes().map(joined));
        WORDS.iter().find(|(name, _)| same(name)).map(|(_, task)| *task)
    }

    /// Nova's word.
    pub fn as_str(self) -> &'static str {
        WORDS.iter().find(|(_, task)| *task == self).map_or("", |(word, _)| word)
    }

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        WORDS.iter().map(|(_, task)| *task)
    }
}

fn joined(byte: u8) -> u8 {
    if byte == b'-' { b'_' } else { byte }
}

/// What is said of an instance in one word.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Word {
    /// A status: its own, or the one that Nova itself derives from the task.
    Status(Status),
    /// A task: the status is about to be another ("Pausing", not "Running, pausing").
    Task(Task),
}

/// What is said of an instance in one word, and the step that stands beside it: a task of the cloud, as it came.
///
/// A status never stands beside a task that takes it away.
pub fn said<'a>(status: &Status, task: Option<&'a TaskState>) -> (Word, Option<&'a str>) {
    let Some(step) = task.map(|task| task.0.as_str()) else { return (Word::Status(status.clone()), None) };
    // Nobody knows what it does to the status: both stand there.
    let Some(task) = Task::parse(step) else { return (Word::Status(status.clone()), Some(step)) };
    match task {
        Task::Scheduling | Task::BlockDeviceMapping | Task::Networking | Task::Spawning => match status {
            // A build that failed may keep its task for ever: it is at rest all the same.
            Status::Error => (Word::Status(Status::Error), None),
            Status::Shelved | Status::ShelvedOffloaded => (Word::Task(Task::Unshelving), Some(step)),
            other => (Word::Status(other.clone()), Some(step)),
        },
        // These leave the status as it is.
        Task::ImageSnapshot
        | Task::ImageSnapshotPending
        | Task::ImagePendingUpload
        | Task::ImageUploading
        | Task::ImageBackup => (Word::Status(status.clone()), Some(step)),
        Task::ResizePrep | Task::ResizeMigrating | Task::ResizeMigrated | Task::ResizeFinish => {
            (Word::Status(Status::Resize), Some(step))
        }
        Task::RebuildBlockDeviceMapping | Task::RebuildSpawning => (Word::Status(Status::Rebuild), Some(step)),
        Task::ShelvingImagePendingUpload | Task::ShelvingImageUploading => (Word::Task(Task::Shelving), Some(step)),
        Task::Rebuilding => (Word::Status(Status::Rebuild), None),
        Task::ResizeReverting => (Word::Status(Status::RevertResize), None),
        Task::Migrating => (Word::Status(Status::Migrating), None),
        Task::UpdatingPassword => (Word::Status(Status::Password), None),
        Task::Rebooting | Task::RebootPending | Task::RebootStarted => (Word::Status(Status::Reboot), None),
        Task::RebootingHard | Task::RebootPendingHard | Task::RebootStartedHard => {
            (Word::Status(Status::HardReboot), None)
        }
        Task::SoftDeleting => (Word::Task(Task::Deleting), None),
        whole => (Word::Task(whole), None),
    }
}

#[cfg(test)]
mod tests;
