//! All regions of the open projects: a token serves every region, but its endpoints are looked up region by region.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use sync::{Event, Scope};
use wasm_bindgen_futures::spawn_local;

use super::Session;
use super::open::{self, Open};
use super::sign_in::settle;
use crate::data::driver::step;
use crate::data::store::store;

thread_local! {
    /// Regions whose endpoints are being looked up.
    static SETTLING: RefCell<Vec<Scope>> = const { RefCell::new(Vec::new()) };
}

/// Makes a session for each region of each open project that has none yet. They appear in [`super::open_sessions`], some of
/// them only after their endpoints are known.
pub fn open_regions() {
    let all = store().sessions.get_untracked();
    let missing = all.iter().flat_map(|open| {
        let others = open.session.regions.iter().filter(|region| {
            all.iter().all(|known| {
                !known.session.scope.same_project(&open.session.scope) || known.session.scope.region != **region
            })
        });
        others.map(|region| (open.session.clone(), region.clone()))
    });
    let mut asked = Vec::new();
    for (session, region) in missing {
        let project = session.scope.clone();
        if asked.iter().any(|(other, of): &(Scope, _)| other.same_project(&project) && *of == region) {
            continue;
        }
        asked.push((project, region.clone()));
        let unversioned = session.catalog.unversioned(&region);
        if unversioned.is_empty() {
            add(&session, Session::in_region(&session, &region));
            continue;
        }
        let scope = Session::in_region(&session, &region).scope;
        if SETTLING.with_borrow(|all| all.contains(&scope)) {
            continue;
        }
        SETTLING.with_borrow_mut(|all| all.push(scope.clone()));
        spawn_local(async move {
            let mut settled = Session::clone(&session);
            settle(&session.cloud, &mut settled.catalog, unversioned).await;
            SETTLING.with_borrow_mut(|all| all.retain(|other| *other != scope));
            add(&session, settled.in_region(&region));
        });
    }
}

/// Behind those that were looked at. Not when the one it was made of is gone or renewed meanwhile.
fn add(from: &Arc<Session>, session: Session) {
    let scope = session.scope.clone();
    let mut added = false;
    store().sessions.update(|all| {
        let ended = all.iter().find(|open| Arc::ptr_eq(&open.session, from)).map(|open| open.ended);
        let known = all.iter().any(|open| open.session.scope == scope);
        if let Some(ended) = ended.filter(|_| !known) {
            all.push(Open { session: Arc::new(session), ended });
            added = !ended;
        }
    });
    if added && open::of(&scope).is_some() {
        step(Event::SignedIn(scope));
    }
}
