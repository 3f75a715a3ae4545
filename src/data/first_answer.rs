//! [`FirstAnswer`]: the Leptos resource behind everything a page reads.

use std::sync::Arc;

use cloud::Failure;
use leptos::prelude::*;

use crate::reactive::{effect, until};

/// The resource to read inside `Suspense`. It is pending until the data has arrived or the request has failed, and again
/// when nothing is known any more, for example in a region that has not been shown before. The data itself is in signals,
/// because the local copy updates it row by row (docs/decisions/0012). All lists have this one type, so that it is compiled
/// once.
pub type FirstAnswer = LocalResource<Result<(), Arc<Failure>>>;

/// Creates the resource. `known`: whether there is data to show; `failure`: why there is none.
pub fn first_answer(known: Signal<bool>, failure: Signal<Option<Arc<Failure>>>) -> FirstAnswer {
    let answer = Memo::new(move |_| match (known.get(), failure.get()) {
        (true, _) => Some(Ok(())),
        (false, failure) => failure.map(Err),
    });
    let resource = LocalResource::new(move || answered(answer));
    // The future below reports the first answer; later changes are reported here.
    let mut before = answer.get_untracked();
    effect(move || {
        let now = answer.get();
        match (before.take(), &now) {
            (None, _) => {}
            (Some(_), None) => resource.refetch(),
            (was, _) if was == now => {}
            (Some(_), _) => resource.set(now.clone()),
        }
        before = now;
    });
    resource
}

/// Resolves when there is an answer, or when the page is gone. Leptos awaits one future before it creates the next, so this
/// one must not be bound to the region it was created in: after a change of region it waits for the new one.
async fn answered(answer: Memo<Option<Result<(), Arc<Failure>>>>) -> Result<(), Arc<Failure>> {
    until(move || answer.try_get().is_none_or(|answer| answer.is_some())).await;
    answer.try_get_untracked().flatten().unwrap_or(Ok(()))
}
