//! The scope of data.

use crate::{RegionName, TenantId};

/// Cloud, region and project. Part of the URL of every page and of every key of the local copy, so that nothing is ever
/// shown under the wrong scope.
#[derive(PartialEq, Eq, Hash, Debug)]
pub struct Scope {
    /// The cloud's id in the configuration.
    pub cloud: String,
    /// Empty for a pasted token with a typed endpoint.
    pub region: RegionName,
    /// The project's id.
    pub tenant: TenantId,
}

impl Clone for Scope {
    // Not derived, because it would be inlined in dozens of places with three strings each.
    #[inline(never)]
    fn clone(&self) -> Self {
        Self { cloud: self.cloud.clone(), region: self.region.clone(), tenant: self.tenant.clone() }
    }
}

impl Scope {
    /// Whether one token is valid for both: a token belongs to a project of a cloud, and is valid in all its regions.
    pub fn same_project(&self, other: &Self) -> bool {
        self.cloud == other.cloud && self.tenant == other.tenant
    }
}
