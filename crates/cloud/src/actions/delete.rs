//! Deleting (row S18), and where a cloud keeps what was deleted for a while: taking it back, or ending it.

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
    // Also what was off when it was deleted.
    ends: Ends::In(&[Active]),
    task: Some(Task::Restoring),
    shown: Shown::WhereAllowed,
    needs_a_launch: false,
    of_deleted: true,
    spends: true,
    ..Definition::PLAIN
};

/// Nova would force the deletion of any instance; only here is it another thing than to delete.
pub const FOR_GOOD: Definition = Definition {
    word: "forceDelete",
    ends: Ends::In(&[Deleted]),
    task: Some(Task::Deleting),
    interrupts_task: true,
    ..RESTORE
};
