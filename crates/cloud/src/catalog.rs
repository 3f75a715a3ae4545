//! The endpoints of a cloud's services. They come from the token's service catalog and are used unchanged (row N01);
//! the version segment, which differs by service, is appended only here.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::{RegionName, TenantId};
use crate::versions;

/// The services Maru talks to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Service {
    Identity,
    Compute,
    Image,
    Network,
    Volume,
}

impl Service {
    /// All of them.
    pub const ALL: [Service; 5] =
        [Service::Identity, Service::Compute, Service::Image, Service::Network, Service::Volume];
}

/// One entry of the catalog.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CatalogEntry {
    /// The type in the cloud's spelling (`compute`, `compute_legacy`, `volumev2`, `volumev3`, …).
    pub kind: String,
    /// Region of the endpoint.
    pub region: RegionName,
    /// The public URL, unchanged.
    pub url: String,
}

/// The service catalog of a token.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Catalog {
    /// All public endpoints, in the cloud's order.
    pub entries: Vec<CatalogEntry>,
}

/// The endpoints of one region, to which a `Request::path` is appended.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Endpoints {
    entries: Vec<(Service, String)>,
}

/// The catalog types of a service, preferred first.
const fn kinds(service: Service) -> &'static [&'static str] {
    match service {
        Service::Identity => &["identity"],
        Service::Compute => &["compute_legacy", "compute"],
        Service::Image => &["image"],
        Service::Network => &["network"],
        Service::Volume => &["volumev3", "volumev2", "volume", "block-storage"],
    }
}

impl Catalog {
    /// The regions with a compute endpoint, in the cloud's order. If compute belongs to every region (`*`), the regions
    /// of the other services.
    pub fn regions(&self) -> Vec<RegionName> {
        let of = |services: &[Service]| {
            let mut regions: Vec<RegionName> = Vec::new();
            for entry in self.entries.iter().filter(|entry| services.iter().any(|service| entry.is_of(*service))) {
                if !entry.is_everywhere() && !regions.contains(&entry.region) {
                    regions.push(entry.region.clone());
                }
            }
            regions
        };
        let compute = self.entries.iter().find(|entry| entry.is_of(Service::Compute));
        let beside = [Service::Image, Service::Network, Service::Volume];
        let named = [of(&[Service::Compute]), of(&beside)].into_iter().find(|regions| !regions.is_empty());
        let Some(compute) = compute else { return Vec::new() };
        named.unwrap_or_else(|| vec![compute.region.clone()])
    }

    /// The endpoints of one region. Where several exist, prefers `compute_legacy` (`/v2/{tenant}`, the guide's API) to
    /// `compute`; `volumev3` to `volumev2` to `volume`; and a version that Maru supports. Endpoints without a version
    /// get the usual one. `tenant` replaces templates such as `%(tenant_id)s`.
    pub fn endpoints(&self, region: &RegionName, tenant: &TenantId) -> Endpoints {
        let found = Service::ALL.into_iter().filter_map(|service| {
            let entry = self.entry(service, region)?;
            Some((service, base_url(service, entry, tenant)))
        });
        Endpoints { entries: found.collect() }
    }

    /// The endpoints whose version is only in their root document ([`versions`]). Image and network are left out: they have
    /// had one version for years.
    pub fn unversioned(&self, region: &RegionName) -> Vec<(Service, String)> {
        let asked = [Service::Compute, Service::Volume].into_iter();
        let found = asked.filter_map(|service| Some((service, self.entry(service, region)?)));
        let open = found.filter(|(_, entry)| version_in(&entry.url).is_none());
        open.map(|(service, entry)| (service, entry.url.clone())).collect()
    }

    /// Appends a version to the endpoint `url`.
    pub fn settle(&mut self, url: &str, version: &str) {
        for entry in self.entries.iter_mut().filter(|entry| entry.url == url) {
            entry.url = with_version(url, version, entry.is_of(Service::Volume));
        }
    }

    /// The regions that have a service which `region` does not have.
    pub fn elsewhere(&self, service: Service) -> Vec<RegionName> {
        let mut regions: Vec<RegionName> = Vec::new();
        for entry in self.entries.iter().filter(|entry| entry.is_of(service)) {
            if !regions.contains(&entry.region) {
                regions.push(entry.region.clone());
            }
        }
        regions
    }

    /// The entries that the other functions depend on, in order: the first and the best one of each service and region.
    /// This makes a catalog of dozens of services small enough for a cookie.
    pub fn needed(&self) -> Catalog {
        let mut kept: BTreeMap<(Service, &str), [usize; 2]> = BTreeMap::new();
        for (at, entry) in self.entries.iter().enumerate() {
            let Some(service) = Service::ALL.into_iter().find(|service| entry.is_of(*service)) else { continue };
            let [_, best] = kept.entry((service, entry.region.as_str())).or_insert([at, at]);
            if self.entries.get(*best).is_some_and(|best| entry.rank(service) < best.rank(service)) {
                *best = at;
            }
        }
        let kept: BTreeSet<usize> = kept.into_values().flatten().collect();
        Catalog { entries: kept.into_iter().filter_map(|at| self.entries.get(at).cloned()).collect() }
    }

    /// The endpoint of this region, else one for every region. Else the only one of another region, if there is also
    /// only one region with compute.
    fn entry(&self, service: Service, region: &RegionName) -> Option<&CatalogEntry> {
        // NHN's region names are upper case in the catalog and lower case in host names; a configuration may contain
        // either.
        let here = |entry: &CatalogEntry| entry.region.0.eq_ignore_ascii_case(&region.0);
        let only = || service != Service::Compute && self.regions().len() == 1 && self.elsewhere(service).len() == 1;
        let best = |fits: &dyn Fn(&CatalogEntry) -> bool| {
            let all = self.entries.iter().filter(|entry| entry.is_of(service) && fits(entry));
            all.min_by_key(|entry| entry.rank(service))
        };
        best(&here).or_else(|| best(&CatalogEntry::is_everywhere)).or_else(|| best(&|_| only()))
    }
}

impl CatalogEntry {
    fn is_of(&self, service: Service) -> bool {
        kinds(service).contains(&self.kind.as_str())
    }

    /// Whether it belongs to every region.
    fn is_everywhere(&self) -> bool {
        matches!(self.region.as_str(), "*" | "")
    }

    /// Sort key, better first: supported version, preferred type, has a version at all.
    fn rank(&self, service: Service) -> (bool, Option<usize>, bool) {
        let version = version_in(&self.url);
        let unknown = version.is_some_and(|(major, _)| versions::rank(service, major).is_none());
        (unknown, kinds(service).iter().position(|kind| *kind == self.kind), version.is_none())
    }
}

fn base_url(service: Service, entry: &CatalogEntry, tenant: &TenantId) -> String {
    let url = entry.url.trim_end_matches('/');
    let mut base = match version_in(url) {
        None if service == Service::Identity => url.to_owned(),
        None if entry.kind == "volumev2" => with_version(url, "v2", true),
        None => with_version(url, versions::usual(service), service == Service::Volume),
        Some(_) => url.to_owned(),
    };
    for template in ["%(tenant_id)s", "$(tenant_id)s", "%(project_id)s", "$(project_id)s"] {
        base = base.replace(template, tenant.as_str());
    }
    base
}

/// Block storage paths also contain the project.
fn with_version(url: &str, version: &str, with_tenant: bool) -> String {
    let tenant = if with_tenant { "/%(tenant_id)s" } else { "" };
    format!("{}/{version}{tenant}", url.trim_end_matches('/'))
}

/// The version in a path: `v2`, `v2.0`, `v3`, … Host names are not searched.
fn version_in(url: &str) -> Option<(u32, u32)> {
    let (_, rest) = url.split_once("://")?;
    rest.split('/').skip(1).find_map(versions::number)
}

impl Endpoints {
    /// The base URL of a service without a trailing slash; `None` if the catalog has none.
    pub fn base(&self, service: Service) -> Option<&str> {
        self.entries.iter().find(|(kind, _)| *kind == service).map(|(_, url)| url.as_str())
    }

    /// For a pasted token: the endpoint that the person typed, for compute only.
    pub fn compute_only(url: &str) -> Self {
        Self { entries: vec![(Service::Compute, url.trim_end_matches('/').to_owned())] }
    }
}

#[cfg(test)]
mod tests;
