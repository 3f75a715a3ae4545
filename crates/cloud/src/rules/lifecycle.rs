//! Which state allows which action (rows S09, S18, S23–S30, N07, N08 and the ways out), with a typed reason when not,
//! and where an action is expected to end.
//!
//! Three questions, each a part of the next: [`allowed`] looks at status and task only (the simulated cloud asks it),
//! [`allowed_for`] at a whole instance, [`allowed_here`] at the cloud, the flavor and the person's own switch too.

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

/// Whether `action` is possible for an instance in this state. The menu and the simulated cloud both ask here.
///
/// The reasons in order of weight: an instance that is going needs no other reason; a task says "wait" while a status
/// says "do something else first", so the task is named first.
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

/// [`allowed`] for a server as it is known, with its lock. A server whose answer did not tell a task counts as idle, and
/// one that did not tell a lock as not locked: the cloud's refusal says it then.
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

/// It is in ERROR and was never launched (Nova's `must_have_launched`): no host has it, and the network gave it nothing.
pub fn never_ran(server: &Server) -> bool {
    server.status == Status::Error && server.launched_at.said().is_some_and(Option::is_none)
}

/// It changes without anyone doing anything: a task is running, or the status is one that passes by itself. Such rows
/// are asked for more often.
///
/// `VERIFY_RESIZE` counts because NHN turns it ACTIVE by itself (row S09). ERROR does not, unless a task is running:
/// deleting a broken instance is the commonest thing done to one.
pub fn moving(server: &Server) -> bool {
    if gone(&server.status) {
        // What is said of one that is gone may still carry the task that ended it; one that comes back has another.
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

/// `VERIFY_RESIZE` at rest on a cloud that waits for the person (row S26): the page offers confirm and revert.
pub fn waits_for_confirmation(server: &Server, rules: RuleSet) -> bool {
    rules == RuleSet::OpenStack && server.status == Status::VerifyResize && task_of(server).is_none()
}

/// Nobody can use it, and lists name it no more; of one that is SOFT_DELETED there is a way back.
fn gone(status: &Status) -> bool {
    matches!(status, Status::Deleted | Status::SoftDeleted)
}

/// Nova's two words for an instance on its way out.
fn deleting(task: &TaskState) -> bool {
    matches!(Task::parse(&task.0), Some(Task::Deleting | Task::SoftDeleting))
}

fn task_of(server: &Server) -> Option<&TaskState> {
    server.task_state.said().and_then(Option::as_ref)
}
