//! `block_device_mapping_v2`: the sources of a new instance's disks (rows S13, S14).

use cloud::config::RuleSet;
use cloud::rules::fit::{RootOn, is_appliance, root_disk_range};
use serde_json::Value;

use super::{attachments, check};
use crate::Response;
use crate::context::Context;
use crate::errors::bad_request;
use crate::model::{Flavor, Image};

/// The parsed mapping.
pub(super) struct Blocks {
    /// Where the root is stored.
    pub root: RootOn,
    /// The image to boot from, in the mapping or in `imageRef`.
    pub image: Option<String>,
    /// Volumes for each instance, root first.
    pub disks: Vec<NewDisk>,
}

/// A volume of a new instance.
#[derive(Clone)]
pub(super) struct NewDisk {
    pub source: Source,
    pub size_gb: u64,
    pub delete_on_termination: bool,
    pub root: bool,
    /// Name of the volume type; `None`: the default.
    pub kind: Option<String>,
}

/// The source of a volume.
#[derive(Clone, PartialEq)]
pub(super) enum Source {
    /// Created for the instance: empty, or from an image.
    Made,
    /// An existing volume, by id.
    Volume(String),
    /// Created from a snapshot, by id.
    Snapshot(String),
}

fn refuse(why: &str) -> Response {
    bad_request(&format!("Block Device Mapping is Invalid: {why}"))
}

pub(super) fn read(context: &Context<'_>, server: &Value, flavor: &Flavor) -> Result<Blocks, Response> {
    let image = server.get("imageRef").and_then(Value::as_str).filter(|id| !id.is_empty()).map(str::to_owned);
    let list = server.get("block_device_mapping_v2").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let nhn = context.project.rules == RuleSet::Nhn;
    let mut blocks = Blocks { root: RootOn::FlavorDisk, image, disks: Vec::new() };
    if list.is_empty() {
        if context.project.limits().block_device_mapping && !check::wire_flavor(flavor).is_u2() {
            return Err(bad_request("Missing Block Device Mapping attribute"));
        }
        return Ok(blocks);
    }
    let image_ref = blocks.image.is_some();
    for entry in list {
        block(context, entry, flavor, &mut blocks)?;
    }
    let mut order: Vec<i64> = list.iter().filter_map(index).filter(|index| *index >= 0).collect();
    // A stock cloud boots from `imageRef` if the mapping contains no root.
    if !nhn && image_ref && !order.contains(&0) {
        order.push(0);
    }
    order.sort_unstable();
    if order.is_empty() || order.iter().zip(0..).any(|(is, wanted)| *is != wanted) {
        return Err(refuse("Boot sequence for the instance and image/block device mapping combination is not valid."));
    }
    blocks.disks.sort_by_key(|disk| !disk.root);
    Ok(blocks)
}

fn index(entry: &Value) -> Option<i64> {
    let value = entry.get("boot_index")?;
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

fn truthy(value: Option<&Value>) -> bool {
    // The guide's example has 1, clients send true or "True".
    match value {
        Some(Value::Bool(yes)) => *yes,
        Some(Value::Number(number)) => number.as_i64() == Some(1),
        Some(Value::String(text)) => matches!(text.to_ascii_lowercase().as_str(), "true" | "1" | "yes" | "on" | "t"),
        _ => false,
    }
}

fn block(context: &Context<'_>, entry: &Value, flavor: &Flavor, blocks: &mut Blocks) -> Result<(), Response> {
    let text = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
    let (source, destination, uuid) = (text("source_type"), text("destination_type"), text("uuid"));
    let root = index(entry) == Some(0);
    let nhn = context.project.rules == RuleSet::Nhn;
    let is_u2 = check::wire_flavor(flavor).is_u2();
    if root && source == "image" && !uuid.is_empty() && blocks.image.as_deref().is_some_and(|image| image != uuid) {
        return Err(refuse("Mapped image does not match imageRef."));
    }
    match (source, destination) {
        ("blank", _) if root => {
            Err(refuse("Boot sequence for the instance and image/block device mapping combination is not valid."))
        }
        ("image", "local") if !root => Err(refuse("Mapping image to local is not supported.")),
        // Row S14: only U2 has its own disk.
        ("image", "local") if nhn && !is_u2 => Err(refuse("destination_type local is for the U2 flavor type only.")),
        ("image", "local") => {
            blocks.root = RootOn::Local;
            blocks.image.get_or_insert_with(|| uuid.to_owned());
            Ok(())
        }
        ("blank", "local") => Err(refuse("You specified more local devices than the limit allows")),
        // U2 uses its own disk, whatever is sent (nhn-api.md §5.6).
        ("image", "volume") if root && is_u2 && nhn => Ok(()),
        ("image" | "blank", "volume") => {
            let disk = made(context, entry, root, source)?;
            if root {
                blocks.root = RootOn::Volume;
                // If only the mapping contains the image, a stock cloud does not show it, as for any volume.
                if nhn && !uuid.is_empty() {
                    blocks.image.get_or_insert_with(|| uuid.to_owned());
                }
            }
            blocks.disks.push(disk);
            Ok(())
        }
        ("volume" | "snapshot", "volume") => {
            blocks.disks.push(existing(context, entry, root, source)?);
            if root {
                blocks.root = RootOn::Volume;
                blocks.image = None;
            }
            Ok(())
        }
        ("volume" | "snapshot", "local") => Err(refuse(&format!("Mapping {source} to local is not supported."))),
        ("image" | "blank" | "volume" | "snapshot", _) => Err(bad_request(&format!(
            "Invalid input for field/attribute destination_type. Value: {destination}. '{destination}' is not one of \
             ['local', 'volume']"
        ))),
        _ => Err(bad_request(&format!(
            "Invalid input for field/attribute source_type. Value: {source}. '{source}' is not one of ['volume', \
             'image', 'snapshot', 'blank']"
        ))),
    }
}

/// A new volume, with an image or empty.
fn made(context: &Context<'_>, entry: &Value, root: bool, source: &str) -> Result<NewDisk, Response> {
    let uuid = entry.get("uuid").and_then(Value::as_str).filter(|uuid| !uuid.is_empty());
    let image = uuid.and_then(|uuid| context.project.image(uuid));
    if source == "image" && !root && image.is_none() {
        return Err(refuse(&match uuid {
            Some(uuid) => format!("failed to get image {uuid}."),
            None => "Missing device UUID.".to_owned(),
        }));
    }
    let size_gb = size(entry).filter(|size| *size > 0);
    let size_gb = size_gb.ok_or_else(|| {
        refuse(match source {
            "blank" => "Blank volumes (source: 'blank', dest: 'volume') need to have non-zero size",
            _ => "Images with destination_type 'volume' need to have a non-zero size specified",
        })
    })?;
    within(context, root, image, size_gb)?;
    disk(context, entry, Source::Made, size_gb, root)
}

fn size(entry: &Value) -> Option<u64> {
    let size = entry.get("volume_size")?;
    size.as_u64().or_else(|| size.as_str()?.parse().ok())
}

/// The size of a new volume, within the limits of `cloud::rules`: for the root by its image, for others only the
/// image's minimum.
fn within(context: &Context<'_>, root: bool, image: Option<&Image>, size_gb: u64) -> Result<(), Response> {
    let wire = image.map(check::wire_image);
    let range = root_disk_range(wire.as_ref(), &context.project.limits());
    let least = if root { range.min } else { image.map_or(1, |image| image.min_disk_gb) };
    if size_gb < least {
        return Err(bad_request(&check::volume_too_small(size_gb, least)));
    }
    match range.max.filter(|max| size_gb > *max) {
        Some(max) => Err(bad_request(&format!("Volume size {size_gb} GB is larger than the allowed {max} GB."))),
        None => Ok(()),
    }
}

/// An existing volume, or one created from a snapshot.
fn existing(context: &Context<'_>, entry: &Value, root: bool, source: &str) -> Result<NewDisk, Response> {
    let id = entry.get("uuid").and_then(Value::as_str).filter(|id| !id.is_empty());
    let id = id.ok_or_else(|| refuse("Missing device UUID."))?;
    let project = &context.project;
    let missing = || refuse(&format!("failed to get {source} {id}."));
    let (volume, size_gb, source) = if source == "snapshot" {
        let snapshot = project.snapshot(id).filter(|snapshot| snapshot.status == "available").ok_or_else(missing)?;
        let volume = project.volume(&snapshot.volume);
        (volume, size(entry).unwrap_or(0).max(snapshot.size_gb), Source::Snapshot(id.to_owned()))
    } else {
        let volume = project.volume(id).ok_or_else(missing)?;
        attachments::free(volume)?;
        (Some(volume), volume.size_gb, Source::Volume(id.to_owned()))
    };
    if root && !volume.is_some_and(|volume| volume.bootable) {
        return Err(bad_request(&format!("Block Device {id} is not bootable.")));
    }
    let image = volume.and_then(|volume| project.image(volume.image.as_deref()?)?.name.as_deref());
    if root && project.limits().no_appliance_root && image.is_some_and(is_appliance) {
        // NHN's message is not known.
        return Err(bad_request("Images of WAF, MS-SQL and MySQL cannot be the source of a root volume."));
    }
    disk(context, entry, source, size_gb, root)
}

fn disk(context: &Context<'_>, entry: &Value, source: Source, size_gb: u64, root: bool) -> Result<NewDisk, Response> {
    let kind = entry.get("volume_type").and_then(Value::as_str).map(str::to_owned);
    // The older API drops it elsewhere.
    let kind = kind.filter(|_| context.project.limits().disk_kind);
    if let Some(kind) = kind.as_ref().filter(|kind| !context.project.volume_types.iter().any(|one| one.name == **kind))
    {
        return Err(bad_request(&format!("Volume type {kind} could not be found.")));
    }
    let delete_on_termination = truthy(entry.get("delete_on_termination"));
    Ok(NewDisk { source, size_gb, delete_on_termination, root, kind })
}

/// Requirements of existing sources on the rest of the request: a single instance, and on NHN the source's zone.
pub(super) fn fit_request(
    context: &Context<'_>,
    blocks: &Blocks,
    count: u64,
    zone: Option<&str>,
) -> Result<(), Response> {
    for disk in &blocks.disks {
        let source = match &disk.source {
            Source::Made => continue,
            Source::Volume(id) => {
                if count > 1 {
                    return Err(bad_request("Cannot attach one or more volumes to multiple instances"));
                }
                context.project.volume(id)
            }
            Source::Snapshot(id) => {
                if count > 1 && context.project.limits().one_from_snapshot {
                    // NHN's message is not known.
                    return Err(bad_request("max_count must be 1 when the source is a snapshot."));
                }
                let snapshot = context.project.snapshot(id);
                snapshot.and_then(|snapshot| context.project.volume(&snapshot.volume))
            }
        };
        let Some(source) = source.filter(|_| context.project.limits().source_zone_required) else { continue };
        let zone = zone.ok_or_else(|| {
            // NHN's message is not known.
            bad_request("availability_zone is required when the source is a volume or a snapshot.")
        })?;
        attachments::same_zone(context, "to be created", zone, source)?;
    }
    Ok(())
}
