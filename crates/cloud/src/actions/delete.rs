//! Delete (row S18), and restore or force delete where a cloud keeps deleted instances for a while.

use super::{Body, Definition, Ends, Shown};
use crate::calls::servers;
use crate::status::Status::*;
use crate::status::Task;

pub const DELETE: Definition = Definition {
    body: Body::Own(servers::delete),
    ends: Ends::In(&[Deleted, SoftDeleted]),
    task: Some(Task::Deleting),
    shown: Shown::UntilDone,
    interrupts_task: true,
    needs_a_launch: false,
    spends: true,
    ..Definition::PLAIN
};

pub const RESTORE: Definition = Definition {
    word: "restore",
    needs: Some(&[SoftDeleted]),
    // Even if it was stopped before.
    ends: Ends::In(&[Active]),
    task: Some(Task::Restoring),
    shown: Shown::WhereAllowed,
    needs_a_launch: false,
    of_deleted: true,
    spends: true,
    ..Definition::PLAIN
};

/// Nova would accept `forceDelete` for any instance; only here does it differ from a plain delete.
pub const FOR_GOOD: Definition = Definition {
    word: "forceDelete",
    ends: Ends::In(&[Deleted]),
    task: Some(Task::Deleting),
    interrupts_task: true,
    ..RESTORE
};
