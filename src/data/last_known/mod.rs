//! The last known list of instances of each scope, kept in this browser when the person allows it (docs/decisions/0013): the
//! list opens at once, also without a network, until the cloud has answered.
//!
//! `keeping`: reading, writing and removing, which comes with what the first rows do not need.

mod keeping;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use cloud::last_known::Head;
use cloud::wire::Server;
use cloud::{Scope, Timestamp, UserId};
use leptos::prelude::{GetUntracked, RwSignal};
use sync::Key;
use wasm_bindgen_futures::spawn_local;

use super::store::store;
pub use crate::browser::database::Refused as StorageRefused;
use crate::browser::storage::{Preference, preference};
use crate::parts::{Content, Part, files};
use crate::reactive::Observed;

/// A list as this browser kept it. Cheap to clone.
#[derive(Clone)]
pub struct LastKnown {
    /// When the cloud last confirmed it.
    pub at: Timestamp,
    /// Its rows, in their order.
    pub rows: Arc<[Arc<Server>]>,
}

/// Comes once the browser's storage was asked.
type Found = Pin<Box<dyn Future<Output = Option<Head>>>>;

/// What needs the browser's storage.
pub struct Keeping {
    look: fn(RwSignal<Option<LastKnown>>),
    without_session: fn() -> Found,
    answered: fn(&Scope),
    remove: fn(Option<&Scope>),
    /// Switches keeping lists on or off for those who are signed in, in all tabs and for the next visit. Off: what is kept
    /// is removed.
    pub switch: fn(bool),
    /// Why the last list was not kept, if so.
    pub trouble: fn() -> Observed<Option<NotKept>>,
}

/// See [`Keeping`].
pub static KEEPING: Part<Keeping> = files::EXTRAS.part();

/// The same list, not the same rows.
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
        remove: keeping::remove,
        switch: keeping::switch,
        trouble: keeping::trouble,
    };
}

/// Why a list was not kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotKept {
    /// The browser refused it.
    Refused(StorageRefused),
    /// The cloud did not report who the user is.
    Nobody,
}

/// Whether the lists of whoever is signed in here are kept: off unless that person switched it on.
pub fn keeps_lists() -> bool {
    let state = store().session.get_untracked();
    state.session().and_then(|session| session.user_id.as_ref()).is_some_and(keeps_lists_of)
}

fn keeps_lists_of(user: &UserId) -> bool {
    allowed().iter().any(|allowed| allowed == user.as_str())
}

/// Whether anybody's lists are kept.
fn keeps_any() -> bool {
    !allowed().is_empty()
}

/// The users whose lists are kept.
fn allowed() -> Vec<String> {
    preference(Preference::KeepLists).map(|users| users.lines().map(str::to_owned).collect()).unwrap_or_default()
}

/// Who keeps lists wants them at once: the code is fetched at the start.
pub(super) fn start() {
    if keeps_any() {
        spawn_local(KEEPING.fetch());
    }
}

/// What this browser kept of the list of the scope that is shown; looked up once, for the user who is signed in.
pub fn last_known() -> Observed<Option<LastKnown>> {
    let found = RwSignal::new(None);
    if keeps_any() {
        KEEPING.with(move |keeping| (keeping.look)(found));
    }
    found.into()
}

/// Whose list is shown although nobody can be asked who is signed in.
pub fn shown_without_session() -> Observed<Option<Head>> {
    store().without_session.clone().into()
}

/// The list to show when nobody can be asked who is signed in; `None`: there is none.
pub(super) async fn without_session() -> Option<Head> {
    if !keeps_any() {
        return None;
    }
    (KEEPING.get().await?.without_session)().await
}

/// The cloud has answered this tab. (What another tab was answered, that one keeps.)
pub(super) fn answered(key: &Key) {
    if let (Key::Servers(scope), Some(keeping)) = (key, KEEPING.now()) {
        (keeping.answered)(scope);
    }
}

/// Somebody signed out of a project, or of everything (`None`): what is kept of it goes.
pub(super) fn remove(of: Option<Scope>) {
    if keeps_any() {
        KEEPING.with(move |keeping| (keeping.remove)(of.as_ref()));
    }
}
