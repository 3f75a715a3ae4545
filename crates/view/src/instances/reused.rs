//! Taking over what was computed for rows that did not change.

use std::collections::BTreeMap;
use std::sync::Arc;

use cloud::wire::Server;

use super::index::Entry;

/// The rows of before. Snapshots keep their order, so the next row is nearly always the next one of before.
pub(super) struct Reused {
    old: Vec<Option<Entry>>,
    next: usize,
    /// Where each row is; made when the order fails (much was deleted at once).
    places: Option<BTreeMap<*const Server, usize>>,
}

/// How far to look for a row before asking the map.
const AHEAD: usize = 16;

impl Reused {
    pub fn new(old: Vec<Entry>) -> Self {
        Self { old: old.into_iter().map(Some).collect(), next: 0, places: None }
    }

    /// What was computed for this very row.
    pub fn take(&mut self, row: &Arc<Server>) -> Option<Entry> {
        let is_it = |entry: &Option<Entry>| entry.as_ref().is_some_and(|entry| Arc::ptr_eq(&entry.server, row));
        let ahead = self.old.iter().skip(self.next).take(AHEAD).position(is_it);
        if let Some(steps) = ahead {
            let at = self.next + steps;
            self.next = at + 1;
            return self.old.get_mut(at).and_then(Option::take);
        }
        // The same instance with other fields takes the place of what it was.
        let replaced = self.old.get(self.next).and_then(Option::as_ref).is_some_and(|old| old.server.id == row.id);
        if replaced {
            self.next += 1;
            return None;
        }
        let old = &self.old;
        let places = self.places.get_or_insert_with(|| {
            let rows = old.iter().enumerate();
            rows.filter_map(|(at, entry)| Some((Arc::as_ptr(&entry.as_ref()?.server), at))).collect()
        });
        let at = *places.get(&Arc::as_ptr(row))?;
        self.next = at + 1;
        self.old.get_mut(at).and_then(Option::take)
    }
}
