//! Reuses what was computed for unchanged rows.

use std::sync::Arc;
use std::vec::IntoIter;

use cloud::wire::Server;

use super::index::Entry;

/// The previous rows. Snapshots are sorted (newest first, then by id), so one parallel pass finds each row; otherwise
/// rows would be computed again.
pub(super) struct Reused(std::iter::Peekable<IntoIter<Entry>>);

impl Reused {
    pub fn new(old: Vec<Entry>) -> Self {
        Self(old.into_iter().peekable())
    }

    /// The data computed for this row. Must be called in row order.
    pub fn take(&mut self, row: &Arc<Server>) -> Option<Entry> {
        loop {
            let old = &self.0.peek()?.server;
            if Arc::ptr_eq(old, row) {
                return self.0.next();
            }
            // Not a previous row, or the same instance with other fields.
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
