//! What happened.

use cloud::rules::lifecycle::Action;
use cloud::wire::{Created, Server};
use cloud::{Failure, ServerId};

use crate::{Answer, FollowId, Key, Scope, Ticket};

/// One thing that happened, as told to [`crate::LocalCopy::step`].
#[derive(Clone, PartialEq, Debug)]
pub enum Event {
    /// Somebody shows this; counted.
    Subscribe(Key),
    /// Somebody stopped showing this; with the last one the polling ends and a running fetch is aborted.
    Unsubscribe(Key),
    /// A fetch was answered.
    Answered {
        /// Of which fetch.
        ticket: Ticket,
        /// With what.
        answer: Answer,
    },
    /// A fetch failed.
    Failed {
        /// Which fetch.
        ticket: Ticket,
        /// How.
        failure: Failure,
    },
    /// The timer of `WakeAt` rang.
    Tick,
    /// The person asked for fresh data. Waits for nothing but a fetch under way.
    Refresh(Key),
    /// Something changed on the cloud by our own hand (a key pair was deleted): ask again soon.
    Invalidate(Key),
    /// A person did something at the page: it is kept fresher for [`crate::pace::AT_WORK_FOR_MS`].
    AtWork,
    /// What the page at hand is about. Until this is told, everything.
    AtHand(Vec<Key>),
    /// Something about these instances changed that their list does not tell of: they are read again.
    Doubted {
        /// Where.
        scope: Scope,
        /// Which.
        servers: Vec<ServerId>,
    },
    /// The tab is no longer seen.
    Hidden,
    /// The tab is seen again.
    Visible,
    /// The browser has no network.
    Offline,
    /// The browser has a network again.
    Online,
    /// The cloud accepted an action: the instance is followed until it has arrived.
    Acted {
        /// Where.
        scope: Scope,
        /// On which instance.
        server: ServerId,
        /// What.
        action: Action,
    },
    /// The cloud accepted a create: what it made is followed until ACTIVE or ERROR (row S16).
    Created {
        /// Where.
        scope: Scope,
        /// Its answer.
        created: Created,
        /// What was asked for.
        batch: Batch,
    },
    /// A short answer about an instance (to a rename): absorbed, never replacing what is known (row S17).
    Merged {
        /// Where.
        scope: Scope,
        /// The answer.
        server: Box<Server>,
    },
    /// The person has seen the outcome of a followed operation.
    Dismiss(FollowId),
    /// Signed out of a scope, or of everything: all of it is forgotten, late answers are dropped.
    SignedOut(Option<Scope>),
    /// A fresh token after a 401: asking goes on.
    SignedIn(Scope),
}

/// What a create asked for, as far as following it needs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Batch {
    /// The name typed; a batch appends `-1`, `-2`, …
    pub name: String,
    /// How many at the most.
    pub count: u32,
}
