//! What a refusal tells of a lock.

use crate::error::{Failure, FailureKind};

#[cfg(test)]
mod tests;

/// Whether a refusal says that the instance is locked: most clouds tell a lock nowhere else.
pub fn says_locked(failure: &Failure) -> bool {
    failure.kind == FailureKind::Conflict && failure.message.contains("is locked")
}
