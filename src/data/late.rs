//! Slow requests: after a while the page says that it is still waiting.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::timers::{self, Timeout};

/// From when on a wait is reported, in milliseconds.
const LATE_MS: u64 = 10_000;

thread_local! {
    static LATE: ArcRwSignal<usize> = ArcRwSignal::new(0);
}

/// Whether a request is taking long.
pub fn still_waiting() -> Signal<bool> {
    let late = LATE.with(Clone::clone);
    Signal::derive(move || late.get() > 0)
}

/// The wait for one response; it ends on drop.
pub(super) struct Waiting {
    late: Rc<Cell<bool>>,
    _timer: Timeout,
}

impl Waiting {
    /// Starts waiting.
    pub(super) fn begin() -> Self {
        let late = Rc::new(Cell::new(false));
        let rings = late.clone();
        let timer = timers::after(LATE_MS, move || {
            rings.set(true);
            LATE.with(Clone::clone).update(|late| *late += 1);
        });
        Self { late, _timer: timer }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if self.late.get() {
            LATE.with(Clone::clone).update(|late| *late = late.saturating_sub(1));
        }
    }
}
