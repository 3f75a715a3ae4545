//! Lock and unlock. A locked instance refuses changes; Nova allows both in any state.

use super::{Definition, Shown};
use crate::rules::offers::Feature;

pub const LOCK: Definition = Definition {
    word: "lock",
    feature: Some(Feature::Lock),
    shown: Shown::Unlocked,
    passes_task: true,
    needs_a_launch: false,
    ..Definition::PLAIN
};

pub const UNLOCK: Definition =
    Definition { word: "unlock", way_out: true, shown: Shown::Locked, stopped_by_lock: false, ..LOCK };
