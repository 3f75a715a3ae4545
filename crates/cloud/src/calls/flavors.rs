//! Flavors: rows S01, S02.

use crate::exchange::Call;
use crate::wire::*;

/// `minDisk` (GB) and `minRam` (MB), sent as typed: "larger than" in the guide, at least in Nova.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct FlavorQuery {
    /// `minDisk`, GB.
    pub min_disk_gb: Option<u64>,
    /// `minRam`, MB.
    pub min_ram_mb: Option<u64>,
}

/// `GET /flavors` (row S01).
pub fn list_names(query: &FlavorQuery) -> Call<Vec<FlavorName>> {
    let _ = query;
    todo!()
}

/// `GET /flavors/detail` (row S02).
pub fn list(query: &FlavorQuery) -> Call<Vec<Flavor>> {
    let _ = query;
    todo!()
}
