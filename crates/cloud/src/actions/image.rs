//! Creating an image of an instance: from its disk (row S27), or from its root volume (row N07).

use super::{Body, Definition, Ends, FlavorRule};
use crate::calls::servers::action_request;
use crate::exchange::{Call, ReadError, Reply};
use crate::ids::{ImageId, ServerId};
use crate::json::{Json, parse};
use crate::rules::offers::Feature;
use crate::status::Status::*;
use crate::status::Task;
use crate::wire::Pairs;

pub const OF_INSTANCE: Definition = Definition {
    word: "createImage",
    body: Body::Argued,
    needs: Some(&[Active, Shutoff, Suspended, Paused]),
    ends: Ends::Idle,
    task: Some(Task::ImageSnapshotPending),
    flavor: Some(FlavorRule::OnlyU2),
    stopped_by_lock: false,
    looks_the_same: true,
    ..Definition::PLAIN
};

/// Sent to block storage by `calls::volumes::upload_image`.
pub const OF_VOLUME: Definition = Definition {
    word: "",
    ends: Ends::Accepted,
    task: None,
    feature: Some(Feature::ImageFromVolume),
    flavor: Some(FlavorRule::NeverU2),
    looks_the_same: false,
    ..OF_INSTANCE
};

/// The request of `createImage`. The image's id is in the `Location` header, with newer microversions in the body. A
/// browser may see neither (no CORS for the header); then the image is found by its name.
pub fn create_image(id: &ServerId, name: &str, metadata: &Pairs) -> Call<Option<ImageId>> {
    let mut image = Json::object([("name", name.into())]);
    if !metadata.is_empty() {
        image.put("metadata", metadata.into());
    }
    Call { request: action_request(id, &Json::object([(OF_INSTANCE.word, image)])), read: image_made }
}

fn image_made(reply: &Reply) -> Result<Option<ImageId>, ReadError> {
    let location = reply.header("location").and_then(image_in_location).map(ImageId::from);
    let named = || parse(&reply.body).ok()?.get("image_id").filled().map(ImageId);
    Ok(location.or_else(named))
}

/// The id in an image's URL (`…/images/ID`); a URL of the store behind the service (`rbd://…`) has none.
fn image_in_location(location: &str) -> Option<&str> {
    let path = location.split(['?', '#']).next()?.trim_end_matches('/');
    let of_service = ["http://", "https://", "/"].iter().any(|start| path.starts_with(start));
    let (before, id) = path.rsplit_once('/').filter(|_| of_service)?;
    (before.ends_with("/images") && !id.is_empty()).then_some(id)
}
