//! Placement policies.

use super::Plural;

/// Placement policies.
pub struct Policies {
    pub title: &'static str,
    pub count: Plural,
    pub count_of: &'static str,
    pub search: &'static str,
    pub create: &'static str,
    pub create_text: &'static str,
    pub placement: &'static str,
    pub anti_affinity: &'static str,
    pub anti_affinity_text: &'static str,
    pub affinity: &'static str,
    pub affinity_text: &'static str,
    pub only_apart: &'static str,
    pub members: &'static str,
    pub member_count: Plural,
    pub no_members: &'static str,
    pub new_member: &'static str,
    pub name_hint: &'static str,
    pub name_empty: &'static str,
    pub name_too_long: &'static str,
    pub name_invisible: &'static str,
    pub full: &'static str,
    pub created: &'static str,
    pub delete: &'static str,
    pub delete_title: &'static str,
    pub delete_text: &'static str,
    pub delete_members: Plural,
    pub deleted: &'static str,
    pub none_title: &'static str,
    pub none_text: &'static str,
    pub no_match_text: &'static str,
    pub absent_title: &'static str,
    pub absent_text: &'static str,
}
