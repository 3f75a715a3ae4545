//! The tables of volumes, snapshots and images: search, filters and sorting.

mod images;
mod snapshots;
mod volumes;

pub use images::images;
pub use snapshots::snapshots;
pub use volumes::{VolumeGroup, volumes};

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
