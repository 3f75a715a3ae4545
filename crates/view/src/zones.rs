//! The table of availability zones: instance counts, search and sorting.

use std::collections::BTreeMap;
use std::sync::Arc;

use cloud::wire::{Server, Zone};
use cloud::{Status, ZoneName};

use crate::listing::{Listing, Rules, SortKey, found};

/// The number of instances in a zone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Count {
    pub all: usize,
    /// Those that are ACTIVE.
    pub running: usize,
}

/// Counts by zone; `None`: not in a zone yet.
pub type Counts = BTreeMap<Option<ZoneName>, Count>;

/// Counts the instances of each zone.
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

/// A zone with its count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub zone: Zone,
    /// `None` while the instances are not known.
    pub count: Option<Count>,
}

/// Joins each zone with its count; `counts` is `None` while the instances are not known.
pub fn lines(zones: &[Zone], counts: Option<&Counts>) -> Vec<Line> {
    let of = |zone: &Zone| Some(counts?.get(&Some(zone.name.clone())).copied().unwrap_or_default());
    zones.iter().map(|zone| Line { count: of(zone), zone: zone.clone() }).collect()
}

/// The zones to show, in order.
pub fn zones<'a>(all: &'a [Line], listing: &Listing) -> Vec<&'a Line> {
    let texts = |line: &Line| vec![line.zone.name.to_string()];
    let key = |line: &Line, column: &str| match column {
        "name" => SortKey::text(line.zone.name.as_str()),
        // Available zones first.
        "status" => SortKey::number(u64::from(!line.zone.available)),
        "instances" => SortKey::told(line.count.map(|count| count.all as u64)),
        "running" => SortKey::told(line.count.map(|count| count.running as u64)),
        _ => SortKey::Nothing,
    };
    found(all, listing, &Rules { texts: &texts, fits: &|_| true, key: &key, base: "name" })
}

/// How many instances are in none of these zones.
pub fn elsewhere(zones: &[Zone], counts: &Counts) -> usize {
    let listed = |name: &ZoneName| zones.iter().any(|zone| zone.name == *name);
    counts.iter().filter(|(zone, _)| !zone.as_ref().is_some_and(listed)).map(|(_, count)| count.all).sum()
}
