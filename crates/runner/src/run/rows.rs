//! What the rows of the cloud mean for the items.

use std::sync::Arc;

use cloud::catalog::Service;
use cloud::rules::lifecycle::{self, Refusal, allowed_for, done_when_accepted};
use cloud::rules::managed::protected_from;
use cloud::wire::Server;
use cloud::{Failure, FailureKind, Scope};
use sync::{Millis, Operation as Followable, Outcome, Watch};

use super::Run;
use super::scopes::is_transient;
use crate::{Doubt, End, Item, ItemNo, Operation, Phase, Reason, Skip, pace};

impl Run {
    pub(super) fn seen(&mut self, scope: &Scope, asked: Millis, rows: &[Arc<Server>]) {
        let Some(scope) = self.scope_at(scope) else { return };
        self.service_answered(scope, Service::Compute, asked);
        for row in rows {
            let Some(at) = self.position(scope, row.id.as_str()) else { continue };
            self.heard(at, asked);
            match self.items.get(at).map(|item| &item.phase) {
                Some(Phase::Waiting) => self.seen_waiting(at, asked, row),
                Some(Phase::Unknown(doubt)) => self.seen_unknown(at, *doubt, asked, row),
                Some(Phase::Following) => self.seen_following(at, asked, row),
                Some(Phase::Sent | Phase::Ended(_)) | None => {}
            }
        }
    }

    pub(super) fn gone(&mut self, scope: &Scope, asked: Millis, ids: &[String]) {
        let Some(scope) = self.scope_at(scope) else { return };
        self.service_answered(scope, self.operation.home(), asked);
        for id in ids {
            let Some(at) = self.position(scope, id) else { continue };
            self.heard(at, asked);
            self.vanished(at, asked);
        }
    }

    pub(super) fn look_failed(&mut self, items: &[ItemNo], failure: &Failure) {
        let (mut told, home) = (None, self.operation.home());
        for ItemNo(at) in items {
            let now = self.now;
            let Some(item) = self.items.get_mut(*at) else { continue };
            let (scope, asked) = (item.scope, item.asked.take().unwrap_or(now));
            item.heard = Some(now);
            if told.replace(scope) != Some(scope) {
                match failure.kind {
                    FailureKind::Unauthenticated => self.refused_session(scope, asked),
                    _ if is_transient(failure) => self.service_failed(scope, home, asked, failure),
                    _ => self.service_answered(scope, home, asked),
                }
            }
            match failure.kind {
                FailureKind::Unauthenticated => {}
                FailureKind::NotFound => self.vanished(*at, asked),
                _ if !is_transient(failure) => self.cannot_look(*at, failure),
                _ => {}
            }
        }
    }

    /// The cloud answered a question about an item.
    pub(super) fn heard(&mut self, at: usize, asked: Millis) {
        let now = self.now;
        if let Some(item) = self.items.get_mut(at) {
            item.asked = item.asked.filter(|at| *at > asked);
            item.heard = Some(now);
        }
    }

    fn seen_waiting(&mut self, at: usize, asked: Millis, row: &Server) {
        let operation = self.operation.clone();
        let Some(item) = self.items.get_mut(at) else { return };
        if item.row_at.is_some_and(|known| asked < known) {
            return;
        }
        // An earlier attempt may have been carried out later than was waited for.
        if item.was_lost && item.watch.notice(row) {
            return self.seen_following(at, asked, row);
        }
        if (item.was_lost || item.retried) && is_reached(&operation, item, row) {
            return self.enter(at, Phase::Ended(End::Done));
        }
        item.watch = Watch::new(Followable::Act(item.action), Some(row));
        item.row_at = Some(asked);
        item.against = against(&operation, item, row);
    }

    fn seen_unknown(&mut self, at: usize, doubt: Doubt, asked: Millis, row: &Server) {
        let operation = self.operation.clone();
        let Some(item) = self.items.get_mut(at).filter(|item| asked >= item.sent_at) else { return };
        if doubt == Doubt::Accepted {
            return self.seen_following(at, asked, row);
        }
        let waited = asked.since(item.since);
        let proves = asked >= item.since && waited >= pace::LOST_MS;
        if done_when_accepted(item.action) {
            match operation.is_in_effect(row) {
                Some(true) => self.enter(at, Phase::Ended(End::Done)),
                Some(false) if proves => self.seen_not_done(at, doubt, asked, row),
                Some(false) => {}
                None => self.enter(at, Phase::Ended(End::Unknown)),
            }
            return;
        }
        // The instance has changed since the request, so it was carried out. If something else changed it, the item ends
        // without a second request all the same.
        if item.watch.notice(row) {
            return self.seen_following(at, asked, row);
        }
        match is_reached(&operation, item, row) {
            true => self.enter(at, Phase::Ended(End::Done)),
            // The row would look the same.
            false if proves && item.watch.looks_the_same() && item.watch.before.is_none() => {
                self.enter(at, Phase::Ended(End::Unknown));
            }
            false if proves => self.seen_not_done(at, doubt, asked, row),
            false => {}
        }
    }

    fn seen_not_done(&mut self, at: usize, doubt: Doubt, asked: Millis, row: &Server) {
        match doubt {
            Doubt::Lost => self.not_done(at),
            // It may still be carried out.
            Doubt::Unanswered | Doubt::Accepted => self.enter(at, Phase::Ended(End::Unknown)),
        }
        let operation = self.operation.clone();
        if let Some(item) = self.items.get_mut(at).filter(|item| item.phase == Phase::Waiting) {
            item.row_at = Some(asked);
            item.against = against(&operation, item, row);
        }
    }

    /// Judges an item that was accepted, or of which there is a trace.
    fn seen_following(&mut self, at: usize, asked: Millis, row: &Server) {
        let now = self.now;
        let Some(item) = self.items.get_mut(at).filter(|item| asked >= item.sent_at) else { return };
        // An old row shows the state before the action; one that is passed twice counts once.
        if item.row_at.is_some_and(|known| asked <= known) || (item.phase == Phase::Following && asked < item.since) {
            return;
        }
        item.row_at = Some(asked);
        match item.watch.judge(now.since(item.since), row) {
            Outcome::Done => self.enter(at, Phase::Ended(End::Done)),
            Outcome::Failed(fault) => self.enter(at, Phase::Ended(End::Failed(Reason::Ended(fault)))),
            Outcome::UnderWay if item.phase != Phase::Following => self.enter(at, Phase::Following),
            Outcome::UnderWay | Outcome::Vanished | Outcome::GivenUp => {}
        }
    }

    fn vanished(&mut self, at: usize, asked: Millis) {
        let Some(item) = self.items.get(at) else { return };
        let was_sent = item.was_lost || item.retried;
        let end = match &item.phase {
            Phase::Sent | Phase::Ended(_) => return,
            Phase::Waiting if item.row_at.is_some_and(|known| asked < known) => return,
            Phase::Waiting if !was_sent => End::Skipped(Skip::Refusal(Refusal::Deleted)),
            Phase::Unknown(_) | Phase::Following if asked < item.sent_at => return,
            _ if self.operation.ends_gone(&item.watch) => End::Done,
            _ => End::Failed(Reason::Vanished),
        };
        self.enter(at, Phase::Ended(end));
    }

    /// The cloud does not let it be looked at.
    fn cannot_look(&mut self, at: usize, failure: &Failure) {
        let Some(item) = self.items.get_mut(at) else { return };
        let end = match item.phase {
            Phase::Sent | Phase::Ended(_) => return,
            Phase::Waiting if !item.was_lost => End::Failed(Reason::Refused(Box::new(failure.clone()))),
            Phase::Waiting | Phase::Unknown(_) | Phase::Following => End::Unknown,
        };
        item.failure = Some(Box::new(failure.clone()));
        self.enter(at, Phase::Ended(end));
    }
}

/// Whether nothing is left to do, as far as a single row can show it.
fn is_reached(operation: &Operation, item: &Item, row: &Server) -> bool {
    if done_when_accepted(item.action) {
        return operation.is_in_effect(row) == Some(true);
    }
    !item.watch.looks_the_same() && lifecycle::settled(item.action, row) == lifecycle::Outcome::Arrived
}

/// What a row says against sending the request.
fn against(operation: &Operation, item: &Item, row: &Server) -> Option<Skip> {
    if operation.is_in_effect(row) == Some(true) {
        return Some(Skip::NothingToDo);
    }
    if let Err(refusal) = allowed_for(item.action, row) {
        return Some(Skip::Refusal(refusal));
    }
    protected_from(item.action, row).then_some(Skip::Protected)
}
