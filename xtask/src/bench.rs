//! `cargo xtask bench`: measures what docs/performance.md states.

use crate::shell::{Done, Failure};

/// Not measured yet.
pub fn run(_arguments: &[String]) -> Done {
    Err(Failure::new("bench is not there yet"))
}
