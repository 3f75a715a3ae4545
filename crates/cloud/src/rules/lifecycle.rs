//! Which state allows which action (rows S09, S18, S23–S25), with a typed reason when not.

use crate::status::{Status, TaskState};
use crate::wire::Server;

/// What can be done to an instance.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Action {
    /// `os-start`.
    Start,
    /// `os-stop`.
    Stop,
    /// `reboot`, either kind.
    Reboot(RebootKind),
    /// `PUT` with a new name.
    Rename,
    /// `DELETE`.
    Delete,
}

/// How to reboot (row S25).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RebootKind {
    /// Asks the guest to shut down.
    Soft,
    /// Cuts the power.
    Hard,
}

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
}

impl Action {
    /// All actions, in the order of a menu.
    pub const ALL: [Action; 6] = [
        Action::Start,
        Action::Stop,
        Action::Reboot(RebootKind::Soft),
        Action::Reboot(RebootKind::Hard),
        Action::Rename,
        Action::Delete,
    ];
}

/// Whether `action` is possible for an instance in this state.
pub fn allowed(action: Action, status: &Status, task: Option<&TaskState>) -> Result<(), Refusal> {
    let _ = (action, status, task);
    todo!()
}

/// [`allowed`] for a server as it is known.
pub fn allowed_for(action: Action, server: &Server) -> Result<(), Refusal> {
    let task = server.task_state.said().and_then(Option::as_ref);
    allowed(action, &server.status, task)
}

/// It changes without anyone doing anything: a task is running, or the status is one that passes by itself. Such rows
/// are asked for more often.
pub fn moving(server: &Server) -> bool {
    let _ = server;
    todo!()
}
