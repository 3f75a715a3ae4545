//! Which state allows which action (rows S09, S18, S23–S25), with a typed reason when not, and where an action is
//! expected to end (rows S16, S23–S25).

use crate::status::{Status, TaskState};
use crate::wire::Server;

mod outcome;
#[cfg(test)]
mod tests;

pub use outcome::{BUILD_IS_LONG_MS, Outcome, build_took_long, built, settled, target};

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

    /// The statuses that allow it, as the guide lists them; `None`: every status of an instance that still exists.
    pub fn needs(self) -> Option<&'static [Status]> {
        match self {
            Action::Start => Some(&[Status::Shutoff]),
            Action::Stop => Some(&[Status::Active, Status::Error]),
            Action::Reboot(RebootKind::Soft) => Some(&[Status::Active]),
            Action::Reboot(RebootKind::Hard) => Some(&[
                Status::Active,
                Status::Error,
                Status::HardReboot,
                Status::Paused,
                Status::Reboot,
                Status::Shutoff,
                Status::Suspended,
            ]),
            Action::Rename | Action::Delete => None,
        }
    }

    /// A running task does not stand in its way (row S09): these two are the way out of a task that hangs.
    pub fn interrupts_task(self) -> bool {
        matches!(self, Action::Reboot(RebootKind::Hard) | Action::Delete)
    }
}

/// Whether `action` is possible for an instance in this state. The menu and the simulated cloud both ask here.
///
/// The reasons in order of weight: an instance that is going needs no other reason; a task says "wait" while a status
/// says "do something else first", so the task is named first.
pub fn allowed(action: Action, status: &Status, task: Option<&TaskState>) -> Result<(), Refusal> {
    if gone(status) || task.is_some_and(deleting) {
        return Err(Refusal::Deleted);
    }
    if let Some(task) = task.filter(|_| !action.interrupts_task()) {
        return Err(Refusal::Busy(task.clone()));
    }
    match action.needs() {
        Some(needs) if !needs.contains(status) => Err(Refusal::WrongStatus { is: status.clone(), needs }),
        _ => Ok(()),
    }
}

/// [`allowed`] for a server as it is known. A server whose answer did not tell a task counts as idle.
pub fn allowed_for(action: Action, server: &Server) -> Result<(), Refusal> {
    allowed(action, &server.status, task_of(server))
}

/// It changes without anyone doing anything: a task is running, or the status is one that passes by itself. Such rows
/// are asked for more often.
///
/// `VERIFY_RESIZE` counts because NHN turns it ACTIVE by itself (row S09). ERROR does not, unless a task is running:
/// deleting a broken instance is the commonest thing done to one.
pub fn moving(server: &Server) -> bool {
    if gone(&server.status) {
        return false;
    }
    task_of(server).is_some()
        || matches!(
            server.status,
            Status::Build
                | Status::Reboot
                | Status::HardReboot
                | Status::Resize
                | Status::VerifyResize
                | Status::RevertResize
                | Status::Rebuild
                | Status::Migrating
                | Status::Password
        )
}

fn gone(status: &Status) -> bool {
    matches!(status, Status::Deleted | Status::SoftDeleted)
}

/// Nova's two words for an instance on its way out.
fn deleting(task: &TaskState) -> bool {
    matches!(task.0.as_str(), "deleting" | "soft-deleting")
}

fn task_of(server: &Server) -> Option<&TaskState> {
    server.task_state.said().and_then(Option::as_ref)
}
