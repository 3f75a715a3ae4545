//! Rescue: boots another system with the instance's own disk attached.

use super::{Body, Definition, Ends, Shown};
use crate::calls::servers::action_request;
use crate::exchange::{Call, ReadError, Reply};
use crate::ids::{ImageId, ServerId};
use crate::json::{Json, parse};
use crate::rules::offers::Feature;
use crate::status::Status::*;
use crate::status::Task;
use crate::wire::AdminPassword;

pub const RESCUE: Definition = Definition {
    word: "rescue",
    body: Body::Argued,
    needs: Some(&[Active, Error, Shutoff]),
    ends: Ends::In(&[Rescue]),
    task: Some(Task::Rescuing),
    feature: Some(Feature::Rescue),
    shown: Shown::UntilDone,
    ..Definition::PLAIN
};

pub const UNRESCUE: Definition = Definition {
    word: "unrescue",
    needs: Some(&[Rescue]),
    ends: Ends::In(&[Active]),
    task: Some(Task::Unrescuing),
    feature: Some(Feature::Rescue),
    way_out: true,
    shown: Shown::WhereAllowed,
    ..Definition::PLAIN
};

/// The request of a rescue. The response contains the password of the rescue system, once.
pub fn rescue(id: &ServerId, image: Option<&ImageId>) -> Call<Option<AdminPassword>> {
    let rescue = match image {
        Some(image) => Json::object([("rescue_image_ref", image.as_str().into())]),
        None => Json::Nothing,
    };
    Call { request: action_request(id, &Json::object([(RESCUE.word, rescue)])), read: password_in }
}

fn password_in(reply: &Reply) -> Result<Option<AdminPassword>, ReadError> {
    // Clouds that set no password send no body.
    Ok(parse(&reply.body).ok().and_then(|root| root.get("adminPass").filled()).map(AdminPassword))
}
