//! The service catalog. All services share one port here and are distinguished by the first path segments; real clouds
//! use one host for each. Clients must rely only on the catalog.

use crate::personas::{Oddity, Persona};

/// One service in one region.
pub(crate) struct Endpoint {
    pub kind: &'static str,
    pub name: &'static str,
    pub region: &'static str,
    pub url: String,
}

/// The regions of NHN's cloud, and those of the stock cloud.
const REGIONS: [&str; 2] = ["KR1", "KR2"];
const STOCK_REGIONS: [&str; 2] = ["RegionOne", "RegionTwo"];

/// Whether the region belongs to the stock cloud.
pub(crate) fn is_stock(region: &str) -> bool {
    STOCK_REGIONS.contains(&region)
}

/// Whether it is the first region of its cloud.
pub(crate) fn is_first(region: &str) -> bool {
    [REGIONS, STOCK_REGIONS].iter().any(|regions| regions.first() == Some(&region))
}

/// The region whose name is `word` in lower case.
pub(crate) fn region(word: &str) -> Option<&'static str> {
    REGIONS
        .into_iter()
        .chain(STOCK_REGIONS)
        .find(|region| region.eq_ignore_ascii_case(word) && word == word.to_lowercase())
}

/// The regions of a persona's cloud.
pub(crate) fn regions(persona: &Persona) -> &'static [&'static str] {
    let all: &[&str] = if persona.stock { &STOCK_REGIONS } else { &REGIONS };
    if persona.one_region { all.get(..1).unwrap_or(all) } else { all }
}

/// All endpoints of a token, by service. NHN's compute and block storage URLs contain the tenant, image and network are
/// only hosts; a stock cloud has `compute_legacy` next to a `compute` without tenant.
pub(crate) fn endpoints(origin: &str, tenant: &str, persona: &Persona) -> Vec<Endpoint> {
    let nhn = [
        ("compute", "nova", format!("compute/v2/{tenant}")),
        ("image", "glance", "image".to_owned()),
        ("network", "neutron", "network".to_owned()),
        ("volumev2", "cinderv2", format!("volume/v2/{tenant}")),
    ];
    let stock = [
        ("image", "glance", "image".to_owned()),
        ("compute_legacy", "nova_legacy", format!("compute/v2/{tenant}")),
        ("compute", "nova", "compute/v2.1".to_owned()),
        ("volumev3", "cinderv3", format!("volume/v3/{tenant}")),
        ("network", "neutron", "network".to_owned()),
    ];
    let services = if persona.stock { stock.to_vec() } else { nhn.to_vec() };
    let here = |kind: &str| !persona.missing.iter().any(|missing| kind.starts_with(missing));
    let mut list = Vec::new();
    for (kind, name, path) in services.into_iter().filter(|(kind, ..)| here(kind)) {
        for region in regions(persona) {
            let url = format!("{origin}/{}/{path}", region.to_lowercase());
            let endpoint = Endpoint { kind, name, region, url };
            if persona.is_odd(Oddity::OldFirst) && kind.starts_with("compute") {
                let url = format!("{origin}/{}/compute/v1.0", region.to_lowercase());
                list.push(Endpoint { url, kind, name, region });
            }
            list.push(odd(endpoint, persona));
        }
    }
    let version = if persona.stock { "v3/" } else { "v2.0" };
    for region in regions(persona) {
        let url = format!("{origin}/identity/{version}");
        list.push(Endpoint { kind: "identity", name: "keystone", region, url });
    }
    list
}

/// The endpoint as changed by the persona.
fn odd(endpoint: Endpoint, persona: &Persona) -> Endpoint {
    let mut odd = endpoint;
    if persona.is_odd(Oddity::EveryRegion) && !odd.kind.starts_with("compute") {
        odd.region = "*";
    }
    if persona.is_odd(Oddity::ElsewhereImages) && odd.kind == "image" {
        odd.region = "Elsewhere";
    }
    if persona.is_odd(Oddity::NoVersions) {
        // `{origin}/{region}/{service}/v2/{tenant}`
        odd.url = odd.url.splitn(6, '/').take(5).collect::<Vec<_>>().join("/");
    }
    if persona.is_odd(Oddity::Steering) && odd.kind == "image" {
        odd.url.push_str("/../../../../config.json?");
    }
    odd
}

/// The services in order, with their endpoints.
pub(crate) fn services(endpoints: &[Endpoint]) -> Vec<(&'static str, &'static str, Vec<&Endpoint>)> {
    let mut services: Vec<(&str, &str, Vec<&Endpoint>)> = Vec::new();
    for endpoint in endpoints {
        match services.iter_mut().find(|(kind, ..)| *kind == endpoint.kind) {
            Some((_, _, list)) => list.push(endpoint),
            None => services.push((endpoint.kind, endpoint.name, vec![endpoint])),
        }
    }
    services
}
