//! Pause and unpause: the guest stays in its host's memory. Suspend and resume: its memory is saved on the host's disk.

use super::{Definition, Ends, Shown};
use crate::rules::offers::Feature;
use crate::status::Status::*;
use crate::status::Task;

pub const PAUSE: Definition = Definition {
    word: "pause",
    needs: Some(&[Active]),
    ends: Ends::In(&[Paused]),
    task: Some(Task::Pausing),
    feature: Some(Feature::Pause),
    shown: Shown::UntilDone,
    ..Definition::PLAIN
};

pub const UNPAUSE: Definition = Definition {
    word: "unpause",
    needs: Some(&[Paused]),
    ends: Ends::In(&[Active]),
    task: Some(Task::Unpausing),
    feature: Some(Feature::Pause),
    way_out: true,
    shown: Shown::WhereAllowed,
    ..Definition::PLAIN
};

pub const SUSPEND: Definition = Definition {
    word: "suspend",
    needs: Some(&[Active]),
    ends: Ends::In(&[Suspended]),
    task: Some(Task::Suspending),
    feature: Some(Feature::Suspend),
    shown: Shown::UntilDone,
    ..Definition::PLAIN
};

pub const RESUME: Definition = Definition {
    word: "resume",
    needs: Some(&[Suspended]),
    ends: Ends::In(&[Active]),
    task: Some(Task::Resuming),
    feature: Some(Feature::Suspend),
    way_out: true,
    shown: Shown::WhereAllowed,
    ..Definition::PLAIN
};
