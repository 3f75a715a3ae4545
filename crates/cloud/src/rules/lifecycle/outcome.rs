//! Where an action is expected to end, and whether it has (rows S16, S23–S25).

use super::{Action, gone, task_of};
use crate::status::Status;
use crate::time::Timestamp;
use crate::wire::Server;

/// Where a followed action stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Outcome {
    /// It has done what was asked.
    Arrived,
    /// It came to rest elsewhere: in ERROR, or deleted while something else was asked.
    Failed,
    /// Not yet. The follower gives up by its own clock: a row can stay like this forever.
    StillGoing,
}

/// A BUILD longer than this is said aloud (row S16: "a long BUILD says so"), milliseconds.
pub const BUILD_IS_LONG_MS: i64 = 10 * 60 * 1000;

/// The status an action ends in when it works; `None`: the status stays as it is (rename).
pub fn target(action: Action) -> Option<Status> {
    match action {
        Action::Start | Action::Reboot(_) => Some(Status::Active),
        Action::Stop => Some(Status::Shutoff),
        Action::Delete => Some(Status::Deleted),
        Action::Rename => None,
    }
}

/// Whether an accepted action has ended, judged by a row that was read *after* the cloud accepted it (an older row still
/// shows the state before). A 404 for a followed delete is an arrival too; that the caller knows by itself.
///
/// A row at rest in some third status is [`Outcome::StillGoing`], not a failure: a cloud may be slow to show the task.
pub fn settled(action: Action, server: &Server) -> Outcome {
    let Some(target) = target(action) else {
        return Outcome::Arrived;
    };
    if gone(&server.status) {
        return if action == Action::Delete { Outcome::Arrived } else { Outcome::Failed };
    }
    match &server.status {
        _ if task_of(server).is_some() => Outcome::StillGoing,
        Status::Error => Outcome::Failed,
        status if *status == target => Outcome::Arrived,
        _ => Outcome::StillGoing,
    }
}

/// Whether a new instance is ready (row S16): ACTIVE and idle. ERROR is final whatever its task says, since a build
/// that failed on a dead host keeps its task for ever.
pub fn built(server: &Server) -> Outcome {
    match &server.status {
        Status::Error => Outcome::Failed,
        status if gone(status) => Outcome::Failed,
        Status::Active if task_of(server).is_none() => Outcome::Arrived,
        _ => Outcome::StillGoing,
    }
}

/// A build that began at `created` has gone on for longer than [`BUILD_IS_LONG_MS`].
pub fn build_took_long(created: Timestamp, now: Timestamp) -> bool {
    now.0.saturating_sub(created.0) > BUILD_IS_LONG_MS
}
