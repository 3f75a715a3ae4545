//! The freshness of a key, for the page that shows it.

use std::sync::Arc;

use cloud::Failure;

use crate::Millis;

/// The phase of a key.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Phase {
    /// Not requested, or impossible to request now (offline, signed out), and nothing is known.
    #[default]
    Idle,
    /// Waiting for the first complete response; `State::rows` may already be on screen.
    FirstLoad,
    /// Known and fresh.
    Ready,
    /// Known, and being requested again.
    Refreshing,
    /// Known, but the last attempts failed.
    Stale {
        failure: Arc<Failure>,
        /// When the first of these failures occurred.
        since: Millis,
    },
    /// Nothing is known and the last attempt failed.
    Failed(Arc<Failure>),
    /// It was known and has been deleted.
    Gone,
}

/// The freshness of a key.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct State {
    pub phase: Phase,
    /// When the cloud last confirmed the value.
    pub loaded_at: Option<Millis>,
    /// Number of known rows, also during the first load.
    pub rows: usize,
    /// All pages of the first load have arrived.
    pub complete: bool,
    /// After a failure: when the next attempt will be made.
    pub retry_at: Option<Millis>,
}
