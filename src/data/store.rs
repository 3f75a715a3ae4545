//! The signals, and which of them is whose. Everything here is written by `driver` and `session` only.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use cloud::wire::Server;
use cloud::{ServerId, Timestamp};
use leptos::prelude::*;
use sync::{Followed, Key, LocalCopy, Scope, Ticket};

use super::app_config::ConfigState;
use super::freshness::Tab;
use super::lists::Instances;
use super::live::LiveState;
use super::session::SessionState;
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

/// One row in use, and how often.
struct Row {
    users: usize,
    signal: ArcRwSignal<Option<Arc<Server>>>,
}

/// Everything there is, once a page.
#[derive(Default)]
pub struct Store {
    /// The local copy.
    pub copy: RefCell<LocalCopy>,
    /// Who is signed in.
    pub session: ArcRwSignal<SessionState>,
    /// Whose data is shown.
    pub scope: ArcRwSignal<Option<Scope>>,
    /// `config.json`.
    pub config: ArcRwSignal<ConfigState>,
    /// The followed operations of the scope.
    pub followed: ArcRwSignal<Arc<[Followed]>>,
    /// What the tab is like.
    pub tab: ArcRwSignal<Tab>,
    /// Running fetches.
    pub aborts: RefCell<BTreeMap<Ticket, Abort>>,
    /// The one timer of `sync`.
    pub timer: Cell<Option<Timeout>>,
    /// The key whose freshness stands for what is on screen.
    pub shown: ArcRwSignal<Option<Key>>,
    users: RefCell<BTreeMap<Key, usize>>,
    slots: RefCell<BTreeMap<Key, Slot>>,
    rows: RefCell<BTreeMap<ServerId, Row>>,
}

thread_local! {
    static STORE: Rc<Store> = Rc::default();
}

/// The store of this page.
pub fn store() -> Rc<Store> {
    STORE.with(Rc::clone)
}

impl Store {
    /// The signals of a key, made at the first call from what is known.
    pub fn slot(&self, key: &Key) -> Slot {
        if let Some(slot) = self.slots.borrow().get(key) {
            return slot.clone();
        }
        let slot = Slot::default();
        self.slots.borrow_mut().insert(key.clone(), slot.clone());
        super::driver::fill(self, key, &slot);
        slot
    }

    /// The signals of a key, if somebody uses it.
    pub fn slot_in_use(&self, key: &Key) -> Option<Slot> {
        self.slots.borrow().get(key).cloned()
    }

    /// One more shows the key.
    pub fn enter(&self, key: &Key) {
        *self.users.borrow_mut().entry(key.clone()).or_default() += 1;
        self.choose_shown();
    }

    /// One less; with the last one the key's signals go, so that what they hold does not stay in memory.
    pub fn leave(&self, key: &Key) {
        let mut users = self.users.borrow_mut();
        let left = users.get(key).copied().unwrap_or_default().saturating_sub(1);
        if left == 0 {
            users.remove(key);
            self.slots.borrow_mut().remove(key);
        } else {
            users.insert(key.clone(), left);
        }
        drop(users);
        self.choose_shown();
    }

    /// The first in the order of [`Key`]: the list of instances, then one instance, then all else.
    fn choose_shown(&self) {
        let first = self.users.borrow().keys().next().cloned();
        if *self.shown.read_untracked() != first {
            self.shown.set(first);
        }
    }

    /// Forgets everything a cloud said.
    pub fn forget(&self) {
        let slots = std::mem::take(&mut *self.slots.borrow_mut());
        for slot in slots.into_values() {
            slot.held.set(None);
            slot.state.set(LiveState::Loading);
            slot.loaded_at.set(None);
        }
        for row in self.rows.borrow().values() {
            row.signal.set(None);
        }
        self.followed.set(Arc::from([]));
    }

    /// The signal of a row; [`Store::leave_row`] gives it back.
    pub fn take_row(&self, id: &ServerId) -> ArcRwSignal<Option<Arc<Server>>> {
        let mut rows = self.rows.borrow_mut();
        let row = rows.entry(id.clone()).or_insert_with(|| {
            let scope = self.scope.get_untracked();
            let known = scope.and_then(|scope| self.copy.borrow().server(&scope, id));
            Row { users: 0, signal: ArcRwSignal::new(known) }
        });
        row.users += 1;
        row.signal.clone()
    }

    /// One user less.
    pub fn leave_row(&self, id: &ServerId) {
        let mut rows = self.rows.borrow_mut();
        if let Some(row) = rows.get_mut(id) {
            row.users -= 1;
            if row.users == 0 {
                rows.remove(id);
            }
        }
    }

    /// The signal of a row, if somebody uses it.
    pub fn row_in_use(&self, id: &ServerId) -> Option<ArcRwSignal<Option<Arc<Server>>>> {
        self.rows.borrow().get(id).map(|row| row.signal.clone())
    }
}
