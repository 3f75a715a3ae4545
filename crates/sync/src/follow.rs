//! Operations started by the person, followed until they end (rows S15, S16).

use cloud::config::RuleSet;
use cloud::rules::lifecycle;
use cloud::rules::lifecycle::Action;
use cloud::wire::{Fault, Server};
use cloud::{FlavorId, ReservationId, ServerId, Status, Timestamp};

use crate::{Millis, Scope, pace};

/// Identifies a followed operation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FollowId(pub u64);

/// The kind of operation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operation {
    Create,
    Act(Action),
}

/// The outcome of an operation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Not ended yet.
    UnderWay,
    /// Succeeded.
    Done,
    /// Ended otherwise; in ERROR with the cloud's reason, if it gave one.
    Failed(Option<Fault>),
    /// The instance disappeared although it was not to be deleted.
    Vanished,
    /// Not ended after [`crate::pace::FOLLOW_END_MS`]: no longer followed.
    GivenUp,
}

/// A followed operation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Followed {
    pub id: FollowId,
    pub scope: Scope,
    /// Not known yet for a batch.
    pub server: Option<ServerId>,
    /// The batch it belongs to.
    pub reservation: Option<ReservationId>,
    /// The instance's name when it started, because it may be gone at the end.
    pub name: String,
    pub operation: Operation,
    /// When the cloud accepted it.
    pub since: Millis,
    pub outcome: Outcome,
    /// When the outcome was known.
    pub ended_at: Option<Millis>,
    /// It takes longer than [`crate::pace::FOLLOW_LATE_MS`].
    pub late: bool,
}

/// A followed operation with what is needed to judge it.
pub(crate) struct Follow {
    pub info: Followed,
    pub watch: Watch,
    /// The number of instances in a batch.
    pub count: u32,
}

impl Follow {
    pub fn under_way(&self) -> bool {
        self.info.outcome == Outcome::UnderWay
    }

    /// Judges by a row that was read after the cloud accepted the operation.
    pub fn judge(&mut self, now: Millis, row: &Server) -> Outcome {
        self.watch.judge(now.since(self.info.since), row)
    }
}

/// Recognises the end of an operation on one instance by the rows that are read while it is under way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Watch {
    pub operation: Operation,
    /// `updated` of the row when the operation was accepted, if the cloud reports it.
    pub before: Option<Timestamp>,
    /// The flavor when the operation was accepted: a failed resize silently returns to it.
    pub from: Option<FlavorId>,
    /// The instance was seen changing.
    pub moved: bool,
    /// How often it was seen idle in a state that is neither the goal nor an error.
    rests: u8,
}

impl Watch {
    /// `row`: the instance right before; `None` if it was not known.
    pub fn new(operation: Operation, row: Option<&Server>) -> Self {
        let from = row.and_then(|row| row.flavor.said()?.id.clone());
        Self { operation, before: row.and_then(|row| row.updated), from, moved: false, rests: 0 }
    }

    /// Whether this row or an earlier one shows that the instance has changed since the operation.
    pub fn notice(&mut self, row: &Server) -> bool {
        let newer = row.updated.is_some_and(|updated| self.before.is_some_and(|before| updated > before));
        self.moved |= newer || lifecycle::moving(row);
        self.moved
    }

    /// Judges by a row that was read after the cloud accepted the operation, which was `waited` ms ago.
    pub fn judge(&mut self, waited: u64, row: &Server) -> Outcome {
        let moving = lifecycle::moving(row);
        self.notice(row);
        let settled = match self.operation {
            Operation::Create => lifecycle::built(row),
            // VERIFY_RESIZE with the new flavor is the end under either rule set: NHN continues to ACTIVE
            // automatically, and other clouds wait for the person.
            Operation::Act(action) => {
                lifecycle::Goal { action, from: self.from.as_ref(), rules: RuleSet::OpenStack }.settled(row)
            }
        };
        // A cloud may show the task late: an action that has not begun looks like one that has ended, and so does the
        // ERROR from which an instance is being stopped or deleted.
        let unseen = !self.moved && waited < pace::FOLLOW_UNSEEN_MS;
        match settled {
            lifecycle::Outcome::Arrived if !(unseen && self.looks_the_same()) => Outcome::Done,
            lifecycle::Outcome::Failed if !unseen => Outcome::Failed(row.fault.clone()),
            lifecycle::Outcome::StillGoing if self.moved && !moving => {
                // It changed and became idle in another state: the action had no effect. Two observations are required,
                // because the cloud may be between two writes.
                self.rests = self.rests.saturating_add(1);
                if self.rests >= 2 { Outcome::Failed(row.fault.clone()) } else { Outcome::UnderWay }
            }
            _ => Outcome::UnderWay,
        }
    }

    /// The outcome when the instance no longer exists.
    pub fn gone(&self) -> Outcome {
        let wanted = match self.operation {
            Operation::Act(action) => lifecycle::target(action) == Some(Status::Deleted),
            Operation::Create => false,
        };
        if wanted { Outcome::Done } else { Outcome::Vanished }
    }

    /// Whether the status before and after is the same.
    pub fn looks_the_same(&self) -> bool {
        matches!(self.operation, Operation::Act(action) if action.definition().looks_the_same)
    }
}
