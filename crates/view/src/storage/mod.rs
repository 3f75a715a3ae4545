//! The tables of volumes, snapshots and images: what is searched, filtered and sorted.

mod images;
mod snapshots;
mod volumes;

pub use images::images;
pub use snapshots::snapshots;
pub use volumes::{VolumeGroup, volumes};

use crate::instances::natural_key;
use crate::listing::SortKey;

fn text(text: &str) -> SortKey {
    if text.is_empty() { SortKey::Nothing } else { SortKey::Text(natural_key(text)) }
}

fn time(at: Option<cloud::Timestamp>) -> SortKey {
    at.map_or(SortKey::Nothing, |at| SortKey::Number(at.0))
}

/// A size fits: 2^63 GB is more than there is.
fn number(number: u64) -> SortKey {
    SortKey::Number(i64::try_from(number).unwrap_or(i64::MAX))
}
