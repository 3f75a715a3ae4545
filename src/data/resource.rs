//! What a page reads, as a Leptos resource.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use cloud::Failure;
use futures_channel::oneshot;
use leptos::prelude::*;

use crate::reactive::{Computed, Observed, effect};

/// The first answer to what a page reads: pending until something is known of it, or could not be learnt; for `Suspense`,
/// which shows a skeleton until then. The values themselves stand in signals, which the local copy keeps fresh: a resource
/// would be pending again each time one changed. One type for all that is read, so that its code is there once.
pub type FirstAnswer = LocalResource<Result<(), Arc<Failure>>>;

/// How far the first answer is.
#[derive(Clone, PartialEq)]
enum Arrival {
    Awaited,
    Here,
    Failed(Arc<Failure>),
}

/// The resource that is pending until `known` is true or there is a `failure`, and again when neither holds any more: in
/// another region nothing is known at first. Asking again is [`super::Live::refresh`]'s.
pub fn first_answer(known: Observed<bool>, failure: Observed<Option<Arc<Failure>>>) -> FirstAnswer {
    let arrival = Computed::new(move |_| match (known.get(), failure.get()) {
        (true, _) => Arrival::Here,
        (false, Some(failure)) => Arrival::Failed(failure),
        (false, None) => Arrival::Awaited,
    });
    let waiting: Waiting = Rc::default();
    let woken = waiting.clone();
    effect(move || {
        arrival.with(|_| ());
        for one in woken.take() {
            // Nobody waits any longer: that is all right.
            let _ = one.send(());
        }
    });
    LocalResource::new(move || {
        arrival.with(|_| ());
        wait(arrival, waiting.clone())
    })
}

type Waiting = Rc<RefCell<Vec<oneshot::Sender<()>>>>;

/// A future that waits for another one would keep the resource from ever being read again: this one looks at what is there
/// now each time that it changes. When the page goes while it waits, there is nothing to look at any more.
async fn wait(arrival: Computed<Arrival>, waiting: Waiting) -> Result<(), Arc<Failure>> {
    loop {
        match arrival.try_get_untracked() {
            Some(Arrival::Failed(failure)) => return Err(failure),
            Some(Arrival::Here) | None => return Ok(()),
            Some(Arrival::Awaited) => {
                let (wake, woken) = oneshot::channel();
                waiting.borrow_mut().push(wake);
                if woken.await.is_err() {
                    return Ok(());
                }
            }
        }
    }
}
