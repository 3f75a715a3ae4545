//! Where the services of a cloud are. Endpoints come out of the token's service catalog and are used exactly as they
//! stand there (row N01); what is appended differs by service and is decided in one place, here.

use crate::ids::{RegionName, TenantId};

/// The services Maru talks to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Service {
    /// Keystone.
    Identity,
    /// Nova.
    Compute,
    /// Glance.
    Image,
    /// Neutron.
    Network,
    /// Cinder.
    Volume,
}

/// One line of the catalog.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CatalogEntry {
    /// The type as the cloud words it (`compute`, `compute_legacy`, `volumev2`, `volumev3`, …).
    pub kind: String,
    /// Region of the endpoint.
    pub region: RegionName,
    /// The public URL, untouched.
    pub url: String,
}

/// The service catalog of a token.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Catalog {
    /// All public endpoints, in the cloud's order.
    pub entries: Vec<CatalogEntry>,
}

/// The endpoints of one region, ready to have a `Request::path` appended.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Endpoints {
    entries: Vec<(Service, String)>,
}

impl Catalog {
    /// Regions that have a compute endpoint, in the cloud's order, each once.
    pub fn regions(&self) -> Vec<RegionName> {
        todo!()
    }

    /// The endpoints of one region. Prefers `compute_legacy` (`/v2/{tenant}`, the guide's API) where both exist, then
    /// `compute`; `volumev3`, then `volumev2`, then `volume`. A version segment (`/v2`, `/v2.0`) is appended to image
    /// and network endpoints that lack one. `tenant` fills templates such as `%(tenant_id)s`.
    pub fn endpoints(&self, region: &RegionName, tenant: &TenantId) -> Endpoints {
        let _ = (region, tenant);
        todo!()
    }
}

impl Endpoints {
    /// The base URL of a service without a trailing slash; `None` when the catalog has not got it.
    pub fn base(&self, service: Service) -> Option<&str> {
        self.entries.iter().find(|(kind, _)| *kind == service).map(|(_, url)| url.as_str())
    }

    /// For a pasted token: the endpoint the person typed, for compute only.
    pub fn compute_only(url: &str) -> Self {
        Self { entries: vec![(Service::Compute, url.trim_end_matches('/').to_owned())] }
    }
}
