//! Uploaded images: `POST /v2/images`, data, tags, and changes by JSON patch.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{find_own, show};
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, html};
use crate::model::coming::Coming;
use crate::model::{Image, Made};

const DISKS: [&str; 11] = ["ami", "ari", "aki", "vhd", "vhdx", "vmdk", "raw", "qcow2", "vdi", "iso", "ploop"];
const CONTAINERS: [&str; 7] = ["ami", "ari", "aki", "bare", "ovf", "ova", "docker"];
const VISIBILITIES: [&str; 4] = ["community", "public", "private", "shared"];
/// Fields that only Glance writes.
const READ_ONLY: [&str; 16] = [
    "checksum",
    "created_at",
    "direct_url",
    "file",
    "id",
    "locations",
    "os_hash_algo",
    "os_hash_value",
    "owner",
    "schema",
    "self",
    "size",
    "status",
    "stores",
    "updated_at",
    "virtual_size",
];

fn bad(text: &str) -> Response {
    html(400, "Bad Request", text)
}

/// `POST /v2/images`: `queued` until its data is uploaded.
pub(super) fn create(context: &mut Context<'_>) -> Answer {
    let body = context.body();
    let wanted = body.as_object().ok_or_else(|| bad("Malformed JSON in request body."))?;
    let mut image = Image {
        id: context.project.rng.uuid(),
        name: None,
        public: false,
        protected: false,
        status: "queued",
        coming: Coming::default(),
        min_disk_gb: 0,
        min_ram_mb: 0,
        size: 0,
        os_type: "",
        os_distro: "",
        os_version: "",
        login: "",
        properties: BTreeMap::new(),
        tags: Vec::new(),
        made: Some(Made { visibility: "shared", ..Made::default() }),
        created: context.now,
    };
    for (key, value) in wanted {
        set(&mut image, key, value)?;
    }
    let answer = show::full(context, &image);
    let location = format!("{}/v2/images/{}", context.base, image.id);
    context.project.images.insert(0, image);
    Ok(Response::json(201, &answer).with_header("Location", &location))
}

/// Sets a field; unknown fields are properties.
fn set(image: &mut Image, key: &str, value: &Value) -> Result<(), Response> {
    if READ_ONLY.contains(&key) {
        return Err(html(403, "Forbidden", &format!("Attribute '{key}' is read-only.")));
    }
    let text = value.as_str();
    let wrong = || {
        bad(&format!("Invalid image: Provided object does not match schema 'image': {value} is not valid for '{key}'."))
    };
    let number = || value.as_u64().ok_or_else(wrong);
    let made = image.made.get_or_insert_default();
    match key {
        "name" => image.name = text.map(str::to_owned),
        "protected" => image.protected = value.as_bool().ok_or_else(wrong)?,
        "min_disk" => image.min_disk_gb = number()?,
        "min_ram" => image.min_ram_mb = number()?,
        "os_hidden" => made.hidden = value.as_bool().ok_or_else(wrong)?,
        "disk_format" => made.disk_format = one_of(&DISKS, key, value)?.map(str::to_owned),
        "container_format" => made.container_format = one_of(&CONTAINERS, key, value)?.map(str::to_owned),
        "visibility" => match one_of(&VISIBILITIES, key, value)? {
            Some("public") => {
                let words = "You are not authorized to complete publicize_image action.";
                return Err(html(403, "Forbidden", words));
            }
            Some(word) => made.visibility = VISIBILITIES.into_iter().find(|known| *known == word).unwrap_or("shared"),
            None => return Err(wrong()),
        },
        "tags" => {
            let tags = value.as_array().ok_or_else(wrong)?;
            image.tags = tags.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        }
        _ => {
            let text = text.ok_or_else(wrong)?;
            image.properties.insert(key.to_owned(), text.to_owned());
        }
    }
    Ok(())
}

fn one_of<'a>(known: &[&str], key: &str, value: &'a Value) -> Result<Option<&'a str>, Response> {
    if value.is_null() {
        return Ok(None);
    }
    let word = value.as_str().unwrap_or_default();
    let list = known.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ");
    let words = || {
        bad(&format!(
            "Invalid image: Provided object does not match schema 'image': '{word}' is not one of [None, {list}]. Failed \
             validating 'enum' in schema['properties']['{key}']."
        ))
    };
    known.contains(&word).then_some(Some(word)).ok_or_else(words)
}

/// `PATCH`: a list of changes.
pub(super) fn patch(context: &mut Context<'_>, id: &str) -> Answer {
    let mut image = find_own(context, id)?.clone();
    let body = context.body();
    let changes = body.as_array().ok_or_else(|| bad("Request body must be a JSON array of operation objects."))?;
    for change in changes {
        let text = |key: &str| change.get(key).and_then(Value::as_str).unwrap_or_default();
        let key = text("path").trim_start_matches('/').replace("~1", "/").replace("~0", "~");
        match text("op") {
            "add" | "replace" => set(&mut image, &key, change.get("value").unwrap_or(&Value::Null))?,
            "remove" => {
                let gone = image.properties.remove(&key);
                gone.ok_or_else(|| html(409, "Conflict", &format!("Property {key} does not exist.")))?;
            }
            other => return Err(bad(&format!("Operations must be JSON objects: {other}"))),
        }
    }
    let answer = show::full(context, &image);
    if let Some(known) = context.project.images.iter_mut().find(|known| known.id == id) {
        *known = image;
    }
    Ok(Response::json(200, &answer))
}

/// `PUT …/file`. Text is stored unchanged; nothing boots from it.
pub(super) fn upload(context: &mut Context<'_>, id: &str) -> Answer {
    let image = find_own(context, id)?;
    if image.status != "queued" {
        let status = image.status;
        return Err(html(409, "Conflict", &format!("Image status transition from {status} to saving is not allowed")));
    }
    let request = context.request;
    let announced = request.header("content-length").and_then(|length| length.parse().ok());
    let size = announced.unwrap_or(u64::try_from(request.body.len()).unwrap_or_default());
    let data = request.body.clone();
    if let Some(image) = context.project.images.iter_mut().find(|image| image.id == id) {
        let made = image.made.get_or_insert_default();
        if made.disk_format.is_none() || made.container_format.is_none() {
            return Err(bad("Properties disk_format, container_format must be set prior to saving data."));
        }
        made.data = data;
        image.size = size;
        image.status = "active";
    }
    Ok(Response::empty(204))
}

/// `GET …/file`.
pub(super) fn download(context: &Context<'_>, id: &str) -> Answer {
    let image = context.project.image(id).ok_or_else(|| super::missing(id))?;
    if image.status == "deactivated" {
        let words = "The requested image has been deactivated. Image data download is forbidden.";
        return Err(html(403, "Forbidden", words));
    }
    match image.made.as_ref().filter(|_| image.status == "active") {
        Some(made) => {
            let body = made.data.clone();
            let sum = show::checksum(image).unwrap_or_default();
            let answer = Response { status: 200, body, ..Response::default() };
            Ok(answer.with_header("Content-Type", "application/octet-stream").with_header("Content-MD5", &sum))
        }
        // Images of the initial world have no data.
        None => Ok(Response::empty(204)),
    }
}

/// `PUT` and `DELETE …/tags/{tag}`.
pub(super) fn tag(context: &mut Context<'_>, id: &str, tag: &str) -> Answer {
    find_own(context, id)?;
    let add = context.request.method == "PUT";
    let Some(image) = context.project.images.iter_mut().find(|image| image.id == id) else {
        return Err(super::missing(id));
    };
    let had = image.tags.iter().any(|known| known == tag);
    match (add, had) {
        (true, false) => image.tags.push(tag.to_owned()),
        (false, true) => image.tags.retain(|known| known != tag),
        (false, false) => return Err(html(404, "Not Found", "Could not find the tag.")),
        (true, true) => {}
    }
    Ok(Response::empty(204))
}

/// `deactivate`, `reactivate`.
pub(super) fn activate(context: &mut Context<'_>, id: &str, verb: &str) -> Answer {
    let (from, to) = if verb == "deactivate" { ("active", "deactivated") } else { ("deactivated", "active") };
    let image = find_own(context, id)?;
    if image.status != from && image.status != to {
        let status = image.status;
        return Err(html(403, "Forbidden", &format!("Not allowed to {verb} image in status '{status}'")));
    }
    if let Some(image) = context.project.images.iter_mut().find(|image| image.id == id) {
        image.status = to;
    }
    Ok(Response::empty(204))
}
