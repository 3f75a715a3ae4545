//! Snapshots of volumes (row N06).

use cloud::wire::{Snapshot, Volume};
use query::{Cells, Compiled, Field, Fields, Kind};

use super::{bytes, number, text, time};
use crate::known::Known;
use crate::listing::{Order, Rules, SortKey, found};

/// The fields of a snapshot in the search language.
pub const SNAPSHOT_FIELDS: Fields = Fields(&[
    Field::new(0, "name", Kind::Text),
    Field::new(1, "status", Kind::Word),
    Field::new(2, "size", Kind::Bytes { unit: 1 << 30 }),
    Field::new(3, "volume", Kind::Text),
    Field::new(4, "age", Kind::Age),
    Field::new(5, "created", Kind::Time),
    Field::new(6, "description", Kind::Text),
    Field::new(7, "id", Kind::Text),
]);

/// A snapshot in a search; `volumes` are the names of their volumes.
pub fn snapshot_cells(snapshot: &Snapshot, volumes: &Known<Volume>) -> Cells {
    let created = snapshot.created_at.map(|at| at.0);
    let name = volumes.get(snapshot.volume.as_str()).map_or("", |volume| volume.name.as_str());
    Cells::new(SNAPSHOT_FIELDS)
        .text("name", &snapshot.name)
        .text("id", snapshot.id.as_str())
        .text("volume", name)
        .text("volume", snapshot.volume.as_str())
        .hidden("status", snapshot.status.as_str())
        .hidden("description", &snapshot.description)
        .number("size", Some(bytes(snapshot.size_gb)))
        .number("age", created)
        .number("created", created)
}

/// The snapshots to show, in order; `volumes` are the names of their volumes.
pub fn snapshots<'a>(
    all: &'a [Snapshot],
    query: &Compiled,
    order: Option<&Order>,
    volumes: &Known<Volume>,
) -> Vec<&'a Snapshot> {
    let of = |snapshot: &Snapshot| {
        let volume = volumes.get(snapshot.volume.as_str()).map(|volume| volume.name.clone());
        volume.filter(|name| !name.is_empty()).unwrap_or_else(|| snapshot.volume.to_string())
    };
    let key = |snapshot: &Snapshot, column: &str| match column {
        "name" if snapshot.name.is_empty() => text(snapshot.id.as_str()),
        "name" => text(&snapshot.name),
        "status" => text(snapshot.status.as_str()),
        "size" => number(snapshot.size_gb),
        "volume" => text(&of(snapshot)),
        "created" => time(snapshot.created_at),
        _ => SortKey::Nothing,
    };
    let cells = |snapshot: &Snapshot| snapshot_cells(snapshot, volumes);
    found(all, query, order, &Rules { cells: &cells, key: &key, base: "" })
}
