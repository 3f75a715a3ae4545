//! How fresh a key is, for the page that shows it.

use std::sync::Arc;

use cloud::Failure;

use crate::Millis;

/// Where a key stands.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Phase {
    /// Nobody asked, or asking is not possible now (offline, signed out) and nothing is known.
    #[default]
    Idle,
    /// The first answer is awaited; `State::rows` may already be on screen.
    FirstLoad,
    /// Known and as fresh as the pace promises.
    Ready,
    /// Known, and being asked again.
    Refreshing,
    /// Known, but the last attempts failed.
    Stale {
        /// The last failure.
        failure: Arc<Failure>,
        /// When the first of the row of failures came.
        since: Millis,
    },
    /// Nothing is known and the last attempt failed.
    Failed(Arc<Failure>),
    /// It was known and has been deleted.
    Gone,
}

/// A key's freshness.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct State {
    /// Where it stands.
    pub phase: Phase,
    /// When the cloud last confirmed what is known.
    pub loaded_at: Option<Millis>,
    /// Rows known, also while the first load is under way.
    pub rows: usize,
    /// All pages of the first load have arrived.
    pub complete: bool,
    /// After a failure: when the next attempt will be made.
    pub retry_at: Option<Millis>,
}
