//! Which state allows which action (rows S09, S18, S23–S30, N07, N08), with the reason if not, and how an action ends.
//!
//! There are three checks, each including the previous one: [`allowed`] considers status and task (used by the
//! simulated cloud), [`allowed_for`] the whole instance, and [`allowed_here`] also the cloud, the flavor and read-only
//! mode.

use crate::config::RuleSet;
use crate::status::{Status, Task, TaskState};
use crate::wire::Server;

mod outcome;
mod refusal;
mod terms;
#[cfg(test)]
mod tests;

pub use outcome::{
    BUILD_IS_LONG_MS, Goal, MOTION_IS_STUCK_MS, Outcome, build_took_long, built, done_when_accepted, settled, target,
};
pub use refusal::{Refusal, says_locked};
pub use terms::{Terms, allowed_here};

pub use crate::actions::{Action, FlavorRule};

/// Whether `action` is possible in this state.
///
/// The most important reason is returned: a deleted instance needs no other reason; a task means "wait" while a status
/// means "do something else first", so the task is checked before the status.
pub fn allowed(action: Action, status: &Status, task: Option<&TaskState>) -> Result<(), Refusal> {
    let definition = action.definition();
    match status {
        Status::Deleted => return Err(Refusal::Deleted),
        _ if task.is_some_and(deleting) => return Err(Refusal::Deleted),
        Status::SoftDeleted if !definition.of_deleted => return Err(Refusal::SoftDeleted),
        _ => {}
    }
    let passes_task = definition.interrupts_task || definition.passes_task || definition.only_reads;
    if let Some(task) = task.filter(|_| !passes_task) {
        return Err(Refusal::Busy(task.clone()));
    }
    match definition.needs {
        Some(needs) if !needs.contains(status) => Err(Refusal::WrongStatus { is: status.clone(), needs }),
        _ => Ok(()),
    }
}

/// [`allowed`] for a known server, with its lock. An unknown task counts as none and an unknown lock as unlocked; then
/// the cloud itself would refuse.
pub fn allowed_for(action: Action, server: &Server) -> Result<(), Refusal> {
    if never_ran(server) && action.definition().needs_a_launch {
        return Err(Refusal::NeverRan);
    }
    allowed(action, &server.status, task_of(server))?;
    match (action, server.locked.said()) {
        (Action::Unlock, Some(false)) => Err(Refusal::NotLocked),
        (_, Some(true)) if action.definition().stopped_by_lock => Err(Refusal::Locked),
        _ => Ok(()),
    }
}

/// Whether it is in ERROR and was never launched (Nova's `must_have_launched`): no host has it, and it has no network.
pub fn never_ran(server: &Server) -> bool {
    server.status == Status::Error && server.launched_at.said().is_some_and(Option::is_none)
}

/// Whether it changes by itself: it has a task, or a transitional status. Such rows are polled more often.
///
/// `VERIFY_RESIZE` counts because NHN makes it ACTIVE automatically (row S09). ERROR without a task does not: its most
/// common action is delete.
pub fn moving(server: &Server) -> bool {
    if gone(&server.status) {
        // A deleted instance may still show the task that deleted it; one that is being restored has another task.
        return server.status == Status::SoftDeleted && task_of(server).is_some_and(|task| !deleting(task));
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

/// Whether it is in `VERIFY_RESIZE` without a task, on a cloud that waits for the person to confirm or revert (row
/// S26).
pub fn waits_for_confirmation(server: &Server, rules: RuleSet) -> bool {
    rules == RuleSet::OpenStack && server.status == Status::VerifyResize && task_of(server).is_none()
}

/// Whether it is deleted and no longer listed; a SOFT_DELETED one can be restored.
fn gone(status: &Status) -> bool {
    matches!(status, Status::Deleted | Status::SoftDeleted)
}

/// Nova's two tasks for deletion.
fn deleting(task: &TaskState) -> bool {
    matches!(Task::parse(&task.0), Some(Task::Deleting | Task::SoftDeleting))
}

fn task_of(server: &Server) -> Option<&TaskState> {
    server.task_state.said().and_then(Option::as_ref)
}
