//! A session as it is kept in the tab's storage, only when the person ticked it.

use cloud::catalog::{Catalog, CatalogEntry, Endpoints, Service};
use cloud::config::AppConfig;
use cloud::rules::limits::Limits;
use cloud::sign_in::{Draft, Method};
use cloud::{RegionName, TenantId, Timestamp};
use serde::{Deserialize, Serialize};
use sync::Scope;

use super::Session;
use crate::browser::{clock, session_storage};

#[derive(Serialize, Deserialize)]
struct Kept {
    cloud: String,
    region: RegionName,
    tenant: TenantId,
    tenant_name: String,
    user: String,
    typed: (Method, Draft),
    regions: Vec<RegionName>,
    expires: Option<Timestamp>,
    token: String,
    /// Kind, region, URL.
    catalog: Vec<(String, RegionName, String)>,
    /// The typed endpoint of a pasted token.
    compute: Option<String>,
}

/// As text.
pub fn write(session: &Session) -> String {
    let entries = session.catalog.entries.iter();
    let compute = session.endpoints.base(Service::Compute).filter(|_| session.catalog.entries.is_empty());
    let kept = Kept {
        cloud: session.cloud.id.clone(),
        region: session.scope.region.clone(),
        tenant: session.scope.tenant.clone(),
        tenant_name: session.tenant_name.clone(),
        user: session.user.clone(),
        typed: session.typed.clone(),
        regions: session.regions.clone(),
        expires: session.expires,
        token: session.token.clone(),
        catalog: entries.map(|entry| (entry.kind.clone(), entry.region.clone(), entry.url.clone())).collect(),
        compute: compute.map(str::to_owned),
    };
    serde_json::to_string(&kept).unwrap_or_default()
}

/// What was kept, unless its cloud is no longer configured or its time is over.
pub fn read(config: &AppConfig) -> Option<Session> {
    let kept: Kept = serde_json::from_str(&session_storage::kept()?).ok()?;
    let cloud = config.clouds.iter().find(|cloud| cloud.id == kept.cloud)?.clone();
    let now = Timestamp(clock::now_ms() as i64);
    if kept.expires.is_some_and(|expires| expires <= now) {
        session_storage::forget();
        return None;
    }
    let entries = kept.catalog.into_iter().map(|(kind, region, url)| CatalogEntry { kind, region, url });
    let catalog = Catalog { entries: entries.collect() };
    let endpoints = match &kept.compute {
        Some(compute) => Endpoints::compute_only(compute),
        None => catalog.endpoints(&kept.region, &kept.tenant),
    };
    Some(Session {
        limits: Limits::of(cloud.rules, cloud.max_root_disk_gb),
        scope: Scope { cloud: kept.cloud, region: kept.region, tenant: kept.tenant },
        regions: kept.regions,
        tenant_name: kept.tenant_name,
        user: kept.user,
        typed: kept.typed,
        expires: kept.expires,
        token: kept.token,
        catalog,
        endpoints,
        kept: true,
        cloud,
    })
}
