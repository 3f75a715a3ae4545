//! Block storage, the reads (row N06): volumes of instances and those that are free.

use serde_json::{Value, json};

use crate::Response;
use crate::clock::micros;
use crate::context::Context;
use crate::errors::{Answer, no_such_path, not_found};
use crate::model::{Disk, Server, Volume};

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
    let servers = context.project.servers().iter().filter(|server| !server.deleted());
    let attached = servers.flat_map(|server| server.disks.iter().map(move |disk| (server, disk)));
    let attached = attached.map(|(server, disk)| in_use(context, server, disk));
    context.project.volumes.iter().map(|volume| free(context, volume)).chain(attached).collect()
}

fn free(context: &Context<'_>, volume: &Volume) -> Value {
    let (name, zone, created) = (volume.name.as_deref(), &volume.zone, volume.created);
    show(context, &volume.id, name, volume.size_gb, zone, volume.bootable, created, Vec::new())
}

fn in_use(context: &Context<'_>, server: &Server, disk: &Disk) -> Value {
    let attachment = json!({
        "id": disk.id, "attachment_id": disk.id, "volume_id": disk.id, "server_id": server.id, "host_name": null,
        "device": if disk.root { "/dev/vda" } else { "/dev/vdb" }, "attached_at": micros(server.created),
    });
    show(context, &disk.id, None, disk.size_gb, &server.zone, disk.root, server.created, vec![attachment])
}

// One argument for each thing that differs between a free and an attached volume.
#[allow(clippy::too_many_arguments)]
fn show(
    context: &Context<'_>,
    id: &str,
    name: Option<&str>,
    size_gb: u64,
    zone: &str,
    bootable: bool,
    created: cloud::Timestamp,
    attachments: Vec<Value>,
) -> Value {
    let status = if attachments.is_empty() { "available" } else { "in-use" };
    let tenant = &context.project.tenant;
    let base = &context.base;
    json!({
        "id": id, "name": name, "description": null, "status": status, "size": size_gb, "availability_zone": zone,
        "bootable": if bootable { "true" } else { "false" }, "volume_type": "General SSD", "encrypted": false,
        "multiattach": false, "snapshot_id": null, "source_volid": null, "consistencygroup_id": null,
        "replication_status": "disabled", "user_id": context.project.user_id, "os-vol-tenant-attr:tenant_id": tenant,
        "metadata": {}, "created_at": micros(created), "updated_at": micros(created), "attachments": attachments,
        "links": [{ "rel": "self", "href": format!("{base}/v2/{tenant}/volumes/{id}") },
                  { "rel": "bookmark", "href": format!("{base}/{tenant}/volumes/{id}") }],
    })
}
