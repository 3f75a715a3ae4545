//! Snapshots of volumes (row N06).

use cloud::wire::{Snapshot, Volume};

use super::{number, text, time};
use crate::known::Known;
use crate::listing::{Listing, SortKey, arranged};

/// The snapshots to show, in order; `volumes` are the names of their volumes.
pub fn snapshots<'a>(all: &'a [Snapshot], listing: &Listing, volumes: &Known<Volume>) -> Vec<&'a Snapshot> {
    let of = |snapshot: &Snapshot| {
        let volume = volumes.get(snapshot.volume.as_str()).map(|volume| volume.name.clone());
        volume.filter(|name| !name.is_empty()).unwrap_or_else(|| snapshot.volume.to_string())
    };
    let fits = |snapshot: &&Snapshot| {
        listing.finds(&[&snapshot.name, snapshot.id.as_str(), snapshot.volume.as_str(), &of(snapshot)])
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
    arranged(all.iter().filter(fits).collect(), listing.order.as_ref(), &key)
}
