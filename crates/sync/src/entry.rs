//! One key: its subscribers, its requests and their results.

use std::sync::Arc;

use cloud::{Failure, FailureKind};

use crate::list::Work;
use crate::{Key, Millis, State, Ticket, Value, pace};

/// A request under way.
pub(crate) struct Flight {
    pub ticket: Ticket,
    pub asked: Millis,
    /// For the list of instances: its purpose.
    pub work: Option<Work>,
}

#[derive(Default)]
pub(crate) struct Entry {
    /// The number of subscribers.
    pub subscribers: u32,
    pub flight: Option<Flight>,
    /// When the last request was sent.
    pub asked: Millis,
    /// It was invalidated while a request was under way, whose response may be older than the change.
    pub again: bool,
    /// Fetch without waiting for the interval.
    pub wanted_now: bool,
    /// Fetch without waiting for a backoff either, because a person asked for it.
    pub forced: bool,
    /// The last response was another tab's, which is expected to ask again.
    pub heard: bool,
    /// When the last complete response arrived.
    pub loaded_at: Option<Millis>,
    pub value: Option<Value>,
    /// Since when something in the value changes by itself.
    pub moving_since: Option<Millis>,
    /// The previous pages of a new value that is being read.
    pub so_far: Option<Value>,
    /// How often the rows per page have been halved.
    pub halvings: u32,
    /// How often reading was restarted because the cloud rejected a page's marker.
    pub restarts: u32,
    /// Number of consecutive failures; the last and the time of the first.
    pub failures: u32,
    pub failed_at: Millis,
    pub failure: Option<(Arc<Failure>, Millis)>,
    /// When the last subscriber left.
    pub left_at: Millis,
    /// The state as last published.
    pub published: State,
}

impl Entry {
    /// Records a success.
    pub fn clear_failure(&mut self) {
        self.failures = 0;
        self.failure = None;
    }

    /// Records a failure that is shown.
    pub fn note_failure(&mut self, now: Millis, failure: Arc<Failure>) {
        let since = self.failure.take().map_or(now, |(_, since)| since);
        self.failure = Some((failure, since));
        self.back_off(now);
    }

    /// Records a failure; the next request is delayed longer.
    pub fn back_off(&mut self, now: Millis) {
        self.failures = self.failures.saturating_add(1);
        self.failed_at = now;
    }

    /// A response was too long: halves the rows per page. Returns whether that was possible.
    pub fn halve(&mut self, key: &Key) -> bool {
        let fewer = key.is_paged() && self.halvings < pace::HALVINGS_MAX;
        self.halvings += u32::from(fewer);
        self.wanted_now |= fewer;
        fewer
    }

    /// The cloud rejected a marker, whose row may have been deleted meanwhile: restarts reading. Returns whether that
    /// is worth trying.
    pub fn restart(&mut self, kind: &FailureKind) -> bool {
        let refused = matches!(kind, FailureKind::Invalid | FailureKind::NotFound) && self.so_far.is_some();
        let again = refused && self.restarts < pace::RESTARTS_MAX;
        if again {
            self.so_far = None;
        }
        self.restarts += u32::from(again);
        self.wanted_now |= again;
        again
    }

    /// Earliest time of the next attempt after failures.
    pub fn retry_at(&self, key: &Key) -> Option<Millis> {
        // Some roles may not list all ports. That failure is not shown, and a role seldom changes.
        let is_refused =
            |kind: &FailureKind| matches!(kind, FailureKind::Forbidden | FailureKind::NotFound | FailureKind::Invalid);
        let refused = matches!(key, Key::Places(_)) && self.failure.as_ref().is_some_and(|(f, _)| is_refused(&f.kind));
        let wait = if refused { pace::NAMES_IDLE_MS } else { pace::backoff_ms(self.failures) };
        (self.failures > 0).then(|| self.failed_at.plus(wait))
    }

    /// Whether the cloud reported that the instance does not exist.
    pub fn is_missing(&self, key: &Key) -> bool {
        let not_found = |(failure, _): &(Arc<Failure>, Millis)| failure.kind == FailureKind::NotFound;
        matches!(key, Key::Server(..)) && self.failure.as_ref().is_some_and(not_found)
    }
}

/// Whether the cloud did not respond at all, which concerns every key of the service.
pub(crate) fn is_away(kind: &FailureKind) -> bool {
    matches!(kind, FailureKind::Network | FailureKind::Timeout | FailureKind::BrokenOff | FailureKind::Gateway(_))
}
