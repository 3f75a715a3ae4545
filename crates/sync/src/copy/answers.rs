//! Handles responses and failures.

use std::sync::Arc;

use cloud::wire::ServerPage;
use cloud::{Failure, FailureKind, ServerId};

use super::{LocalCopy, note};
use crate::entry::Flight;
use crate::list::{Remedy, Work};
use crate::{Answer, Effect, Key, Millis, Scope, Source, Ticket, Value};

impl LocalCopy {
    /// Takes the request of a ticket out of its entry; `None` for a response that is no longer wanted.
    fn end_flight(&mut self, ticket: Ticket) -> Option<(Key, Flight)> {
        for (key, entry) in self.entries.iter_mut() {
            if let Some(flight) = entry.flight.take_if(|flight| flight.ticket == ticket) {
                entry.wanted_now |= std::mem::take(&mut entry.again);
                return Some((key.clone(), flight));
            }
        }
        None
    }

    pub(super) fn answered(&mut self, ticket: Ticket, answer: Answer) {
        let Some((key, flight)) = self.end_flight(ticket) else { return };
        self.service_answered(&key, flight.asked);
        self.end_hold(&key, flight.asked);
        if let Some(entry) = self.entries.get_mut(&key) {
            entry.clear_failure();
        }
        match (&key, answer) {
            (Key::Servers(scope), Answer::Servers(page)) => self.list_answered(scope, &flight, page),
            (Key::Servers(scope), Answer::Server(server)) => {
                self.scope(scope).list.checked();
                self.heard(scope, flight.asked, vec![*server]);
            }
            (Key::Server(scope, id), Answer::Server(server)) if server.id == *id => {
                self.heard(scope, flight.asked, vec![*server]);
                self.loaded(&key, None);
            }
            (Key::Reservation(scope, id), Answer::Servers(page)) => {
                let ids: Vec<ServerId> = page.servers.iter().map(|server| server.id.clone()).collect();
                self.expand_batch(scope, id, &page.servers);
                self.heard(scope, flight.asked, page.servers);
                self.loaded(&key, None);
                for id in ids {
                    self.judge(scope, &id, flight.asked);
                }
            }
            (Key::Servers(_) | Key::Server(..) | Key::Reservation(..), _)
            | (_, Answer::Servers(_) | Answer::Server(_)) => {
                // The response does not fit the request: ask again, but not endlessly.
                if let Some(entry) = self.entries.get_mut(&key) {
                    entry.back_off(self.now);
                }
            }
            (_, Answer::Value { value, more, moving }) => self.value_came(&key, value, more, moving),
        }
    }

    fn list_answered(&mut self, scope: &Scope, flight: &Flight, page: ServerPage) {
        let now = self.now;
        let work = flight.work.clone().unwrap_or(Work::Walk);
        let ids: Vec<ServerId> = page.servers.iter().map(|server| server.id.clone()).collect();
        let copy = self.scope(scope);
        copy.list.answered(now, flight.asked, &work, page, &mut copy.table);
        if copy.list.complete && !matches!(work, Work::Reread | Work::Check(_)) {
            self.loaded(&Key::Servers(scope.clone()), None);
        }
        for id in ids {
            self.judge(scope, &id, flight.asked);
        }
    }

    pub(super) fn heard(&mut self, scope: &Scope, asked: Millis, servers: Vec<cloud::wire::Server>) {
        let now = self.now;
        for server in servers {
            let id = server.id.clone();
            self.scope(scope).table.merge(now, asked, server, Source::Full);
            self.judge(scope, &id, asked);
        }
    }

    pub(super) fn loaded(&mut self, key: &Key, value: Option<Value>) {
        let now = self.now;
        let Some(entry) = self.entries.get_mut(key) else { return };
        entry.loaded_at = Some(now);
        entry.restarts = 0;
        if value.is_some() && entry.value != value {
            entry.value = value;
            note(&mut self.changed, key);
        }
    }

    pub(super) fn value_came(&mut self, key: &Key, value: Value, more: bool, moving: bool) {
        let now = self.now;
        let Some(entry) = self.entries.get_mut(key) else { return };
        let before = entry.so_far.take().map_or(0, |so_far| so_far.rows());
        if more && value.rows() > before {
            entry.so_far = Some(value);
            entry.wanted_now = true;
            return;
        }
        entry.moving_since = if moving { entry.moving_since.or(Some(now)) } else { None };
        self.loaded(key, Some(value));
    }

    pub(super) fn failed(&mut self, ticket: Ticket, failure: Failure, effects: &mut Vec<Effect>) {
        let Some((key, flight)) = self.end_flight(ticket) else { return };
        if failure.kind == FailureKind::Unauthenticated {
            self.silence(key.scope(), effects);
            return;
        }
        self.service_failed(&key, &failure, flight.asked);
        let now = self.now;
        if failure.kind == FailureKind::NotFound && self.not_found(&key, &flight) {
            return;
        }
        let mut shown = true;
        if let (Key::Servers(scope), Some(work)) = (&key, &flight.work) {
            let copy = self.scope(scope);
            match copy.list.failed(now, work, &failure, &mut copy.table) {
                Remedy::Ended => {
                    if let Some(entry) = self.entries.get_mut(&key) {
                        entry.clear_failure();
                    }
                    return self.loaded(&key, None);
                }
                // Immediately, because no alternative is tried twice.
                remedy => shown = remedy == Remedy::None,
            }
        }
        let Some(entry) = self.entries.get_mut(&key) else { return };
        shown &= !entry.restart(&failure.kind);
        let too_large = failure.kind == FailureKind::TooLarge;
        if too_large && (!shown || entry.halve(&key)) {
            // Fewer rows can be requested immediately: they can be halved only a few times.
            entry.clear_failure();
        } else if shown {
            entry.note_failure(now, Arc::new(failure));
        }
    }

    /// Handles a 404 about one instance: it is deleted. Returns whether that was the meaning.
    fn not_found(&mut self, key: &Key, flight: &Flight) -> bool {
        match (key, &flight.work) {
            (Key::Servers(scope), Some(Work::Check(id))) => {
                let copy = self.scope(scope);
                copy.list.checked();
                copy.table.remove(id, flight.asked);
                copy.list.forget_deleted(&copy.table);
                true
            }
            (Key::Server(scope, id), _) if self.too_young(scope, id) => {
                if let Some(entry) = self.entries.get_mut(key) {
                    entry.back_off(self.now);
                }
                true
            }
            (Key::Server(scope, id), _) => {
                self.instance_deleted(scope, id);
                let table = &mut self.scope(scope).table;
                // For an instance that was never known, the page shows the cloud's message.
                table.contains(id) && table.remove(id, flight.asked)
            }
            _ => false,
        }
    }

    fn silence(&mut self, scope: &Scope, effects: &mut Vec<Effect>) {
        let copy = self.scope(scope);
        if !std::mem::replace(&mut copy.silent, true) {
            effects.push(Effect::SignInNeeded(scope.clone()));
        }
        self.abort_scope(scope, effects);
        for (key, entry) in self.entries.iter_mut() {
            entry.wanted_now |= key.scope() == scope;
        }
    }
}
