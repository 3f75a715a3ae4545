//! Flavors.

use super::Plural;

/// Flavors.
pub struct Flavors {
    pub title: &'static str,
    pub count: Plural,
    pub search: &'static str,
    pub family: &'static str,
    pub vcpus: &'static str,
    pub ram: &'static str,
    pub disk: &'static str,
    pub disk_volume: &'static str,
    pub disk_volume_long: &'static str,
    pub ephemeral: &'static str,
    pub swap: &'static str,
    pub swap_as_sent: &'static str,
    pub rxtx: &'static str,
    pub visibility: &'static str,
    pub public: &'static str,
    pub not_public: &'static str,
    pub specs: &'static str,
    pub state: &'static str,
    pub usable: &'static str,
    pub switched_off: &'static str,
    pub min_disk: &'static str,
    pub min_ram: &'static str,
    pub not_a_number: &'static str,
    pub at_least: &'static str,
    pub more_than: &'static str,
    pub same: &'static str,
    pub untold: &'static str,
    pub volumes_left_out: &'static str,
    pub none_title: &'static str,
    pub none_text: &'static str,
    pub no_match_text: &'static str,
}
