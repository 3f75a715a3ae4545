//! Attaching and detaching volumes (rows S21, S22). The requests are in `calls::attachments`.

use super::{Body, Definition};
use crate::status::Status::*;

pub const ATTACH: Definition = Definition {
    body: Body::Argued,
    // Nova attaches and detaches disks whenever the guest is not being changed.
    needs: Some(&[Active, Paused, Shelved, ShelvedOffloaded, Shutoff, VerifyResize]),
    ..Definition::PLAIN
};

pub const DETACH: Definition = Definition { needs_a_launch: false, ..ATTACH };
