//! Availability zones.

use super::Plural;

/// Availability zones.
pub struct Zones {
    pub title: &'static str,
    pub lead: &'static str,
    pub search: &'static str,
    pub count: Plural,
    pub available: &'static str,
    pub unavailable: &'static str,
    pub closed: &'static str,
    pub instances: Plural,
    pub counting: &'static str,
    pub uncounted: &'static str,
    pub how_they_run: &'static str,
    pub running: Plural,
    pub not_running: Plural,
    pub show: &'static str,
    pub elsewhere_title: &'static str,
    pub elsewhere_text: &'static str,
    pub none_title: &'static str,
    pub none_text: &'static str,
    pub no_match_text: &'static str,
}
