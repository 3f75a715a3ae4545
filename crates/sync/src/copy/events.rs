//! Handles events.

use cloud::rules::lifecycle::Action;

use super::{LocalCopy, note};
use crate::{Effect, Event, Key, Scope, Source};

impl LocalCopy {
    pub(super) fn take(&mut self, event: Event, effects: &mut Vec<Effect>) {
        match event {
            Event::Subscribe(key) => self.subscribe(&key),
            Event::Unsubscribe(key) => self.unsubscribe(&key),
            Event::Answered { ticket, answer } => self.answered(ticket, answer),
            Event::Failed { ticket, failure } => self.failed(ticket, failure, effects),
            Event::Tick => {}
            Event::Refresh(key) => self.refresh(&key),
            Event::Invalidate(key) => self.invalidate(&key),
            Event::AtWork => self.at_work = Some(self.now),
            Event::AtHand(keys) => self.at_hand = Some(keys),
            Event::Recheck { scope, servers } => {
                let now = self.now;
                let copy = self.scope(&scope);
                copy.list.recheck(now, servers, &copy.table);
            }
            Event::Hidden => self.hidden = self.hidden.or(Some(self.now)),
            Event::Visible => (self.hidden, self.at_work) = (None, Some(self.now)),
            Event::Offline => self.offline = true,
            Event::Online => self.online(),
            Event::Acted { scope, server, action } => self.acted(&scope, server, action),
            Event::Created { scope, created, batch } => self.created(&scope, created, batch),
            Event::Merged { scope, server } => {
                let now = self.now;
                let id = server.id.clone();
                // The response to a rename does not create a row for an unknown instance.
                if self.scope(&scope).table.contains(&id) {
                    self.scope(&scope).table.merge(now, now, *server, Source::Short);
                    self.judge(&scope, &id, now);
                }
            }
            Event::Heard(heard) => self.heard_of_another(*heard),
            Event::Lag(ms) => self.lag = ms,
            Event::Dismiss(id) => {
                if let Some(at) = self.follows.iter().position(|follow| follow.info.id == id) {
                    let follow = self.follows.remove(at);
                    note(&mut self.changed_follows, &follow.info.scope);
                }
            }
            Event::SignedOut(scope) => self.sign_out(scope.as_ref(), effects),
            Event::SignedIn(scope) => self.signed_in(&scope),
        }
    }

    fn subscribe(&mut self, key: &Key) {
        // Requested by hand or by a new visit, a deleted instance is looked up once more.
        let gone = self.is_gone(key);
        let entry = self.entries.entry(key);
        entry.subscribers = entry.subscribers.saturating_add(1);
        entry.wanted_now |= gone && entry.subscribers == 1;
    }

    fn unsubscribe(&mut self, key: &Key) {
        let now = self.now;
        let Some(entry) = self.entries.get_mut(key) else { return };
        entry.subscribers = entry.subscribers.saturating_sub(1);
        if entry.subscribers == 0 {
            entry.left_at = now;
        }
    }

    fn refresh(&mut self, key: &Key) {
        let now = self.now;
        let Some(entry) = self.entries.get_mut(key) else { return };
        // A key that cannot be fetched now would keep the wish and carry it out unexpectedly later.
        if entry.flight.is_some() || entry.subscribers == 0 {
            return;
        }
        entry.wanted_now = true;
        entry.forced = true;
        (entry.so_far, entry.restarts) = (None, 0);
        if let Key::Servers(scope) = key {
            let copy = self.scope(scope);
            let rows = copy.table.len();
            copy.list.refresh(now, rows);
        }
    }

    pub(super) fn invalidate(&mut self, key: &Key) {
        if let Some(entry) = self.entries.get_mut(key) {
            entry.again = entry.flight.is_some();
            entry.wanted_now |= entry.flight.is_none();
        }
    }

    fn online(&mut self) {
        self.offline = false;
        self.forget_trouble();
        for (_, entry) in self.entries.iter_mut().filter(|(_, entry)| entry.failure.is_some()) {
            entry.failures = 0;
            entry.wanted_now = true;
        }
    }

    fn acted(&mut self, scope: &Scope, server: cloud::ServerId, action: Action) {
        self.invalidate(&Key::Servers(scope.clone()));
        self.invalidate(&Key::Server(scope.clone(), server.clone()));
        if action.definition().spends {
            self.quota_changed(scope);
        }
        if action != Action::Rename {
            self.follow_action(scope, server, action);
        }
    }

    fn signed_in(&mut self, scope: &Scope) {
        // A token is valid for a project of a cloud in all its regions.
        for (other, copy) in self.scopes.iter_mut() {
            if other.same_project(scope) {
                copy.silent = false;
            }
        }
    }
}
