//! Whether the person is active: only that keeps a session of the gateway open (docs/decisions/0004), and data is polled
//! more often meanwhile.

use std::cell::Cell;

use super::events::on_window;

thread_local! {
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

/// Notes every key press, pointer press and turn of the wheel from now on, and calls back. Not pointer moves: browsers also
/// report some when the page changes below the pointer.
pub fn listen(at_work: fn()) {
    for event in ["keydown", "pointerdown", "wheel"] {
        on_window(event, move || {
            AT_WORK.set(true);
            at_work();
        });
    }
}

/// Whether there was one since the last call.
pub fn take() -> bool {
    AT_WORK.take()
}
