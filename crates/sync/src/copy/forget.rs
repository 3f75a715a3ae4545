//! Removes what is no longer shown, what is deleted, and what was signed out of.

use super::{LocalCopy, ScopeCopy, note};
use crate::entry::Entry;
use crate::{Effect, Key, Scope, pace};

impl LocalCopy {
    /// Ends the operations on instances that were deleted in this step.
    pub(super) fn settle_removed(&mut self) {
        let mut removed = Vec::new();
        for (scope, copy) in self.scopes.iter() {
            removed.extend(copy.table.just_removed().map(|id| (scope.clone(), id.clone())));
        }
        for (scope, id) in removed {
            self.instance_deleted(&scope, &id);
        }
    }

    /// Removes what nobody has shown for a while.
    pub(super) fn expire(&mut self) {
        self.expire_follows();
        let now = self.now;
        self.entries.retain(|_, entry| {
            entry.subscribers > 0 || entry.flight.is_some() || now.since(entry.left_at) < pace::KEEP_MS
        });
    }

    pub(super) fn abort_unwanted(&mut self, effects: &mut Vec<Effect>) {
        let followed = self.follow_keys();
        self.abort(effects, |key, entry| entry.subscribers == 0 && !followed.contains(key));
    }

    pub(super) fn abort_scope(&mut self, scope: &Scope, effects: &mut Vec<Effect>) {
        self.abort(effects, |key, _| key.scope() == scope);
    }

    fn abort(&mut self, effects: &mut Vec<Effect>, which: impl Fn(&Key, &Entry) -> bool) {
        for (key, entry) in self.entries.iter_mut() {
            if which(key, entry)
                && let Some(flight) = entry.flight.take()
            {
                effects.push(Effect::Abort(flight.ticket));
                // The response is missing, so a change made here would otherwise be seen only at the next interval.
                entry.wanted_now |= flight.work.is_none();
            }
        }
    }

    /// Removes a scope, or everything. Subscriptions remain, without data until signed in.
    pub(super) fn sign_out(&mut self, only: Option<&Scope>, effects: &mut Vec<Effect>) {
        let mut scopes = Vec::new();
        if let Some(only) = only {
            scopes.push(only.clone());
        } else {
            let known = self.scopes.iter().map(|(scope, _)| scope);
            known.chain(self.entries.iter().map(|(key, _)| key.scope())).for_each(|scope| note(&mut scopes, scope));
        }
        for scope in scopes {
            self.abort_scope(&scope, effects);
            self.forget(&scope);
        }
    }

    fn forget(&mut self, scope: &Scope) {
        let copy = self.scopes.remove(scope).unwrap_or_default();
        let table = copy.table.emptied();
        self.scopes.insert(scope.clone(), ScopeCopy { table, silent: true, ..Default::default() });
        self.follows.retain(|follow| follow.info.scope != *scope);
        note(&mut self.changed_follows, scope);
        let changed = &mut self.changed;
        self.entries.retain(|key, entry| {
            if key.scope() != scope {
                return true;
            }
            if entry.value.is_some() {
                note(changed, key);
            }
            let published = std::mem::take(&mut entry.published);
            *entry = Entry { subscribers: entry.subscribers, published, ..Entry::default() };
            entry.subscribers > 0
        });
    }
}
