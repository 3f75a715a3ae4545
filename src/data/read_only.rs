//! The read-only switch, for demos and people on call: while it is on, no request that changes something is sent. It is
//! enforced in one place, where intents are sent; pages read it to say so before.

use std::cell::OnceCell;

use leptos::prelude::*;

use crate::browser::storage::{Preference, keep_preference, preference};

thread_local! {
    static ON: OnceCell<ArcRwSignal<bool>> = const { OnceCell::new() };
}

/// Whether it is on.
pub fn read_only() -> Signal<bool> {
    signal().into()
}

/// Sets it, for all tabs and the next visit.
pub fn set_read_only(on: bool) {
    keep_preference(Preference::ReadOnly, on.then_some("on"));
    signal().set(on);
}

/// Whether it is on right now: another tab may have switched it on.
pub(super) fn is_on() -> bool {
    let on = signal();
    if preference(Preference::ReadOnly).is_some() && !on.get_untracked() {
        on.set(true);
    }
    on.get_untracked()
}

fn signal() -> ArcRwSignal<bool> {
    ON.with(|on| on.get_or_init(|| ArcRwSignal::new(preference(Preference::ReadOnly).is_some())).clone())
}
