//! Who is signed in where. Several projects may be open at once; the address says which of them is shown. The token, or
//! the handle that a gateway gives out for it, lives in memory; only when the person ticked it is it kept for this tab.
//!
//! * `open`: the open sessions, and which is shown.
//! * `sign_in`: signing in and out.
//! * `kept`: sessions as they are kept in the tab's storage; `held`: those that the gateway holds for this browser.
//! * `lasting`: a session for a write. `projects`: others of the one who is signed in.
//! * `regions`: all regions of the open projects.
//! * `tabs`: what the tabs tell each other of their sessions.

mod held;
mod kept;
mod lasting;
mod open;
mod projects;
mod regions;
mod sign_in;
mod tabs;

use std::cell::Cell;
use std::sync::Arc;

use cloud::calls::identity::HANDLE;
use cloud::catalog::{Catalog, Endpoints, Service};
use cloud::config::CloudConfig;
use cloud::exchange::Reply;
use cloud::rules::limits::Limits;
use cloud::sign_in::{Draft, Method};
use cloud::{RegionName, Timestamp};
use leptos::prelude::*;
use sync::Scope;

pub(super) use lasting::lasting;
pub use open::{Open, open_sessions, refused, show, work_in, worked_in};
pub(super) use open::{expire, of, resume};
pub use projects::{Found as FoundInstance, find, opens_others, projects_of};
pub use regions::open_regions;
pub use sign_in::{close, is_sealed, sign_in, sign_out, with_version};

use super::store::store;
use crate::reactive::Observed;

/// A session in one region. `Debug` leaves the secret out.
#[derive(Clone)]
pub struct Session {
    /// The cloud.
    pub cloud: CloudConfig,
    /// Whose data: cloud, region, project.
    pub scope: Scope,
    /// The regions to choose from, in order. Empty for a pasted endpoint.
    pub regions: Vec<RegionName>,
    /// The project's name; its id where the cloud gave none.
    pub tenant_name: String,
    /// The user as typed; empty for a pasted token.
    pub user: String,
    /// How the person signed in, and what was typed, without the secrets: for signing in again.
    pub typed: (Method, Draft),
    /// When the token ends.
    pub expires: Option<Timestamp>,
    /// The limits that apply.
    pub limits: Limits,
    /// Or a handle, where the gateway keeps the token.
    pub(super) token: String,
    pub(super) catalog: Catalog,
    pub(super) endpoints: Endpoints,
    /// Kept in this tab's storage.
    pub kept: bool,
}

impl Session {
    /// The services and where they are, as the catalog of the token says; `None`: the region has no such service.
    pub fn services(&self) -> impl Iterator<Item = (Service, Option<&str>)> {
        Service::ALL.into_iter().map(|service| (service, self.endpoints.base(service)))
    }

    /// The region of this name, whatever its case.
    pub fn region_named(&self, name: &str) -> Option<&RegionName> {
        self.regions.iter().find(|region| region.as_str().eq_ignore_ascii_case(name))
    }

    /// The gateway keeps the token: every tab of the browser may go on with it.
    pub fn is_held(&self) -> bool {
        self.token.starts_with(HANDLE)
    }

    /// The same session in another region, whose endpoints must have a version already ([`sign_in::settle`]).
    fn in_region(&self, region: &RegionName) -> Self {
        let mut other = self.clone();
        if !self.catalog.entries.is_empty() {
            other.endpoints = self.catalog.endpoints(region, &self.scope.tenant);
        }
        other.scope.region = region.clone();
        other
    }
}

/// Whether somebody is signed in.
#[derive(Clone, Debug, Default)]
pub enum SessionState {
    /// The configuration is not read yet: a kept session may come.
    #[default]
    Starting,
    /// Nobody.
    SignedOut,
    /// Somebody.
    SignedIn(Arc<Session>),
    /// The cloud refused the token: sign in again over the page.
    Expired(Arc<Session>),
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("scope", &self.scope).field("expires", &self.expires).finish_non_exhaustive()
    }
}

impl SessionState {
    /// The session, also when it has expired: its page stays on screen.
    pub fn session(&self) -> Option<&Arc<Session>> {
        match self {
            SessionState::SignedIn(session) | SessionState::Expired(session) => Some(session),
            SessionState::Starting | SessionState::SignedOut => None,
        }
    }
}

/// The session of the scope that is shown.
pub fn session() -> Observed<SessionState> {
    store().session.clone().into()
}

/// The session requests go out with; none when it has expired.
pub(super) fn present() -> Option<Arc<Session>> {
    match store().session.get_untracked() {
        SessionState::SignedIn(session) => Some(session),
        _ => None,
    }
}

thread_local! {
    static LOCKED: Cell<bool> = const { Cell::new(false) };
}

/// Keeps why a 401 came: the gateway locks a session in which nobody was at work.
pub(super) fn note_refusal(refusal: &Reply) {
    LOCKED.set(refusal.body.contains("session-idle"));
}

/// The gateway says that it has locked a session.
fn note_lock() {
    LOCKED.set(true);
}

/// Whether the session that has ended was locked because nobody was at work.
pub fn idle_locked() -> bool {
    LOCKED.get()
}
