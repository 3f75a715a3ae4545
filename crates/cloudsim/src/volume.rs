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
    context.project.volumes.iter().map(|volume| show(context, volume, Vec::new())).chain(attached).collect()
}

fn in_use(context: &Context<'_>, server: &Server, disk: &Disk) -> Value {
    let attachment = json!({
        "id": disk.id, "attachment_id": disk.id, "volume_id": disk.id, "server_id": server.id, "host_name": null,
        "device": if disk.root { "/dev/vda" } else { "/dev/vdb" }, "attached_at": micros(server.created),
    });
    let volume = Volume {
        id: disk.id.clone(),
        name: None,
        size_gb: disk.size_gb,
        zone: server.zone.clone(),
        bootable: disk.root,
        created: server.created,
    };
    show(context, &volume, vec![attachment])
}

fn show(context: &Context<'_>, volume: &Volume, attachments: Vec<Value>) -> Value {
    let (id, created) = (&volume.id, micros(volume.created));
    let status = if attachments.is_empty() { "available" } else { "in-use" };
    let (tenant, base) = (&context.project.tenant, &context.base);
    json!({
        "id": id, "name": volume.name, "description": null, "status": status, "size": volume.size_gb,
        "availability_zone": volume.zone, "bootable": if volume.bootable { "true" } else { "false" },
        "volume_type": "General SSD", "encrypted": false, "multiattach": false, "snapshot_id": null,
        "source_volid": null, "consistencygroup_id": null, "replication_status": "disabled",
        "user_id": context.project.user_id, "os-vol-tenant-attr:tenant_id": tenant, "metadata": {},
        "created_at": created, "updated_at": created, "attachments": attachments,
        "links": [{ "rel": "self", "href": format!("{base}/v2/{tenant}/volumes/{id}") },
                  { "rel": "bookmark", "href": format!("{base}/{tenant}/volumes/{id}") }],
    })
}
