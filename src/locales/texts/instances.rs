//! The table of instances.

use super::Plural;

/// The table of instances.
pub struct Instances {
    pub title: &'static str,
    pub create: &'static str,
    pub count: Plural,
    pub count_of: &'static str,
    pub loaded: Plural,
    pub partial: Plural,
    pub search: &'static str,
    pub ask_cloud: &'static str,
    pub group_error: &'static str,
    pub group_busy: &'static str,
    pub group_running: &'static str,
    pub group_stopped: &'static str,
    pub group_other: &'static str,
    pub choice: &'static str,
    pub zone: &'static str,
    pub flavor: &'static str,
    pub addresses: &'static str,
    pub key: &'static str,
    pub age: &'static str,
    pub floating: &'static str,
    pub more_addresses: &'static str,
    pub unnamed: &'static str,
    pub protected: &'static str,
    pub node: &'static str,
    pub empty_title: &'static str,
    pub empty_text: &'static str,
    pub none_title: &'static str,
    pub none_text: &'static str,
    pub none_yet: &'static str,
    pub stale_why: &'static str,
    pub well_again: &'static str,
}
