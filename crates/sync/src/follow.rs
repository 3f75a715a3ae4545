//! Operations that the person started, followed until they have arrived (rows S15, S16).

use cloud::config::RuleSet;
use cloud::rules::lifecycle;
use cloud::rules::lifecycle::Action;
use cloud::wire::{Fault, Server};
use cloud::{FlavorId, ReservationId, ServerId, Timestamp};

use crate::{Millis, Scope, pace};

/// Names a followed operation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FollowId(pub u64);

/// What was started.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operation {
    /// A create.
    Create,
    /// An action on an instance.
    Act(Action),
}

/// How it went.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Not arrived yet.
    UnderWay,
    /// Arrived where it should.
    Done,
    /// It ended elsewhere; in ERROR with the cloud's reason, if it gave one.
    Failed(Option<Fault>),
    /// The instance disappeared, and that was not what was asked for.
    Vanished,
    /// Still not arrived after [`crate::pace::FOLLOW_END_MS`]: nobody watches any longer.
    GivenUp,
}

/// One operation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Followed {
    /// Its name.
    pub id: FollowId,
    /// Where.
    pub scope: Scope,
    /// On which instance; not known yet for a batch.
    pub server: Option<ServerId>,
    /// The batch it came from.
    pub reservation: Option<ReservationId>,
    /// The instance's name when it started (it may be gone when the outcome is told).
    pub name: String,
    /// What.
    pub operation: Operation,
    /// When the cloud accepted it.
    pub since: Millis,
    /// How it went.
    pub outcome: Outcome,
    /// When the outcome was known.
    pub ended_at: Option<Millis>,
    /// It takes longer than [`crate::pace::FOLLOW_LATE_MS`]: say so.
    pub late: bool,
}

/// A followed operation with what judging it needs.
pub(crate) struct Follow {
    pub told: Followed,
    /// It was seen in motion.
    pub moved: bool,
    /// `updated` of the row when the action was accepted.
    pub before: Option<Timestamp>,
    /// The flavor of the row when the action was accepted: a resize that failed comes back to it without a word.
    pub from: Option<FlavorId>,
    /// How often it was seen at rest in a state that is neither the wanted one nor an error.
    pub rests: u8,
    /// How many instances a batch waits for.
    pub count: u32,
}

impl Follow {
    pub fn under_way(&self) -> bool {
        self.told.outcome == Outcome::UnderWay
    }

    /// Judges by a row that was read after the cloud had accepted the operation.
    pub fn judge(&mut self, now: Millis, row: &Server) -> Outcome {
        let moving = lifecycle::moving(row);
        self.moved |= moving || row.updated.is_some_and(|updated| self.before.is_some_and(|before| updated > before));
        let settled = match self.told.operation {
            Operation::Create => lifecycle::built(row),
            // VERIFY_RESIZE with the new flavor is the end under either rule set: NHN goes on to ACTIVE by itself, and a
            // cloud that waits for the person would wait for ever.
            Operation::Act(action) => {
                lifecycle::Goal { action, from: self.from.as_ref(), rules: RuleSet::OpenStack }.settled(row)
            }
        };
        // A cloud may be slow to show the task: a reboot that has not begun looks like one that has ended, and so does
        // the ERROR out of which an instance is being stopped or deleted.
        let unseen = !self.moved && now.since(self.told.since) < pace::FOLLOW_UNSEEN_MS;
        match settled {
            lifecycle::Outcome::Arrived if !(unseen && self.looks_the_same()) => Outcome::Done,
            lifecycle::Outcome::Failed if !unseen => Outcome::Failed(row.fault.clone()),
            lifecycle::Outcome::StillGoing if self.moved && !moving => {
                // It moved and came to rest elsewhere: the action had no effect. Seen twice, so as not to trip over
                // the instant between two writes of the cloud.
                self.rests = self.rests.saturating_add(1);
                if self.rests >= 2 { Outcome::Failed(row.fault.clone()) } else { Outcome::UnderWay }
            }
            _ => Outcome::UnderWay,
        }
    }

    /// Before and after are the same status.
    fn looks_the_same(&self) -> bool {
        matches!(self.told.operation, Operation::Act(action) if action.definition().looks_the_same)
    }
}
