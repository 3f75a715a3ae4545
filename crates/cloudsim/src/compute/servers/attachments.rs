//! `os-volume_attachments` (rows S19–S22). An attachment has the volume's id.

use cloud::config::RuleSet;
use cloud::rules::lifecycle::Action;
use serde_json::{Value, json};

use super::{allowed, find};
use crate::Response;
use crate::compute::page::number;
use crate::compute::refusals::policy;
use crate::context::Context;
use crate::errors::{Answer, bad_request, invalid, no_such_path, not_found};
use crate::faults;
use crate::model::coming::{Change, Coming};
use crate::model::{Disk, Server, Volume};
use crate::rng::named;

pub(super) fn answer(context: &mut Context<'_>, id: &str, path: &[&str]) -> Answer {
    match (context.request.method.as_str(), path) {
        ("GET", []) => list(context, id),
        ("POST", []) => attach(context, id),
        ("GET", [volume]) => get(context, id, volume),
        ("PUT", [volume]) => update(context, id, volume),
        ("DELETE", [volume]) => detach(context, id, volume),
        _ => Err(no_such_path()),
    }
}

fn list(context: &Context<'_>, id: &str) -> Answer {
    let server = find(context, id)?;
    let (offset, limit) = (number(context, "offset")?.unwrap_or(0), number(context, "limit")?);
    let all = attached(context, server);
    // 0 means no limit.
    let limit = limit.filter(|limit| *limit > 0).unwrap_or(usize::MAX);
    // Nova pages through all disks and omits afterwards what is not a volume: a disk on the host is the first.
    let on_host = usize::from(!server.disks.iter().any(|disk| disk.root));
    let (first, end) = (offset.saturating_sub(on_host), offset.saturating_add(limit).saturating_sub(on_host));
    let page: Vec<_> = all.into_iter().take(end).skip(first).collect();
    Ok(Response::json(200, &json!({ "volumeAttachments": page })))
}

fn attached(context: &Context<'_>, server: &Server) -> Vec<Value> {
    let device = |id: &str| {
        let volume = context.project.volume(id)?;
        volume.attached.as_ref().map(|attached| attached.device.clone())
    };
    server.disks.iter().map(|disk| show(context, server, disk, device(&disk.id))).collect()
}

/// Since 2.89 an attachment has its own id, under another name.
fn show(context: &Context<'_>, server: &Server, disk: &Disk, device: Option<String>) -> Value {
    let volume = &disk.id;
    let mut body = json!({ "volumeId": volume, "serverId": server.id, "device": device });
    let Some(map) = body.as_object_mut() else { return body };
    let mut add = |key: &str, value: Value| map.insert(key.to_owned(), value);
    if context.since(89) {
        add("attachment_id", named(context.seed, "attachment", volume).into());
        add("bdm_uuid", named(context.seed, "block device", volume).into());
    } else {
        add("id", volume.clone().into());
    }
    if context.since(70) {
        add("tag", Value::Null);
    }
    if context.since(79) {
        add("delete_on_termination", disk.delete_on_termination.into());
    }
    body
}

fn get(context: &Context<'_>, id: &str, volume: &str) -> Answer {
    let server = find(context, id)?;
    let is = |one: &Value| one.get("volumeId").and_then(Value::as_str) == Some(volume);
    let one = attached(context, server).into_iter().find(is);
    let one = one.ok_or_else(|| not_attached(id, volume))?;
    Ok(Response::json(200, &json!({ "volumeAttachment": one })))
}

fn not_attached(id: &str, volume: &str) -> Response {
    not_found(&format!("Instance {id} is not attached to volume {volume}"))
}

/// Row S21. The response contains the device; the volume is `reserved`, then `attaching` for a while.
fn attach(context: &mut Context<'_>, id: &str) -> Answer {
    let body = context.body();
    let wanted = body.get("volumeAttachment").and_then(|wanted| Some((wanted, wanted.get("volumeId")?.as_str()?)));
    let (wanted, volume_id) =
        wanted.ok_or_else(|| invalid("volumeAttachment", &body.to_string(), "'volumeId' is a required property"))?;
    let server = find(context, id)?;
    let name = server.name.clone();
    faults::on_action(server, "attach_volume")?;
    allowed::check(server, Action::AttachVolume, "attach_volume")?;
    let volume = context.project.volume(volume_id);
    let volume = volume.ok_or_else(|| not_found(&format!("Volume {volume_id} could not be found.")))?;
    takes(context, server, volume)?;
    let device = wanted.get("device").and_then(Value::as_str).filter(|device| !device.is_empty());
    let (now, speed) = (context.now, context.project.speed);
    let device = context.project.attach(id, volume_id, device, now);
    let coming = match name.as_str() {
        name if name.starts_with("stuck-attach-") => {
            Some(Coming::plan(now, speed, [(200, Change::Status("attaching"))]))
        }
        // The host failed: the volume is available again.
        name if name.starts_with("fail-attach-") => Some(Coming::plan(now, speed, [(1_500, Change::Detached)])),
        _ => None,
    };
    if let (Some(coming), Some(volume)) = (coming, context.project.volume_mut(volume_id)) {
        volume.coming = coming;
    }
    let delete = wanted.get("delete_on_termination").and_then(Value::as_bool).filter(|_| context.since(79));
    set_delete(context, id, volume_id, delete.unwrap_or_default());
    let server = find(context, id)?;
    let disk = server.disks.iter().find(|disk| disk.id == volume_id).ok_or_else(|| not_attached(id, volume_id))?;
    let body = json!({ "volumeAttachment": show(context, server, disk, device) });
    faults::lose(&name, Response::json(200, &body).after(faults::delay_ms(&name)))
}

fn set_delete(context: &mut Context<'_>, id: &str, volume: &str, delete: bool) {
    let disks = context.project.server_mut(id).into_iter().flat_map(|server| server.disks.iter_mut());
    disks.filter(|disk| disk.id == volume).for_each(|disk| disk.delete_on_termination = delete);
}

/// `PUT`, since 2.85: whether the volume is deleted with the instance. Swapping volumes is reserved for operators.
fn update(context: &mut Context<'_>, id: &str, volume: &str) -> Answer {
    let body = context.body();
    let wanted = body.get("volumeAttachment").cloned().unwrap_or_default();
    let target = wanted.get("volumeId").and_then(Value::as_str);
    let target =
        target.ok_or_else(|| invalid("volumeAttachment", &wanted.to_string(), "'volumeId' is a required property"))?;
    if target != volume || !context.since(85) {
        return Err(policy("os-volumes-attachments:swap"));
    }
    let server = find(context, id)?;
    server.disks.iter().find(|disk| disk.id == volume).ok_or_else(|| not_attached(id, volume))?;
    if let Some(delete) = wanted.get("delete_on_termination").and_then(Value::as_bool) {
        set_delete(context, id, volume, delete);
    }
    Ok(Response::empty(202))
}

/// Whether a volume can be attached to an instance.
fn takes(context: &Context<'_>, server: &Server, volume: &Volume) -> Result<(), Response> {
    let id = &volume.id;
    if let Some(attached) = &volume.attached {
        return Err(bad_request(&format!(
            "Invalid volume: volume {id} is already attached to instances: {}",
            attached.server
        )));
    }
    free(volume)?;
    same_zone(context, &server.id, &server.zone, volume)
}

/// Block storage's message, as passed on by Nova.
pub(super) fn free(volume: &Volume) -> Result<(), Response> {
    let (id, status) = (&volume.id, volume.status);
    if status == "available" {
        return Ok(());
    }
    Err(bad_request(&format!(
        "Invalid volume: Invalid input received: Invalid volume: Volume {id} status must be available or downloading to \
         reserve, but the current status is {status}. (HTTP 400)"
    )))
}

/// A volume can be attached only in its zone; a stock cloud allows all (`cross_az_attach`).
pub(super) fn same_zone(context: &Context<'_>, who: &str, zone: &str, volume: &Volume) -> Result<(), Response> {
    if context.project.rules == RuleSet::OpenStack || volume.zone == zone {
        return Ok(());
    }
    let (id, other) = (&volume.id, &volume.zone);
    Err(bad_request(&format!(
        "Invalid volume: Instance {who} and volume {id} are not in the same availability_zone. Instance is in {zone}. \
         Volume is in {other}"
    )))
}

/// Row S22.
fn detach(context: &mut Context<'_>, id: &str, volume_id: &str) -> Answer {
    let server = find(context, id)?;
    let name = server.name.clone();
    let volume = context.project.volume(volume_id);
    let volume = volume.ok_or_else(|| not_found(&format!("Volume {volume_id} could not be found.")))?;
    let disk = server.disks.iter().find(|disk| disk.id == volume_id);
    let disk = disk.ok_or_else(|| not_attached(id, volume_id))?;
    faults::on_action(server, "detach_volume")?;
    allowed::check(server, Action::DetachVolume, "detach_volume")?;
    if disk.root {
        return Err(bad_request("Cannot detach a root device volume"));
    }
    if volume.status != "in-use" && volume.status != "reserved" {
        return Err(bad_request(
            "Invalid volume: Invalid input received: Invalid volume: Unable to detach volume. Volume status must be \
             'in-use' and attach_status must be 'attached' to detach. (HTTP 400)",
        ));
    }
    let (now, speed) = (context.now, context.project.speed);
    context.project.detach(volume_id, now);
    let coming = match name.as_str() {
        name if name.starts_with("stuck-detach-") => Some(Coming::default()),
        // The guest did not release it: it stays attached.
        name if name.starts_with("fail-detach-") => Some(Coming::plan(now, speed, [(1_500, Change::Status("in-use"))])),
        _ => None,
    };
    if let (Some(coming), Some(volume)) = (coming, context.project.volume_mut(volume_id)) {
        volume.coming = coming;
    }
    faults::lose(&name, Response::empty(202).after(faults::delay_ms(&name)))
}
