//! The machine: [`LocalCopy::step`] and what can be read from it.

mod answers;
mod events;
mod followed;
mod forget;
mod schedule;
mod services;
mod tell;

use std::sync::Arc;

use cloud::ServerId;
use cloud::catalog::Service;
use cloud::wire::Server;

use self::services::ServiceState;
use crate::entry::Entry;
use crate::follow::Follow;
use crate::list::ListPlan;
use crate::table::Table;
use crate::{Effect, Event, Followed, Key, Millis, Scope, State, Value, VecMap};

/// The local copy of everything that was asked of clouds.
#[derive(Default)]
pub struct LocalCopy {
    now: Millis,
    entries: VecMap<Key, Entry>,
    scopes: VecMap<Scope, ScopeCopy>,
    /// Oldest first.
    follows: Vec<Follow>,
    /// Hidden since, and when the last request of the hidden tab was sent.
    hidden: Option<Millis>,
    offline: bool,
    /// When a person last did something at the page.
    at_work: Option<Millis>,
    /// What the page is about; not told: everything.
    at_hand: Option<Vec<Key>>,
    /// The timer as last set.
    armed: Option<Millis>,
    tickets: u64,
    /// Values and followed operations that changed in this step.
    changed: Vec<Key>,
    changed_follows: Vec<Scope>,
}

/// What is known of one scope beside its keys.
#[derive(Default)]
pub(crate) struct ScopeCopy {
    table: Table,
    list: ListPlan,
    /// No valid token: nothing is sent until somebody signed in.
    silent: bool,
    /// How each service answers.
    services: VecMap<Service, ServiceState>,
}

impl LocalCopy {
    /// An empty copy: visible, online, nothing asked.
    pub fn new() -> Self {
        Self::default()
    }

    /// Tells what happened and when; answers what is to be done, in order. A `now` before the last one counts as that.
    pub fn step(&mut self, now: Millis, event: Event) -> Vec<Effect> {
        self.now = self.now.max(now);
        self.armed = self.armed.filter(|at| *at > self.now);
        let mut effects = Vec::new();
        self.take(event, &mut effects);
        self.settle_removed();
        self.grow_old();
        self.abort_unwanted(&mut effects);
        self.fetch_due(&mut effects);
        self.tell(&mut effects);
        effects
    }

    /// All instances of a scope, newest first. Cheap: the snapshot is made anew only when a row changed.
    pub fn servers(&self, scope: &Scope) -> Arc<[Arc<Server>]> {
        self.scopes.get(scope).map(|copy| copy.table.snapshot()).unwrap_or_default()
    }

    /// One instance.
    pub fn server(&self, scope: &Scope, id: &ServerId) -> Option<Arc<Server>> {
        self.scopes.get(scope)?.table.get(id).cloned()
    }

    /// What is known under a key that is no instance.
    pub fn value(&self, key: &Key) -> Option<Value> {
        self.entries.get(key)?.value.clone()
    }

    /// How fresh a key is.
    pub fn state(&self, key: &Key) -> State {
        self.entries.get(key).map(|entry| self.state_of(key, entry)).unwrap_or_default()
    }

    /// The operations that are or were followed in a scope, oldest first.
    pub fn followed(&self, scope: &Scope) -> Vec<Followed> {
        self.follows.iter().filter(|follow| follow.told.scope == *scope).map(|follow| follow.told.clone()).collect()
    }

    fn scope(&mut self, scope: &Scope) -> &mut ScopeCopy {
        self.scopes.entry(scope)
    }

    fn next_number(&mut self) -> u64 {
        self.tickets += 1;
        self.tickets
    }
}

/// Puts down what changed, once.
fn note<T: PartialEq + Clone>(changed: &mut Vec<T>, what: &T) {
    if !changed.contains(what) {
        changed.push(what.clone());
    }
}
