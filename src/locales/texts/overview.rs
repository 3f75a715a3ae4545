//! Which runs where, and what needs attention.

/// Which runs where, and what needs attention.
pub struct Overview {
    pub title: &'static str,
}
