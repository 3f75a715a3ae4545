//! One key: who wants it, what is under way for it, and how it went.

use std::sync::Arc;

use cloud::{Failure, FailureKind};

use crate::list::Work;
use crate::{Key, Millis, State, Ticket, Value, pace};

/// A request under way.
pub(crate) struct Flight {
    pub ticket: Ticket,
    pub asked: Millis,
    /// For the list of instances: what it is for.
    pub work: Option<Work>,
}

#[derive(Default)]
pub(crate) struct Entry {
    /// How many show it.
    pub subscribers: u32,
    pub flight: Option<Flight>,
    /// When the last request was sent.
    pub asked: Millis,
    /// It was invalidated while a request was under way, whose answer may be older than the change.
    pub again: bool,
    /// Ask without waiting for the interval.
    pub wanted_now: bool,
    /// Ask without waiting for a backoff either: the person said so.
    pub forced: bool,
    /// When the last complete answer came.
    pub loaded_at: Option<Millis>,
    pub value: Option<Value>,
    /// Since when something in the value changes by itself.
    pub moving_since: Option<Millis>,
    /// The pages of a new value so far, while another one follows.
    pub so_far: Option<Value>,
    /// How often the rows of its pages have been halved.
    pub halvings: u32,
    /// How often its reading has begun anew because the cloud refused the marker of a page.
    pub restarts: u32,
    /// Failures in a row, and the last and the first of them.
    pub failures: u32,
    pub failed_at: Millis,
    pub failure: Option<(Arc<Failure>, Millis)>,
    /// When the last subscriber went.
    pub left_at: Millis,
    /// The state as last published.
    pub told: State,
}

impl Entry {
    /// A request succeeded.
    pub fn clear_failure(&mut self) {
        self.failures = 0;
        self.failure = None;
    }

    /// A request failed in a way that is told.
    pub fn note_failure(&mut self, now: Millis, failure: Arc<Failure>) {
        let since = self.failure.take().map_or(now, |(_, since)| since);
        self.failure = Some((failure, since));
        self.back_off(now);
    }

    /// A request failed; the next one waits longer.
    pub fn back_off(&mut self, now: Millis) {
        self.failures = self.failures.saturating_add(1);
        self.failed_at = now;
    }

    /// An answer was too long: half the rows, at once. Answers whether there is a half.
    pub fn halve(&mut self, key: &Key) -> bool {
        let fewer = key.is_paged() && self.halvings < pace::HALVINGS_MAX;
        self.halvings += u32::from(fewer);
        self.wanted_now |= fewer;
        fewer
    }

    /// The cloud refused to go on behind a row, which may have been deleted meanwhile: the reading begins anew. Answers
    /// whether that is worth trying.
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
        // Not everybody may list all ports: nobody sees that it fails, and a role seldom changes.
        let is_refused =
            |kind: &FailureKind| matches!(kind, FailureKind::Forbidden | FailureKind::NotFound | FailureKind::Invalid);
        let refused = matches!(key, Key::Places(_)) && self.failure.as_ref().is_some_and(|(f, _)| is_refused(&f.kind));
        let wait = if refused { pace::NAMES_IDLE_MS } else { pace::backoff_ms(self.failures) };
        (self.failures > 0).then(|| self.failed_at.plus(wait))
    }

    /// The cloud said that there is no such instance.
    pub fn is_missing(&self, key: &Key) -> bool {
        let not_found = |(failure, _): &(Arc<Failure>, Millis)| failure.kind == FailureKind::NotFound;
        matches!(key, Key::Server(..)) && self.failure.as_ref().is_some_and(not_found)
    }
}

/// The cloud did not answer at all: that concerns every key of a scope, not only the one that met it.
pub(crate) fn is_away(kind: &FailureKind) -> bool {
    matches!(kind, FailureKind::Network | FailureKind::Timeout | FailureKind::BrokenOff | FailureKind::Gateway(_))
}
