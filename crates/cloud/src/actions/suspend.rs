//! Suspend and resume: the guest's memory is saved on its host's disk.

use super::{Definition, Ends, Shown};
use crate::rules::offers::Feature;
use crate::status::Status::*;
use crate::status::Task;

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
