//! Where an action is expected to end, and whether it has (rows S16, S23–S27).

use super::{Action, gone, task_of, waits_for_confirmation};
use crate::actions::Ends;
use crate::config::RuleSet;
use crate::ids::FlavorId;
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

/// A row that has been in motion for this long is stuck, or waits for a person, milliseconds: it is asked for no more often
/// than one at rest, and the overview names it.
pub const MOTION_IS_STUCK_MS: i64 = 30 * 60 * 1000;

/// The status an action usually ends in when it works; `None`: the status stays as it is (rename, volumes, …).
pub fn target(action: Action) -> Option<Status> {
    match action.definition().ends {
        Ends::In(statuses) => statuses.first().cloned(),
        Ends::Accepted | Ends::Idle => None,
    }
}

/// The cloud's yes is all there is to wait for.
pub fn done_when_accepted(action: Action) -> bool {
    matches!(action.definition().ends, Ends::Accepted)
}

/// What a followed action is after, where the action alone does not say it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Goal<'a> {
    /// What was asked.
    pub action: Action,
    /// The flavor the instance had when it was resized (row S26). A failed resize leaves no fault: it is seen by the old
    /// flavor. `None`: not known.
    pub from: Option<&'a FlavorId>,
    /// Who ends a resize: NHN by itself, plain OpenStack when it is told to.
    pub rules: RuleSet,
}

impl Goal<'_> {
    /// Whether it has been reached, judged by a row that was read *after* the cloud accepted the action (an older row
    /// still shows the state before). A 404 for a followed delete is an arrival too; that the caller knows by itself.
    ///
    /// A row at rest in some third status, or after a resize at rest with the old flavor, is [`Outcome::StillGoing`]: a
    /// cloud may be slow to show the task. It has failed when it was seen in motion before.
    pub fn settled(&self, server: &Server) -> Outcome {
        let statuses = match self.action.definition().ends {
            Ends::Accepted => return Outcome::Arrived,
            Ends::In(statuses) => Some(statuses),
            Ends::Idle => None,
        };
        let arrived = statuses.is_none_or(|statuses| statuses.contains(&server.status));
        match &server.status {
            status if gone(status) && statuses.is_some() && arrived => return Outcome::Arrived,
            Status::SoftDeleted if self.action.definition().of_deleted => return Outcome::StillGoing,
            status if gone(status) => return Outcome::Failed,
            _ if task_of(server).is_some() => return Outcome::StillGoing,
            Status::Error => return Outcome::Failed,
            _ => {}
        }
        let waits = self.action == Action::Resize && waits_for_confirmation(server, self.rules);
        if arrived || waits { self.if_new_flavor(server) } else { Outcome::StillGoing }
    }

    fn if_new_flavor(&self, server: &Server) -> Outcome {
        let is = server.flavor.said().and_then(|flavor| flavor.id.as_ref());
        match self.from.filter(|_| self.action == Action::Resize) {
            Some(old) if is == Some(old) => Outcome::StillGoing,
            _ => Outcome::Arrived,
        }
    }
}

/// [`Goal::settled`] for an action that says all of itself.
pub fn settled(action: Action, server: &Server) -> Outcome {
    Goal { action, from: None, rules: RuleSet::default() }.settled(server)
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
