//! Refusals because of an instance's state: decided by `cloud::rules`, in Nova's words.

use cloud::rules::lifecycle::{Action, Refusal, allowed};
use cloud::{Status, TaskState};

use crate::Response;
use crate::errors::conflict;
use crate::model::{Server, VmState};

/// `verb` is the action's name in Nova's messages.
pub(super) fn check(server: &Server, action: Action, verb: &str) -> Result<(), Response> {
    let id = &server.id;
    // The lock is checked before the state.
    if server.locked && action.definition().stopped_by_lock {
        return Err(conflict(&format!("Instance {id} is locked")));
    }
    let task = server.task.map(|task| TaskState(task.to_owned()));
    let Err(refusal) = allowed(action, &Status::parse(server.status()), task.as_ref()) else { return Ok(()) };
    Err(conflict(&match refusal {
        Refusal::Busy(task) => format!("Cannot '{verb}' instance {id} while it is in task_state {}", task.0),
        Refusal::Deleted if !server.soft_deleted() => {
            format!("Cannot '{verb}' instance {id} while it is in task_state deleting")
        }
        // It was never on a host.
        _ if server.vm == VmState::Error && server.launched.is_none() => format!("Instance {id} is not ready"),
        _ => format!("Cannot '{verb}' instance {id} while it is in vm_state {}", server.vm.word()),
    }))
}
