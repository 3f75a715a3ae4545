//! Polling intervals: every number that concerns freshness.
//!
//! What is on screen is at most 15 s old while a person is active and at most 60 s otherwise; an address in the list of
//! instances at most 30 s, at any size. Even so an idle page sends fewer than 8 requests per minute.

use crate::Key;

/// Interval while something changes or an operation is followed …
pub const QUICK_MS: u64 = 2_500;
/// … for this long, then [`MEDIUM_MS`].
pub const QUICK_FOR_MS: u64 = 120_000;
/// Interval after [`QUICK_FOR_MS`].
pub const MEDIUM_MS: u64 = 10_000;
/// A row that has been changing for this long is stuck (or waits for a person) and no longer speeds up polling.
pub const MEDIUM_FOR_MS: u64 = cloud::rules::lifecycle::MOTION_IS_STUCK_MS.unsigned_abs();
/// A person who did something at most this long ago is active ("at work").
pub const AT_WORK_FOR_MS: u64 = 120_000;
/// For the resource that the page is about, while a person is active: with the response time at most 15 s old.
pub const AT_WORK_MS: u64 = 12_000;
/// For what is on screen otherwise: at most 60 s old. Seven such lists and one page of the re-read are below 8 requests
/// per minute.
pub const IDLE_MS: u64 = 57_000;
/// For other resources on the page that people change (names and rules it refers to), while a person is active.
pub const ASIDE_MS: u64 = 30_000;
/// For resources that operators change (flavors, zones, images, networks), and key pairs, if the page is not about them
/// …
pub const NAMES_MS: u64 = 60_000;
/// … and while no person is active.
pub const NAMES_IDLE_MS: u64 = 600_000;
/// For the lists that show which instances have other addresses than before, which `changes-since` does not report.
/// These are two lists, and the rows they name are read afterwards: an address is at most 30 s old.
pub const PLACES_MS: u64 = 26_000;
/// A row with another address is read once more after this, because compute learns it from the network service and may
/// be late.
pub const DOUBT_MS: u64 = 6_000;
/// Minimum interval between two requests of a hidden tab, which only follows operations.
pub const HIDDEN_MS: u64 = 30_000;
/// Of the lists of instances of several scopes at most this many are begun …
pub const LISTS_AT_ONCE: usize = 4;
/// … within this time. The next ones do not wait for an answer: a region that does not answer delays no other.
pub const LISTS_APART_MS: u64 = 250;

/// First delay after a failure; doubled with each further one …
pub const BACKOFF_MIN_MS: u64 = 2_000;
/// … up to this.
pub const BACKOFF_MAX_MS: u64 = 60_000;

/// The longest `Retry-After` of a service that is obeyed.
pub const HOLD_MAX_MS: u64 = cloud::WAIT_MAX_S * 1000;

/// How far `changes-since` goes back behind the largest `updated` seen, in addition to the duration of the read:
/// `updated` has whole seconds, rows become visible in commit order, and the clocks of the hosts that write them differ
/// by a second or two.
pub const OVERLAP_MS: u64 = 5_000;
/// A response with this many rows and no change has a crowded overlap (a mass update); see `list::cursor`.
pub const CROWDED_ROWS: usize = 50;
/// Rows per page of changes.
pub const DELTA_LIMIT: u32 = 250;
/// The first page of a load is small, so that rows are on screen within 0.2 s on a real Nova; each further one is twice
/// as large …
pub const FIRST_PAGE: u32 = 50;
/// … up to this (1.1 s on a real Nova).
pub const MAX_PAGE: u32 = 400;
/// If responses are too long, the rows per page are halved down to this. Each row may then have 800 KB.
pub const LEAST_PAGE: u32 = 5;
/// Rows per page of images.
pub const IMAGE_PAGE: u32 = 100;
/// Rows per page of volumes and snapshots: NHN's maximum; its default is 100.
pub const VOLUME_PAGE: u32 = 1000;
/// How often these are halved if responses are too long.
pub const HALVINGS_MAX: u32 = 5;
/// Rows per page of the rolling re-read …
pub const REREAD_ROWS: u32 = 50;
/// … at this interval: about 80 KB per minute, whatever the number of instances.
pub const REREAD_MS: u64 = 60_000;
/// How often a read is restarted because the cloud rejects a marker.
pub const RESTARTS_MAX: u32 = 2;
/// If more rows than this are missing in a complete read, they count as deleted; fewer are checked one by one.
pub const CHECK_MAX: usize = 20;
/// After a gap this long (sleep, another page) the list is read completely again.
pub const GAP_MS: u64 = 3_600_000;
/// A manual refresh reads the whole list, up to this many rows.
pub const REFRESH_ALL_ROWS: usize = 500;

/// A followed operation that takes longer is late.
pub const FOLLOW_LATE_MS: u64 = 300_000;
/// A followed operation that takes longer is no longer followed.
pub const FOLLOW_END_MS: u64 = 3_600_000;
/// An action without any visible change counts as ended (or without effect) after this.
pub const FOLLOW_UNSEEN_MS: u64 = 15_000;
/// A batch whose ids do not appear within this time is no longer followed.
pub const RESERVATION_MS: u64 = 120_000;
/// How long outcomes that were shown, and values without subscribers, are kept.
pub const KEEP_MS: u64 = 600_000;

/// The interval for something that is not changing. `at_hand`: the page is about it. `at_work`: a person is active.
pub fn at_rest(key: &Key, at_hand: bool, at_work: bool) -> u64 {
    let (aside, aside_idle) = match key {
        Key::Reservation(..) => return QUICK_MS,
        Key::Places(_) => return PLACES_MS,
        // Needed next to the list of instances, for its addresses.
        Key::FloatingIps(_) => (PLACES_MS, PLACES_MS),
        Key::Flavors(..)
        | Key::FlavorNames(_)
        | Key::Zones(_)
        | Key::Images(_)
        | Key::Networks(_)
        | Key::Subnets(_)
        | Key::KeyPairs(_)
        | Key::VolumeTypes(_) => (NAMES_MS, NAMES_IDLE_MS),
        Key::Servers(_)
        | Key::Server(..)
        | Key::KeyPair(..)
        | Key::Volumes(_)
        | Key::SecurityGroups(_)
        | Key::Snapshots(_)
        | Key::Attachments(..)
        | Key::Ports(..)
        | Key::AllPorts(_)
        | Key::Interfaces(..)
        | Key::ServerGroups(_)
        | Key::Limits(_)
        | Key::VolumeLimits(_)
        | Key::Found(..) => (ASIDE_MS, IDLE_MS),
    };
    match (at_hand, at_work) {
        (true, true) => AT_WORK_MS,
        (true, false) => IDLE_MS,
        (false, true) => aside,
        (false, false) => aside_idle,
    }
}

/// The delay after the `failures`-th consecutive failure (1, 2, …).
pub fn backoff_ms(failures: u32) -> u64 {
    let doublings = failures.saturating_sub(1).min(16);
    (BACKOFF_MIN_MS << doublings).min(BACKOFF_MAX_MS)
}

/// The interval for something that has been changing for `moving_for`; `None`: it is not changing.
pub fn moving_interval(moving_for: Option<u64>, quiet: u64) -> u64 {
    match moving_for {
        Some(age) if age < QUICK_FOR_MS => QUICK_MS,
        Some(age) if age < MEDIUM_FOR_MS => MEDIUM_MS,
        _ => quiet,
    }
}
