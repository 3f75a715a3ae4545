//! Giving an instance a floating IP, and taking it off again, each in one step (row S30): several requests, each of
//! which may fail. Both are plain state machines; whoever runs them does what they ask for and tells what came of it.

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
