//! Rename (row S17). The request is `calls::servers::rename`.

use super::{Body, Definition};

pub const RENAME: Definition =
    Definition { body: Body::Argued, needs_a_launch: false, stopped_by_lock: false, ..Definition::PLAIN };
