//! The state machine in time: what happens to an instance, how long after the request.

use cloud::{Status, Timestamp};

use super::{Fault, Server, VmState};

/// Something that happens to an instance when its time has come.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// It is busy with something else now.
    Task(&'static str),
    /// It has a host, a zone, ports and addresses.
    Wired,
    /// The scheduler has let go of it and the host has not begun: `BUILD` without a task, although it still moves.
    Handed,
    /// It runs; from a build also `launched_at`.
    Runs,
    /// It is off.
    Off,
    /// It has come to another state and is idle.
    Is(VmState),
    /// It is idle again in the state it was in.
    Idle,
    /// It has another flavor, and waits for a word.
    Resized,
    /// The new flavor stays.
    Confirmed,
    /// The old flavor is back.
    Reverted,
    /// No host has it any more.
    Offloaded,
    /// A host has it again.
    Onloaded,
    /// The action failed.
    Fails(&'static str),
    /// It is deleted, and for a moment still answered for.
    Deleted,
    /// It is not found any more.
    Gone,
}

/// A plan: each step so many milliseconds after the request.
pub(crate) type Timing = &'static [(i64, Step)];

pub(crate) const BUILD: Timing = &[
    (500, Step::Handed),
    (600, Step::Task("networking")),
    (1_200, Step::Wired),
    (1_800, Step::Task("block_device_mapping")),
    (3_000, Step::Task("spawning")),
    (6_000, Step::Runs),
];
/// Build that never ends (`stuck-build-…`).
pub(crate) const BUILD_STUCK: Timing = &[
    (500, Step::Handed),
    (600, Step::Task("networking")),
    (1_200, Step::Wired),
    (1_800, Step::Task("block_device_mapping")),
    (3_000, Step::Task("spawning")),
];
/// Build that no host takes (`fail-build-…`); the blank at the end is Nova's.
pub(crate) const BUILD_FAILS: Timing = &[(1_500, Step::Fails("No valid host was found. "))];
pub(crate) const REBOOT_SOFT: Timing =
    &[(300, Step::Task("reboot_pending")), (600, Step::Task("reboot_started")), (3_000, Step::Runs)];
pub(crate) const REBOOT_HARD: Timing =
    &[(300, Step::Task("reboot_pending_hard")), (600, Step::Task("reboot_started_hard")), (3_000, Step::Runs)];
pub(crate) const UNPAUSE: Timing = &[(500, Step::Is(VmState::Active))];
pub(crate) const RESUME: Timing = &[(1_500, Step::Is(VmState::Active))];
pub(crate) const RESCUE: Timing = &[(2_000, Step::Is(VmState::Rescued))];
/// With its disk on the host: the disk becomes an image first.
pub(crate) const SHELVE: Timing = &[
    (500, Step::Task("shelving_image_pending_upload")),
    (1_500, Step::Task("shelving_image_uploading")),
    (4_000, Step::Is(VmState::Shelved)),
    (4_000, Step::Task("shelving_offloading")),
    (5_000, Step::Offloaded),
];
/// With its disk on a volume.
pub(crate) const SHELVE_VOLUME: Timing = &[(3_000, Step::Offloaded)];
pub(crate) const UNSHELVE: Timing =
    &[(1_000, Step::Onloaded), (1_500, Step::Task("spawning")), (4_000, Step::Is(VmState::Active))];
pub(crate) const RESIZE: Timing = &[
    (1_000, Step::Task("resize_migrating")),
    (2_500, Step::Task("resize_migrated")),
    (3_000, Step::Task("resize_finish")),
    (6_000, Step::Resized),
];
/// NHN confirms by itself (row S09).
pub(crate) const RESIZE_NHN: Timing = &[
    (1_000, Step::Task("resize_migrating")),
    (2_500, Step::Task("resize_migrated")),
    (3_000, Step::Task("resize_finish")),
    (6_000, Step::Resized),
    (9_000, Step::Confirmed),
];
/// As a real Nova does it: no fault is left, the old flavor stays.
pub(crate) const RESIZE_FAILS: Timing = &[(1_000, Step::Task("resize_migrating")), (3_000, Step::Idle)];
pub(crate) const CONFIRM: Timing = &[(1_000, Step::Confirmed)];
pub(crate) const REVERT: Timing = &[(3_000, Step::Reverted)];
pub(crate) const REBUILD: Timing = &[
    (500, Step::Task("rebuild_block_device_mapping")),
    (1_000, Step::Task("rebuild_spawning")),
    (5_000, Step::Is(VmState::Active)),
];
/// What was off is off afterwards.
pub(crate) const REBUILD_OFF: Timing = &[
    (500, Step::Task("rebuild_block_device_mapping")),
    (1_000, Step::Task("rebuild_spawning")),
    (5_000, Step::Is(VmState::Active)),
    (5_000, Step::Task("powering-off")),
    (7_000, Step::Off),
];
/// The times are those of the image: queued, saving, active.
pub(crate) const SNAPSHOT: Timing = &[
    (200, Step::Task("image_snapshot")),
    (500, Step::Task("image_pending_upload")),
    (1_000, Step::Task("image_uploading")),
    (8_000, Step::Idle),
];
/// The guest hears of its new password.
pub(crate) const PASSWORD: Timing = &[(1_000, Step::Idle)];
/// Taken, and never ended (`stuck-…`).
pub(crate) const STUCK: Timing = &[];
/// Where a cloud keeps what was deleted for a while.
pub(crate) const SOFT_DELETE: Timing = &[(1_400, Step::Is(VmState::SoftDeleted))];
pub(crate) const DELETE: Timing = &[(1_400, Step::Deleted), (1_500, Step::Gone)];
/// An accepted action that fails (`fail-start-…`, `fail-stop-…`, `fail-reboot-…`).
pub(crate) const ACTION_FAILS: Timing =
    &[(2_000, Step::Fails("Unexpected error while running command. Exit code: 1 (simulated)"))];

/// What leads to a status and shows no more on the way than its task.
pub(crate) fn arrives_in(status: Option<Status>) -> Timing {
    match status {
        Some(Status::Active) => &[(2_000, Step::Runs)],
        Some(Status::Shutoff) => &[(2_000, Step::Off)],
        Some(Status::Paused) => &[(500, Step::Is(VmState::Paused))],
        Some(Status::Suspended) => &[(1_500, Step::Is(VmState::Suspended))],
        Some(Status::Deleted) => DELETE,
        _ => &[(1_500, Step::Idle)],
    }
}

impl Server {
    /// Takes one step at its time.
    pub(crate) fn take(&mut self, step: &Step, at: Timestamp) {
        self.updated = at;
        self.status_word = None;
        match step {
            Step::Task(task) => self.task = Some(task),
            Step::Handed => self.task = None,
            Step::Wired => {
                self.placed = true;
                self.wired = true;
            }
            Step::Runs => {
                self.launched.get_or_insert(at);
                self.settle(VmState::Active);
            }
            Step::Off => self.settle(VmState::Stopped),
            Step::Is(vm) => self.settle(*vm),
            Step::Idle => self.task = None,
            Step::Resized => {
                self.settle(VmState::Resized);
                if let Some(resize) = &self.resize {
                    self.flavor.clone_from(&resize.to);
                }
            }
            Step::Confirmed => {
                let resize = self.resize.take();
                self.settle(resize.map_or(VmState::Active, |resize| resize.was));
            }
            Step::Reverted => {
                let resize = self.resize.take();
                self.settle(resize.as_ref().map_or(VmState::Active, |resize| resize.was));
                if let Some(resize) = resize {
                    self.flavor = resize.from;
                }
            }
            Step::Offloaded => {
                self.placed = false;
                self.wished_zone = None;
                self.settle(VmState::ShelvedOffloaded);
            }
            Step::Onloaded => self.placed = true,
            Step::Fails(message) => {
                self.settle(VmState::Error);
                self.fault = Some(Fault { message: (*message).to_owned(), created: at });
            }
            Step::Deleted => {
                self.settle(VmState::Deleted);
                self.terminated = Some(at);
            }
            Step::Gone => {
                self.gone = true;
                self.wired = false;
            }
        }
    }

    fn settle(&mut self, vm: VmState) {
        self.vm = vm;
        self.task = None;
        self.fault = None;
    }
}
