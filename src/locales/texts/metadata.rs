//! The metadata editor of an instance.

use super::Advice;

/// The metadata editor of an instance.
pub struct Metadata {
    pub edit: &'static str,
    pub done: &'static str,
    pub add: &'static str,
    pub add_title: &'static str,
    pub change: &'static str,
    pub change_title: &'static str,
    pub save: &'static str,
    pub remove: &'static str,
    pub remove_title: &'static str,
    pub remove_text: &'static str,
    pub remove_by_rest: &'static str,
    pub key: &'static str,
    pub key_hint: &'static str,
    pub value: &'static str,
    pub key_missing: &'static str,
    pub key_bad: &'static str,
    pub key_twice: &'static str,
    pub too_long: &'static str,
    pub steers: &'static str,
    pub saved: &'static str,
    pub removed: &'static str,
    pub not_offered: Advice,
}
