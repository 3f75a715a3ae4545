//! How an action is expected to end, and whether it has ended (rows S16, S23–S27).

use super::{Action, gone, task_of, waits_for_confirmation};
use crate::actions::Ends;
use crate::config::RuleSet;
use crate::ids::FlavorId;
use crate::status::Status;
use crate::time::Timestamp;
use crate::wire::Server;

/// The state of a followed action.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Outcome {
    /// It succeeded.
    Arrived,
    /// It ended otherwise: in ERROR, or the instance was deleted.
    Failed,
    /// Not finished. The caller needs a timeout, because this state can last forever.
    StillGoing,
}

/// A BUILD longer than this is reported (row S16: "a long BUILD says so"), milliseconds.
pub const BUILD_IS_LONG_MS: i64 = 10 * 60 * 1000;

/// An instance that has been changing for this long is stuck or waits for a person, milliseconds: it is polled like an
/// idle one, and the overview lists it.
pub const MOTION_IS_STUCK_MS: i64 = 30 * 60 * 1000;

/// The usual final status of a successful action; `None`: the status does not change (rename, volumes, …).
pub fn target(action: Action) -> Option<Status> {
    match action.definition().ends {
        Ends::In(statuses) => statuses.first().cloned(),
        Ends::Accepted | Ends::Idle => None,
    }
}

/// Whether it ends when the cloud accepts it.
pub fn done_when_accepted(action: Action) -> bool {
    matches!(action.definition().ends, Ends::Accepted)
}

/// A followed action, with what is needed to recognise its end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Goal<'a> {
    pub action: Action,
    /// The flavor before a resize (row S26), if known. A failed resize reports no fault: it is recognised by the old
    /// flavor.
    pub from: Option<&'a FlavorId>,
    /// Who confirms a resize: NHN automatically, OpenStack on request.
    pub rules: RuleSet,
}

impl Goal<'_> {
    /// Judges a row that was read *after* the cloud accepted the action (an older row still shows the previous state).
    /// For a delete, a 404 also means success; the caller handles that.
    ///
    /// An idle row in some other status, or idle with the old flavor after a resize, is [`Outcome::StillGoing`],
    /// because a cloud may show the task late. If the row was seen changing before, the action has failed.
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

/// [`Goal::settled`] for an action that needs no further information.
pub fn settled(action: Action, server: &Server) -> Outcome {
    Goal { action, from: None, rules: RuleSet::default() }.settled(server)
}

/// Whether a new instance is ready (row S16): ACTIVE without a task. ERROR is final even with a task, because a build
/// that failed on a dead host keeps its task.
pub fn built(server: &Server) -> Outcome {
    match &server.status {
        Status::Error => Outcome::Failed,
        status if gone(status) => Outcome::Failed,
        Status::Active if task_of(server).is_none() => Outcome::Arrived,
        _ => Outcome::StillGoing,
    }
}

/// Whether a build that began at `created` takes longer than [`BUILD_IS_LONG_MS`].
pub fn build_took_long(created: Timestamp, now: Timestamp) -> bool {
    now.0.saturating_sub(created.0) > BUILD_IS_LONG_MS
}
