//! Rename (row S17) and metadata (row N08). The requests are `calls::servers::rename` and in `calls::metadata`.

use super::{Body, Definition};
use crate::rules::offers::Feature;
use crate::status::Status::*;

pub const RENAME: Definition =
    Definition { body: Body::Argued, needs_a_launch: false, stopped_by_lock: false, ..Definition::PLAIN };

pub const METADATA: Definition = Definition {
    body: Body::Argued,
    needs: Some(&[Active, Paused, Shutoff, Suspended]),
    feature: Some(Feature::Metadata),
    ..Definition::PLAIN
};
