//! Security groups and their rules.

/// Security groups and their rules.
pub struct SecurityGroups {
    pub title: &'static str,
}
