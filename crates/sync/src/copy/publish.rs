//! Publishes changes at the end of a step: rows, values, states, followed operations.

use super::LocalCopy;
use crate::entry::Entry;
use crate::{Change, Effect, Key, Phase, State, Value};

impl LocalCopy {
    pub(super) fn publish(&mut self, effects: &mut Vec<Effect>) {
        for (scope, copy) in self.scopes.iter_mut() {
            if let Some(changes) = copy.table.take_changes() {
                effects.push(Effect::Publish(Change::Servers {
                    scope: scope.clone(),
                    added: changes.added,
                    updated: changes.updated,
                    removed: changes.removed,
                }));
            }
        }
        for key in std::mem::take(&mut self.changed) {
            effects.push(Effect::Publish(Change::Value(key)));
        }
        let states: Vec<(Key, State)> = self
            .entries
            .iter()
            .map(|(key, entry)| (key, entry, self.state_of(key, entry)))
            .filter(|(_, entry, state)| *state != entry.published)
            .map(|(key, _, state)| (key.clone(), state))
            .collect();
        for (key, state) in states {
            if let Some(entry) = self.entries.get_mut(&key) {
                entry.published = state;
            }
            effects.push(Effect::Publish(Change::State(key)));
        }
        for scope in std::mem::take(&mut self.changed_follows) {
            effects.push(Effect::Publish(Change::Followed(scope)));
        }
    }

    /// Whether the key is a deleted instance.
    pub(super) fn is_gone(&self, key: &Key) -> bool {
        match key {
            Key::Server(scope, id) => self.scopes.get(scope).is_some_and(|copy| copy.table.is_gone(id)),
            _ => false,
        }
    }

    pub(super) fn state_of(&self, key: &Key, entry: &Entry) -> State {
        let copy = self.scopes.get(key.scope());
        let mut loaded_at = entry.loaded_at;
        let (rows, complete) = match key {
            Key::Servers(_) => copy.map_or((0, false), |copy| (copy.table.len(), copy.list.complete)),
            Key::Server(scope, id) => {
                let known = copy.is_some_and(|copy| copy.table.contains(id));
                let list = self.entries.get(&Key::Servers(scope.clone()));
                // The list contains it already, so the page of one instance has something to show immediately.
                loaded_at = if known { loaded_at.max(list.and_then(|list| list.loaded_at)) } else { None };
                (usize::from(known), known)
            }
            _ => {
                let shown = entry.value.as_ref().or(entry.so_far.as_ref());
                (shown.map_or(0, Value::rows), entry.value.is_some())
            }
        };
        let known = if let Key::Servers(_) = key { complete && loaded_at.is_some() } else { complete };
        let waits = entry.flight.is_none() && entry.failures > 0;
        State {
            phase: self.phase(key, entry, known),
            loaded_at,
            rows,
            complete,
            retry_at: entry.retry_at(key).max(self.held_until(key)).filter(|_| waits && entry.failure.is_some()),
        }
    }

    fn phase(&self, key: &Key, entry: &Entry, known: bool) -> Phase {
        let silent = self.scopes.get(key.scope()).is_some_and(|copy| copy.silent);
        match (&entry.failure, known) {
            _ if self.is_gone(key) => Phase::Gone,
            (Some((failure, since)), true) => Phase::Stale { failure: failure.clone(), since: *since },
            (Some((failure, _)), false) => Phase::Failed(failure.clone()),
            (None, true) if entry.flight.is_some() => Phase::Refreshing,
            (None, true) => Phase::Ready,
            // A wait without an end is not called loading.
            (None, false) if entry.flight.is_some() => Phase::FirstLoad,
            (None, false) if entry.subscribers > 0 && !silent && !self.offline => Phase::FirstLoad,
            (None, false) => Phase::Idle,
        }
    }
}
