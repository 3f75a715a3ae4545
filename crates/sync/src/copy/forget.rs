//! Leaving: what is no longer wanted, what is deleted, what is signed out of.

use super::LocalCopy;
use crate::entry::Entry;
use crate::{Effect, Key, Scope, pace};

impl LocalCopy {
    /// Instances that went in this step end the operations on them.
    pub(super) fn settle_removed(&mut self) {
        let mut removed = Vec::new();
        for (scope, copy) in &self.scopes {
            removed.extend(copy.table.just_removed().map(|id| (scope.clone(), id.clone())));
        }
        for (scope, id) in removed {
            self.vanished(&scope, &id);
        }
    }

    /// What nobody has wanted for a while leaves.
    pub(super) fn grow_old(&mut self) {
        self.grow_old_follows();
        let now = self.now;
        self.entries.retain(|_, entry| {
            entry.subscribers > 0 || entry.flight.is_some() || now.since(entry.left_at) < pace::KEEP_MS
        });
    }

    pub(super) fn abort_unwanted(&mut self, effects: &mut Vec<Effect>) {
        let wanted = self.wanted();
        for (key, entry) in &mut self.entries {
            if !wanted.contains(key)
                && let Some(flight) = entry.flight.take()
            {
                self.flights.remove(&flight.ticket);
                effects.push(Effect::Abort(flight.ticket));
            }
        }
    }

    pub(super) fn abort_scope(&mut self, scope: &Scope, effects: &mut Vec<Effect>) {
        for (key, entry) in &mut self.entries {
            if key.scope() == scope
                && let Some(flight) = entry.flight.take()
            {
                self.flights.remove(&flight.ticket);
                effects.push(Effect::Abort(flight.ticket));
            }
        }
    }

    /// Forgets a scope, or everything. Who still shows a key of it stays subscribed, and sees nothing until signed in.
    pub(super) fn sign_out(&mut self, only: Option<&Scope>, effects: &mut Vec<Effect>) {
        let mut scopes: Vec<Scope> = self.scopes.keys().chain(self.entries.keys().map(Key::scope)).cloned().collect();
        scopes.extend(only.cloned());
        scopes.sort();
        scopes.dedup();
        for scope in scopes.into_iter().filter(|scope| only.is_none_or(|only| only == scope)) {
            self.abort_scope(&scope, effects);
            self.forget(&scope);
        }
    }

    fn forget(&mut self, scope: &Scope) {
        let copy = self.scopes.remove(scope).unwrap_or_default();
        let table = copy.table.emptied();
        self.scopes.insert(scope.clone(), super::ScopeCopy { table, silent: true, ..Default::default() });
        self.follows.retain(|_, follow| follow.told.scope != *scope);
        self.changed_follows.insert(scope.clone());
        let changed = &mut self.changed;
        self.entries.retain(|key, entry| {
            if key.scope() != scope {
                return true;
            }
            if entry.value.is_some() {
                changed.insert(key.clone());
            }
            let told = std::mem::take(&mut entry.told);
            *entry = Entry { subscribers: entry.subscribers, told, ..Entry::default() };
            entry.subscribers > 0
        });
    }
}
