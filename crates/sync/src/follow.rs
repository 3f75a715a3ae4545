//! Operations that the person started, followed until they have arrived (rows S15, S16).

use cloud::rules::lifecycle::Action;
use cloud::wire::Fault;
use cloud::{ReservationId, ServerId};

use crate::{Millis, Scope};

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
