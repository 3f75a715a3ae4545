//! The table of availability zones: instance counts, search and sorting.

use std::collections::BTreeMap;
use std::sync::Arc;

use cloud::wire::{Server, Zone};
use cloud::{Status, ZoneName};
use query::{Cells, Compiled, Field, Fields, Kind};

use crate::listing::{Order, Rules, SortKey, found};

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

/// The fields of a zone in the search language.
pub const ZONE_FIELDS: Fields = Fields(&[
    Field::new(0, "name", Kind::Text),
    Field::new(1, "is", Kind::Flags).words(&["available"]),
    Field::new(2, "instances", Kind::Number),
    Field::new(3, "running", Kind::Number),
]);

/// A zone in a search.
pub fn zone_cells(line: &Line) -> Cells {
    let number = |of: fn(Count) -> usize| line.count.map(|count| i64::try_from(of(count)).unwrap_or(i64::MAX));
    Cells::new(ZONE_FIELDS)
        .text("name", line.zone.name.as_str())
        .flag("is", "available", line.zone.available)
        .number("instances", number(|count| count.all))
        .number("running", number(|count| count.running))
}

/// The zones to show, in order.
pub fn zones<'a>(all: &'a [Line], query: &Compiled, order: Option<&Order>) -> Vec<&'a Line> {
    let key = |line: &Line, column: &str| match column {
        "name" => SortKey::text(line.zone.name.as_str()),
        // Available zones first.
        "status" => SortKey::number(u64::from(!line.zone.available)),
        "instances" => SortKey::told(line.count.map(|count| count.all as u64)),
        "running" => SortKey::told(line.count.map(|count| count.running as u64)),
        _ => SortKey::Nothing,
    };
    found(all, query, order, &Rules { cells: &zone_cells, key: &key, base: "name" })
}

/// How many instances are in none of these zones.
pub fn elsewhere(zones: &[Zone], counts: &Counts) -> usize {
    let listed = |name: &ZoneName| zones.iter().any(|zone| zone.name == *name);
    counts.iter().filter(|(zone, _)| !zone.as_ref().is_some_and(listed)).map(|(_, count)| count.all).sum()
}
