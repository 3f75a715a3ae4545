//! Taking over what was computed for rows that did not change.

use std::sync::Arc;
use std::vec::IntoIter;

use cloud::wire::Server;

use super::index::Entry;

/// The rows of before. Snapshots are sorted (newest first, then by id), so that one walk along both finds each row; in
/// another order rows would only be computed again.
pub(super) struct Reused(std::iter::Peekable<IntoIter<Entry>>);

impl Reused {
    pub fn new(old: Vec<Entry>) -> Self {
        Self(old.into_iter().peekable())
    }

    /// What was computed for this very row. Asked for one row after the other.
    pub fn take(&mut self, row: &Arc<Server>) -> Option<Entry> {
        loop {
            let old = &self.0.peek()?.server;
            if Arc::ptr_eq(old, row) {
                return self.0.next();
            }
            // Not of before, or the same instance with other fields.
            if !stands_before(old, row) {
                return None;
            }
            self.0.next();
        }
    }
}

fn stands_before(old: &Server, row: &Server) -> bool {
    old.created > row.created || (old.created == row.created && old.id.as_str() < row.id.as_str())
}
