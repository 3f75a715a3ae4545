//! Words for instance states.

/// Words for instance states.
pub struct Statuses {
    pub active: &'static str,
    pub build: &'static str,
    pub shutoff: &'static str,
    pub deleted: &'static str,
    pub soft_deleted: &'static str,
    pub reboot: &'static str,
    pub hard_reboot: &'static str,
    pub resize: &'static str,
    pub revert_resize: &'static str,
    pub verify_resize: &'static str,
    pub error: &'static str,
    pub paused: &'static str,
    pub rebuild: &'static str,
    pub rescue: &'static str,
    pub suspended: &'static str,
    pub shelved: &'static str,
    pub shelved_offloaded: &'static str,
    pub migrating: &'static str,
    pub password: &'static str,
    pub unknown: &'static str,
}
