//! Operations of several steps that more than one page starts, with their progress and failures.

pub mod floating;
mod following;
pub mod saving;
pub mod storing;
