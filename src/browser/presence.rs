//! Whether a person is at work: only that keeps a session of the gateway open (docs/decisions/0004), and the page is kept
//! fresher meanwhile.

use std::cell::Cell;

use super::events::on_window;

thread_local! {
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

/// Notes every key and pointer from now on, and calls back. Not its moves: browsers make some up when the page changes
/// below it.
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
