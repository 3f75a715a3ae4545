//! The signals, and which of them is whose. Everything here is written by `driver` and `session` only.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use cloud::wire::Server;
use cloud::{Failure, ServerId, Timestamp};
use leptos::prelude::*;
use sync::{Followed, Key, LocalCopy, Scope, Ticket, VecMap};

use super::app_config::ConfigState;
use super::freshness::Tab;
use super::lists::Instances;
use super::live::LiveState;
use super::session::{Open, SessionState};
use crate::browser::{abort::Abort, timers::Timeout};

/// What is held under a key. One type, so that all keys share one kind of signal.
#[derive(Clone, PartialEq, Debug)]
pub enum Held {
    /// Of `Key::Servers`.
    Instances(Instances),
    /// Of `Key::Server`.
    Instance(Arc<Server>),
    /// Of every other key.
    Value(sync::Value),
}

/// The signals of one key.
#[derive(Clone, Default)]
pub struct Slot {
    /// What is known.
    pub held: ArcRwSignal<Option<Held>>,
    /// How fresh it is.
    pub state: ArcRwSignal<LiveState>,
    /// When the cloud last confirmed it.
    pub loaded_at: ArcRwSignal<Option<Timestamp>>,
}

/// The signal of one row.
pub type Row = ArcRwSignal<Option<Arc<Server>>>;

/// Names a row: clouds may have instances of the same id.
pub type RowKey = (Scope, ServerId);

/// Tells of a key whether the page at hand is about it.
pub type IsAbout = Rc<dyn Fn(&Key) -> bool>;

/// What is in use, and how often.
#[derive(Default)]
struct Used<T> {
    users: usize,
    what: T,
}

/// Everything there is, once a page.
#[derive(Default)]
pub struct Store {
    /// The local copy.
    pub copy: RefCell<LocalCopy>,
    /// The open sessions ([`super::session::open_sessions`]).
    pub sessions: ArcRwSignal<Vec<Open>>,
    /// The sessions of before have been taken up.
    pub resumed: Cell<bool>,
    /// The scope that the address names.
    pub wanted: RefCell<Option<Scope>>,
    /// The scope of the row that the person works with, where that is not the one of the address ([`super::work_in`]).
    pub worked_in: RefCell<Option<Scope>>,
    /// Projects that were to be opened by another session's token, and what the cloud said.
    pub tried: ArcRwSignal<Vec<(Scope, Option<Failure>)>>,
    /// The session of the scope that is shown.
    pub session: ArcRwSignal<SessionState>,
    /// Whose data is shown.
    pub scope: ArcRwSignal<Option<Scope>>,
    /// `config.json`.
    pub config: ArcRwSignal<ConfigState>,
    /// The followed operations of the scope.
    pub followed: ArcRwSignal<Arc<[Followed]>>,
    /// Those of every scope, as they were told last.
    pub told: RefCell<VecMap<Scope, Vec<Followed>>>,
    /// What the tab is like.
    pub tab: ArcRwSignal<Tab>,
    /// Running fetches.
    pub aborts: RefCell<VecMap<Ticket, Abort>>,
    /// The one timer of `sync`.
    pub timer: Cell<Option<Timeout>>,
    /// What the page at hand is about: its freshness stands for the page's.
    pub shown: ArcRwSignal<Vec<Key>>,
    /// Tells which keys those are.
    pub is_about: RefCell<Option<IsAbout>>,
    slots: RefCell<VecMap<Key, Used<Slot>>>,
    rows: RefCell<VecMap<RowKey, Used<Row>>>,
}

thread_local! {
    static STORE: Rc<Store> = Rc::default();
}

/// The store of this page.
pub fn store() -> Rc<Store> {
    STORE.with(Rc::clone)
}

impl Store {
    /// The signals of a key that nobody used; they say nothing yet ([`super::driver::slot`] fills them).
    pub fn new_slot(&self, key: &Key) -> Slot {
        self.slots.borrow_mut().entry(key).what.clone()
    }

    /// The signals of a key, if somebody uses it.
    pub fn slot_in_use(&self, key: &Key) -> Option<Slot> {
        self.slots.borrow().get(key).map(|used| used.what.clone())
    }

    /// The keys of a scope's instances that somebody uses.
    pub fn instance_keys(&self, scope: &Scope) -> Vec<Key> {
        let slots = self.slots.borrow();
        let keys = slots.iter().map(|(key, _)| key).filter(|key| matches!(key, Key::Servers(_) | Key::Server(..)));
        keys.filter(|key| key.scope() == scope).cloned().collect()
    }

    /// The keys of a scope that somebody uses.
    pub fn keys_in_use(&self, scope: &Scope) -> Vec<Key> {
        let slots = self.slots.borrow();
        let used = slots.iter().filter(|(_, used)| used.users > 0).map(|(key, _)| key);
        used.filter(|key| key.scope() == scope).cloned().collect()
    }

    /// One more shows the key.
    pub fn enter(&self, key: &Key) {
        self.slots.borrow_mut().entry(key).users += 1;
    }

    /// One less; with the last one the key's signals go, so that what they hold does not stay in memory.
    pub fn leave(&self, key: &Key) {
        let gone = one_less(&mut self.slots.borrow_mut(), key);
        // Who follows the signals may look here while they go.
        drop(gone);
    }

    /// What the page is about, as far as it is in use; where that is nothing, the list of instances, then one instance,
    /// then all else. `Some`: something else than before.
    pub fn choose_shown(&self) -> Option<Vec<Key>> {
        let slots = self.slots.borrow();
        let used = || slots.iter().filter(|(_, used)| used.users > 0).map(|(key, _)| key);
        let is_about = self.is_about.borrow().clone();
        let mut shown: Vec<Key> =
            used().filter(|key| is_about.as_ref().is_some_and(|is_about| is_about(key))).cloned().collect();
        if shown.is_empty() {
            shown.extend(used().min_by_key(|key| key.rank()).cloned());
        }
        drop(slots);
        if *self.shown.read_untracked() == shown {
            return None;
        }
        self.shown.set(shown.clone());
        Some(shown)
    }

    /// The signal of a row; [`Store::leave_row`] gives it back.
    pub fn take_row(&self, row: &RowKey) -> Row {
        let mut rows = self.rows.borrow_mut();
        let used = rows.entry(row);
        if used.users == 0 {
            let (scope, id) = row;
            used.what = ArcRwSignal::new(self.copy.borrow().server(scope, id));
        }
        used.users += 1;
        used.what.clone()
    }

    /// One user less.
    pub fn leave_row(&self, row: &RowKey) {
        one_less(&mut self.rows.borrow_mut(), row);
    }

    /// The signal of a row, if somebody uses it. Asked for each of thousands of rows that came, of which few are in use: by
    /// reference, so that no scope is cloned for it.
    pub fn row_in_use(&self, scope: &Scope, id: &ServerId) -> Option<Row> {
        let rows = self.rows.borrow();
        let mut used = rows.iter().filter(|((of, row), _)| row == id && of == scope);
        used.next().map(|(_, used)| used.what.clone())
    }
}

/// One user less; what nobody uses any longer is taken out.
fn one_less<K: PartialEq, T>(all: &mut VecMap<K, Used<T>>, key: &K) -> Option<Used<T>> {
    let used = all.get_mut(key)?;
    used.users = used.users.saturating_sub(1);
    if used.users == 0 { all.remove(key) } else { None }
}
