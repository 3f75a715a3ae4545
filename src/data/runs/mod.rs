//! Runs: operations on many instances that are being carried out ([`runner`]). One tab works on a run, the others show it and
//! take it over when that tab is closed. Each run is stored before it sends anything, so that a reload loses nothing.
//!
//! ```ignore
//! data::runs::start(plan, options)         // the rest arrives through `all()`
//! data::runs::all().get()                  // the runs of this browser, the newest first
//! run.read(|run, now| run.counts())        // tracked
//! run.pause(); run.stop(); run.retry(items)
//! ```
//!
//! * `live`: [`LiveRun`], a run as a page sees it. `held`: a run in this tab, and its steps.
//! * `effects`: requests. `heard`: rows that the local copy reads anyway. `journal`: the browser's database.
//! * `tabs`: which tab works on which run; sessions, visibility and network.
//!
//! The code is in the file `bulk`, which is loaded with the first plan, or when there is a run.

mod effects;
mod heard;
mod held;
mod journal;
mod live;
mod tabs;

use std::sync::Arc;

use cloud::Scope;
use cloud::last_known::removal;
use leptos::prelude::*;
use runner::{Options, Plan};
use sync::{Answer, Ask, Key};

use crate::browser::storage::{Preference, keep_preference, preference};
use crate::parts::{Content, Part, files};

pub use live::{Kept, LiveRun};

/// The functions of this part.
pub struct Runs {
    /// Starts following runs: those in the journal, and those of other tabs.
    pub begin: fn(),
    start: fn(Plan, Options),
    heard: fn(&Key, &Ask, &Answer, f64),
    left: fn(&Scope),
}

/// See [`Runs`].
pub static RUNS: Part<Runs> = files::BULK.part();

impl Content for Runs {
    const CONTENT: Self = Self { begin: tabs::begin, start: held::start, heard: heard::heard, left: tabs::left };
}

/// Carries a plan out. Instances that another run works on are skipped.
pub fn start(plan: Plan, options: Options) {
    RUNS.with(move |runs| (runs.start)(plan, options));
}

/// The runs of this browser's users, the newest first: those under way, and those that ended and were not dismissed.
pub fn all() -> Signal<Arc<[LiveRun]>> {
    live::list().into()
}

/// Whether runs may be stored in this browser, or are to be removed from it.
pub fn are_kept() -> bool {
    [Preference::Runs, Preference::RunsToRemove].into_iter().any(|which| preference(which).is_some())
}

/// A request of the local copy was answered; it was sent at this time of the monotonic clock, in ms.
pub(super) fn heard(key: &Key, ask: &Ask, answer: &Answer, asked: f64) {
    if let Some(runs) = RUNS.now() {
        (runs.heard)(key, ask, answer, asked);
    }
}

/// Somebody signed out of the project of this scope: its runs are forgotten.
pub(super) fn left(scope: &Scope) {
    if preference(Preference::Runs).is_some() {
        // At once: the tab may be closed before the database has answered.
        let marked = preference(Preference::RunsToRemove).unwrap_or_default();
        keep_preference(Preference::RunsToRemove, Some(&removal::add(&marked, Some(scope))));
    }
    if let Some(runs) = RUNS.now() {
        (runs.left)(scope);
    } else if are_kept() {
        RUNS.with(|runs| (runs.begin)());
    }
}
