//! The state machine in time: what happens to an instance, how long after the request.

use cloud::Timestamp;

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
    (600, Step::Task("block_device_mapping")),
    (1_800, Step::Task("networking")),
    (2_200, Step::Wired),
    (3_000, Step::Task("spawning")),
    (6_000, Step::Runs),
];
/// Build that never ends (`stuck-build-…`).
pub(crate) const BUILD_STUCK: Timing = &[
    (500, Step::Handed),
    (600, Step::Task("block_device_mapping")),
    (1_800, Step::Task("networking")),
    (2_200, Step::Wired),
    (3_000, Step::Task("spawning")),
];
/// Build that no host takes (`fail-build-…`); the blank at the end is Nova's.
pub(crate) const BUILD_FAILS: Timing = &[(1_500, Step::Fails("No valid host was found. "))];
pub(crate) const STOP: Timing = &[(2_000, Step::Off)];
pub(crate) const START: Timing = &[(2_000, Step::Runs)];
pub(crate) const REBOOT_SOFT: Timing =
    &[(300, Step::Task("reboot_pending")), (600, Step::Task("reboot_started")), (3_000, Step::Runs)];
pub(crate) const REBOOT_HARD: Timing =
    &[(300, Step::Task("reboot_pending_hard")), (600, Step::Task("reboot_started_hard")), (3_000, Step::Runs)];
pub(crate) const DELETE: Timing = &[(1_400, Step::Deleted), (1_500, Step::Gone)];
/// An accepted action that fails (`fail-start-…`, `fail-stop-…`, `fail-reboot-…`).
pub(crate) const ACTION_FAILS: Timing =
    &[(2_000, Step::Fails("Unexpected error while running command. Exit code: 1 (simulated)"))];

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
                self.launched = Some(at);
                self.settle(VmState::Active);
            }
            Step::Off => self.settle(VmState::Stopped),
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
