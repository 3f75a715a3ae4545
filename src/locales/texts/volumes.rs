//! Volumes and their snapshots.

/// Volumes and their snapshots.
pub struct Volumes {
    pub title: &'static str,
}
