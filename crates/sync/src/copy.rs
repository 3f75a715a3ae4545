//! The machine.

use std::sync::Arc;

use cloud::ServerId;
use cloud::wire::Server;

use crate::{Effect, Event, Followed, Key, Millis, Scope, State, Value};

/// The local copy of everything that was asked of clouds.
#[derive(Default)]
pub struct LocalCopy {}

impl LocalCopy {
    /// An empty copy: visible, online, nothing asked.
    pub fn new() -> Self {
        Self::default()
    }

    /// Tells what happened and when; answers what is to be done, in order.
    pub fn step(&mut self, now: Millis, event: Event) -> Vec<Effect> {
        let _ = (now, event);
        Vec::new()
    }

    /// All instances of a scope, newest first. Cheap: the snapshot is made anew only when a row changed.
    pub fn servers(&self, scope: &Scope) -> Arc<[Arc<Server>]> {
        let _ = scope;
        Arc::from([])
    }

    /// One instance.
    pub fn server(&self, scope: &Scope, id: &ServerId) -> Option<Arc<Server>> {
        let _ = (scope, id);
        None
    }

    /// What is known under a key that is no instance.
    pub fn value(&self, key: &Key) -> Option<Value> {
        let _ = key;
        None
    }

    /// How fresh a key is.
    pub fn state(&self, key: &Key) -> State {
        let _ = key;
        State::default()
    }

    /// The operations that are or were followed in a scope, oldest first.
    pub fn followed(&self, scope: &Scope) -> Vec<Followed> {
        let _ = scope;
        Vec::new()
    }
}
