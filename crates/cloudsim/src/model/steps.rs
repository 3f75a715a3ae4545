//! The life cycle of instances: which steps happen how long after a request.

use cloud::{Status, Timestamp};

use super::{Fault, Server, VmState};

/// A step.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// Another task.
    Task(&'static str),
    /// It gets a host, a zone, ports and addresses.
    Wired,
    /// Between scheduler and host: `BUILD` without a task.
    Handed,
    /// It runs; after a build also sets `launched_at`.
    Runs,
    /// It is stopped.
    Off,
    /// Another state, without a task.
    Is(VmState),
    /// The same state, without a task.
    Idle,
    /// It has another flavor and waits for confirmation.
    Resized,
    /// The new flavor is confirmed.
    Confirmed,
    /// The old flavor is restored.
    Reverted,
    /// It has no host any more.
    Offloaded,
    /// It has a host again.
    Onloaded,
    /// The action failed.
    Fails(&'static str),
    /// Deleted, but still found for a moment.
    Deleted,
    /// No longer found.
    Gone,
}

/// A plan: each step with its time after the request, ms.
pub(crate) type Timing = &'static [(i64, Step)];

pub(crate) const BUILD: Timing = &[
    (500, Step::Handed),
    (600, Step::Task("networking")),
    (1_200, Step::Wired),
    (1_800, Step::Task("block_device_mapping")),
    (3_000, Step::Task("spawning")),
    (6_000, Step::Runs),
];
/// A build that never ends (`stuck-build-…`).
pub(crate) const BUILD_STUCK: Timing = &[
    (500, Step::Handed),
    (600, Step::Task("networking")),
    (1_200, Step::Wired),
    (1_800, Step::Task("block_device_mapping")),
    (3_000, Step::Task("spawning")),
];
/// A build without a valid host (`fail-build-…`); the trailing blank is Nova's.
pub(crate) const BUILD_FAILS: Timing = &[(1_500, Step::Fails("No valid host was found. "))];
pub(crate) const REBOOT_SOFT: Timing =
    &[(300, Step::Task("reboot_pending")), (600, Step::Task("reboot_started")), (3_000, Step::Runs)];
pub(crate) const REBOOT_HARD: Timing =
    &[(300, Step::Task("reboot_pending_hard")), (600, Step::Task("reboot_started_hard")), (3_000, Step::Runs)];
pub(crate) const UNPAUSE: Timing = &[(500, Step::Is(VmState::Active))];
pub(crate) const RESUME: Timing = &[(1_500, Step::Is(VmState::Active))];
pub(crate) const RESCUE: Timing = &[(2_000, Step::Is(VmState::Rescued))];
/// With a local disk, which becomes an image first.
pub(crate) const SHELVE: Timing = &[
    (500, Step::Task("shelving_image_pending_upload")),
    (1_500, Step::Task("shelving_image_uploading")),
    (4_000, Step::Is(VmState::Shelved)),
    (4_000, Step::Task("shelving_offloading")),
    (5_000, Step::Offloaded),
];
/// With a root volume.
pub(crate) const SHELVE_VOLUME: Timing = &[(3_000, Step::Offloaded)];
pub(crate) const UNSHELVE: Timing =
    &[(1_000, Step::Onloaded), (1_500, Step::Task("spawning")), (4_000, Step::Is(VmState::Active))];
pub(crate) const RESIZE: Timing = &[
    (1_000, Step::Task("resize_migrating")),
    (2_500, Step::Task("resize_migrated")),
    (3_000, Step::Task("resize_finish")),
    (6_000, Step::Resized),
];
/// NHN confirms automatically (row S09).
pub(crate) const RESIZE_NHN: Timing = &[
    (1_000, Step::Task("resize_migrating")),
    (2_500, Step::Task("resize_migrated")),
    (3_000, Step::Task("resize_finish")),
    (6_000, Step::Resized),
    (9_000, Step::Confirmed),
];
/// As in a real Nova: the old flavor stays, without a fault.
pub(crate) const RESIZE_FAILS: Timing = &[(1_000, Step::Task("resize_migrating")), (3_000, Step::Idle)];
pub(crate) const CONFIRM: Timing = &[(1_000, Step::Confirmed)];
pub(crate) const REVERT: Timing = &[(3_000, Step::Reverted)];
pub(crate) const REBUILD: Timing = &[
    (500, Step::Task("rebuild_block_device_mapping")),
    (1_000, Step::Task("rebuild_spawning")),
    (5_000, Step::Is(VmState::Active)),
];
/// A stopped instance stays stopped.
pub(crate) const REBUILD_OFF: Timing = &[
    (500, Step::Task("rebuild_block_device_mapping")),
    (1_000, Step::Task("rebuild_spawning")),
    (5_000, Step::Is(VmState::Active)),
    (5_000, Step::Task("powering-off")),
    (7_000, Step::Off),
];
/// At the times of the image: queued, saving, active.
pub(crate) const SNAPSHOT: Timing = &[
    (200, Step::Task("image_snapshot")),
    (500, Step::Task("image_pending_upload")),
    (1_000, Step::Task("image_uploading")),
    (8_000, Step::Idle),
];
/// The guest gets its new password.
pub(crate) const PASSWORD: Timing = &[(1_000, Step::Idle)];
/// Accepted, but never ends (`stuck-…`).
pub(crate) const STUCK: Timing = &[];
/// On a cloud that keeps deleted instances for a while.
pub(crate) const SOFT_DELETE: Timing = &[(1_400, Step::Is(VmState::SoftDeleted))];
pub(crate) const DELETE: Timing = &[(1_400, Step::Deleted), (1_500, Step::Gone)];
/// An accepted action that fails (`fail-start-…`, `fail-stop-…`, `fail-reboot-…`).
pub(crate) const ACTION_FAILS: Timing =
    &[(2_000, Step::Fails("Unexpected error while running command. Exit code: 1 (simulated)"))];

/// A plan with only the task and the final status.
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
    /// Carries out a step.
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
