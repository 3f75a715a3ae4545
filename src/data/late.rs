//! Requests that take long: after a while the page says that it still waits.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::timers::{self, Timeout};
use crate::reactive::Observed;

/// From here on a wait is worth a word, milliseconds.
const LATE_MS: u64 = 10_000;

thread_local! {
    static LATE: ArcRwSignal<usize> = ArcRwSignal::new(0);
}

/// Whether some answer is long in coming.
pub fn still_waiting() -> Observed<bool> {
    let late = LATE.with(Clone::clone);
    Observed::derive(move || late.get() > 0)
}

/// One wait, until it is dropped.
pub(super) struct Waiting {
    late: Rc<Cell<bool>>,
    _timer: Timeout,
}

impl Waiting {
    /// Begins now.
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
