//! Why an action is not possible now.

use crate::actions::FlavorRule;
use crate::rules::offers::Feature;
use crate::status::{Status, TaskState};

/// Why an action is not possible now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// A task is running (`task_state`).
    Busy(TaskState),
    /// The status does not allow it; these would.
    WrongStatus {
        /// The present status.
        is: Status,
        /// Statuses that allow it.
        needs: &'static [Status],
    },
    /// It is gone or going.
    Deleted,
    /// It was deleted and can be restored; until then nothing else can be done with it.
    SoftDeleted,
    /// Its build failed before any host started it: there is nothing that could be started, stopped or looked into.
    NeverRan,
    /// The instance is locked: unlock it first.
    Locked,
    /// There is no lock to take off.
    NotLocked,
    /// The flavor does not allow it.
    NotOnThisFlavor(FlavorRule),
    /// The cloud has not got it: nothing to show.
    NotOffered(Feature),
    /// The read-only switch is on.
    ReadOnly,
}
