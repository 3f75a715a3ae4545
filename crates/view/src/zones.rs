//! How many instances are in which availability zone, and the list of zones: what is searched and sorted.

use std::collections::BTreeMap;
use std::sync::Arc;

use cloud::wire::{Server, Zone};
use cloud::{Status, ZoneName};

use crate::listing::{Listing, Rules, SortKey, found};

/// Instances of a zone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Count {
    /// All of them.
    pub all: usize,
    /// Those that are ACTIVE.
    pub running: usize,
}

/// How many instances are where; `None` are those that stand in no zone yet.
pub type Counts = BTreeMap<Option<ZoneName>, Count>;

/// Counts by zone.
pub fn count(rows: &[Arc<Server>]) -> Counts {
    let mut counts = Counts::new();
    for row in rows {
        let zone = row.zone.said().cloned().flatten();
        let count = counts.entry(zone).or_default();
        count.all += 1;
        count.running += usize::from(row.status == Status::Active);
    }
    counts
}

/// A zone with its instances.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The zone.
    pub zone: Zone,
    /// How many instances it has; `None` while they cannot be told.
    pub count: Option<Count>,
}

/// A line for each zone.
pub fn lines(zones: &[Zone], counts: Option<&Counts>) -> Vec<Line> {
    let of = |zone: &Zone| Some(counts?.get(&Some(zone.name.clone())).copied().unwrap_or_default());
    zones.iter().map(|zone| Line { count: of(zone), zone: zone.clone() }).collect()
}

/// The zones to show, in order.
pub fn zones<'a>(all: &'a [Line], listing: &Listing) -> Vec<&'a Line> {
    let texts = |line: &Line| vec![line.zone.name.to_string()];
    let key = |line: &Line, column: &str| match column {
        "name" => SortKey::text(line.zone.name.as_str()),
        // Those that take new instances first.
        "status" => SortKey::number(u64::from(!line.zone.available)),
        "instances" => SortKey::told(line.count.map(|count| count.all as u64)),
        "running" => SortKey::told(line.count.map(|count| count.running as u64)),
        _ => SortKey::Nothing,
    };
    found(all, listing, &Rules { texts: &texts, fits: &|_| true, key: &key, base: "name" })
}

/// How many instances stand in none of these zones.
pub fn elsewhere(zones: &[Zone], counts: &Counts) -> usize {
    let listed = |name: &ZoneName| zones.iter().any(|zone| zone.name == *name);
    counts.iter().filter(|(zone, _)| !zone.as_ref().is_some_and(listed)).map(|(_, count)| count.all).sum()
}
