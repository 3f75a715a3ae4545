//! The JSON of an image (sample 020, nhn-api.md §2): custom properties are on the same level as the standard fields.

use cloud::config::RuleSet;
use md5::{Digest, Md5};
use serde_json::{Map, Value, json};

use crate::context::Context;
use crate::model::{Image, Made};

pub(super) fn full(context: &Context<'_>, image: &Image) -> Value {
    let id = &image.id;
    let owner = if image.public { "0000000000000000000000000000cafe" } else { &context.project.tenant };
    let nhn = context.project.rules == RuleSet::Nhn;
    let tags: Vec<&str> = match nhn && image.public {
        true => vec!["_AVAILABLE_"],
        false => image.tags.iter().map(String::as_str).collect(),
    };
    let there = matches!(image.status, "active" | "deactivated");
    let sum = checksum(image);
    let size = (image.size > 0).then_some(image.size);
    let mut body = json!({
        "id": id, "name": image.name, "status": image.status, "protected": image.protected, "owner": owner, "tags": tags,
        "visibility": if image.public { "public" } else { "private" }, "min_disk": image.min_disk_gb,
        "min_ram": image.min_ram_mb, "size": size, "virtual_size": size, "disk_format": "qcow2",
        "container_format": "bare", "checksum": sum, "os_hidden": false, "os_hash_algo": there.then_some("sha512"),
        "os_hash_value": sum.as_ref().map(|sum| sum.repeat(4)), "created_at": image.created.to_utc(),
        "updated_at": image.created.to_utc(), "os_type": image.os_type, "os_distro": image.os_distro,
        "os_version": image.os_version, "self": format!("/v2/images/{id}"),
        "file": format!("/v2/images/{id}/file"), "schema": "/v2/schemas/image",
    });
    let Some(map) = body.as_object_mut() else { return body };
    if let Some(made) = &image.made {
        brought(map, image, made);
    }
    for (key, value) in &image.properties {
        map.insert(key.clone(), value.clone().into());
    }
    if nhn {
        for (key, value) in [
            ("virtual_size", Value::Null),
            ("os_architecture", "amd64".into()),
            ("login_username", image.login.into()),
            ("hypervisor_type", "qemu".into()),
            ("description", json!(image.name)),
        ] {
            map.insert(key.to_owned(), value);
        }
    }
    body
}

/// MD5 of its data; for images without data a number that looks like one.
pub(super) fn checksum(image: &Image) -> Option<String> {
    let there = matches!(image.status, "active" | "deactivated");
    let sum = |made: &Made| format!("{:x}", Md5::digest(&made.data));
    let data = image.made.as_ref().filter(|made| !made.data.is_empty());
    there.then(|| data.map_or_else(|| image.id.replace('-', ""), sum))
}

/// The fields of an uploaded image that differ from those of others.
fn brought(map: &mut Map<String, Value>, image: &Image, made: &Made) {
    let mut set = |key: &str, value: Value| map.insert(key.to_owned(), value);
    if !made.visibility.is_empty() {
        set("visibility", made.visibility.into());
        set("disk_format", json!(made.disk_format));
        set("container_format", json!(made.container_format));
    }
    set("os_hidden", made.hidden.into());
    if image.os_type.is_empty() {
        ["os_type", "os_distro", "os_version"].iter().for_each(|key| drop(map.remove(*key)));
    }
}
