//! The state of each service of a scope: unreachable, or asking for a pause. A failing service does not affect the
//! others. If no service of a cloud responds, it is probed by one request instead of one for each key.

use cloud::catalog::Service;
use cloud::{Failure, FailureKind};

use super::LocalCopy;
use crate::entry::is_away;
use crate::{Key, Millis, Scope, pace};

/// The state of a service.
#[derive(Default)]
pub(crate) struct ServiceState {
    /// Set while it does not respond.
    trouble: Option<Trouble>,
    /// Set while it asks for a pause.
    hold: Option<Hold>,
    /// When its last response arrived.
    answered: Millis,
}

/// A failure, shared by all keys of a service.
struct Trouble {
    failures: u32,
    /// When the last failed request was sent.
    asked: Millis,
    noted: Millis,
    until: Millis,
}

struct Hold {
    noted: Millis,
    until: Millis,
}

impl LocalCopy {
    /// When the state of its service allows fetching this key; `None`: not before another event. A person's request
    /// does not wait.
    pub(super) fn allowed_from(&self, key: &Key) -> Option<Millis> {
        let scope = key.scope();
        let Some(copy) = self.scopes.get(scope) else { return Some(Millis(0)) };
        let only = (!self.is_cloud_down(scope)).then(|| key.service());
        let concerned = copy.services.iter().filter(|(service, _)| only.is_none_or(|only| only == **service));
        let troubles = concerned.filter_map(|(_, state)| state.trouble.as_ref());
        let shared = troubles.map(|one| (one.until, one.noted)).reduce(|a, b| (a.0.max(b.0), a.1.max(b.1)));
        let held = self.held_until(key).unwrap_or_default();
        let Some((until, noted)) = shared else { return Some(held) };
        if until <= self.now && self.is_probed(scope, only, noted) {
            return None;
        }
        Some(held.max(until))
    }

    /// When the pause that a key's service asked for ends.
    pub(super) fn held_until(&self, key: &Key) -> Option<Millis> {
        let state = self.scopes.get(key.scope())?.services.get(&key.service())?;
        state.hold.as_ref().map(|hold| hold.until).filter(|until| *until > self.now)
    }

    /// Whether no service with shown keys has responded since one failed.
    fn is_cloud_down(&self, scope: &Scope) -> bool {
        let Some(copy) = self.scopes.get(scope) else { return false };
        let asked = |state: &ServiceState| state.trouble.as_ref().map(|trouble| trouble.asked);
        let Some(since) = copy.services.iter().filter_map(|(_, state)| asked(state)).max() else { return false };
        let answers = |service| {
            let state = copy.services.get(&service);
            state.is_some_and(|state| state.trouble.is_none() && state.answered >= since)
        };
        let shown = self.entries.iter().filter(|(key, entry)| key.scope() == scope && entry.subscribers > 0);
        !shown.map(|(key, _)| key.service()).any(answers)
    }

    /// Whether a request to an unreachable service is under way.
    fn is_probed(&self, scope: &Scope, only: Option<Service>, noted: Millis) -> bool {
        self.entries.iter().any(|(key, entry)| {
            key.scope() == scope
                && only.is_none_or(|service| key.service() == service)
                && entry.flight.as_ref().is_some_and(|flight| flight.asked >= noted)
        })
    }

    /// A service answered a request that was sent at `asked`: the keys that failed meanwhile are fetched again, and if
    /// the whole cloud was unreachable, all others too.
    pub(super) fn service_answered(&mut self, key: &Key, asked: Millis) {
        let (scope, service, now) = (key.scope(), key.service(), self.now);
        let was_gone = self.is_cloud_down(scope);
        let copy = self.scopes.entry(scope);
        let state = copy.services.entry(&service);
        state.answered = now;
        if state.trouble.take_if(|trouble| asked >= trouble.noted).is_none() {
            return;
        }
        if was_gone {
            let troubles = copy.services.iter_mut().filter_map(|(_, state)| state.trouble.as_mut());
            troubles.for_each(|trouble| trouble.until = trouble.until.min(now));
        }
        for (key, entry) in self.entries.iter_mut() {
            let concerned = key.scope() == scope && (was_gone || key.service() == service);
            if concerned && entry.failure.as_ref().is_some_and(|(failure, _)| is_away(&failure.kind)) {
                entry.failures = 0;
                entry.wanted_now = true;
            }
        }
    }

    /// A request that was sent at `asked` succeeded although the service had asked for a pause: the pause ends.
    pub(super) fn end_hold(&mut self, key: &Key, asked: Millis) {
        let copy = self.scopes.get_mut(key.scope());
        if let Some(state) = copy.and_then(|copy| copy.services.get_mut(&key.service())) {
            state.hold.take_if(|hold| asked >= hold.noted);
        }
    }

    /// Records a failure of a service.
    pub(super) fn service_failed(&mut self, key: &Key, failure: &Failure, asked: Millis) {
        let now = self.now;
        let gone = self.is_cloud_down(key.scope());
        let services = &mut self.scopes.entry(key.scope()).services;
        let troubles = services.iter().filter_map(|(_, state)| state.trouble.as_ref());
        let most = troubles.map(|trouble| trouble.failures).max().unwrap_or(0);
        let state = services.entry(&key.service());
        match &failure.kind {
            FailureKind::RateLimited { retry_after_s } => {
                let wait = retry_after_s.map_or(pace::BACKOFF_MIN_MS, |s| s.saturating_mul(1000));
                let until = now.plus(wait.min(pace::HOLD_MAX_MS));
                let hold = state.hold.get_or_insert(Hold { noted: now, until });
                (hold.noted, hold.until) = (now, hold.until.max(until));
                self.service_answered(key, asked);
            }
            kind if is_away(kind) => {
                let trouble = state.trouble.get_or_insert(Trouble { failures: 0, asked, noted: now, until: now });
                trouble.asked = trouble.asked.max(asked);
                // Requests sent before the failure was known fail for the same reason: count one failure, not one per
                // key.
                if trouble.failures == 0 || asked >= trouble.noted {
                    // If nothing responds, the failures of one service count for all.
                    let failures = if gone { most.max(trouble.failures) } else { trouble.failures };
                    trouble.failures = failures.saturating_add(1);
                    trouble.noted = now;
                    trouble.until = now.plus(pace::backoff_ms(trouble.failures));
                }
            }
            _ => self.service_answered(key, asked),
        }
    }

    /// The browser is online again: failures while offline say nothing about the cloud.
    pub(super) fn forget_trouble(&mut self) {
        let states = self.scopes.iter_mut().flat_map(|(_, copy)| copy.services.iter_mut());
        states.for_each(|(_, state)| state.trouble = None);
    }
}
