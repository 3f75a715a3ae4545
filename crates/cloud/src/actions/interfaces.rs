//! Network interfaces and floating IPs (row S30); the requests are in `calls::interfaces` and `calls::network`.

use super::{Body, Definition};
use crate::rules::offers::Feature;
use crate::status::Status::*;

pub const ATTACH: Definition = Definition {
    body: Body::Argued,
    needs: Some(&[Active, Paused, Shutoff]),
    feature: Some(Feature::Interfaces),
    ..Definition::PLAIN
};

pub const DETACH: Definition = ATTACH;

pub const ATTACH_FLOATING_IP: Definition =
    Definition { body: Body::Argued, stopped_by_lock: false, ..Definition::PLAIN };

pub const DETACH_FLOATING_IP: Definition = Definition { needs_a_launch: false, ..ATTACH_FLOATING_IP };
