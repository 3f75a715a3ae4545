//! Start, stop, soft and hard reboot (rows S23–S25).

use super::{Body, Definition, Ends, by_word};
use crate::json::Json;
use crate::status::Status::*;
use crate::status::Task;

pub const START: Definition = Definition {
    word: "os-start",
    needs: Some(&[Shutoff]),
    ends: Ends::In(&[Active]),
    task: Some(Task::PoweringOn),
    ..Definition::PLAIN
};

pub const STOP: Definition = Definition {
    word: "os-stop",
    needs: Some(&[Active, Error]),
    ends: Ends::In(&[Shutoff]),
    task: Some(Task::PoweringOff),
    ..Definition::PLAIN
};

const REBOOT: &str = "reboot";

pub const SOFT_REBOOT: Definition = Definition {
    word: REBOOT,
    body: Body::Own(|id| by_word(id, REBOOT, Json::object([("type", "SOFT".into())]))),
    needs: Some(&[Active]),
    ends: Ends::In(&[Active]),
    task: Some(Task::Rebooting),
    looks_the_same: true,
    ..Definition::PLAIN
};

pub const HARD_REBOOT: Definition = Definition {
    body: Body::Own(|id| by_word(id, REBOOT, Json::object([("type", "HARD".into())]))),
    needs: Some(&[Active, Error, HardReboot, Paused, Reboot, Shutoff, Suspended]),
    task: Some(Task::RebootingHard),
    interrupts_task: true,
    ..SOFT_REBOOT
};
