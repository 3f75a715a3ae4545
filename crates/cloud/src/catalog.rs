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

impl Service {
    /// All of them.
    pub const ALL: [Service; 5] =
        [Service::Identity, Service::Compute, Service::Image, Service::Network, Service::Volume];
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

/// The catalog types of a service, the preferred one first.
const fn kinds(service: Service) -> &'static [&'static str] {
    match service {
        Service::Identity => &["identity"],
        Service::Compute => &["compute_legacy", "compute"],
        Service::Image => &["image"],
        Service::Network => &["network"],
        Service::Volume => &["volumev3", "volumev2", "volume", "block-storage"],
    }
}

/// What is appended to an endpoint that names no version.
const fn version(service: Service) -> Option<&'static str> {
    match service {
        Service::Image => Some("/v2"),
        Service::Network => Some("/v2.0"),
        Service::Identity | Service::Compute | Service::Volume => None,
    }
}

impl Catalog {
    /// Regions that have a compute endpoint, in the cloud's order, each once.
    pub fn regions(&self) -> Vec<RegionName> {
        let mut regions: Vec<RegionName> = Vec::new();
        for entry in self.entries.iter().filter(|entry| kinds(Service::Compute).contains(&entry.kind.as_str())) {
            if !regions.contains(&entry.region) {
                regions.push(entry.region.clone());
            }
        }
        regions
    }

    /// The endpoints of one region. Prefers `compute_legacy` (`/v2/{tenant}`, the guide's API) where both exist, then
    /// `compute`; `volumev3`, then `volumev2`, then `volume`. A version segment (`/v2`, `/v2.0`) is appended to image
    /// and network endpoints that lack one. `tenant` fills templates such as `%(tenant_id)s`.
    pub fn endpoints(&self, region: &RegionName, tenant: &TenantId) -> Endpoints {
        let found = Service::ALL.into_iter().filter_map(|service| {
            let entry = kinds(service).iter().find_map(|kind| self.entry(kind, region))?;
            Some((service, base_url(service, &entry.url, tenant)))
        });
        Endpoints { entries: found.collect() }
    }

    fn entry(&self, kind: &str, region: &RegionName) -> Option<&CatalogEntry> {
        // Region names are upper case in NHN's catalog and lower case in its host names: a configuration may have either.
        self.entries.iter().find(|entry| entry.kind == kind && entry.region.0.eq_ignore_ascii_case(&region.0))
    }
}

fn base_url(service: Service, url: &str, tenant: &TenantId) -> String {
    let mut base = url.trim_end_matches('/').to_owned();
    for template in ["%(tenant_id)s", "$(tenant_id)s", "%(project_id)s", "$(project_id)s"] {
        base = base.replace(template, tenant.as_str());
    }
    match version(service) {
        Some(version) if !base.split('/').any(is_version) => base + version,
        _ => base,
    }
}

/// `v2`, `v2.0`, `v3`, …
fn is_version(segment: &str) -> bool {
    segment.strip_prefix('v').is_some_and(|number| {
        number.starts_with(|digit: char| digit.is_ascii_digit())
            && number.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
    })
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

#[cfg(test)]
mod tests;
