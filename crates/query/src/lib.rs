//! Searching in lists: comparing texts without regard to case.
//!
//! Pure: no I/O, no clock, no browser, and no displayed texts.

mod fold;

pub use fold::{fold, fold_char};
