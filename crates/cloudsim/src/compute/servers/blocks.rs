//! `block_device_mapping_v2`: where the disks of a new instance come from (rows S13, S14).

use cloud::rules::fit::{RootOn, root_disk_range};
use serde_json::Value;

use super::check;
use crate::Response;
use crate::context::Context;
use crate::errors::bad_request;
use crate::model::{Disk, Flavor, Image};

/// What the mapping says.
pub(super) struct Blocks {
    /// Where the root is.
    pub root: RootOn,
    /// The image it boots from: in the mapping or in `imageRef`.
    pub image: Option<String>,
    /// Disks each instance gets; their ids are made anew for each.
    pub disks: Vec<Disk>,
}

pub(super) fn read(context: &Context<'_>, server: &Value, flavor: &Flavor) -> Result<Blocks, Response> {
    let image = server.get("imageRef").and_then(Value::as_str).filter(|id| !id.is_empty()).map(str::to_owned);
    let list = server.get("block_device_mapping_v2").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let limits = context.project.limits();
    let is_u2 = check::wire_flavor(flavor).is_u2();
    if list.is_empty() {
        if limits.block_device_mapping && !is_u2 {
            return Err(bad_request("Missing Block Device Mapping attribute"));
        }
        return Ok(Blocks { root: RootOn::FlavorDisk, image, disks: Vec::new() });
    }
    let mut blocks = Blocks { root: RootOn::FlavorDisk, image, disks: Vec::new() };
    for entry in list {
        block(context, entry, is_u2, &mut blocks)?;
    }
    if !list.iter().any(|entry| index(entry) == Some(0)) {
        return Err(bad_request(
            "Block Device Mapping is Invalid: Boot sequence for the instance and image/block device \
                                mapping combination is not valid.",
        ));
    }
    Ok(blocks)
}

fn index(entry: &Value) -> Option<i64> {
    let value = entry.get("boot_index")?;
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

fn truthy(value: Option<&Value>) -> bool {
    // The guide's example writes 1, clients write true or "True".
    match value {
        Some(Value::Bool(yes)) => *yes,
        Some(Value::Number(number)) => number.as_i64() == Some(1),
        Some(Value::String(text)) => matches!(text.to_ascii_lowercase().as_str(), "true" | "1" | "yes" | "on" | "t"),
        _ => false,
    }
}

fn block(context: &Context<'_>, entry: &Value, is_u2: bool, blocks: &mut Blocks) -> Result<(), Response> {
    let text = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
    let root = index(entry) == Some(0);
    let size = entry.get("volume_size");
    let size = size.and_then(|size| size.as_u64().or_else(|| size.as_str()?.parse().ok()));
    let (source, destination) = (text("source_type"), text("destination_type"));
    if root && source == "image" && !text("uuid").is_empty() {
        let same = blocks.image.as_deref().is_none_or(|image| image == text("uuid"));
        if !same {
            return Err(bad_request("Block Device Mapping is Invalid: Mapped image does not match imageRef."));
        }
    }
    match (source, destination) {
        ("image" | "blank", "local") => {
            if root {
                blocks.root = RootOn::Local;
                blocks.image.get_or_insert_with(|| text("uuid").to_owned());
            }
            Ok(())
        }
        // U2 takes its own disk, whatever is written (nhn-api.md §5.6).
        ("image", "volume") if root && is_u2 && context.project.limits().block_device_mapping => Ok(()),
        ("image" | "blank", "volume") => {
            let image = context.project.image(text("uuid"));
            let size_gb = sized(context, root.then_some(image).flatten(), size)?;
            if root {
                blocks.root = RootOn::Volume;
            }
            blocks.disks.push(disk(entry, size_gb, root));
            Ok(())
        }
        ("volume" | "snapshot", "volume") => {
            let id = text("uuid");
            let known = context.project.volumes.iter().find(|volume| volume.id == id);
            let volume = known
                .ok_or_else(|| bad_request(&format!("Block Device Mapping is Invalid: failed to get volume {id}.")))?;
            if root && !volume.bootable {
                return Err(bad_request(&format!("Block Device {id} is not bootable.")));
            }
            if root {
                blocks.root = RootOn::Volume;
                blocks.image = None;
            }
            blocks.disks.push(disk(entry, volume.size_gb, root));
            Ok(())
        }
        _ => Err(bad_request(&format!(
            "Invalid input for field/attribute destination_type. Value: {destination}. '{destination}' is not one of \
             ['local', 'volume']"
        ))),
    }
}

/// The size of a volume to be made, within what `cloud::rules` allows for the image.
fn sized(context: &Context<'_>, image: Option<&Image>, size_gb: Option<u64>) -> Result<u64, Response> {
    let Some(size_gb) = size_gb else {
        return Err(bad_request("Block Device Mapping is Invalid: volume_size is required for this source."));
    };
    let wire = image.map(check::wire_image);
    let range = root_disk_range(wire.as_ref(), &context.project.limits());
    if size_gb < range.min {
        return Err(bad_request(&check::volume_too_small(size_gb, range.min)));
    }
    match range.max.filter(|max| size_gb > *max) {
        Some(max) => Err(bad_request(&format!("Volume size {size_gb} GB is larger than the allowed {max} GB."))),
        None => Ok(size_gb),
    }
}

fn disk(entry: &Value, size_gb: u64, root: bool) -> Disk {
    let delete_on_termination = truthy(entry.get("delete_on_termination"));
    Disk { id: String::new(), size_gb, delete_on_termination, root }
}
