//! The last known list of instances of each scope, stored in this browser when the person allows it (docs/decisions/0013).
//! It is shown at once, even without a network, until the cloud has answered.
//!
//! `keeping`: reading, writing and removing, loaded after the first rows.

mod keeping;

use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use cloud::last_known::{Head, removal};
use cloud::wire::Server;
use cloud::{Scope, Timestamp, UserId};
use sync::Key;
use wasm_bindgen_futures::spawn_local;

use super::session::SessionState;
use super::store::store;
pub use crate::browser::database::Refused as StorageRefused;
use crate::browser::storage::{Preference, keep_preference, preference};
use crate::parts::{Content, Part, files};

/// A stored list. Cheap to clone.
#[derive(Clone)]
pub struct LastKnown {
    /// When the cloud last confirmed it.
    pub at: Timestamp,
    /// Its rows, in their order.
    pub rows: Arc<[Arc<Server>]>,
}

/// Resolves when the browser's storage has answered.
type Found = Pin<Box<dyn Future<Output = Option<Head>>>>;

/// The functions of this part, which need the browser's storage.
pub struct Keeping {
    look: fn(RwSignal<Option<LastKnown>>),
    without_session: fn(UserId) -> Found,
    answered: fn(&Scope),
    sweep: fn(),
    /// Switches storing lists on or off for the current users, in all tabs and for the next visit. Off also removes stored
    /// lists.
    pub switch: fn(bool),
    /// Why the last list was not stored; `None` if it was.
    pub trouble: fn() -> Signal<Option<NotKept>>,
}

/// See [`Keeping`].
pub static KEEPING: Part<Keeping> = files::EXTRAS.part();

/// Whether it is the same list; the rows are not compared.
impl PartialEq for LastKnown {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at && Arc::ptr_eq(&self.rows, &other.rows)
    }
}

impl Content for Keeping {
    const CONTENT: Self = Self {
        look: keeping::look,
        without_session: keeping::without_session,
        answered: keeping::answered,
        sweep: keeping::sweep,
        switch: keeping::switch,
        trouble: keeping::trouble,
    };
}

/// Why a list was not stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotKept {
    /// The browser refused it.
    Refused(StorageRefused),
    /// The cloud did not report who the user is.
    Nobody,
}

/// Whether the lists of the current user are stored: off unless that person switched it on.
pub fn keeps_lists() -> bool {
    let state = store().session.get_untracked();
    state.session().and_then(|session| session.user_id.as_ref()).is_some_and(keeps_lists_of)
}

fn keeps_lists_of(user: &UserId) -> bool {
    allowed().iter().any(|allowed| allowed == user.as_str())
}

/// Whether anybody's lists are stored.
fn keeps_any() -> bool {
    !allowed().is_empty()
}

/// The users whose lists are stored.
fn allowed() -> Vec<String> {
    preference(Preference::KeepLists).map(|users| users.lines().map(str::to_owned).collect()).unwrap_or_default()
}

/// People who store lists want them at once: the code is fetched at the start. It removes what must not be stored any more.
pub(super) fn start() {
    if keeps_any() || !to_remove().is_empty() {
        // Leptos has not started yet.
        spawn_local(async {
            if let Some(keeping) = KEEPING.get().await {
                (keeping.sweep)();
            }
        });
    }
}

/// Which lists are still to be removed; never shown.
fn to_remove() -> String {
    preference(Preference::ListsToRemove).unwrap_or_default()
}

fn set_to_remove(marked: &str) {
    keep_preference(Preference::ListsToRemove, Some(marked).filter(|marked| !marked.is_empty()));
}

/// The stored list of the scope that is shown; looked up once, for the current user.
pub fn last_known() -> Signal<Option<LastKnown>> {
    let found = RwSignal::new(None);
    if keeps_any() {
        KEEPING.with(move |keeping| (keeping.look)(found));
    }
    found.into()
}

/// The list that is shown although the session cannot be checked.
pub fn shown_without_session() -> Signal<Option<Head>> {
    store().without_session.clone().into()
}

/// The list to show if the session cannot be checked; `None` if there is none. `stored`: the user of the session stored in this
/// tab, if there is one. Otherwise it is whoever was last signed in in this browser.
pub(super) async fn without_session(stored: Option<UserId>) -> Option<Head> {
    let user = stored.or_else(|| preference(Preference::ListsShown).map(UserId)).filter(keeps_lists_of)?;
    (KEEPING.get().await?.without_session)(user).await
}

/// Records whose list is shown without a network. A session that ended, perhaps locked, shows none before the person has signed
/// in again.
pub(super) fn note_user(state: &SessionState) {
    let user = match state {
        SessionState::SignedIn(session) => session.user_id.as_ref().filter(|user| keeps_lists_of(user)),
        SessionState::Expired(_) => None,
        // Perhaps somebody is still signed in elsewhere.
        SessionState::Starting | SessionState::SignedOut => return,
    };
    let user = user.map(UserId::as_str);
    if preference(Preference::ListsShown).as_deref() != user {
        keep_preference(Preference::ListsShown, user);
    }
}

/// The cloud has answered this tab. (Answers to another tab are stored by that one.)
pub(super) fn answered(key: &Key) {
    if let (Key::Servers(scope) | Key::FlavorNames(scope), Some(keeping)) = (key, KEEPING.now()) {
        (keeping.answered)(scope);
    }
}

/// Somebody signed out of a project, or of everything (`None`): removes the stored lists.
pub(super) fn remove(of: Option<&Scope>) {
    if keeps_any() {
        // At once: the code may be missing, and the tab may be closed before the database has answered.
        set_to_remove(&removal::add(&to_remove(), of));
        KEEPING.with(|keeping| (keeping.sweep)());
    }
}
