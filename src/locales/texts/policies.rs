//! Placement policies.

/// Placement policies.
pub struct Policies {
    pub title: &'static str,
}
