//! The events that a run handles, and the effects that it asks for.

use std::sync::Arc;

use cloud::wire::Server;
use cloud::{Failure, RequestId, Scope};
use sync::Millis;

use crate::{Attempt, Going, ItemNo, Options};

/// An event for [`crate::Run::step`].
#[derive(Clone, PartialEq, Debug)]
pub enum Event {
    /// The timer of `WakeAt` fired. Also the first event of a new run.
    Tick,
    /// The result of a `Send`. Whether a failure is a refusal, a pause or a lost answer is decided here.
    Answered {
        /// From the effect.
        item: ItemNo,
        /// From the effect.
        attempt: Attempt,
        /// The request id, if there was one, or the failure.
        answer: Result<Option<RequestId>, Failure>,
    },
    /// Rows of the cloud, asked for by `Look` or not. Rows of other instances are ignored, so whole lists may be passed.
    Seen {
        /// Where they were read.
        scope: Scope,
        /// When they were requested: an older row still shows the state before an action.
        asked: Millis,
        /// The rows.
        rows: Vec<Arc<Server>>,
    },
    /// Rows of other things than instances, each by its id.
    SeenThings {
        /// Where they were read.
        scope: Scope,
        /// When they were requested.
        asked: Millis,
        /// The rows.
        rows: Vec<(String, Going)>,
    },
    /// These instances or things do not exist any more: a 404, or missing in a complete list.
    Gone {
        /// Where they were looked for.
        scope: Scope,
        /// When that was requested.
        asked: Millis,
        /// Their ids.
        ids: Vec<String>,
    },
    /// A `Look` failed. A 404 is `Gone` instead.
    LookFailed {
        /// From the effect.
        items: Vec<ItemNo>,
        /// The failure.
        failure: Failure,
    },
    /// Sends nothing new; what is under way is followed.
    Pause,
    /// Goes on after `Pause`.
    Resume,
    /// Sends nothing new, for good; what is under way is followed.
    Stop,
    /// Tries these items again, also after `Stop`; those that cannot ([`crate::Item::can_retry`]) are ignored. The cloud is
    /// asked about each of them first.
    Retry(Vec<ItemNo>),
    /// The person changed how the run proceeds.
    Options(Options),
    /// The session of a scope ended: nothing is sent or asked there.
    SessionEnded(Scope),
    /// Signed in to a scope again.
    SessionBack(Scope),
    /// Whether the tab is hidden: it looks less often.
    Hidden(bool),
    /// Whether the browser has a network. Without one nothing is sent or asked.
    Online(bool),
}

/// Something to do. Effects are carried out in order.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Store [`crate::Run::to_json`], and carry out the effects after it only when it is stored: otherwise a reload could
    /// send something twice.
    Save,
    /// Send [`crate::Run::call`] once, and report its result by `Answered`.
    Send {
        /// The item.
        item: ItemNo,
        /// To be returned with the answer.
        attempt: Attempt,
    },
    /// Ask the cloud for these instances of one scope, one by one or by a list; answer by `Seen`, `Gone` or `LookFailed`.
    Look {
        /// Their scope.
        scope: Scope,
        /// The items.
        items: Vec<ItemNo>,
    },
    /// Send `Tick` at this time. There is one timer: this replaces the previous one.
    WakeAt(Millis),
    /// All items have ended. A retry begins anew.
    Finished,
}
