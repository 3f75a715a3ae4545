//! What Maru adds to Leptos' signals: [`Value`], which a form field edits (docs/decisions/0007), [`effect`], [`once`] and
//! [`until`].
//!
//! A trap in Leptos 0.8 (reactive_graph 0.2.16): an effect or view that reads a memo *before* another memo which the first
//! one is derived from is not run again when only the second one changes. So read what others are derived from first.

mod value;

pub use value::Value;

use futures_channel::oneshot;
use leptos::prelude::{Effect, Memo, untrack};

/// False until `happened` is true for the first time, and true from then on.
pub fn once(happened: impl Fn() -> bool + Send + Sync + 'static) -> Memo<bool> {
    Memo::new(move |before: Option<&bool>| before.copied().unwrap_or_default() || happened())
}

/// Leptos' `Effect::new` without the previous value.
pub fn effect(run: impl FnMut() + 'static) {
    start(Box::new(run));
}

fn start(run: Box<dyn FnMut()>) {
    Effect::new(run);
}

/// Waits until `happened` returns true; ends early when the owner of the caller is disposed.
pub async fn until(happened: impl Fn() -> bool + 'static) {
    if untrack(&happened) {
        return;
    }
    let (tell, told) = oneshot::channel();
    let mut tell = Some(tell);
    effect(move || {
        if happened()
            && let Some(tell) = tell.take()
        {
            // Fails when nobody is waiting any more, which is fine.
            let _ = tell.send(());
        }
    });
    // An error means that the effect was disposed with its owner.
    let _ = told.await;
}
