//! What the answer to a request means for its item.

use cloud::create::answer_lost;
use cloud::{Failure, FailureKind, RequestId};

use super::Run;
use super::scopes::is_transient;
use crate::{Attempt, Doubt, End, Item, ItemNo, Phase, Progress, Reason, pace};

impl Run {
    pub(super) fn answered(&mut self, no: ItemNo, attempt: Attempt, answer: Result<Option<RequestId>, Failure>) {
        let at = no.0;
        let Some(item) = self.items.get(at) else { return };
        let (scope, service, sent) = (item.scope, item.service(), item.sent_at);
        match &answer {
            Err(failure) if failure.kind == FailureKind::Unauthenticated => self.refused_session(scope, sent),
            Err(failure) if is_transient(failure) => self.service_failed(scope, service, sent, failure),
            _ => self.service_answered(scope, service, sent),
        }
        // An answer may come later than it was waited for, but not after another attempt.
        let waits = |item: &&mut Item| matches!(item.phase, Phase::Sent | Phase::Unknown(_));
        let Some(item) = self.items.get_mut(at).filter(|item| item.attempt == Some(attempt)).filter(waits) else {
            return;
        };
        match answer {
            Ok(request_id) => {
                item.request_id = request_id;
                item.failure = None;
                let done = self.operation.is_done_when_accepted(item.action);
                self.enter(at, if done { Phase::Ended(End::Done) } else { Phase::Following });
            }
            Err(failure) => {
                item.request_id = failure.request_id.clone();
                item.failure = Some(Box::new(failure.clone()));
                self.refused(at, failure);
            }
        }
    }

    fn refused(&mut self, at: usize, failure: Failure) {
        let Some(item) = self.items.get_mut(at) else { return };
        let deletes = self.operation.ends_gone(&item.watch);
        match &failure.kind {
            FailureKind::Unauthenticated => {
                item.tries = item.tries.saturating_sub(1);
                self.enter(at, Phase::Waiting);
            }
            FailureKind::ReadOnly => {
                item.tries = item.tries.saturating_sub(1);
                self.enter(at, Phase::Waiting);
                if self.progress == Progress::Running {
                    self.proceed(Progress::Paused);
                }
            }
            FailureKind::RateLimited { .. } if item.busy_tries < pace::BUSY_TRIES_MAX => {
                item.tries = item.tries.saturating_sub(1);
                item.busy_tries += 1;
                self.enter(at, Phase::Waiting);
            }
            // The server may have begun before it failed.
            FailureKind::Server => self.lost(at, Doubt::Lost),
            _ if answer_lost(&failure) => self.lost(at, Doubt::Lost),
            // It may have been done by an earlier attempt after all.
            FailureKind::Conflict if item.was_lost => self.lost(at, Doubt::Lost),
            // It is gone, or it is not here: a look tells.
            FailureKind::NotFound if deletes => self.lost(at, Doubt::Lost),
            _ => self.enter(at, Phase::Ended(End::Failed(Reason::Refused(Box::new(failure))))),
        }
    }

    /// What became of the latest request is not known.
    fn lost(&mut self, at: usize, doubt: Doubt) {
        if let Some(item) = self.items.get_mut(at) {
            item.was_lost = true;
        }
        self.enter(at, Phase::Unknown(doubt));
    }

    /// Rows proved that the latest request was not carried out: it is sent again, unless that was tried often enough.
    pub(super) fn not_done(&mut self, at: usize) {
        let Some(item) = self.items.get(at) else { return };
        let phase = match &item.failure {
            _ if item.tries < pace::TRIES_MAX => Phase::Waiting,
            Some(failure) => Phase::Ended(End::Failed(Reason::Refused(failure.clone()))),
            None => Phase::Ended(End::Unknown),
        };
        self.enter(at, phase);
    }

    /// Ends what has been waited for long enough.
    pub(super) fn expire(&mut self) {
        let now = self.now;
        for at in 0..self.items.len() {
            let Some(item) = self.items.get(at) else { continue };
            let age = now.since(item.since);
            match item.phase {
                Phase::Sent if age >= pace::ANSWER_MAX_MS => self.lost(at, Doubt::Unanswered),
                Phase::Unknown(_) | Phase::Following
                    if age >= sync::pace::FOLLOW_END_MS && self.is_open(item.scope) =>
                {
                    self.enter(at, Phase::Ended(End::Unknown));
                }
                _ => {}
            }
        }
    }
}
