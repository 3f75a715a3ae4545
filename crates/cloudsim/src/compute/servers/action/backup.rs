//! `createBackup`: creates an image like `createImage` and keeps only the newest few of a kind.

use cloud::rules::lifecycle::Action;
use serde_json::{Value, json};

use super::{image, on_volume, required};
use crate::Response;
use crate::compute::servers::{allowed, check, find};
use crate::context::Context;
use crate::errors::{Answer, bad_request, invalid};
use crate::faults;

pub(super) fn create(context: &mut Context<'_>, id: &str, argument: &Value) -> Answer {
    let text = |key: &str| {
        let value = argument.get(key).ok_or_else(|| required("createBackup", argument, key))?;
        let words = || invalid(key, &value.to_string(), &format!("{value} is not of type 'string'"));
        value.as_str().ok_or_else(words)
    };
    let (name, kind) = (text("name")?, text("backup_type")?);
    let rotation = argument.get("rotation").ok_or_else(|| required("createBackup", argument, "rotation"))?;
    let number = rotation.as_u64().or_else(|| rotation.as_str()?.parse().ok());
    let rotation = number.and_then(|number| usize::try_from(number).ok());
    let rotation = rotation.ok_or_else(|| invalid("rotation", "…", "it does not match '^[0-9]*$'"))?;
    check::metadata(context, argument)?;
    let server = find(context, id)?;
    faults::on_action(server, "backup")?;
    allowed::check(server, Action::CreateImage, "backup")?;
    if on_volume(server) {
        return Err(bad_request("Backup is not supported for volume-backed instances."));
    }
    let image = image::of_disk(context, id, name, argument);
    let own = [("image_type", "backup"), ("backup_type", kind)];
    if let Some(image) = context.project.images.iter_mut().find(|known| known.id == image) {
        image.properties.extend(own.map(|(key, value)| (key.to_owned(), value.to_owned())));
    }
    rotate(context, id, kind, rotation);
    // Since 2.45 the response contains the id.
    if context.since(45) {
        return Ok(Response::json(202, &json!({ "image_id": image })));
    }
    Ok(Response::empty(202).with_header("Location", &image::location(context, &image)))
}

/// Deletes the oldest of a kind and keeps the newest `keep`; images are stored newest first.
fn rotate(context: &mut Context<'_>, id: &str, kind: &str, keep: usize) {
    let mut seen = 0;
    context.project.images.retain(|image| {
        let is = |key: &str, value: &str| image.properties.get(key).is_some_and(|known| known == value);
        if is("image_type", "backup") && is("backup_type", kind) && is("instance_uuid", id) {
            seen += 1;
            return seen <= keep.max(1);
        }
        true
    });
}
