//! Shelve (row N08): the instance leaves its host and keeps its disks.

use super::{Definition, Ends, FlavorRule, Shown};
use crate::rules::offers::Feature;
use crate::status::Status::*;
use crate::status::Task;

pub const SHELVE: Definition = Definition {
    word: "shelve",
    needs: Some(&[Active, Paused, Shutoff, Suspended]),
    ends: Ends::In(&[ShelvedOffloaded, Shelved]),
    task: Some(Task::Shelving),
    feature: Some(Feature::Shelve),
    flavor: Some(FlavorRule::NeverGpu),
    shown: Shown::UntilDone,
    ..Definition::PLAIN
};

pub const UNSHELVE: Definition = Definition {
    word: "unshelve",
    needs: Some(&[Shelved, ShelvedOffloaded]),
    ends: Ends::In(&[Active]),
    task: Some(Task::Unshelving),
    feature: Some(Feature::Shelve),
    way_out: true,
    shown: Shown::WhereAllowed,
    ..Definition::PLAIN
};

pub const OFFLOAD: Definition = Definition {
    word: "shelveOffload",
    needs: Some(&[Shelved]),
    ends: Ends::In(&[ShelvedOffloaded]),
    task: Some(Task::ShelvingOffloading),
    feature: Some(Feature::ShelveOffload),
    shown: Shown::WhereAllowed,
    ..Definition::PLAIN
};
