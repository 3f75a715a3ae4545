//! Other projects of the current user: the list of them, and a token for one of them by the current token.

use std::sync::Arc;

use cloud::calls::identity::{self, Credentials};
use cloud::calls::servers;
use cloud::config::RuleSet;
use cloud::sign_in::{Draft, is_v3};
use cloud::wire::Project;
use cloud::{Failure, FailureKind, Scope, ServerId};
use leptos::prelude::*;

use super::Session;
use super::open::enter;
use super::sign_in::issue;
use crate::data::ask;
use crate::data::store::store;

/// The projects in which the user of a session may work, as identity lists them.
pub async fn projects_of(session: Arc<Session>) -> Result<Vec<Project>, Failure> {
    let call = identity::projects(is_v3(&session.cloud.identity));
    let headers = [("X-Auth-Token", session.token.as_str())];
    let reply = ask::identity(&session.cloud, &call.request, &headers).await?;
    Ok(call.finish(&reply)?.into_iter().filter(|project| project.enabled).collect())
}

/// Whether other projects can be opened without typing. NHN issues a token for one tenant only, for the API password.
pub fn opens_others(session: &Session) -> bool {
    session.cloud.rules == RuleSet::OpenStack || is_v3(&session.cloud.identity)
}

/// A valid session with which the project of `scope` can be opened without typing.
pub fn way_into(scope: &Scope) -> Option<Arc<Session>> {
    store().sessions.with_untracked(|all| {
        let lasting = all.iter().filter(|open| !open.ended && open.session.scope.cloud == scope.cloud);
        lasting.map(|open| &open.session).find(|session| opens_others(session)).cloned()
    })
}

/// Looks for an instance in every region of every open project. A scope that does not respond is counted in `silent`.
pub async fn find(server: &ServerId) -> Found {
    let open: Vec<Arc<Session>> = store()
        .sessions
        .with_untracked(|all| all.iter().filter(|open| !open.ended).map(|open| open.session.clone()).collect());
    let mut found = Found::default();
    let mut asked: Vec<Scope> = Vec::new();
    for session in &open {
        let other = session.regions.iter().filter(|region| session.catalog.unversioned(region).is_empty());
        for session in other.map(|region| session.in_region(region)).chain([Session::clone(session)]) {
            if asked.contains(&session.scope) {
                continue;
            }
            asked.push(session.scope.clone());
            let call = servers::get(server);
            let answer = ask::exchange(&session, &call.request, None).await.and_then(|reply| call.finish(&reply));
            match answer {
                Ok(_) => return Found { at: Some((session.scope, session.tenant_name)), ..found },
                Err(failure) if failure.kind == FailureKind::NotFound => {}
                Err(_) => found.silent += 1,
            }
        }
    }
    Found { asked: asked.len(), ..found }
}

/// The result of looking for an instance.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Found {
    /// The scope it is in, with the project's name; `None` if it is in none.
    pub at: Option<(Scope, String)>,
    /// How many scopes were asked.
    pub asked: usize,
    /// How many of them did not say.
    pub silent: usize,
}

/// Opens the project of `scope` with the token of `from`.
pub async fn open_project(from: &Session, scope: &Scope) -> Result<(), Failure> {
    let v3 = is_v3(&from.cloud.identity);
    let project = scope.tenant.clone();
    let credentials = Credentials::Token { token: from.token.clone(), project, v3 };
    let session = issue(from.cloud.clone(), &credentials).await?;
    if session.scope.tenant != scope.tenant {
        let request = identity::issue(&credentials).request;
        return Err(Failure::no_reply(&request, FailureKind::NoProject, String::new()));
    }
    let (method, draft) = from.typed.clone();
    let id = scope.tenant.as_str().to_owned();
    let draft = Draft { tenant: id.clone(), project: id, ..draft };
    enter(Session { kept: from.kept, user: from.user.clone(), typed: (method, draft), ..session });
    Ok(())
}
