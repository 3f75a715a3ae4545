//! The tables of volumes, snapshots and images: search, filters and sorting.

mod images;
mod snapshots;
mod volumes;

pub use images::{IMAGE_FIELDS, image_cells, image_term, images};
pub use snapshots::{SNAPSHOT_FIELDS, snapshot_cells, snapshots};
pub use volumes::{VOLUME_FIELDS, VolumeGroup, volume_cells, volume_term, volumes};

use query::Cells;

use crate::listing::SortKey;

fn text(text: &str) -> SortKey {
    SortKey::text(text)
}

fn time(at: Option<cloud::Timestamp>) -> SortKey {
    at.map_or(SortKey::Nothing, |at| SortKey::Number(at.0))
}

fn number(number: u64) -> SortKey {
    SortKey::number(number)
}

/// GB in bytes.
fn bytes(gb: u64) -> i64 {
    i64::try_from(gb).unwrap_or(i64::MAX).saturating_mul(1 << 30)
}

/// Adds the group of a status and the cloud's own word, once if they are the same.
fn words(cells: Cells, group: &str, status: &str) -> Cells {
    let status = status.to_ascii_lowercase();
    let cells = cells.hidden("status", group);
    if status == group { cells } else { cells.hidden("status", &status) }
}
