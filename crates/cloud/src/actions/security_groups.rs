//! Security groups of all ports of an instance (rows S28, S29). Any status allows it, because only the network is
//! affected.

use super::{Body, Definition, by_word};
use crate::exchange::Call;
use crate::ids::ServerId;
use crate::json::Json;

pub const ADD: Definition =
    Definition { word: "addSecurityGroup", body: Body::Argued, stopped_by_lock: false, ..Definition::PLAIN };

pub const REMOVE: Definition = Definition { word: "removeSecurityGroup", ..ADD };

/// Adds a group. Nova accepts a name or an id; where two groups share a name, only an id works.
pub fn add_security_group(id: &ServerId, name_or_id: &str) -> Call<()> {
    by_word(id, ADD.word, Json::object([("name", name_or_id.into())]))
}

/// Removes a group.
pub fn remove_security_group(id: &ServerId, name_or_id: &str) -> Call<()> {
    by_word(id, REMOVE.word, Json::object([("name", name_or_id.into())]))
}
