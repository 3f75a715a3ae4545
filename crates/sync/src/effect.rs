//! The effects that a step returns.

use cloud::ServerId;
use cloud::calls::servers::ServerQuery;

use crate::{Key, Millis, Scope, Value};

/// Identifies one fetch; never reused. A response with an old ticket is dropped.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Ticket(pub u64);

/// What to request for a key.
#[derive(Clone, PartialEq, Debug)]
pub enum Ask {
    /// Call `servers::list`; answer with `Answer::Servers`.
    Servers(ServerQuery),
    /// Call `servers::get`; answer with `Answer::Server`.
    Server(ServerId),
    /// Fetch the resource that the key names; answer with `Answer::Value`. The subscriber knows how.
    Value {
        /// The previous pages, if this is not the first one.
        so_far: Option<Value>,
        /// How often to halve the rows per page, because responses were too long.
        halvings: u32,
        /// The number of rows last time: a page of slightly more returns everything at once.
        rows: usize,
    },
}

/// Something to do.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Send a request.
    Fetch {
        /// To be returned with the response.
        ticket: Ticket,
        /// Its scope determines endpoints and token.
        key: Key,
        ask: Ask,
    },
    /// The response is no longer wanted.
    Abort(Ticket),
    /// A value changed; read it from the copy.
    Publish(Change),
    /// Send `Tick` at this time. There is one timer: this replaces the previous one.
    WakeAt(Millis),
    /// The cloud rejected the token (401). Nothing is sent for the scope until `SignedIn`.
    SignInNeeded(Scope),
}

/// What changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// Rows of the instance list (`LocalCopy::servers`, `server`).
    Servers { scope: Scope, added: Vec<ServerId>, updated: Vec<ServerId>, removed: Vec<ServerId> },
    /// The value of a key other than instances (`LocalCopy::value`).
    Value(Key),
    /// The state of a key (`LocalCopy::state`).
    State(Key),
    /// The followed operations of a scope (`LocalCopy::followed`).
    Followed(Scope),
}
