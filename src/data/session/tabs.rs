//! What the tabs of this site tell each other about their sessions: that somebody signed in or out, or that a session ended.
//! A token is sent to another tab only if the person ticked the box in the sign-in form; behind a gateway there is no token
//! to send.

use cloud::json::{Json, parse};
use cloud::{Scope, TenantId, UserId};
use leptos::prelude::WithUntracked;
use wasm_bindgen_futures::spawn_local;

use super::{Open, Session, held, kept, open};
use crate::browser::channel;
use crate::data::store::store;
use crate::data::{app_config, last_known};

/// A tab without a session asks for shared ones.
const ASKED: &str = "asked";
/// Sessions that may be shared.
const OFFERED: &str = "offered";
/// Somebody signed in to a project, and the gateway has a new session.
const SIGNED_IN: &str = "signed-in";
/// Somebody signed out of a project.
const SIGNED_OUT: &str = "signed-out";
/// A session of a project ended, which other tabs may have too.
const ENDED: &str = "ended";

/// Receives messages of other tabs, and asks them for sessions. Called once.
pub fn start() {
    channel::listen(|text| {
        if let Ok(told) = parse(text) {
            heard(&told);
        }
    });
    tell(ASKED, []);
}

/// Somebody signed in here.
pub fn signed_in(session: &Session) {
    if session.is_held() {
        tell_of(SIGNED_IN, session);
    } else if session.kept {
        offer();
    }
}

/// Somebody signed out of the session's project here.
pub fn signed_out(session: &Session) {
    tell_of(SIGNED_OUT, session);
}

/// The cloud or the gateway refused the session here.
pub fn ended(session: &Session) {
    let (expires, locked) = (expires(session).into(), super::idle_locked(session).into());
    let how = [("held", session.is_held().into()), ("expires", expires), ("locked", locked)];
    tell(ENDED, project(&session.scope).into_iter().chain(how));
}

/// Identifies a token among those of the same project, without revealing it.
fn expires(session: &Session) -> i64 {
    session.expires.map_or(0, |at| at.0)
}

fn tell<'a>(word: &'static str, more: impl IntoIterator<Item = (&'static str, Json<'a>)>) {
    let mut told = Json::object([("word", word.into())]);
    for (name, value) in more {
        told.put(name, value);
    }
    channel::tell(&told.write());
}

/// A message about a user and a project.
fn tell_of(word: &'static str, session: &Session) {
    tell(word, project(&session.scope).into_iter().chain([("user", user(session).into())]));
}

/// The user's id; empty if the cloud did not report it.
fn user(session: &Session) -> &str {
    session.user_id.as_ref().map_or("", UserId::as_str)
}

/// A user of a project.
pub struct Who {
    project: Scope,
    user: String,
}

impl Who {
    /// Whether the session is this user's, in any region of the project.
    pub fn is_of(&self, session: &Session) -> bool {
        session.scope.same_project(&self.project) && user(session) == self.user
    }
}

fn project(scope: &Scope) -> [(&'static str, Json<'_>); 2] {
    [("cloud", (&scope.cloud).into()), ("tenant", scope.tenant.as_str().into())]
}

fn offer() {
    store().sessions.with_untracked(|all| {
        if let Some(sessions) = kept::shared(all) {
            tell(OFFERED, [("sessions", sessions)]);
        }
    });
}

fn heard(told: &Json<'_>) {
    let scope = Scope {
        cloud: told.get("cloud").text(),
        region: Default::default(),
        tenant: TenantId::from(told.get("tenant")),
    };
    let who = |project| Who { project, user: told.get("user").text() };
    match told.get("word").text().as_str() {
        ASKED => offer(),
        OFFERED => {
            if let Some(config) = app_config::present() {
                open::join(kept::sessions(&config, told.get("sessions")), None);
            }
        }
        SIGNED_IN => look_again(Some(who(scope))),
        SIGNED_OUT => {
            // The other tab does the same; this one may have just written it.
            last_known::remove(Some(&scope));
            let who = who(scope);
            open::forget(|session| who.is_of(session));
        }
        ENDED => {
            let (held, expires_then) = (told.get("held").flag() == Some(true), told.get("expires").int());
            let locked = told.get("locked").flag() == Some(true);
            open::end(|session| {
                let same = held || Some(expires(session)) == expires_then;
                let ends = same && session.is_held() == held && session.scope.same_project(&scope);
                if ends {
                    super::note_lock(&session.token, locked);
                }
                ends
            });
            if held {
                look_again(None);
            }
        }
        _ => {}
    }
}

/// Asks the gateway again which sessions it holds. `new`: who has just signed in.
fn look_again(new: Option<Who>) {
    let Some(config) = app_config::present().filter(|config| config.session) else { return };
    spawn_local(async move {
        let Some(mut list) = held::sessions(&config).await else { return };
        let lasts =
            |session: &Session| list.iter().any(|open: &Open| open.session.token == session.token && !open.ended);
        open::end(|session| session.is_held() && !lasts(session));
        // The session of the user before may still be on its way out.
        list.sort_by_key(|open| !new.as_ref().is_some_and(|new| new.is_of(&open.session)));
        open::join(list, new.as_ref());
    });
}
