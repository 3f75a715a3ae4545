//! The tasks of an instance: all words in Nova's `nova/compute/task_states.py` (NHN uses the same), and which of them
//! replace the status in the display.

use super::{Status, TaskState};

/// A task of Nova. An undocumented one stays a [`TaskState`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Task {
    Scheduling,
    BlockDeviceMapping,
    Networking,
    Spawning,
    ImageSnapshot,
    ImageSnapshotPending,
    ImagePendingUpload,
    ImageUploading,
    ImageBackup,
    UpdatingPassword,
    ResizePrep,
    ResizeMigrating,
    ResizeMigrated,
    ResizeFinish,
    ResizeReverting,
    ResizeConfirming,
    Rebooting,
    RebootPending,
    RebootStarted,
    RebootingHard,
    RebootPendingHard,
    RebootStartedHard,
    Pausing,
    Unpausing,
    Suspending,
    Resuming,
    PoweringOff,
    PoweringOn,
    Rescuing,
    Unrescuing,
    Rebuilding,
    RebuildBlockDeviceMapping,
    RebuildSpawning,
    Migrating,
    Deleting,
    SoftDeleting,
    Restoring,
    Shelving,
    ShelvingImagePendingUpload,
    ShelvingImageUploading,
    ShelvingOffloading,
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
    /// Nova's word, with `-` and `_` treated as equal; `None` for an undocumented word.
    pub fn parse(word: &str) -> Option<Self> {
        let same = |name: &str| name.bytes().map(joined).eq(word.bytes().map(joined));
        WORDS.iter().find(|(name, _)| same(name)).map(|(_, task)| *task)
    }

    /// Nova's word.
    pub fn as_str(self) -> &'static str {
        WORDS.iter().find(|(_, task)| *task == self).map_or("", |(word, _)| word)
    }

    /// All tasks.
    pub fn all() -> impl Iterator<Item = Self> {
        WORDS.iter().map(|(_, task)| *task)
    }
}

fn joined(byte: u8) -> u8 {
    if byte == b'-' { b'_' } else { byte }
}

/// The main word shown for an instance.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Word {
    /// Its status, or the status that Nova derives from the task.
    Status(Status),
    /// A task, if the status is about to change ("Pausing", not "Running, pausing").
    Task(Task),
}

/// The main word shown for an instance, and the task shown next to it, if any.
///
/// A status is never shown next to a task that is about to replace it.
pub fn said<'a>(status: &Status, task: Option<&'a TaskState>) -> (Word, Option<&'a str>) {
    let Some(step) = task.map(|task| task.0.as_str()) else { return (Word::Status(status.clone()), None) };
    // An unknown task may or may not change the status: both are shown.
    let Some(task) = Task::parse(step) else { return (Word::Status(status.clone()), Some(step)) };
    match task {
        Task::Scheduling | Task::BlockDeviceMapping | Task::Networking | Task::Spawning => match status {
            // A failed build may keep its task, but nothing happens any more.
            Status::Error => (Word::Status(Status::Error), None),
            Status::Shelved | Status::ShelvedOffloaded => (Word::Task(Task::Unshelving), Some(step)),
            other => (Word::Status(other.clone()), Some(step)),
        },
        // These leave the status unchanged.
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
