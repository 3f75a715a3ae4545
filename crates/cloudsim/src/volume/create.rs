//! `POST /volumes`: empty, from a snapshot, volume or image.

use cloud::config::RuleSet;
use serde_json::{Value, json};

use super::{faults, quota, show, text};
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, bad_request, invalid, not_found};
use crate::model::coming::Coming;

/// The source of a volume.
#[derive(Default)]
struct Source {
    snapshot: Option<String>,
    image: Option<String>,
    /// The volume it is cloned from.
    volume: Option<String>,
    bootable: bool,
    /// The minimum size, and the message if it is smaller.
    least: Option<(u64, String)>,
    /// The default size.
    size_gb: Option<u64>,
}

pub(super) fn answer(context: &mut Context<'_>, version: &str) -> Answer {
    let body = context.body();
    let wanted = body.get("volume").ok_or_else(|| bad_request("Missing required element 'volume' in request body."))?;
    let name = text(wanted, "name")?;
    faults::on_create(name.as_deref())?;
    let description = text(wanted, "description")?;
    let source = source(context, wanted)?;
    let size_gb = size(wanted, &source)?;
    let kind = kind(context, wanted)?;
    let zone = zone(context, wanted)?;
    quota::volume(context, size_gb)?;
    let mut volume = context.project.blank_volume(size_gb, &zone, context.now);
    volume.coming = Coming::plan(context.now, context.project.speed, faults::creating(name.as_deref()));
    volume.status = "creating";
    volume.name = name;
    volume.description = description;
    volume.kind = kind.unwrap_or(volume.kind);
    volume.snapshot = source.snapshot;
    volume.image = source.image;
    volume.source = source.volume;
    volume.bootable = source.bootable;
    volume.metadata = metadata(wanted);
    let body = show::created(context, version, &volume);
    let name = volume.name.clone().unwrap_or_default();
    context.project.volumes.push(volume);
    let answer = Response::json(202, &json!({ "volume": body }));
    crate::faults::lose(&name, answer.after(crate::faults::delay_ms(&name)))
}

fn source(context: &Context<'_>, wanted: &Value) -> Result<Source, Response> {
    let id = |key: &str| wanted.get(key).and_then(Value::as_str).filter(|id| !id.is_empty());
    if let Some(id) = id("snapshot_id") {
        let project = &context.project;
        let snapshot = project.snapshot(id).ok_or_else(|| not_found(&format!("Snapshot {id} could not be found.")))?;
        if snapshot.status != "available" {
            return Err(bad_request(&format!(
                "Invalid snapshot: Originating snapshot status must be one of 'available' values, got: {}",
                snapshot.status
            )));
        }
        let origin = project.volume(&snapshot.volume);
        let least = snapshot.size_gb;
        return Ok(Source {
            snapshot: Some(id.to_owned()),
            image: origin.and_then(|volume| volume.image.clone()),
            bootable: origin.is_some_and(|volume| volume.bootable),
            least: Some((least, format!("the snapshot size {least}GB. They must be >= original snapshot size."))),
            size_gb: Some(least),
            volume: None,
        });
    }
    if let Some(id) = id("source_volid").filter(|_| context.project.rules == RuleSet::OpenStack) {
        let origin = super::volumes::find(context, id)?;
        let least = origin.size_gb;
        return Ok(Source {
            volume: Some(id.to_owned()),
            image: origin.image.clone(),
            bootable: origin.bootable,
            least: Some((least, format!("original volume size  {least}GB. They must be >= original volume size."))),
            size_gb: Some(least),
            snapshot: None,
        });
    }
    let Some(id) = id("imageRef").or(id("image_id")) else { return Ok(Source::default()) };
    let image = context.project.image(id);
    let image = image.ok_or_else(|| bad_request("Invalid image identifier or unable to access requested image."))?;
    if image.status != "active" {
        return Err(bad_request(&format!("Invalid input received: Image {id} is not active.")));
    }
    let least = image.min_disk_gb;
    Ok(Source {
        image: Some(id.to_owned()),
        bootable: true,
        least: Some((least, format!("the image minDisk size {least}GB."))),
        ..Source::default()
    })
}

/// In GB; may be a string.
fn size(wanted: &Value, source: &Source) -> Result<u64, Response> {
    let size = match wanted.get("size") {
        None | Some(Value::Null) => source.size_gb.ok_or_else(|| {
            bad_request(&format!(
                "Invalid input for field/attribute volume. Value: {wanted}. 'size' is a required property"
            ))
        })?,
        Some(value) => {
            let number = value.as_i64().or_else(|| value.as_str()?.parse().ok());
            let Some(number) = number else {
                return Err(invalid("size", &value.to_string(), &format!("{value} does not match '^[0-9]+$'")));
            };
            u64::try_from(number).ok().filter(|size| *size > 0).ok_or_else(|| {
                invalid("size", &number.to_string(), &format!("{number} is less than the minimum of 1"))
            })?
        }
    };
    match &source.least {
        Some((least, words)) if size < *least && source.snapshot.is_some() => {
            Err(bad_request(&format!("Invalid input received: Volume size '{size}'GB cannot be smaller than {words}")))
        }
        Some((least, words)) if size < *least => {
            Err(bad_request(&format!("Invalid input received: Volume size {size}GB cannot be smaller than {words}")))
        }
        _ => Ok(size),
    }
}

/// The type's name, by name or id.
fn kind(context: &Context<'_>, wanted: &Value) -> Result<Option<String>, Response> {
    let Some(named) = text(wanted, "volume_type")?.filter(|named| !named.is_empty()) else { return Ok(None) };
    let known = context.project.volume_types.iter().find(|kind| kind.name == named || kind.id == named);
    known
        .map(|kind| Some(kind.name.clone()))
        .ok_or_else(|| not_found(&format!("Volume type with name {named} could not be found.")))
}

fn zone(context: &Context<'_>, wanted: &Value) -> Result<String, Response> {
    let zones = || context.project.zones.iter().filter(|zone| zone.available);
    let named = text(wanted, "availability_zone")?.filter(|zone| !zone.is_empty());
    let zone = match &named {
        Some(named) => zones().find(|zone| zone.name == *named),
        None => zones().next(),
    };
    let named = named.unwrap_or_default();
    let refused = || bad_request(&format!("Invalid input received: Availability zone '{named}' is invalid."));
    zone.map(|zone| zone.name.clone()).ok_or_else(refused)
}

fn metadata(wanted: &Value) -> std::collections::BTreeMap<String, String> {
    let map = wanted.get("metadata").and_then(Value::as_object);
    let pairs = map.into_iter().flatten().filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned())));
    pairs.collect()
}
