//! Flavors.

/// Flavors.
pub struct Flavors {
    pub title: &'static str,
}
