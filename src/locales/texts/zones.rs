//! Availability zones.

/// Availability zones.
pub struct Zones {
    pub title: &'static str,
}
