//! How often is asked: every number of the freshness rules, each once.
//!
//! What is on screen is at most 15 s old while a person is at work there and at most 60 s while nobody is, an address in
//! the list of instances at most 30 s at any size; and for all of it an idle page sends less than 8 requests a minute.

use crate::Key;

/// While something moves, or an operation is followed: this often …
pub const QUICK_MS: u64 = 2_500;
/// … for this long, then at [`MEDIUM_MS`].
pub const QUICK_FOR_MS: u64 = 120_000;
/// Between quick and quiet.
pub const MEDIUM_MS: u64 = 10_000;
/// A row that has moved for this long is stuck (or waits for a person): it no longer hurries the list.
pub const MEDIUM_FOR_MS: u64 = cloud::rules::lifecycle::MOTION_IS_STUCK_MS.unsigned_abs();
/// A person who did something this long ago, or less, is at work.
pub const AT_WORK_FOR_MS: u64 = 120_000;
/// What the page at hand is about, while somebody is at work: with the time of an answer it is at most 15 s old.
pub const AT_WORK_MS: u64 = 12_000;
/// What is on screen while nobody is: at most 60 s old. Seven such lists and one page of the re-read are below 8 requests a
/// minute.
pub const IDLE_MS: u64 = 57_000;
/// What else is on the page and people change: the names and rules that it refers to, while somebody is at work.
pub const ASIDE_MS: u64 = 30_000;
/// Names of what operators change (flavors, zones, images, networks), and key pairs, where the page is not about them …
pub const NAMES_MS: u64 = 60_000;
/// … and while nobody is at work.
pub const NAMES_IDLE_MS: u64 = 600_000;
/// What tells which rows of the list of instances have other addresses than before: `changes-since` does not. These are two
/// lists, and the rows that they name are read after them: an address is at most 30 s old.
pub const PLACES_MS: u64 = 26_000;
/// A row that has another address is read again after this once more: the compute service learns it from the network
/// service, and may not have yet.
pub const DOUBT_MS: u64 = 6_000;
/// Least distance between two requests of a hidden tab, which only follows operations.
pub const HIDDEN_MS: u64 = 30_000;

/// First wait after a failure; doubled with each further one …
pub const BACKOFF_MIN_MS: u64 = 2_000;
/// … up to this.
pub const BACKOFF_MAX_MS: u64 = 60_000;

/// The longest that a service's `Retry-After` is obeyed.
pub const HOLD_MAX_MS: u64 = cloud::WAIT_MAX_S * 1000;

/// `changes-since` goes back this far behind the largest `updated` seen, beyond the time the reading took: `updated`
/// has whole seconds, rows become visible in the order of their commits, and the hosts that write them differ by a
/// second or two.
pub const OVERLAP_MS: u64 = 5_000;
/// A delta that brings this many rows and not one change has a crowded overlap (a mass update); see `list::cursor`.
pub const CROWDED_ROWS: usize = 50;
/// Rows of one page of changes.
pub const DELTA_LIMIT: u32 = 250;
/// The first page of a load is small, so that rows are on screen within 0.2 s on a real Nova; each further one is
/// twice as long …
pub const FIRST_PAGE: u32 = 50;
/// … up to this (1.1 s on a real Nova).
pub const MAX_PAGE: u32 = 400;
/// Where the answer is too long: half as many rows, and half of those, down to this. Each may then have 800 KB.
pub const LEAST_PAGE: u32 = 5;
/// Rows of images a page.
pub const IMAGE_PAGE: u32 = 100;
/// Rows of volumes and of snapshots a page: NHN's largest; its default is 100.
pub const VOLUME_PAGE: u32 = 1000;
/// How often their rows are halved where the answer is too long.
pub const HALVINGS_MAX: u32 = 5;
/// The rolling re-read asks for this many rows …
pub const REREAD_ROWS: u32 = 50;
/// … this often: about 80 KB a minute, whatever the number of instances.
pub const REREAD_MS: u64 = 60_000;
/// How often a reading begins anew because the cloud refuses the marker of a page.
pub const RESTARTS_MAX: u32 = 2;
/// More rows than this missing from a complete reading are believed to be gone; fewer are asked for one by one.
pub const CHECK_MAX: usize = 20;
/// After a gap this long (sleep, another page) the list is read as a whole again.
pub const GAP_MS: u64 = 3_600_000;
/// A refresh by hand reads the whole list again, up to this many rows.
pub const REFRESH_ALL_ROWS: usize = 500;

/// A followed operation that takes longer is called late.
pub const FOLLOW_LATE_MS: u64 = 300_000;
/// A followed operation that takes longer is given up.
pub const FOLLOW_END_MS: u64 = 3_600_000;
/// An action that shows no motion at all is taken for finished (or without effect) after this.
pub const FOLLOW_UNSEEN_MS: u64 = 15_000;
/// A batch whose ids did not appear is given up.
pub const RESERVATION_MS: u64 = 120_000;
/// Told outcomes and values nobody shows are kept this long.
pub const KEEP_MS: u64 = 600_000;

/// The interval for something in which nothing moves. `at_hand`: the page is about it. `at_work`: a person is.
pub fn at_rest(key: &Key, at_hand: bool, at_work: bool) -> u64 {
    let (aside, aside_idle) = match key {
        Key::Reservation(..) => return QUICK_MS,
        Key::Places(_) => return PLACES_MS,
        // Beside the list of instances they tell of its addresses.
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

/// The wait after the `failures`-th failure in a row (1, 2, …).
pub fn backoff_ms(failures: u32) -> u64 {
    let doublings = failures.saturating_sub(1).min(16);
    (BACKOFF_MIN_MS << doublings).min(BACKOFF_MAX_MS)
}

/// The interval for something that has been moving for `moving_for` (`None`: it rests).
pub fn moving_interval(moving_for: Option<u64>, quiet: u64) -> u64 {
    match moving_for {
        Some(age) if age < QUICK_FOR_MS => QUICK_MS,
        Some(age) if age < MEDIUM_FOR_MS => MEDIUM_MS,
        _ => quiet,
    }
}
