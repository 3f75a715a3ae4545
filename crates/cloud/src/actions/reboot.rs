//! Soft and hard reboot (row S25).

use super::{Body, Definition, Ends, by_word};
use crate::json::Json;
use crate::status::Status::*;
use crate::status::Task;

const WORD: &str = "reboot";

pub const SOFT: Definition = Definition {
    word: WORD,
    body: Body::Own(|id| by_word(id, WORD, Json::object([("type", "SOFT".into())]))),
    needs: Some(&[Active]),
    ends: Ends::In(&[Active]),
    task: Some(Task::Rebooting),
    looks_the_same: true,
    ..Definition::PLAIN
};

pub const HARD: Definition = Definition {
    body: Body::Own(|id| by_word(id, WORD, Json::object([("type", "HARD".into())]))),
    needs: Some(&[Active, Error, HardReboot, Paused, Reboot, Shutoff, Suspended]),
    task: Some(Task::RebootingHard),
    interrupts_task: true,
    ..SOFT
};
