//! Metadata (row N08); the requests are in `calls::metadata`.

use super::{Body, Definition};
use crate::rules::offers::Feature;
use crate::status::Status::*;

pub const EDIT: Definition = Definition {
    body: Body::Argued,
    needs: Some(&[Active, Paused, Shutoff, Suspended]),
    feature: Some(Feature::Metadata),
    ..Definition::PLAIN
};
