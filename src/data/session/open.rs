//! The open sessions, and which of them is shown. A session belongs to a project of a cloud; the list has it once for each
//! region that was opened, the last one first.

use std::sync::Arc;

use cloud::Failure;
use leptos::prelude::*;
use sync::{Event, Scope};
use wasm_bindgen_futures::spawn_local;

use super::sign_in::{leave, settle};
use super::tabs::Who;
use super::{Session, SessionState, held, kept, lasting, projects, signed_out, tabs};
use crate::data::app_config::{ConfigFailure, ConfigState};
use crate::data::store::store;
use crate::data::{last_known, locked, runs};

/// A session, and whether it has ended.
#[derive(Clone)]
pub struct Open {
    /// The session.
    pub session: Arc<Session>,
    /// The cloud refused its token: the person must sign in again.
    pub ended: bool,
}

/// The open sessions, one for each region that was opened, the last one first.
pub fn open_sessions() -> Signal<Vec<Open>> {
    store().sessions.clone().into()
}

/// Sets the scope that the address names; `None`: it names none. Its data is shown as soon as a session for it is open.
pub fn show(scope: Option<Scope>) {
    store().wanted.replace(scope);
    store().worked_in.take();
    choose();
}

/// Sets the scope of what the person does next, whatever the address names: a table of all projects has rows of several.
/// `None`: the address's scope again. Ends with the next address and with the session.
pub fn work_in(scope: Option<Scope>) {
    let same = *store().worked_in.borrow() == scope;
    if !same {
        store().worked_in.replace(scope);
        choose();
    }
}

/// The scope set by [`work_in`], with the name of its project.
pub fn worked_in() -> Option<(Scope, String)> {
    let scope = store().worked_in.borrow().clone()?;
    let name = store().sessions.with_untracked(|all| {
        all.iter().find(|open| open.session.scope == scope).map(|open| open.session.tenant_name.clone())
    })?;
    Some((scope, name))
}

/// The session for requests of a scope; `None` if it has ended.
pub(in crate::data) fn of(scope: &Scope) -> Option<Arc<Session>> {
    store().sessions.with_untracked(|all| {
        let mut lasting = all.iter().filter(|open| !open.ended);
        lasting.find(|open| open.session.scope == *scope).map(|open| open.session.clone())
    })
}

/// Whether requests are still sent with this session; false for one of an earlier sign-in.
pub(in crate::data) fn is_open(session: &Session) -> bool {
    of(&session.scope).is_some_and(|present| std::ptr::eq(&*present, session))
}

/// The cloud refused the token of `session`. Nothing changes if a late answer was for an earlier sign-in, whose handle may
/// be the same.
pub(in crate::data) fn expire(session: &Session) {
    if is_open(session) {
        end(|other| other.scope.same_project(&session.scope));
        tabs::ended(session);
    }
}

/// Marks sessions as ended.
pub(super) fn end(which: impl Fn(&Session) -> bool) {
    let ended = |open: &mut Open| open.ended |= which(&open.session);
    store().sessions.update(|all| all.iter_mut().for_each(ended));
    changed();
}

/// Resumes the sessions stored in this tab and those that the gateway holds. Without any, the sign-in page is shown.
pub(in crate::data) fn resume(config: &ConfigState) {
    let ConfigState::Ready(config) = config else {
        let silent = matches!(config, ConfigState::Failed(ConfigFailure::NoAnswer(_)));
        return spawn_local(without_anybody(silent));
    };
    let config = config.clone();
    spawn_local(async move {
        let mut found = kept::read(&config);
        if config.session {
            found.extend(held::sessions(&config).await.unwrap_or_default());
        }
        store().resumed.set(true);
        store().without_session.set(None);
        join(found, None);
        tabs::start();
    });
}

/// There is no configuration. Where nobody answered (`silent`), the last known list is shown if this browser keeps one.
async fn without_anybody(silent: bool) {
    let list = if silent { last_known::without_session(kept::user()).await } else { None };
    // Read again meanwhile.
    if matches!(store().config.get_untracked(), ConfigState::Failed(_)) {
        store().without_session.set(list);
        store().session.set(SessionState::SignedOut);
    }
}

/// Adds sessions that this tab did not open itself, of each project the first one: never does another user take the place of
/// the one who is signed in. A known session is renewed only by a new token; the gateway's handle of a user for a project is
/// always the same, so `new` says who has just signed in. (The gateway may list a session that the cloud has refused: it must
/// not come back.)
pub(super) fn join(found: Vec<Open>, new: Option<&Who>) {
    for open in found {
        let known = store().sessions.with_untracked(|all| {
            let mut known = all.iter().map(|known| &known.session);
            known.find(|known| known.scope.same_project(&open.session.scope)).cloned()
        });
        let is_new = new.is_some_and(|new| new.is_of(&open.session));
        let renews = |known: &Session| {
            !open.ended && known.is_of_same_user(&open.session) && (is_new || open.session.token != known.token)
        };
        match known {
            Some(known) if renews(&known) => drop(renew(Session::clone(&open.session))),
            Some(_) => {}
            None => store().sessions.update(|all| all.push(open)),
        }
    }
    changed();
}

/// Somebody signed in. Another user of the same project is signed out: a browser has one session of a project, and a second
/// one at the gateway would continue after a reload.
pub(super) fn enter(session: Session) {
    store().resumed.set(true);
    store().tried.update(Vec::clear);
    signed_out::retain(|handle| handle != session.token);
    let others = renew(session.clone());
    changed();
    if !others.is_empty() {
        last_known::remove(Some(&session.scope));
        leave(others);
    }
    tabs::signed_in(&session);
}

/// Replaces the token of all sessions of the project; returns those of another user, whose data is removed.
fn renew(session: Session) -> Vec<Arc<Session>> {
    let scope = session.scope.clone();
    let mut of_others = Vec::new();
    store().sessions.update(|all| {
        let (same, others): (Vec<_>, Vec<_>) =
            std::mem::take(all).into_iter().partition(|open| open.session.scope.same_project(&scope));
        let old = same.iter().map(|open| &open.session);
        of_others = old.filter(|old| !old.is_of_same_user(&session)).cloned().collect();
        let regions = same.iter().map(|open| &open.session.scope.region).filter(|region| **region != scope.region);
        let renewed: Vec<_> = regions.map(|region| session.in_region(region)).collect();
        let fresh = [session].into_iter().chain(renewed);
        all.extend(fresh.map(|session| Open { session: Arc::new(session), ended: false }).chain(others));
    });
    of_others.iter().for_each(|old| left(&old.scope));
    store().tell(Event::SignedIn(scope));
    of_others
}

/// Removes sessions; returns them. Their projects are not opened again with another session's token while their addresses are
/// shown.
pub(super) fn forget(which: impl Fn(&Session) -> bool) -> Vec<Arc<Session>> {
    let mut gone = Vec::new();
    store().sessions.update(|all| {
        all.retain(|open| {
            let goes = which(&open.session);
            gone.extend(goes.then(|| open.session.clone()));
            !goes
        });
    });
    gone.iter().for_each(|session| left(&session.scope));
    store().tried.update(|tried| tried.extend(gone.iter().map(|session| (session.scope.clone(), None))));
    changed();
    gone
}

/// Removes what was read for a session that has gone.
fn left(scope: &Scope) {
    store().tell(Event::SignedOut(Some(scope.clone())));
    locked::forget_all_of(scope);
    runs::left(scope);
}

fn changed() {
    store().sessions.with_untracked(|all| kept::write(all));
    choose();
    lasting::wake();
}

/// Shows what the address names if a session can; otherwise nobody is signed in there.
fn choose() {
    if !store().resumed.get() {
        return;
    }
    let row = store().worked_in.borrow().clone();
    let of_row =
        row.filter(|scope| store().sessions.with_untracked(|all| all.iter().any(|open| open.session.scope == *scope)));
    let wanted = of_row.or_else(|| store().wanted.borrow().clone());
    let found = store().sessions.with_untracked(|all| match &wanted {
        None => all.first().cloned(),
        Some(scope) => {
            let exactly = all.iter().find(|open| open.session.scope == *scope);
            exactly.or_else(|| all.iter().find(|open| open.session.scope.same_project(scope))).cloned()
        }
    });
    match (found, wanted) {
        (None, Some(scope)) => open_by_token(scope),
        (None, None) => put(SessionState::SignedOut),
        (Some(open), Some(scope)) if open.session.scope != scope => open_region(open, scope),
        (Some(open), _) if open.ended => put(SessionState::Expired(open.session)),
        (Some(open), _) => put(SessionState::SignedIn(open.session)),
    }
}

/// Opens a project without a session with the token of another session of the same cloud. Tried once; if the cloud refuses,
/// the sign-in page says why.
fn open_by_token(scope: Scope) {
    let tried = store().tried.with_untracked(|tried| tried.iter().any(|(before, _)| before.same_project(&scope)));
    let way = projects::way_into(&scope).filter(|_| !tried);
    let Some(from) = way else { return put(SessionState::SignedOut) };
    put(SessionState::Starting);
    store().tried.update(|tried| tried.push((scope.clone(), None)));
    spawn_local(async move {
        if let Err(failure) = projects::open_project(&from, &scope).await {
            store().tried.update(|tried| {
                tried.retain(|(before, _)| !before.same_project(&scope));
                tried.push((scope, Some(failure)));
            });
            choose();
        }
    });
}

/// Why the project of an address could not be opened with the token of another session.
pub fn refused(scope: &Scope) -> Option<Failure> {
    let tried = store().tried.clone();
    tried.with(|tried| {
        tried.iter().find(|(before, _)| before.same_project(scope)).and_then(|(_, failure)| failure.clone())
    })
}

/// Opens another region of a session; what is shown stays until its endpoints are known.
fn open_region(open: Open, scope: Scope) {
    if !open.session.regions.contains(&scope.region) {
        return put(SessionState::SignedOut);
    }
    let unversioned = open.session.catalog.unversioned(&scope.region);
    if unversioned.is_empty() {
        return add(&open, scope);
    }
    spawn_local(async move {
        let mut session = Session::clone(&open.session);
        settle(&session.cloud, &mut session.catalog, unversioned).await;
        // The person may have signed out or gone elsewhere.
        let still = store().wanted.borrow().as_ref() == Some(&scope);
        if still && (open.ended || is_open(&open.session)) {
            add(&Open { session: Arc::new(session), ended: open.ended }, scope);
        }
    });
}

fn add(open: &Open, scope: Scope) {
    let session = Arc::new(open.session.in_region(&scope.region));
    store().sessions.update(|all| all.insert(0, Open { session, ended: open.ended }));
    store().tell(Event::SignedIn(scope));
    changed();
}

/// Shows this session from now on.
fn put(state: SessionState) {
    let store = store();
    let scope = state.session().map(|session| session.scope.clone());
    last_known::note_user(&state);
    store.session.set(state);
    if store.scope.get_untracked() != scope {
        let followed = scope.as_ref().map(|scope| store.copy.borrow().followed(scope)).unwrap_or_default();
        store.followed.set(followed.as_slice().into());
        // Last, so that new subscribers send requests with the new token.
        store.scope.set(scope);
    }
}
