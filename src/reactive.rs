//! Leptos' reactive values with one piece of code for all types. Leptos compiles its own anew for each type that is
//! read, remembered or derived: a hundred kinds of them were a tenth of the app (docs/decisions/0003). The names and
//! methods are Leptos' own, so that what is known of them holds here; [`Value`] is the house's own, because a field edits
//! signals and parts of signals alike (docs/decisions/0007).

mod memo;
mod signal;
mod value;

pub use memo::{Memo, once};
pub use signal::Signal;
pub use value::Value;

use leptos::prelude::Effect;

/// Leptos' `Effect::new` for what needs no value of the run before.
pub fn effect(run: impl FnMut() + 'static) {
    start(Box::new(run));
}

fn start(run: Box<dyn FnMut()>) {
    Effect::new(run);
}
