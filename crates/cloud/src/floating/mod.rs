//! Attaching and detaching a floating IP as one operation (row S30) of several requests, each of which may fail. Both
//! are state machines without I/O: the caller carries out each step and reports its result.

mod attach;
mod candidate;
mod detach;
mod pause;
#[cfg(test)]
mod samples;

pub use attach::{AddressFrom, Attach, Event, Known, Step};
pub use candidate::{Candidate, candidates};
pub use detach::{Detach, DetachEvent, DetachStep};
pub use pause::{FRESH_MS, is_fresh};
