//! The state machine: [`LocalCopy::step`], and its getters.

mod answers;
mod events;
mod followed;
mod forget;
mod heard;
mod publish;
mod schedule;
mod services;

use std::collections::VecDeque;
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

/// The local copy of everything that was read from clouds.
#[derive(Default)]
pub struct LocalCopy {
    now: Millis,
    entries: VecMap<Key, Entry>,
    scopes: VecMap<Scope, ScopeCopy>,
    /// Oldest first.
    follows: Vec<Follow>,
    /// When the tab was hidden, and when its last request since was sent.
    hidden: Option<Millis>,
    offline: bool,
    /// How long another tab is waited for where it answered the last time.
    lag: u64,
    /// When a person was last active on the page.
    at_work: Option<Millis>,
    /// The resources that the page is about; `None`: everything.
    at_hand: Option<Vec<Key>>,
    /// The time the timer is set to.
    armed: Option<Millis>,
    tickets: u64,
    /// When the last lists of instances were begun, at most [`crate::pace::LISTS_AT_ONCE`] of them, oldest first.
    begun: VecDeque<Millis>,
    /// Values and followed operations that changed in this step.
    changed: Vec<Key>,
    changed_follows: Vec<Scope>,
}

/// The data of one scope.
#[derive(Default)]
pub(crate) struct ScopeCopy {
    table: Table,
    list: ListPlan,
    /// No valid token: nothing is sent until the person signs in.
    silent: bool,
    /// The state of each service.
    services: VecMap<Service, ServiceState>,
}

impl LocalCopy {
    /// An empty copy: visible, online, nothing requested.
    pub fn new() -> Self {
        Self::default()
    }

    /// Handles an event and returns the effects to carry out, in order. A `now` before the previous one is raised to
    /// that.
    pub fn step(&mut self, now: Millis, event: Event) -> Vec<Effect> {
        self.now = self.now.max(now);
        self.armed = self.armed.filter(|at| *at > self.now);
        let mut effects = Vec::new();
        self.take(event, &mut effects);
        self.settle_removed();
        self.expire();
        self.abort_unwanted(&mut effects);
        self.fetch_due(&mut effects);
        self.publish(&mut effects);
        effects
    }

    /// All instances of a scope, newest first. Cheap: the snapshot is rebuilt only when a row changed.
    pub fn servers(&self, scope: &Scope) -> Arc<[Arc<Server>]> {
        self.scopes.get(scope).map(|copy| copy.table.snapshot()).unwrap_or_default()
    }

    /// One instance of a scope.
    pub fn server(&self, scope: &Scope, id: &ServerId) -> Option<Arc<Server>> {
        self.scopes.get(scope)?.table.get(id).cloned()
    }

    /// The value of a key other than instances.
    pub fn value(&self, key: &Key) -> Option<Value> {
        self.entries.get(key)?.value.clone()
    }

    /// How fresh a key is.
    pub fn state(&self, key: &Key) -> State {
        self.entries.get(key).map(|entry| self.state_of(key, entry)).unwrap_or_default()
    }

    /// The operations followed in a scope, ended ones included, oldest first.
    pub fn followed(&self, scope: &Scope) -> Vec<Followed> {
        self.follows.iter().filter(|follow| follow.info.scope == *scope).map(|follow| follow.info.clone()).collect()
    }

    fn scope(&mut self, scope: &Scope) -> &mut ScopeCopy {
        self.scopes.entry(scope)
    }

    fn next_number(&mut self) -> u64 {
        self.tickets += 1;
        self.tickets
    }
}

/// Adds an item unless it is contained.
fn note<T: PartialEq + Clone>(changed: &mut Vec<T>, what: &T) {
    if !changed.contains(what) {
        changed.push(what.clone());
    }
}
