//! The journal of creates under way, stored in the tab until their outcome is known, so that one interrupted by a reload is
//! reported after it.

use std::cell::{Cell, OnceCell};

use cloud::Scope;
use cloud::create::journal::{self, Noted};
use cloud::create::{CreateRequest, nonce};

use super::super::session;
use crate::browser::{clock, random, session_storage};

thread_local! {
    static PAGE: OnceCell<String> = const { OnceCell::new() };
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// A new recovery tag. It need not be unguessable: without the browser's randomness it is made from the time.
pub fn fresh_nonce() -> String {
    let mut bytes = [0; 16];
    if !random::fill(&mut bytes) {
        let (now, since) = (clock::now_ms().to_bits(), clock::monotonic_ms().to_bits());
        bytes = ((u128::from(now) << 64) | u128::from(since)).to_be_bytes();
    }
    nonce(bytes)
}

/// The creates of the current user that were under way when the previous page ended. They stay in the journal until they are
/// settled.
pub fn interrupted() -> Vec<Noted> {
    let Some(session) = session::present() else { return Vec::new() };
    let page = page();
    let own = |noted: &Noted| {
        let scope = &session.scope;
        noted.cloud == scope.cloud && noted.tenant == scope.tenant.as_str() && noted.user == session.user
    };
    all().into_iter().filter(|noted| own(noted) && !noted.is_of(&page)).collect()
}

/// Whether it was sent to the region that is shown.
pub fn is_here(noted: &Noted) -> bool {
    session::present().is_some_and(|session| session.scope.region.as_str() == noted.region)
}

/// Removes a create whose outcome is known or was reported.
pub fn settle(id: &str) {
    let mut list = all();
    journal::settle(&mut list, id);
    keep(&list);
}

/// Removes all creates with this recovery tag: their outcome is known.
pub(super) fn settle_mark(mark: &str) {
    let mut list = all();
    journal::settle_mark(&mut list, mark);
    keep(&list);
}

/// Records a create that is being sent; returns its id in the journal.
pub(super) fn note(scope: &Scope, request: &CreateRequest) -> String {
    LAST.set(LAST.get() + 1);
    let id = format!("{}-{}", page(), LAST.get());
    let Some(session) = session::of(scope) else { return id };
    let mut list = all();
    // Sent again with the same tag: the earlier record says no more than this one.
    if let Some(mark) = request.nonce() {
        journal::settle_mark(&mut list, mark);
    }
    let noted = Noted {
        id: id.clone(),
        cloud: scope.cloud.clone(),
        region: scope.region.as_str().to_owned(),
        tenant: scope.tenant.as_str().to_owned(),
        user: session.user.clone(),
        name: request.name().to_owned(),
        count: request.count(),
        nonce: request.nonce().map(str::to_owned),
        at_ms: clock::now_ms() as i64,
    };
    journal::note(&mut list, noted);
    keep(&list);
    id
}

fn all() -> Vec<Noted> {
    session_storage::under_way().map(|text| journal::read(&text)).unwrap_or_default()
}

fn keep(list: &[Noted]) {
    session_storage::keep_under_way(journal::write(list).as_deref());
}

/// An id of this page, among those of this tab.
fn page() -> String {
    PAGE.with(|page| page.get_or_init(fresh_nonce).clone())
}
