//! Sessions in the tab's storage: only those for which the person ticked the box.

use std::sync::Arc;

use cloud::catalog::{Catalog, CatalogEntry, Endpoints, Service};
use cloud::config::AppConfig;
use cloud::json::{Json, parse};
use cloud::rules::limits::Limits;
use cloud::sign_in::{Draft, Method};
use cloud::{RegionName, TenantId, Timestamp, UserId};
use sync::Scope;

use super::{Open, Session};
use crate::browser::{clock, session_storage};

/// Stores the sessions that the person wants stored, and removes all others.
pub fn write(all: &[Open]) {
    match shared(all) {
        None => session_storage::forget(),
        Some(sessions) => session_storage::keep(&sessions.write()),
    }
}

/// Those that the person wants stored, each once, in its last region; `None` if there are none.
pub fn shared(all: &[Open]) -> Option<Json<'_>> {
    let mut kept: Vec<&Session> = Vec::new();
    for open in all.iter().filter(|open| open.session.kept && !open.ended) {
        if !kept.iter().any(|session| session.scope.same_project(&open.session.scope)) {
            kept.push(&open.session);
        }
    }
    (!kept.is_empty()).then(|| kept.into_iter().map(json).collect())
}

fn json(session: &Session) -> Json<'_> {
    let (method, draft) = &session.typed;
    let mut kept = Json::object([
        ("cloud", (&session.cloud.id).into()),
        ("identity", (&session.cloud.identity).into()),
        ("region", session.scope.region.as_str().into()),
        ("tenant", session.scope.tenant.as_str().into()),
        ("tenant_name", (&session.tenant_name).into()),
        ("user", (&session.user).into()),
        ("user_id", session.user_id.as_ref().map_or("", UserId::as_str).into()),
        ("method", method.as_str().into()),
        ("draft", draft.to_json()),
        ("regions", session.regions.iter().map(|region| region.as_str().into()).collect()),
        ("token", (&session.token).into()),
        ("catalog", session.catalog.entries.iter().map(endpoint).collect()),
    ]);
    if let Some(expires) = session.expires {
        kept.put("expires_ms", expires.0.into());
        // `expires` is a time of the cloud's clock.
        kept.put("ahead_ms", (clock::ahead_ms() as i64).into());
    }
    // The endpoint that was typed with a pasted token.
    if let (true, Some(compute)) = (session.catalog.entries.is_empty(), session.endpoints.base(Service::Compute)) {
        kept.put("compute", compute.into());
    }
    kept
}

fn endpoint(entry: &CatalogEntry) -> Json<'_> {
    let CatalogEntry { kind, region, url } = entry;
    Json::object([("kind", kind.into()), ("region", region.as_str().into()), ("url", url.into())])
}

/// The sessions stored in this tab.
pub fn read(config: &AppConfig) -> Vec<Open> {
    let Some(text) = session_storage::kept() else { return Vec::new() };
    parse(&text).map(|kept| sessions(config, &kept)).unwrap_or_default()
}

/// The user of the sessions stored in this tab, empty if the cloud reported none; `None` if no session is stored.
pub fn user() -> Option<UserId> {
    let text = session_storage::kept()?;
    parse(&text).ok()?.rows().first().map(|session| UserId(session.get("user_id").text()))
}

/// Reads sessions that were stored, or sent by another tab, without those whose cloud is no longer configured or which have
/// expired.
pub fn sessions(config: &AppConfig, kept: &Json<'_>) -> Vec<Open> {
    let found = kept.rows().iter().filter_map(|kept| session(config, kept));
    found.map(|session| Open { session: Arc::new(session), ended: false }).collect()
}

fn session(config: &AppConfig, kept: &Json<'_>) -> Option<Session> {
    let cloud_id = kept.get("cloud").text();
    let mut cloud = config.cloud(&cloud_id)?.clone();
    // The configuration may not contain the version.
    let identity = kept.get("identity").text();
    if identity.starts_with(&[cloud.identity.trim_end_matches('/'), "/v"].concat()) {
        cloud.identity = identity;
    }
    let expires = kept.get("expires_ms").int().map(Timestamp);
    clock::set_ahead(kept.get("ahead_ms").int().unwrap_or_default() as f64);
    if expires.is_some_and(|expires| expires <= Timestamp(clock::now_ms() as i64)) {
        return None;
    }
    let (region, tenant) = (RegionName::from(kept.get("region")), TenantId::from(kept.get("tenant")));
    let entries = kept.get("catalog").rows().iter().map(|entry| CatalogEntry {
        kind: entry.get("kind").text(),
        region: entry.get("region").into(),
        url: entry.get("url").text(),
    });
    let catalog = Catalog { entries: entries.collect() };
    let endpoints = match kept.get("compute").filled() {
        Some(compute) => Endpoints::compute_only(&compute),
        None => catalog.endpoints(&region, &tenant),
    };
    Some(Session {
        limits: Limits::of(cloud.rules, cloud.max_root_disk_gb),
        scope: Scope { cloud: cloud_id, region, tenant },
        regions: kept.get("regions").rows().iter().map(RegionName::from).collect(),
        tenant_name: kept.get("tenant_name").text(),
        user: kept.get("user").text(),
        user_id: kept.get("user_id").filled().map(UserId),
        typed: (Method::parse(&kept.get("method").text())?, Draft::of_json(kept.get("draft"))),
        expires,
        token: kept.get("token").text(),
        catalog,
        endpoints,
        kept: true,
        cloud,
    })
}
