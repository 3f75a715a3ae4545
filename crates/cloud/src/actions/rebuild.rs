//! Rebuild: writes an image over the root disk.

use super::{Body, Definition, Ends};
use crate::calls::servers::action_request;
use crate::exchange::{Call, ReadError, Reply};
use crate::ids::{ImageId, ServerId};
use crate::json::{Json, parse};
use crate::rules::offers::Feature;
use crate::status::Status::*;
use crate::status::Task;
use crate::wire::root::one;
use crate::wire::{AdminPassword, Pairs, Rebuilt, Server};

pub const REBUILD: Definition = Definition {
    word: "rebuild",
    body: Body::Argued,
    needs: Some(&[Active, Error, Shutoff]),
    // A stopped instance stays stopped.
    ends: Ends::In(&[Active, Shutoff]),
    task: Some(Task::Rebuilding),
    feature: Some(Feature::Rebuild),
    looks_the_same: true,
    ..Definition::PLAIN
};

/// The request of a rebuild, optionally with another name and metadata. Everything on the root disk is lost.
pub fn rebuild(id: &ServerId, image: &ImageId, name: Option<&str>, metadata: Option<&Pairs>) -> Call<Rebuilt> {
    let mut rebuild = Json::object([("imageRef", image.as_str().into())]);
    if let Some(name) = name {
        rebuild.put("name", name.into());
    }
    if let Some(metadata) = metadata {
        rebuild.put("metadata", metadata.into());
    }
    Call { request: action_request(id, &Json::object([(REBUILD.word, rebuild)])), read: rebuilt }
}

fn rebuilt(reply: &Reply) -> Result<Rebuilt, ReadError> {
    let server = one::<Server>(reply)?;
    let admin_password = parse(&reply.body)?.get("server").get("adminPass").filled().map(AdminPassword);
    Ok(Rebuilt { server, admin_password })
}
