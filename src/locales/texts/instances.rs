//! The table of instances.

use super::Plural;

/// The table of instances.
pub struct Instances {
    pub title: &'static str,
    pub create: &'static str,
    pub count: Plural,
}
