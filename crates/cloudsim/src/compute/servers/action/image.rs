//! `createImage` (row S27): the response has no body, and the image's id only in `Location`.

use std::collections::BTreeMap;

use cloud::config::RuleSet;
use cloud::rules::lifecycle::Action;
use cloud::rules::limits::IMAGE_NAME_MAX;
use serde_json::{Value, json};

use super::{on_volume, plan, required};
use crate::Response;
use crate::compute::servers::{allowed, check, find};
use crate::context::Context;
use crate::errors::{Answer, bad_request, invalid};
use crate::faults;
use crate::model::coming::{Change, Coming};
use crate::model::{Capture, Server, steps};

pub(super) fn create(context: &mut Context<'_>, id: &str, argument: &Value) -> Answer {
    let name = argument.get("name").and_then(Value::as_str);
    let name = name.ok_or_else(|| required("createImage", argument, "name"))?;
    if name.trim().is_empty() || name.chars().count() > IMAGE_NAME_MAX {
        let why = if name.trim().is_empty() { "too short" } else { "too long" };
        return Err(invalid("name", name, &format!("'{name}' is {why}")));
    }
    check::metadata(context, argument)?;
    let server = find(context, id)?;
    faults::on_action(server, "createImage")?;
    allowed::check(server, Action::CreateImage, "createImage")?;
    let u2 = context.project.flavor(&server.flavor).is_some_and(|flavor| check::wire_flavor(flavor).is_u2());
    if context.project.rules == RuleSet::Nhn && !u2 {
        // NHN's message is not known.
        return Err(bad_request("createImage is only available for instances of the U2 flavor type."));
    }
    let image =
        if on_volume(server) { of_volume(context, id, name, argument) } else { of_disk(context, id, name, argument) };
    // Since 2.45 the response contains the id.
    if context.since(45) {
        return Ok(Response::json(202, &json!({ "image_id": image })));
    }
    Ok(Response::empty(202).with_header("Location", &location(context, &image)))
}

/// The image's URL in Nova's form, without Glance's version.
pub(super) fn location(context: &Context<'_>, image: &str) -> String {
    let base = context.base.strip_suffix("/compute").unwrap_or(&context.base);
    format!("{base}/image/images/{image}")
}

/// Uploads the disk: the instance has a task, and the image is queued, saving, active.
pub(super) fn of_disk(context: &mut Context<'_>, id: &str, name: &str, argument: &Value) -> String {
    let image = capture(context, id, name, argument);
    let (now, speed) = (context.now, context.project.speed);
    let Some(server) = context.project.server(id) else { return image };
    let (fails, stuck) = (server.named("fail-image-"), server.named("stuck-image-"));
    let timing = if fails { steps::SNAPSHOT } else { plan(server, "image", steps::SNAPSHOT) };
    context.project.begin(id, "image_snapshot_pending", timing, now);
    if let Some(image) = context.project.images.iter_mut().find(|known| known.id == image) {
        if fails {
            let killed = [(1_000, Change::Status("saving")), (4_000, Change::Status("killed"))];
            image.coming = Coming::plan(now, speed, killed);
        } else if stuck {
            image.coming = Coming::plan(now, speed, [(1_000, Change::Status("saving"))]);
        }
    }
    image
}

/// Uploads nothing: the volumes get snapshots, and the image that references them exists immediately, without data.
fn of_volume(context: &mut Context<'_>, id: &str, name: &str, argument: &Value) -> String {
    let image = capture(context, id, name, argument);
    if let Some(image) = context.project.images.iter_mut().find(|known| known.id == image) {
        image.status = "active";
        image.coming = Coming::default();
    }
    image
}

fn capture(context: &mut Context<'_>, id: &str, name: &str, argument: &Value) -> String {
    let project = &context.project;
    let Some(server) = project.server(id) else { return String::new() };
    let root = server.disks.iter().find(|disk| disk.root);
    let disk_gb = project.flavor(&server.flavor).map_or(0, |flavor| flavor.disk_gb);
    let capture = Capture {
        name: name.to_owned(),
        from: server.image.clone(),
        disk_gb: root.map_or(disk_gb, |disk| disk.size_gb),
        protected: false,
        properties: properties(context, server, argument),
    };
    context.project.capture(capture, context.now)
}

/// The properties that Nova writes into an image of an instance, and the person's.
fn properties(context: &Context<'_>, server: &Server, argument: &Value) -> BTreeMap<String, String> {
    let project = &context.project;
    let base = server.image.clone().unwrap_or_default();
    let own = [
        ("base_image_ref", base.as_str()),
        ("boot_roles", "member,reader"),
        ("image_location", "snapshot"),
        ("image_state", "available"),
        ("image_type", "snapshot"),
        ("instance_uuid", &server.id),
        ("owner_id", &project.tenant),
        ("user_id", &project.user_id),
    ];
    let mut properties: BTreeMap<String, String> =
        own.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
    let given = argument.get("metadata").and_then(Value::as_object).into_iter().flatten();
    properties.extend(given.filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))));
    properties
}
