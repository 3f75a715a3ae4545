//! Other projects of the one who is signed in: which there are, and a token for one of them by the present token.

use std::sync::Arc;

use cloud::calls::identity::{self, Credentials};
use cloud::config::RuleSet;
use cloud::sign_in::{Draft, is_v3};
use cloud::wire::Project;
use cloud::{Failure, FailureKind, Scope};
use leptos::prelude::*;

use super::Session;
use super::open::enter;
use super::sign_in::issue;
use crate::data::ask;
use crate::data::store::store;

/// The projects that the user of a session may work in, as identity tells them.
pub async fn projects_of(session: Arc<Session>) -> Result<Vec<Project>, Failure> {
    let call = identity::projects(is_v3(&session.cloud.identity));
    let headers = [("X-Auth-Token", session.token.as_str())];
    let reply = ask::identity(&session.cloud, &call.request, &headers).await?;
    Ok(call.finish(&reply)?.into_iter().filter(|project| project.enabled).collect())
}

/// Whether another project can be opened without typing. NHN gives a token for one tenant only, by the API password.
pub fn opens_others(session: &Session) -> bool {
    session.cloud.rules == RuleSet::OpenStack || is_v3(&session.cloud.identity)
}

/// A lasting session by which the project of `scope` may be opened without typing.
pub fn way_into(scope: &Scope) -> Option<Arc<Session>> {
    store().sessions.with_untracked(|all| {
        let lasting = all.iter().filter(|open| !open.ended && open.session.scope.cloud == scope.cloud);
        lasting.map(|open| &open.session).find(|session| opens_others(session)).cloned()
    })
}

/// Opens the project of `scope` by the token of `from`.
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
