//! Start and stop (rows S23, S24).

use super::{Definition, Ends};
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
