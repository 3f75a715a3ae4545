//! Runs of many actions: the chip in the header, and the panel with a row for each instance, which covers nothing.

mod chip;
mod controls;
mod end;
mod panel;
mod rows;
mod save;
mod words;

pub use chip::chip;
pub use panel::panel;
pub use words::what;
