//! How many instances are in which availability zone.

use std::collections::BTreeMap;
use std::sync::Arc;

use cloud::wire::Server;
use cloud::{Status, ZoneName};

/// Instances of a zone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Count {
    /// All of them.
    pub all: usize,
    /// Those that are ACTIVE.
    pub running: usize,
}

/// Counts by zone; `None` are those that stand in no zone yet.
pub fn count(rows: &[Arc<Server>]) -> BTreeMap<Option<ZoneName>, Count> {
    let mut counts: BTreeMap<Option<ZoneName>, Count> = BTreeMap::new();
    for row in rows {
        let zone = row.zone.said().cloned().flatten();
        let count = counts.entry(zone).or_default();
        count.all += 1;
        count.running += usize::from(row.status == Status::Active);
    }
    counts
}
