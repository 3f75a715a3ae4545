//! Who is signed in where. Several projects can be open at once; the address says which of them is shown. The token, or
//! the handle that a gateway issues for it, is in memory, and in the tab's storage only if the person ticked the box.
//!
//! * `open`: the open sessions, and which is shown.
//! * `sign_in`: signing in and out. `signed_out`: sessions that the gateway has not ended yet.
//! * `kept`: sessions in the tab's storage; `held`: those that the gateway holds for this browser.
//! * `lasting`: a session for a write. `projects`: other projects of the current user.
//! * `regions`: all regions of the open projects.
//! * `tabs`: what the tabs tell each other about their sessions.

mod held;
mod kept;
mod lasting;
mod open;
mod projects;
mod regions;
mod sign_in;
mod signed_out;
mod tabs;

use std::cell::RefCell;
use std::sync::Arc;

use cloud::calls::identity::HANDLE;
use cloud::catalog::{Catalog, Endpoints, Service};
use cloud::config::CloudConfig;
use cloud::exchange::Reply;
use cloud::rules::limits::Limits;
use cloud::sign_in::{Draft, Method};
use cloud::{RegionName, Timestamp, UserId};
use leptos::prelude::*;
use sync::Scope;

pub(super) use lasting::lasting;
pub use open::{Open, open_sessions, refused, show, work_in, worked_in};
pub(super) use open::{expire, of, resume};
pub use projects::{Found as FoundInstance, find, opens_others, projects_of};
pub use regions::open_regions;
pub use sign_in::{close, is_sealed, sign_in, sign_out, with_version};

use super::store::store;

/// A session in one region. `Debug` does not print the secret.
#[derive(Clone)]
pub struct Session {
    /// The cloud.
    pub cloud: CloudConfig,
    /// Cloud, region and project.
    pub scope: Scope,
    /// The regions of the catalog, in order; empty with a typed endpoint.
    pub regions: Vec<RegionName>,
    /// The project's name; its id if the cloud gave none.
    pub tenant_name: String,
    /// The user as typed; empty for a pasted token.
    pub user: String,
    /// The user's id, if the cloud reported it.
    pub user_id: Option<UserId>,
    /// The method and what was typed, without the secrets, for signing in again.
    pub typed: (Method, Draft),
    /// When the token ends.
    pub expires: Option<Timestamp>,
    /// The limits that apply.
    pub limits: Limits,
    /// A handle, if the gateway keeps the token.
    pub(super) token: String,
    pub(super) catalog: Catalog,
    pub(super) endpoints: Endpoints,
    /// Whether it is stored for this tab.
    pub kept: bool,
}

impl Session {
    /// The services of the token's catalog with their endpoints; `None` if the region has no such service.
    pub fn services(&self) -> impl Iterator<Item = (Service, Option<&str>)> {
        Service::ALL.into_iter().map(|service| (service, self.endpoints.base(service)))
    }

    /// The region of this name, whatever its case.
    pub fn region_named(&self, name: &str) -> Option<&RegionName> {
        self.regions.iter().find(|region| region.as_str().eq_ignore_ascii_case(name))
    }

    /// Whether the gateway keeps the token: every tab of the browser can use it.
    pub fn is_held(&self) -> bool {
        self.token.starts_with(HANDLE)
    }

    /// Whether both are of one user. Users that no cloud reported count as one.
    fn is_of_same_user(&self, other: &Self) -> bool {
        self.user_id == other.user_id
    }

    /// The same session in another region, whose endpoints must already contain a version ([`sign_in::settle`]).
    fn in_region(&self, region: &RegionName) -> Self {
        let mut other = self.clone();
        if !self.catalog.entries.is_empty() {
            other.endpoints = self.catalog.endpoints(region, &self.scope.tenant);
        }
        other.scope.region = region.clone();
        other
    }
}

/// Whether somebody is signed in to the scope that is shown.
#[derive(Clone, Debug, Default)]
pub enum SessionState {
    /// The configuration has not been read yet, and a stored session may follow.
    #[default]
    Starting,
    /// Nobody is.
    SignedOut,
    /// Somebody is.
    SignedIn(Arc<Session>),
    /// The cloud refused the token: the person signs in again over the page.
    Expired(Arc<Session>),
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("scope", &self.scope).field("expires", &self.expires).finish_non_exhaustive()
    }
}

impl SessionState {
    /// The session, even if it has expired: its page stays on screen.
    pub fn session(&self) -> Option<&Arc<Session>> {
        match self {
            SessionState::SignedIn(session) | SessionState::Expired(session) => Some(session),
            SessionState::Starting | SessionState::SignedOut => None,
        }
    }
}

/// The session of the scope that is shown.
pub fn session() -> Signal<SessionState> {
    store().session.clone().into()
}

/// The session that requests are sent with; `None` if it has expired, or if nobody is signed in any more where the person works
/// ([`work_in`]): the ids in such a request would be invalid in the scope that is shown instead, or mean something else.
pub(super) fn present() -> Option<Arc<Session>> {
    let store = store();
    let meant = |session: &Session| store.worked_in.borrow().as_ref().is_none_or(|scope| *scope == session.scope);
    match store.session.get_untracked() {
        SessionState::SignedIn(session) if meant(&session) => Some(session),
        _ => None,
    }
}

/// The scope that the person works in, even if nobody is signed in there any more.
pub(super) fn meant_scope() -> Option<Scope> {
    let store = store();
    let shown = || store.session.with_untracked(|state| state.session().map(|session| session.scope.clone()));
    store.worked_in.borrow().clone().or_else(shown)
}

thread_local! {
    /// The handles of locked sessions.
    static LOCKED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Records why a 401 came for a token or handle: the gateway locks a session whose user was inactive.
pub(super) fn note_refusal(token: &str, refusal: &Reply) {
    note_lock(token, refusal.body.contains("session-idle"));
}

/// Records whether the gateway has locked the session of a handle.
fn note_lock(handle: &str, locked: bool) {
    LOCKED.with_borrow_mut(|all| {
        all.retain(|other| other != handle);
        all.extend(locked.then(|| handle.to_owned()));
    });
}

/// Whether the session, which has ended, was locked because its user was inactive.
pub fn idle_locked(session: &Session) -> bool {
    LOCKED.with_borrow(|all| all.contains(&session.token))
}
