//! What is to be done.

use cloud::ServerId;
use cloud::calls::servers::ServerQuery;

use crate::{Key, Millis, Scope, Value};

/// Names one fetch. Never used twice: an answer with an old ticket is of an older generation and is dropped.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Ticket(pub u64);

/// What to request for a key.
#[derive(Clone, PartialEq, Debug)]
pub enum Ask {
    /// `servers::list`; answered with `Answer::Servers`.
    Servers(ServerQuery),
    /// `servers::get`; answered with `Answer::Server`.
    Server(ServerId),
    /// What the key names, where it is no instance; answered with `Answer::Value`. How is known to whoever shows it.
    Value {
        /// The pages that have come, where another one follows.
        so_far: Option<Value>,
        /// How often the rows of a page are to be halved: answers were too long.
        halvings: u32,
        /// How many rows it had the last time: a page of some more brings all at once.
        rows: usize,
    },
}

/// One thing to do.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Send a request.
    Fetch {
        /// To be given back with the answer.
        ticket: Ticket,
        /// For which key; its scope says which endpoints and token.
        key: Key,
        /// What to request.
        ask: Ask,
    },
    /// Nobody wants the answer any more.
    Abort(Ticket),
    /// A value changed; read it from the copy.
    Publish(Change),
    /// Send `Tick` then. One timer: it replaces the one before.
    WakeAt(Millis),
    /// The cloud refused the token (401). The scope is silent until `SignedIn`.
    SignInNeeded(Scope),
}

/// What changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// Rows of the instance list (`LocalCopy::servers`, `server`).
    Servers {
        /// Where.
        scope: Scope,
        /// New ones.
        added: Vec<ServerId>,
        /// Those with a changed field.
        updated: Vec<ServerId>,
        /// Those that are gone.
        removed: Vec<ServerId>,
    },
    /// The whole value of a key that is no instance (`LocalCopy::value`).
    Value(Key),
    /// How fresh a key is (`LocalCopy::state`).
    State(Key),
    /// The followed operations of a scope (`LocalCopy::followed`).
    Followed(Scope),
}
