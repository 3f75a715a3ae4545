//! `POST /volumes/{id}/action`: extend, and create an image.

use std::collections::BTreeMap;

use cloud::config::RuleSet;
use serde_json::{Value, json};

use super::others::policy;
use super::{faults, metadata, quota, text, volumes};
use crate::Response;
use crate::clock::micros;
use crate::context::Context;
use crate::errors::{Answer, bad_request, invalid, not_found};
use crate::model::coming::{Change, Coming};
use crate::model::{ACTIVE_MS, Capture};

pub(super) fn answer(context: &mut Context<'_>, id: &str) -> Answer {
    let body = context.body();
    let Some((verb, argument)) = body.as_object().and_then(|map| map.iter().next()) else {
        return Err(bad_request("Malformed request body"));
    };
    volumes::find(context, id)?;
    match verb.as_str() {
        "os-extend" => extend(context, id, argument),
        "os-volume_upload_image" => upload(context, id, argument),
        "os-set_bootable" => set_bootable(context, id, argument),
        _ if context.project.rules == RuleSet::Nhn => Err(bad_request(&format!("There is no such action: {verb}"))),
        "os-update_readonly_flag" => set_readonly(context, id, argument),
        "os-set_image_metadata" => {
            let pairs = metadata::read(argument, "metadata")?;
            if let Some(volume) = context.project.volume_mut(id) {
                volume.image_metadata.extend(pairs);
            }
            Ok(Response::json(200, &json!({ "metadata": volumes::find(context, id)?.image_metadata })))
        }
        "os-unset_image_metadata" => {
            let key = argument.get("key").and_then(Value::as_str).unwrap_or_default();
            let gone = context.project.volume_mut(id).and_then(|volume| volume.image_metadata.remove(key));
            gone.map(|_| Response::empty(200)).ok_or_else(|| not_found("Metadata does not exist."))
        }
        "os-reset_status" => Err(policy("volume_extension:volume_admin_actions:reset_status")),
        other => Err(bad_request(&format!("There is no such action: {other}"))),
    }
}

fn extend(context: &mut Context<'_>, id: &str, argument: &Value) -> Answer {
    let size = argument.get("new_size");
    let wanted = size.and_then(|size| size.as_u64().or_else(|| size.as_str()?.parse().ok()));
    let Some(wanted) = wanted else {
        let typed = size.map(Value::to_string).unwrap_or_default();
        return Err(invalid("new_size", &typed, &format!("{typed} is not of type 'integer'")));
    };
    let volume = volumes::find(context, id)?;
    if volume.status != "available" {
        return Err(bad_request(&format!(
            "Invalid volume: Volume {id} status must be 'available' to extend, currently {}.",
            volume.status
        )));
    }
    if wanted <= volume.size_gb {
        return Err(bad_request(&format!(
            "Invalid input received: New size for extend must be greater than current size. (current: {}, extended: \
             {wanted}).",
            volume.size_gb
        )));
    }
    let steps = faults::extending(volume.name.as_deref(), volume.status, wanted);
    quota::gigabytes(context, wanted - volume.size_gb)?;
    begin(context, id, "extending", steps);
    Ok(Response::empty(202))
}

fn begin(context: &mut Context<'_>, id: &str, status: &'static str, steps: Vec<(i64, Change)>) {
    let coming = Coming::plan(context.now, context.project.speed, steps);
    if let Some(volume) = context.project.volume_mut(id) {
        volume.status = status;
        volume.coming = coming;
    }
}

fn upload(context: &mut Context<'_>, id: &str, argument: &Value) -> Answer {
    let Some(name) = text(argument, "image_name")?.filter(|name| !name.is_empty()) else {
        return Err(bad_request(&format!(
            "Invalid input for field/attribute os-volume_upload_image. Value: {argument}. 'image_name' is a required \
             property"
        )));
    };
    strict(context, argument)?;
    let forced = argument.get("force").is_some_and(|force| *force == true || *force == "true" || *force == "True");
    let volume = volumes::find(context, id)?.clone();
    if volume.status != "available" && !(forced && volume.status == "in-use") {
        return Err(bad_request(&format!("Invalid volume: Volume {id} status is {}.", volume.status)));
    }
    let word = |key: &str, otherwise: &str| argument.get(key).and_then(Value::as_str).unwrap_or(otherwise).to_owned();
    let protected = argument.get("protected").and_then(Value::as_bool).unwrap_or_default();
    let capture = Capture {
        name: name.clone(),
        from: volume.image.clone(),
        disk_gb: volume.size_gb,
        protected,
        properties: BTreeMap::from([("image_type".to_owned(), "volume".to_owned())]),
    };
    let image = context.project.capture(capture, context.now);
    begin(context, id, "uploading", vec![(ACTIVE_MS, Change::Status(volume.status))]);
    let kind = context.project.volume_types.iter().find(|kind| kind.name == volume.kind);
    // Only here is the type an object, and null a text.
    let kind = kind.map(|kind| {
        json!({
            "id": kind.id, "name": kind.name, "description": kind.description, "qos_specs_id": "null",
            "is_public": true, "deleted": false, "extra_specs": {},
        })
    });
    Ok(Response::json(
        202,
        &json!({ "os-volume_upload_image": {
            "id": id, "updated_at": micros(volume.updated), "status": "uploading", "image_id": image,
            "image_name": name, "display_description": volume.description, "size": volume.size_gb,
            "volume_type": kind, "container_format": word("container_format", "bare"),
            "disk_format": word("disk_format", "raw"), "visibility": word("visibility", "private"),
            "protected": protected,
        }}),
    ))
}

/// Stock Cinder supports these from 3.1 on only; NHN's guide has them.
fn strict(context: &Context<'_>, argument: &Value) -> Result<(), Response> {
    let version = context.request.header("openstack-api-version").and_then(|header| header.strip_prefix("volume 3."));
    let minor = version.and_then(|minor| minor.trim().parse::<u32>().ok()).unwrap_or_default();
    if context.project.rules == RuleSet::Nhn || minor >= 1 {
        return Ok(());
    }
    match ["protected", "visibility"].into_iter().find(|key| argument.get(key).is_some()) {
        Some(key) => Err(bad_request(&format!(
            "Invalid input for field/attribute os-volume_upload_image. Value: {argument}. Additional properties are not \
             allowed ('{key}' was unexpected)"
        ))),
        None => Ok(()),
    }
}

fn set_readonly(context: &mut Context<'_>, id: &str, argument: &Value) -> Answer {
    let Some(yes) = argument.get("readonly").and_then(Value::as_bool) else {
        return Err(bad_request("Must specify readonly in request."));
    };
    let volume = volumes::find(context, id)?;
    if volume.status != "available" {
        let status = volume.status;
        return Err(bad_request(&format!(
            "Invalid volume: Volume {id} status must be available to update readonly flag, but current status is: {status}."
        )));
    }
    if let Some(volume) = context.project.volume_mut(id) {
        volume.readonly = Some(yes);
    }
    Ok(Response::empty(202))
}

fn set_bootable(context: &mut Context<'_>, id: &str, argument: &Value) -> Answer {
    let Some(yes) = argument.get("bootable").and_then(Value::as_bool) else {
        return Err(bad_request("Missing required element 'bootable' in request body."));
    };
    if let Some(volume) = context.project.volume_mut(id) {
        volume.bootable = yes;
    }
    Ok(Response::empty(200))
}
