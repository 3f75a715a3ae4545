//! What the tabs of this site tell each other of their sessions: that somebody signed in or out, that one ended. A token is
//! handed to another tab only when the person ticked the box beside the sign-in; behind a gateway there is none to hand on.

use cloud::json::{Json, parse};
use cloud::{Scope, TenantId};
use leptos::prelude::WithUntracked;
use wasm_bindgen_futures::spawn_local;

use super::{Open, Session, held, kept, open};
use crate::browser::channel;
use crate::data::app_config;
use crate::data::store::store;

/// A tab without a session asks for one that may be shared.
const ASKED: &str = "asked";
/// Sessions that may be shared.
const OFFERED: &str = "offered";
/// What the gateway holds has changed.
const CHANGED: &str = "changed";
/// Somebody signed out of a project.
const SIGNED_OUT: &str = "signed-out";
/// A session has ended whose token other tabs may have.
const ENDED: &str = "ended";

/// Hears what other tabs tell, and asks them. Called once.
pub fn start() {
    channel::listen(|text| {
        if let Ok(told) = parse(&text) {
            heard(&told);
        }
    });
    tell(ASKED, []);
}

/// Somebody signed in here.
pub fn signed_in(session: &Session) {
    if session.is_held() {
        tell(CHANGED, []);
    } else if session.kept {
        offer();
    }
}

/// Somebody signed out of the project here.
pub fn signed_out(scope: &Scope) {
    tell(SIGNED_OUT, [("cloud", (&scope.cloud).into()), ("tenant", scope.tenant.as_str().into())]);
}

/// The cloud or the gateway refused the session here.
pub fn ended(session: &Session) {
    match session.is_held() {
        true => tell(CHANGED, []),
        false => tell(
            ENDED,
            [
                ("cloud", (&session.scope.cloud).into()),
                ("tenant", session.scope.tenant.as_str().into()),
                ("expires", expires(session).into()),
            ],
        ),
    }
}

/// Tells tokens of the same project apart without telling them.
fn expires(session: &Session) -> i64 {
    session.expires.map_or(0, |at| at.0)
}

fn tell<const N: usize>(word: &'static str, more: [(&'static str, Json<'_>); N]) {
    let mut told = Json::object([("word", word.into())]);
    for (name, value) in more {
        told.put(name, value);
    }
    channel::tell(&told.write());
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
    match told.get("word").text().as_str() {
        ASKED => offer(),
        OFFERED => {
            if let Some(config) = app_config::present() {
                open::join(kept::sessions(&config, told.get("sessions")));
            }
        }
        CHANGED => look_again(),
        SIGNED_OUT => _ = open::forget(|session| session.scope.same_project(&scope)),
        ENDED => {
            let expires_then = told.get("expires").int();
            open::end(|session| {
                !session.is_held() && session.scope.same_project(&scope) && Some(expires(session)) == expires_then
            });
        }
        _ => {}
    }
}

/// Asks the gateway again what it holds.
fn look_again() {
    let Some(config) = app_config::present().filter(|config| config.session) else { return };
    spawn_local(async move {
        let Some(list) = held::sessions(&config).await else { return };
        let lasts =
            |session: &Session| list.iter().any(|open: &Open| open.session.token == session.token && !open.ended);
        open::end(|session| session.is_held() && !lasts(session));
        open::join(list);
    });
}
