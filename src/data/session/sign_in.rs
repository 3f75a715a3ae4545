//! Signing in and out (rows N01, S31).

use std::sync::Arc;

use cloud::calls::identity::{self, Credentials};
use cloud::catalog::{Catalog, Endpoints, Service};
use cloud::config::CloudConfig;
use cloud::exchange::{Call, Request};
use cloud::rules::limits::Limits;
use cloud::sign_in::{Draft, Method, SignIn, names_version};
use cloud::wire::Token;
use cloud::{Failure, FailureKind, RegionName, TenantId, Timestamp, UserId};
use leptos::prelude::*;
use sync::Scope;
use wasm_bindgen_futures::spawn_local;

use super::open::{enter, forget};
use super::{Session, signed_out, tabs};
use crate::browser::session_storage;
use crate::data::store::store;
use crate::data::{app_config, ask, last_known};

/// Whether the gateway keeps the token that this method gets: every tab of the browser can then use it. A pasted token stays
/// in the page.
pub fn is_sealed(cloud: &CloudConfig, method: Method) -> bool {
    let pasted = matches!(method, Method::Token { .. });
    !pasted && app_config::present().is_some_and(|config| config.keeps_tokens_of(cloud))
}

/// Signs in. `typed` is stored without its secrets, for signing in again; `keep`: a token that the gateway does not keep is
/// stored for this tab until it is closed, and sent to other open tabs. Unless the address names a scope, the first of
/// `regions` that the project has is opened. A 401 means that the credentials are wrong.
pub async fn sign_in(
    cloud: CloudConfig,
    valid: SignIn,
    typed: (Method, Draft),
    keep: bool,
    regions: &[String],
) -> Result<Arc<Session>, Failure> {
    let session = match valid {
        SignIn::With(credentials) => issue(cloud, &credentials).await?,
        SignIn::Token { token, tenant, compute } if compute.is_empty() => inspect(cloud, token, tenant).await?,
        SignIn::Token { token, tenant, compute } => pasted(cloud, token, tenant, &compute).await?,
    };
    let session = in_one_of(session, regions).await;
    let typed = (typed.0, typed.1.without_secrets());
    let session = Session { kept: keep && !session.is_held(), typed, ..session };
    enter(session.clone());
    Ok(Arc::new(session))
}

/// The session in the first of `regions` that its project has.
async fn in_one_of(mut session: Session, regions: &[String]) -> Session {
    let found = regions.iter().find_map(|name| session.region_named(name)).cloned();
    let Some(region) = found.filter(|_| store().wanted.borrow().is_none()) else { return session };
    let open = session.catalog.unversioned(&region);
    settle(&session.cloud, &mut session.catalog, open).await;
    session.in_region(&region)
}

/// Signs out everywhere: deletes tokens, lists and storage, and revokes the tokens if the cloud or the gateway can.
pub fn sign_out() {
    session_storage::keep_under_way(None);
    last_known::remove(None);
    leave(forget(|_| true));
}

/// Signs out of one project, in all its regions.
pub fn close(scope: &Scope) {
    last_known::remove(Some(scope));
    leave(forget(|session| session.scope.same_project(scope)));
}

/// Tells the other tabs, and revokes the tokens, of which one serves all regions of its project.
pub(super) fn leave(mut gone: Vec<Arc<Session>>) {
    while let Some(session) = gone.pop() {
        if gone.iter().any(|other| other.token == session.token) {
            continue;
        }
        tabs::signed_out(&session);
        if session.is_held() {
            signed_out::add(&session.token);
        }
        spawn_local(signed_out::end(session.cloud.clone(), session.token.clone()));
    }
}

/// Finds the version of endpoints that contain none, so that requests can be sent there.
pub(super) async fn settle(cloud: &CloudConfig, catalog: &mut Catalog, open: Vec<(Service, String)>) {
    for (service, url) in open {
        let version = ask::version(cloud, service, &url).await;
        catalog.settle(&url, &version);
    }
}

/// The cloud with the version of its identity service, if the configuration has none.
pub async fn with_version(cloud: CloudConfig) -> CloudConfig {
    if names_version(&cloud.identity) {
        return cloud;
    }
    let version = ask::version(&cloud, Service::Identity, &cloud.identity).await;
    at_version(cloud, &version)
}

/// The cloud with this version of its identity service, if the configuration has none.
pub(super) fn at_version(cloud: CloudConfig, version: &str) -> CloudConfig {
    if names_version(&cloud.identity) {
        return cloud;
    }
    let identity = [cloud.identity.trim_end_matches('/'), "/", version].concat();
    CloudConfig { identity, ..cloud }
}

/// Asks identity about a token, with that token (v3).
pub(super) async fn look_up(cloud: &CloudConfig, token: &str) -> Result<Token, Failure> {
    identity_call(cloud, &identity::inspect(), &of_itself(token)).await
}

/// The headers of a request about the token that it is sent with.
pub(super) fn of_itself(token: &str) -> [(&'static str, &str); 2] {
    [("X-Auth-Token", token), ("X-Subject-Token", token)]
}

pub(super) async fn issue(cloud: CloudConfig, credentials: &Credentials) -> Result<Session, Failure> {
    let call = identity::issue(credentials);
    let handle = [("X-Maru-Session", cloud.id.as_str())];
    // If the gateway keeps the token, it answers with a handle in its place.
    let kept = app_config::present().is_some_and(|config| config.keeps_tokens_of(&cloud));
    let token = identity_call(&cloud, &call, if kept { &handle } else { &[] }).await?;
    let user = match credentials {
        Credentials::V2 { user, .. } | Credentials::V3 { user, .. } => user.clone(),
        Credentials::AppCredential { id, .. } => id.clone(),
        Credentials::Token { .. } => String::new(),
    };
    from_token(cloud, token, user, &call.request).await
}

async fn inspect(cloud: CloudConfig, secret: String, tenant: String) -> Result<Session, Failure> {
    let mut token = look_up(&cloud, &secret).await?;
    // The answer has the token in a header only.
    token.id = secret.clone();
    if token.tenant_id.0.is_empty() {
        token.tenant_id = TenantId(tenant);
    }
    from_token(cloud, token, String::new(), &identity::inspect().request).await
}

/// A token with a typed endpoint: compute only. One cheap request shows whether both are right.
async fn pasted(cloud: CloudConfig, token: String, tenant: String, compute: &str) -> Result<Session, Failure> {
    let scope = Scope { cloud: cloud.id.clone(), region: RegionName::default(), tenant: TenantId(tenant.clone()) };
    let session = Session {
        limits: Limits::of(cloud.rules, cloud.max_root_disk_gb),
        scope,
        regions: Vec::new(),
        tenant_name: tenant,
        user: String::new(),
        user_id: None,
        typed: Default::default(),
        expires: None,
        token,
        catalog: Default::default(),
        endpoints: Endpoints::compute_only(compute),
        kept: false,
        cloud,
    };
    let probe = cloud::calls::compute::zones();
    probe.finish(&ask::exchange(&session, &probe.request, None).await?)?;
    Ok(session)
}

async fn from_token(cloud: CloudConfig, token: Token, user: String, request: &Request) -> Result<Session, Failure> {
    if token.tenant_id.0.is_empty() {
        return Err(Failure::no_reply(request, FailureKind::NoProject, String::new()));
    }
    let Token { id, expires, tenant_id, tenant_name, user_id, catalog } = token;
    let found = Found { token: id, user, user_id, project: tenant_id, project_name: tenant_name, expires, catalog };
    let none = || Failure::no_reply(request, FailureKind::NoService(Service::Compute), String::new());
    opened(cloud, found).await.ok_or_else(none)
}

/// What a session is made from, wherever it comes from.
pub(super) struct Found {
    /// The token, or a handle.
    pub token: String,
    /// The user's name.
    pub user: String,
    /// The user's id, if the cloud reported it.
    pub user_id: Option<UserId>,
    /// The project's id.
    pub project: TenantId,
    /// Its name; may be empty.
    pub project_name: String,
    /// When the token ends.
    pub expires: Option<Timestamp>,
    /// The services and their endpoints.
    pub catalog: Catalog,
}

/// The session in the wanted region, or else in the first; `None` if no region has compute.
pub(super) async fn opened(cloud: CloudConfig, found: Found) -> Option<Session> {
    let Found { token, user, user_id, project, project_name, expires, mut catalog } = found;
    let regions = offered_regions(&cloud, &catalog.regions());
    let region = wanted_region(&regions).or_else(|| regions.first().cloned())?;
    let open = catalog.unversioned(&region);
    settle(&cloud, &mut catalog, open).await;
    Some(Session {
        limits: Limits::of(cloud.rules, cloud.max_root_disk_gb),
        endpoints: catalog.endpoints(&region, &project),
        tenant_name: if project_name.is_empty() { project.0.clone() } else { project_name },
        scope: Scope { cloud: cloud.id.clone(), region, tenant: project },
        regions,
        user,
        user_id,
        typed: Default::default(),
        expires,
        token,
        catalog,
        kept: false,
        cloud,
    })
}

/// The catalog decides which regions there are, the configuration their order; regions that it does not name come last.
fn offered_regions(cloud: &CloudConfig, found: &[RegionName]) -> Vec<RegionName> {
    let wanted = |region: &RegionName| {
        cloud.regions.iter().position(|name| name.eq_ignore_ascii_case(region.as_str())).unwrap_or(usize::MAX)
    };
    view::order::sorted(found, |one, other| wanted(one).cmp(&wanted(other)))
}

/// The region of the address, or else that of the current session.
fn wanted_region(regions: &[RegionName]) -> Option<RegionName> {
    let store = store();
    let wanted = store.wanted.borrow().clone().or_else(|| store.scope.get_untracked());
    regions.iter().find(|region| wanted.as_ref().is_some_and(|scope| scope.region == **region)).cloned()
}

async fn identity_call<T>(
    cloud: &CloudConfig,
    call: &Call<T>,
    headers: &crate::http::Headers<'_>,
) -> Result<T, Failure> {
    call.finish(&ask::identity(cloud, &call.request, headers).await?)
}
