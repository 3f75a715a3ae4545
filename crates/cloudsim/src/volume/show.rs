//! The JSON of a volume (samples 117, 118, 132).

use serde_json::{Map, Value, json};

use crate::clock::micros;
use crate::context::Context;
use crate::model::{Image, Volume};
use crate::rng::named;

/// `GET /volumes`: id, name, links.
pub(super) fn name(context: &Context<'_>, version: &str, volume: &Volume) -> Value {
    json!({ "id": volume.id, "name": volume.name, "links": links(context, version, &volume.id) })
}

/// The response to `POST /volumes`, which has no tenant yet.
pub(super) fn created(context: &Context<'_>, version: &str, volume: &Volume) -> Value {
    let mut body = common(context, version, volume);
    body.insert("updated_at".to_owned(), Value::Null);
    body.into()
}

/// All fields.
pub(super) fn full(context: &Context<'_>, version: &str, volume: &Volume) -> Value {
    let mut body = common(context, version, volume);
    body.insert("os-vol-tenant-attr:tenant_id".to_owned(), context.project.tenant.clone().into());
    let image = volume.image.as_ref().and_then(|id| context.project.image(id));
    let mut of_image = image.map_or_else(Map::new, image_metadata);
    of_image.extend(volume.image_metadata.iter().map(|(key, value)| (key.clone(), value.clone().into())));
    if !of_image.is_empty() {
        body.insert("volume_image_metadata".to_owned(), of_image.into());
    }
    body.into()
}

fn common(context: &Context<'_>, version: &str, volume: &Volume) -> Map<String, Value> {
    let id = &volume.id;
    let attachments: Vec<Value> = volume
        .attached
        .iter()
        // While attaching it is not listed; a reserved volume of an instance without a host is.
        .filter(|_| volume.status != "attaching" && !(volume.status == "reserved" && volume.coming.any()))
        .map(|attached| {
            json!({
                "id": id, "attachment_id": id, "volume_id": id, "server_id": attached.server, "host_name": null,
                "device": attached.device, "attached_at": micros(attached.at),
            })
        })
        .collect();
    let body = json!({
        "id": id, "name": volume.name, "description": volume.description, "status": volume.status,
        "size": volume.size_gb, "availability_zone": volume.zone,
        "bootable": if volume.bootable { "true" } else { "false" }, "volume_type": volume.kind,
        "encrypted": volume.kind.starts_with("Encrypted"), "multiattach": false, "snapshot_id": volume.snapshot,
        "source_volid": volume.source, "consistencygroup_id": null, "replication_status": null,
        "user_id": context.project.user_id, "metadata": volume.metadata, "created_at": micros(volume.created),
        "updated_at": micros(volume.updated), "attachments": attachments, "links": links(context, version, id),
    });
    let Value::Object(mut body) = body else { return Map::new() };
    if let (Some(readonly), Some(Value::Object(metadata))) = (volume.readonly, body.get_mut("metadata")) {
        metadata.insert("readonly".to_owned(), if readonly { "True" } else { "False" }.into());
    }
    newer(context, volume, &mut body);
    body
}

/// Fields of versions after 3.0.
fn newer(context: &Context<'_>, volume: &Volume, body: &mut Map<String, Value>) {
    let kind = context.project.volume_types.iter().find(|kind| kind.name == volume.kind);
    // A new volume has no host, and therefore no service.
    let service = (volume.status != "creating").then(|| named(context.seed, "service", &volume.zone));
    for (since, key, value) in [
        (13, "group_id", Value::Null),
        (48, "shared_targets", json!(false)),
        (48, "service_uuid", json!(service)),
        (63, "volume_type_id", json!(kind.map(|kind| &kind.id))),
        (65, "consumes_quota", json!(true)),
    ] {
        if context.since(since) {
            body.insert(key.to_owned(), value);
        }
    }
}

fn links(context: &Context<'_>, version: &str, id: &str) -> Value {
    let (tenant, base) = (&context.project.tenant, &context.base);
    json!([
        { "rel": "self", "href": format!("{base}/{version}/{tenant}/volumes/{id}") },
        { "rel": "bookmark", "href": format!("{base}/{tenant}/volumes/{id}") },
    ])
}

/// The metadata of its image, all as strings.
fn image_metadata(image: &Image) -> Map<String, Value> {
    let pairs = json!({
        "os_type": image.os_type, "os_distro": image.os_distro, "os_version": image.os_version, "image_id": image.id,
        "image_name": image.name, "checksum": image.id.replace('-', ""), "container_format": "bare",
        "disk_format": "qcow2", "min_disk": image.min_disk_gb.to_string(), "min_ram": image.min_ram_mb.to_string(),
        "size": image.size.to_string(),
    });
    match pairs {
        Value::Object(pairs) => pairs,
        _ => Map::new(),
    }
}
