//! Network interfaces, floating IPs and security groups of an instance (rows S28–S30). The requests for interfaces and floating
//! IPs are in `calls::interfaces` and `calls::network`.

use super::{Body, Definition, by_word};
use crate::exchange::Call;
use crate::ids::ServerId;
use crate::json::Json;
use crate::rules::offers::Feature;
use crate::status::Status::*;

pub const ATTACH_INTERFACE: Definition = Definition {
    body: Body::Argued,
    needs: Some(&[Active, Paused, Shutoff]),
    feature: Some(Feature::Interfaces),
    ..Definition::PLAIN
};

pub const DETACH_INTERFACE: Definition = ATTACH_INTERFACE;

pub const ATTACH_FLOATING_IP: Definition =
    Definition { body: Body::Argued, stopped_by_lock: false, ..Definition::PLAIN };

pub const DETACH_FLOATING_IP: Definition = Definition { needs_a_launch: false, ..ATTACH_FLOATING_IP };

/// Any status allows it, because only the ports are affected.
pub const ADD_GROUP: Definition =
    Definition { word: "addSecurityGroup", body: Body::Argued, stopped_by_lock: false, ..Definition::PLAIN };

pub const REMOVE_GROUP: Definition = Definition { word: "removeSecurityGroup", ..ADD_GROUP };

/// Adds a group. Nova accepts a name or an id; where two groups share a name, only an id works.
pub fn add_security_group(id: &ServerId, name_or_id: &str) -> Call<()> {
    by_word(id, ADD_GROUP.word, Json::object([("name", name_or_id.into())]))
}

/// Removes a group.
pub fn remove_security_group(id: &ServerId, name_or_id: &str) -> Call<()> {
    by_word(id, REMOVE_GROUP.word, Json::object([("name", name_or_id.into())]))
}
