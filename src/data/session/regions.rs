//! All regions of the open projects: a token is valid in every region, but its endpoints are looked up for each.

use std::cell::RefCell;
use std::sync::Arc;

use cloud::RegionName;
use leptos::prelude::*;
use sync::{Event, Scope};
use wasm_bindgen_futures::spawn_local;

use super::Session;
use super::open::{self, Open};
use super::sign_in::settle;
use crate::data::store::store;

thread_local! {
    /// Regions whose endpoints are being looked up.
    static SETTLING: RefCell<Vec<Scope>> = const { RefCell::new(Vec::new()) };
}

/// Creates a session for each region of each open project that has none yet. They appear in [`super::open_sessions`], some
/// only when their endpoints are known.
pub fn open_regions() {
    for open in store().sessions.get_untracked() {
        for region in &open.session.regions {
            open_region(&open.session, region);
        }
    }
}

fn open_region(from: &Arc<Session>, region: &RegionName) {
    let scope = Scope { region: region.clone(), ..from.scope.clone() };
    let is_known = |all: &Vec<Open>| all.iter().any(|open| open.session.scope == scope);
    if store().sessions.with_untracked(is_known) || SETTLING.with_borrow(|all| all.contains(&scope)) {
        return;
    }
    let unversioned = from.catalog.unversioned(region);
    if unversioned.is_empty() {
        return add(from, from.in_region(region));
    }
    SETTLING.with_borrow_mut(|all| all.push(scope.clone()));
    let from = from.clone();
    spawn_local(async move {
        let mut settled = Session::clone(&from);
        settle(&from.cloud, &mut settled.catalog, unversioned).await;
        SETTLING.with_borrow_mut(|all| all.retain(|other| *other != scope));
        add(&from, settled.in_region(&scope.region));
    });
}

/// Adds it after those that were opened. Not if the one it was made from has been removed or renewed meanwhile.
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
        store().tell(Event::SignedIn(scope));
    }
}
