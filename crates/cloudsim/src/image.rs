//! Images, Glance's API (row N02). Custom properties stand flat beside the standard ones, `next` is a relative path.

use cloud::config::RuleSet;
use serde_json::{Value, json};

use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, html, no_such_path};
use crate::model::Image;

/// Since 2026-05 NHN's pages have 100 images when nothing is asked for; none has more than 1000.
const LIMITS: (usize, usize) = (100, 1000);

pub(crate) fn answer(context: &Context<'_>, rest: &[&str]) -> Answer {
    match (context.request.method.as_str(), rest) {
        ("GET", ["v2", "images"]) => list(context),
        ("GET", ["v2", "images", id]) => {
            let image = context.project.image(id);
            let image = image.ok_or_else(|| html(404, "Not Found", &format!("No image found with ID {id}")))?;
            Ok(Response::json(200, &show(context, image)))
        }
        _ => Err(no_such_path()),
    }
}

fn list(context: &Context<'_>) -> Answer {
    let bad = |text: &str| html(400, "Bad Request", text);
    let limit = match context.request.param("limit") {
        None => LIMITS.0,
        Some(text) => text.parse::<usize>().map_err(|_| bad("limit param must be an integer"))?.min(LIMITS.1),
    };
    let wanted: Vec<Value> =
        context.project.images.iter().map(|image| show(context, image)).filter(|body| takes(context, body)).collect();
    let id = |body: &Value| body.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let start = match context.request.param("marker") {
        None => 0,
        Some(marker) => {
            let at = wanted.iter().position(|body| id(body) == marker);
            at.ok_or_else(|| bad("Invalid marker. Image could not be found."))? + 1
        }
    };
    let rest = wanted.get(start..).unwrap_or_default();
    let page = rest.get(..limit).unwrap_or(rest);
    let mut body = json!({ "images": page, "first": "/v2/images", "schema": "/v2/schemas/images" });
    let more = (rest.len() > page.len()).then_some(page.last()).flatten();
    if let (Some(last), Some(map)) = (more, body.as_object_mut()) {
        map.insert("next".to_owned(), format!("/v2/images?limit={limit}&marker={}", id(last)).into());
    }
    Ok(Response::json(200, &body))
}

fn takes(context: &Context<'_>, body: &Value) -> bool {
    ["name", "owner", "visibility", "status", "os_type"].iter().all(|key| {
        let wanted = context.request.param(key);
        wanted.is_none_or(|wanted| body.get(*key).and_then(Value::as_str) == Some(&wanted))
    })
}

fn show(context: &Context<'_>, image: &Image) -> Value {
    let id = &image.id;
    let owner = if image.public { "0000000000000000000000000000cafe" } else { &context.project.tenant };
    let nhn = context.project.rules == RuleSet::Nhn;
    let tags: &[&str] = if nhn && image.public { &["_AVAILABLE_"] } else { &[] };
    let mut body = json!({
        "id": id, "name": image.name, "status": image.status, "protected": image.public, "owner": owner, "tags": tags,
        "visibility": if image.public { "public" } else { "private" }, "min_disk": image.min_disk_gb,
        "min_ram": image.min_ram_mb, "size": image.size, "virtual_size": image.size, "disk_format": "qcow2",
        "container_format": "bare", "checksum": id.replace('-', ""), "os_hidden": false, "os_hash_algo": "sha512",
        "os_hash_value": id.replace('-', "").repeat(4), "created_at": image.created.to_utc(),
        "updated_at": image.created.to_utc(), "os_type": image.os_type, "os_distro": image.os_distro,
        "os_version": image.os_version, "self": format!("/v2/images/{id}"),
        "file": format!("/v2/images/{id}/file"), "schema": "/v2/schemas/image",
    });
    if let (true, Some(map)) = (nhn, body.as_object_mut()) {
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
