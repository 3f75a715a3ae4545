//! Block storage, the reads (row N06): volumes of instances and those that are free.

use serde_json::{Value, json};

use crate::Response;
use crate::clock::micros;
use crate::context::Context;
use crate::errors::{Answer, no_such_path, not_found};
use crate::model::Volume;

pub(crate) fn answer(context: &Context<'_>, rest: &[&str]) -> Answer {
    let (tenant, path) = match rest {
        ["v2" | "v3", tenant, path @ ..] => (*tenant, path),
        _ => return Err(no_such_path()),
    };
    if tenant != context.project.tenant || context.request.method != "GET" {
        return Err(no_such_path());
    }
    let all = all(context);
    match path {
        ["volumes"] | ["volumes", "detail"] => Ok(Response::json(200, &json!({ "volumes": all }))),
        ["volumes", id] => {
            let volume = all.into_iter().find(|volume| volume.get("id").and_then(Value::as_str) == Some(id));
            let volume = volume.ok_or_else(|| not_found(&format!("Volume {id} could not be found.")))?;
            Ok(Response::json(200, &json!({ "volume": volume })))
        }
        _ => Err(no_such_path()),
    }
}

fn all(context: &Context<'_>) -> Vec<Value> {
    context.project.volumes.iter().rev().map(|volume| show(context, volume)).collect()
}

fn show(context: &Context<'_>, volume: &Volume) -> Value {
    let (id, created) = (&volume.id, micros(volume.created));
    let attachments: Vec<Value> = volume
        .attached
        .iter()
        .map(|attached| {
            json!({
                "id": id, "attachment_id": id, "volume_id": id, "server_id": attached.server, "host_name": null,
                "device": attached.device, "attached_at": micros(attached.at),
            })
        })
        .collect();
    let (tenant, base) = (&context.project.tenant, &context.base);
    json!({
        "id": id, "name": volume.name, "description": volume.description, "status": volume.status,
        "size": volume.size_gb, "availability_zone": volume.zone,
        "bootable": if volume.bootable { "true" } else { "false" }, "volume_type": volume.kind, "encrypted": false,
        "multiattach": false, "snapshot_id": volume.snapshot, "source_volid": null, "consistencygroup_id": null,
        "replication_status": "disabled", "user_id": context.project.user_id,
        "os-vol-tenant-attr:tenant_id": tenant, "metadata": volume.metadata, "created_at": created,
        "updated_at": micros(volume.updated), "attachments": attachments,
        "links": [{ "rel": "self", "href": format!("{base}/v2/{tenant}/volumes/{id}") },
                  { "rel": "bookmark", "href": format!("{base}/{tenant}/volumes/{id}") }],
    })
}
