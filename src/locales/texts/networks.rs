//! Networks and subnets.

/// Networks and subnets.
pub struct Networks {
    pub title: &'static str,
}
