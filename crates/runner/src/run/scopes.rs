//! The scopes of a run: whether there is a session, and how their services are.

use cloud::catalog::Service;
use cloud::{Failure, FailureKind, Scope};
use sync::{Millis, VecMap, pace as polling};

use super::Run;
use crate::{Phase, pace};

/// A scope of a run.
#[derive(Debug)]
pub(crate) struct ScopeState {
    pub scope: Scope,
    /// There is a session.
    pub open: bool,
    /// Since when.
    opened: Millis,
    /// The services that fail or ask for a pause.
    troubles: VecMap<Service, Trouble>,
}

/// A service that failed, or asked for a pause.
#[derive(Debug, Default)]
struct Trouble {
    failures: u32,
    /// When the last failure was known.
    noted: Millis,
    /// Nothing is sent to it before.
    until: Millis,
}

impl ScopeState {
    /// The services that asked for a pause, with its end, which may be over.
    pub fn holds(&self) -> impl Iterator<Item = (Service, Millis)> {
        self.troubles.iter().map(|(service, trouble)| (*service, trouble.until))
    }
}

impl Run {
    pub(crate) fn add_scope(&mut self, scope: Scope, open: bool) -> usize {
        self.scopes.push(ScopeState { scope, open, opened: Millis(0), troubles: VecMap::new() });
        self.scopes.len() - 1
    }

    pub(crate) fn scope_at(&self, scope: &Scope) -> Option<usize> {
        self.scopes.iter().position(|state| state.scope == *scope)
    }

    pub(super) fn session_ended(&mut self, scope: &Scope) {
        if let Some(at) = self.scope_at(scope) {
            self.refused_session(at, self.now);
        }
    }

    /// The cloud refused the session of a request that was sent at `sent`: nothing more is sent, unless somebody has signed
    /// in since.
    pub(super) fn refused_session(&mut self, scope: usize, sent: Millis) {
        if let Some(state) = self.scopes.get_mut(scope).filter(|state| sent >= state.opened) {
            state.open = false;
        }
    }

    /// What was under way is looked at again, with the whole time it may take.
    pub(super) fn session_back(&mut self, scope: &Scope) {
        let Some(at) = self.scope_at(scope) else { return };
        let now = self.now;
        let Some(state) = self.scopes.get_mut(at).filter(|state| !state.open) else { return };
        (state.open, state.opened) = (true, now);
        for item in self.items.iter_mut().filter(|item| item.scope == at) {
            (item.asked, item.heard) = (None, None);
            if matches!(item.phase, Phase::Unknown(_) | Phase::Following) {
                item.since = now;
            }
        }
    }

    pub(super) fn is_open(&self, scope: usize) -> bool {
        !self.offline && self.scopes.get(scope).is_some_and(|state| state.open)
    }

    /// When a service may be sent something.
    pub(super) fn free_at(&self, scope: usize, service: Service) -> Millis {
        let trouble = self.scopes.get(scope).and_then(|state| state.troubles.get(&service));
        trouble.map_or(Millis(0), |trouble| trouble.until)
    }

    /// Whether a service has failed and not succeeded since: only one request at a time tries it.
    pub(super) fn is_troubled(&self, scope: usize, service: Service) -> bool {
        self.scopes.get(scope).is_some_and(|state| state.troubles.get(&service).is_some())
    }

    /// A service answered a request that was sent at `sent`. A pause that it asked for lasts all the same.
    pub(super) fn service_answered(&mut self, scope: usize, service: Service, sent: Millis) {
        let now = self.now;
        if let Some(state) = self.scopes.get_mut(scope) {
            let lasts = |trouble: &Trouble| sent < trouble.noted || trouble.until > now;
            state.troubles.retain(|known, trouble| *known != service || lasts(trouble));
        }
    }

    /// A service failed, or asked for a pause, when answering a request that was sent at `sent`.
    pub(super) fn service_failed(&mut self, scope: usize, service: Service, sent: Millis, failure: &Failure) {
        let now = self.now;
        let Some(state) = self.scopes.get_mut(scope) else { return };
        let trouble = state.troubles.entry(&service);
        // Requests that were sent before the failure was known fail for the same reason.
        if trouble.failures == 0 || sent >= trouble.noted {
            trouble.failures = trouble.failures.saturating_add(1);
            trouble.noted = now;
        }
        let wait = match failure.kind {
            FailureKind::RateLimited { retry_after_s: Some(seconds) } => seconds.saturating_mul(1000),
            _ => polling::backoff_ms(trouble.failures),
        };
        trouble.until = trouble.until.max(now.plus(wait.min(pace::HOLD_MAX_MS)));
        self.changed = true;
    }

    /// A pause from before a reload.
    pub(crate) fn hold(&mut self, scope: usize, service: Service, until: Millis) {
        let now = self.now;
        if let Some(state) = self.scopes.get_mut(scope) {
            let until = until.min(now.plus(pace::HOLD_MAX_MS));
            state.troubles.insert(service, Trouble { failures: 1, noted: now, until });
        }
    }
}

/// Whether a failure is about the service and not about the request: another attempt may succeed.
pub(super) fn is_transient(failure: &Failure) -> bool {
    match failure.kind {
        FailureKind::RateLimited { .. }
        | FailureKind::Server
        | FailureKind::Network
        | FailureKind::Timeout
        | FailureKind::BrokenOff
        | FailureKind::Unreadable
        | FailureKind::TooLarge => true,
        FailureKind::Gateway(_) => matches!(failure.status, 502 | 504),
        FailureKind::Invalid => failure.status == 408,
        _ => false,
    }
}
