//! Why an action is not possible now.

use crate::actions::FlavorRule;
use crate::error::{Failure, FailureKind};
use crate::rules::offers::Feature;
use crate::status::{Status, TaskState};

/// Why an action is not possible now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// A task is running (`task_state`).
    Busy(TaskState),
    /// The status does not allow it.
    WrongStatus {
        /// The current status.
        is: Status,
        /// The statuses that allow it.
        needs: &'static [Status],
    },
    /// It is deleted or being deleted.
    Deleted,
    /// It was deleted; only restoring is possible.
    SoftDeleted,
    /// Its build failed before a host launched it.
    NeverRan,
    /// The instance is locked: unlock it first.
    Locked,
    /// The instance is not locked.
    NotLocked,
    /// The flavor does not allow it.
    NotOnThisFlavor(FlavorRule),
    /// The cloud does not support it.
    NotOffered(Feature),
    /// Read-only mode is on.
    ReadOnly,
}

/// Whether a refusal says that the instance is locked; most clouds report a lock nowhere else.
pub fn says_locked(failure: &Failure) -> bool {
    failure.kind == FailureKind::Conflict && failure.message.contains("is locked")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calls::servers;
    use crate::exchange::Reply;

    #[test]
    fn a_refusal_for_a_lock_is_known_by_novas_words() {
        #[track_caller]
        fn check(status: u16, message: &str, expect: bool) {
            let body = format!(r#"{{"conflictingRequest": {{"code": {status}, "message": "{message}"}}}}"#);
            let reply = Reply { status, headers: Vec::new(), body };
            let failure = Failure::from_reply(&servers::get(&"s".into()).request, &reply);
            assert_eq!(says_locked(&failure), expect, "{status} {message}");
        }
        check(409, "Instance 5a3c0f1e is locked", true);
        check(409, "Cannot 'stop' instance 5a3c0f1e while it is in vm_state stopped", false);
        check(403, "The door is locked", false);
    }
}
