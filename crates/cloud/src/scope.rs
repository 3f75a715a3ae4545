//! The scope: whose data something is.

use crate::{RegionName, TenantId};

/// Cloud, region and project. It stands in the address of every page and in every key of the local copy, so that nothing is
/// ever shown under the wrong one.
#[derive(PartialEq, Eq, Hash, Debug)]
pub struct Scope {
    /// The cloud's id in the configuration.
    pub cloud: String,
    /// Region of the catalog; empty for a pasted token with a typed endpoint.
    pub region: RegionName,
    /// The project's id.
    pub tenant: TenantId,
}

impl Clone for Scope {
    // Not derived: that is inlined at every one of some dozens of places, three texts each.
    #[inline(never)]
    fn clone(&self) -> Self {
        Self { cloud: self.cloud.clone(), region: self.region.clone(), tenant: self.tenant.clone() }
    }
}

impl Scope {
    /// Whether one token serves both: it belongs to a project of a cloud, and serves all its regions.
    pub fn same_project(&self, other: &Self) -> bool {
        self.cloud == other.cloud && self.tenant == other.tenant
    }
}
