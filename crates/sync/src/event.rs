//! The events that the state machine handles.

use cloud::calls::servers::ServerQuery;
use cloud::rules::lifecycle::Action;
use cloud::wire::{Created, Server};
use cloud::{Failure, ServerId};

use crate::{Answer, FollowId, Key, Scope, Ticket};

/// An event for [`crate::LocalCopy::step`].
#[derive(Clone, PartialEq, Debug)]
pub enum Event {
    /// A component shows this key; counted.
    Subscribe(Key),
    /// A component no longer shows this key. After the last one polling stops and a running fetch is aborted.
    Unsubscribe(Key),
    /// A fetch was answered.
    Answered { ticket: Ticket, answer: Answer },
    /// A fetch failed.
    Failed { ticket: Ticket, failure: Failure },
    /// The timer of `WakeAt` fired.
    Tick,
    /// The person asked for fresh data. Waits only for a fetch under way.
    Refresh(Key),
    /// Our own request changed this (a key pair was deleted): fetch it soon.
    Invalidate(Key),
    /// A person was active on the page: polling is faster for [`crate::pace::AT_WORK_FOR_MS`].
    AtWork,
    /// The resources that the page is about. Before the first such event: everything.
    AtHand(Vec<Key>),
    /// These instances may have changed in a way that `changes-since` does not report: read them again.
    Recheck { scope: Scope, servers: Vec<ServerId> },
    /// The tab is hidden.
    Hidden,
    /// The tab is visible again.
    Visible,
    /// The browser is offline.
    Offline,
    /// The browser is online again.
    Online,
    /// The cloud accepted an action: the instance is followed until the action ends.
    Acted { scope: Scope, server: ServerId, action: Action },
    /// The cloud accepted a create: the instances are followed until ACTIVE or ERROR (row S16).
    Created {
        scope: Scope,
        /// The cloud's response.
        created: Created,
        /// What was requested.
        batch: Batch,
    },
    /// An incomplete response about an instance (to a rename): merged without overwriting known fields (row S17).
    Merged { scope: Scope, server: Box<Server> },
    /// Another tab of the same session received a response, which is handled like one of our own, so that one tab can send
    /// the requests of all.
    Heard(Box<Heard>),
    /// How long this tab waits for an answer of another one before it asks itself, in ms; 0 for the one that asks for all.
    Lag(u64),
    /// The person has seen the outcome of a followed operation.
    Dismiss(FollowId),
    /// Signed out of a scope, or of everything: its data is removed, late responses are dropped.
    SignedOut(Option<Scope>),
    /// A new token after a 401: fetching continues.
    SignedIn(Scope),
}

/// What following a create needs to know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Batch {
    /// The typed name; a batch appends `-1`, `-2`, …
    pub name: String,
    /// The maximum number of instances.
    pub count: u32,
}

/// A response that another tab received.
#[derive(Clone, PartialEq, Debug)]
pub struct Heard {
    /// What was requested.
    pub key: Key,
    /// For the list of instances: how.
    pub query: Option<ServerQuery>,
    /// How long ago it was requested, in ms.
    pub ago: u64,
    /// The response.
    pub answer: Answer,
}
