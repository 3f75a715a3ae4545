//! Leptos' reactive values, compiled once for all types. Leptos compiles its own for each type that is read, memoised
//! or derived, which was a tenth of the app (docs/decisions/0003). They have other names but Leptos' methods:
//! [`Computed`] is a `Memo`, [`Observed`] a read-only `Signal`. [`Value`] can also be written, so that a form field
//! edits signals and parts of signals alike (docs/decisions/0007).
//!
//! ```ignore
//! let total = Computed::new(move |_| rows.with(|rows| rows.len()));   // memoised: notifies only if the number changes
//! let label: Observed<String> = Observed::derive(move || name.get()); // computed each time it is read
//! ```

mod computed;
mod observed;
mod value;

pub use computed::{Computed, once};
pub use observed::Observed;
pub use value::Value;

use futures_channel::oneshot;
use leptos::prelude::{Effect, untrack};

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
