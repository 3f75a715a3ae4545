//! What the cloud offers.

/// What the cloud offers.
pub struct About {
    pub title: &'static str,
}
