//! Flavors: rows S01, S02.

use super::query::with_query;
use crate::catalog::Service;
use crate::exchange::{Call, Request};
use crate::wire::root::page;
use crate::wire::{Flavor, FlavorName, Page};

/// Filters of the flavor lists. The guide says "larger than"; Nova includes the value itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct FlavorQuery {
    /// `minDisk`, GB.
    pub min_disk_gb: Option<u64>,
    /// `minRam`, MB.
    pub min_ram_mb: Option<u64>,
}

impl FlavorQuery {
    fn path(&self, base: &str) -> String {
        let text = |number: Option<u64>| number.map(|number| number.to_string());
        with_query(base, [("minDisk", text(self.min_disk_gb)), ("minRam", text(self.min_ram_mb))])
    }
}

/// `GET /flavors` (row S01).
pub fn list_names(query: &FlavorQuery) -> Call<Page<FlavorName>> {
    Call { request: Request::get(Service::Compute, query.path("/flavors")), read: page::<FlavorName> }
}

/// `GET /flavors/detail` (row S02).
pub fn list(query: &FlavorQuery) -> Call<Page<Flavor>> {
    Call { request: Request::get(Service::Compute, query.path("/flavors/detail")), read: page::<Flavor> }
}
