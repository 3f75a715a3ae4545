//! Floating IPs.

/// Floating IPs.
pub struct FloatingIps {
    pub title: &'static str,
}
