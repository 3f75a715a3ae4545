//! The signals of everything that is shown. Only `driver` and `session` write them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use cloud::last_known::Head;
use cloud::wire::Server;
use cloud::{Failure, ServerId, Timestamp};
use leptos::prelude::*;
use sync::{Event, Followed, Key, LocalCopy, Scope, Ticket, VecMap};

use super::app_config::ConfigState;
use super::freshness::Tab;
use super::lists::Instances;
use super::live::LiveState;
use super::session::{Open, SessionState};
use crate::browser::{requests::Abort, timers::Timeout};

/// The data of a key. One type, so that all keys have signals of one type.
#[derive(Clone, PartialEq, Debug)]
pub enum Data {
    /// Of `Key::Servers`.
    Instances(Instances),
    /// Of `Key::Server`.
    Instance(Arc<Server>),
    /// Of every other key.
    Value(sync::Value),
}

/// The signals of one key.
#[derive(Clone, Default)]
pub struct Signals {
    /// The data; `None` until there is some.
    pub data: ArcRwSignal<Option<Data>>,
    /// Its freshness.
    pub state: ArcRwSignal<LiveState>,
    /// When the cloud last confirmed it.
    pub loaded_at: ArcRwSignal<Option<Timestamp>>,
}

/// The signal of one row.
pub type Row = ArcRwSignal<Option<Arc<Server>>>;

/// The key of a row: two clouds may have instances with the same id.
pub type RowKey = (Scope, ServerId);

/// Returns whether the current page is about a key.
pub type IsAbout = Rc<dyn Fn(&Key) -> bool>;

/// Something in use, with the number of its users.
#[derive(Default)]
struct Used<T> {
    users: usize,
    what: T,
}

/// All state of the data layer, one for each page.
#[derive(Default)]
pub struct Store {
    /// The local copy.
    pub copy: RefCell<LocalCopy>,
    /// The open sessions ([`super::session::open_sessions`]).
    pub sessions: ArcRwSignal<Vec<Open>>,
    /// Whether stored sessions have been resumed.
    pub resumed: Cell<bool>,
    /// The scope that the address names.
    pub wanted: RefCell<Option<Scope>>,
    /// The scope of the row that the person works with, if it is not that of the address ([`super::work_in`]).
    pub worked_in: RefCell<Option<Scope>>,
    /// Whose last known list is shown because nobody can be asked who is signed in.
    pub without_session: ArcRwSignal<Option<Head>>,
    /// Projects that were to be opened with another session's token, and the cloud's refusal.
    pub tried: ArcRwSignal<Vec<(Scope, Option<Failure>)>>,
    /// The session of the scope that is shown.
    pub session: ArcRwSignal<SessionState>,
    /// The scope whose data is shown.
    pub scope: ArcRwSignal<Option<Scope>>,
    /// `config.json`.
    pub config: ArcRwSignal<ConfigState>,
    /// The followed operations of that scope.
    pub followed: ArcRwSignal<Arc<[Followed]>>,
    /// Those of every scope, as of the last notices.
    pub told: RefCell<VecMap<Scope, Vec<Followed>>>,
    /// The state of the tab.
    pub tab: ArcRwSignal<Tab>,
    /// The requests under way.
    pub aborts: RefCell<VecMap<Ticket, Abort>>,
    /// The one timer of `sync`.
    pub timer: Cell<Option<Timeout>>,
    /// The keys the current page is about: the header shows their freshness.
    pub shown: ArcRwSignal<Vec<Key>>,
    /// Selects those keys.
    pub is_about: RefCell<Option<IsAbout>>,
    /// [`super::driver::step`], once the file `console` is loaded.
    driver: Cell<Option<fn(Event)>>,
    /// Events that came before.
    early: RefCell<Vec<Event>>,
    signals: RefCell<VecMap<Key, Used<Signals>>>,
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
    /// Starts the driver with the events that came before; `false` if it was running.
    pub fn begin(&self, step: fn(Event)) -> bool {
        let begins = self.driver.replace(Some(step)).is_none();
        self.early.take().into_iter().for_each(step);
        begins
    }

    /// Passes an event about sessions to the driver. Sessions can be there before it: sign-in is loaded without it.
    pub fn tell(&self, event: Event) {
        match self.driver.get() {
            Some(step) => step(event),
            None => self.early.borrow_mut().push(event),
        }
    }

    /// The signals of a key that nobody used, still empty ([`super::driver::signals`] fills them).
    pub fn new_signals(&self, key: &Key) -> Signals {
        self.signals.borrow_mut().entry(key).what.clone()
    }

    /// The signals of a key, if it is in use.
    pub fn signals_in_use(&self, key: &Key) -> Option<Signals> {
        self.signals.borrow().get(key).map(|used| used.what.clone())
    }

    /// The keys in use that contain a scope's instances.
    pub fn instance_keys(&self, scope: &Scope) -> Vec<Key> {
        let signals = self.signals.borrow();
        let keys = signals.iter().map(|(key, _)| key).filter(|key| matches!(key, Key::Servers(_) | Key::Server(..)));
        keys.filter(|key| key.scope() == scope).cloned().collect()
    }

    /// The keys of a scope that are in use.
    pub fn keys_in_use(&self, scope: &Scope) -> Vec<Key> {
        let signals = self.signals.borrow();
        let used = signals.iter().filter(|(_, used)| used.users > 0).map(|(key, _)| key);
        used.filter(|key| key.scope() == scope).cloned().collect()
    }

    /// Adds a user of the key.
    pub fn enter(&self, key: &Key) {
        self.signals.borrow_mut().entry(key).users += 1;
    }

    /// Removes a user of the key. With the last one its signals are dropped, so that their data does not stay in memory.
    pub fn leave(&self, key: &Key) {
        let gone = one_less(&mut self.signals.borrow_mut(), key);
        // Dropped last, because code that follows the signals may read the store meanwhile.
        drop(gone);
    }

    /// The keys the page is about, as far as they are in use; without any, the most important key in use: the list of
    /// instances, then one instance, then everything else. `None`: the same as before.
    pub fn choose_shown(&self) -> Option<Vec<Key>> {
        let signals = self.signals.borrow();
        let used = || signals.iter().filter(|(_, used)| used.users > 0).map(|(key, _)| key);
        let is_about = self.is_about.borrow().clone();
        let mut shown: Vec<Key> =
            used().filter(|key| is_about.as_ref().is_some_and(|is_about| is_about(key))).cloned().collect();
        if shown.is_empty() {
            shown.extend(used().min_by_key(|key| key.rank()).cloned());
        }
        drop(signals);
        if *self.shown.read_untracked() == shown {
            return None;
        }
        self.shown.set(shown.clone());
        Some(shown)
    }

    /// The signal of a row; [`Store::leave_row`] releases it.
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

    /// Removes a user of the row.
    pub fn leave_row(&self, row: &RowKey) {
        one_less(&mut self.rows.borrow_mut(), row);
    }

    /// The signal of a row, if it is in use. Called for each of the thousands of rows that arrive, few of which are in use:
    /// by reference, so that no scope is cloned.
    pub fn row_in_use(&self, scope: &Scope, id: &ServerId) -> Option<Row> {
        let rows = self.rows.borrow();
        let mut used = rows.iter().filter(|((of, row), _)| row == id && of == scope);
        used.next().map(|(_, used)| used.what.clone())
    }
}

/// Removes a user; removes the entry with the last one.
fn one_less<K: PartialEq, T>(all: &mut VecMap<K, Used<T>>, key: &K) -> Option<Used<T>> {
    let used = all.get_mut(key)?;
    used.users = used.users.saturating_sub(1);
    if used.users == 0 { all.remove(key) } else { None }
}
