//! `/snapshots`: list, show, create, delete.

use cloud::config::RuleSet;
use serde_json::{Value, json};

use super::others::policy;
use super::page::{self, Row};
use super::{faults, metadata, quota, text, volumes};
use crate::Response;
use crate::clock::micros;
use crate::context::Context;
use crate::errors::{Answer, bad_request, no_such_path, not_found};
use crate::model::Snapshot;
use crate::model::coming::Coming;

pub(super) fn answer(context: &mut Context<'_>, path: &[&str]) -> Answer {
    match (context.request.method.as_str(), path) {
        ("GET", []) => list(context, false),
        ("GET", ["detail"]) => list(context, true),
        ("POST", []) => create(context),
        ("GET", [id]) => Ok(Response::json(200, &json!({ "snapshot": show(context, find(context, id)?, true) }))),
        ("PUT", [id]) if context.project.rules != RuleSet::Nhn => change(context, id),
        ("POST", [id, "action"]) if context.project.rules != RuleSet::Nhn => {
            find(context, id)?;
            Err(policy("volume_extension:snapshot_admin_actions:reset_status"))
        }
        ("DELETE", [id]) => delete(context, id),
        _ => Err(no_such_path()),
    }
}

pub(super) fn find<'a>(context: &'a Context<'_>, id: &str) -> Result<&'a Snapshot, Response> {
    context.project.snapshot(id).ok_or_else(|| not_found(&format!("Snapshot {id} could not be found.")))
}

fn show(context: &Context<'_>, snapshot: &Snapshot, detailed: bool) -> Value {
    let mut body = json!({
        "id": snapshot.id, "name": snapshot.name, "description": snapshot.description, "status": snapshot.status,
        "size": snapshot.size_gb, "volume_id": snapshot.volume, "metadata": snapshot.metadata,
        "created_at": micros(snapshot.created), "updated_at": micros(snapshot.created),
    });
    if let (true, Some(map)) = (detailed, body.as_object_mut()) {
        let progress = if snapshot.status == "available" { "100%" } else { "0%" };
        map.insert("os-extended-snapshot-attributes:progress".to_owned(), progress.into());
        map.insert("os-extended-snapshot-attributes:project_id".to_owned(), context.project.tenant.clone().into());
    }
    body
}

fn list(context: &Context<'_>, detailed: bool) -> Answer {
    let row = |snapshot: &Snapshot| Row {
        id: snapshot.id.clone(),
        name: snapshot.name.clone(),
        status: snapshot.status,
        volume: Some(snapshot.volume.clone()),
        body: show(context, snapshot, detailed),
    };
    let rows: Vec<Row> = context.project.snapshots.iter().rev().map(row).collect();
    page::answer(context, "snapshots", &format!("v2/{}/snapshots", context.project.tenant), &rows)
}

fn create(context: &mut Context<'_>) -> Answer {
    let body = context.body();
    let wanted = body.get("snapshot");
    let wanted = wanted.ok_or_else(|| bad_request("Missing required element 'snapshot' in request body."))?;
    let id = wanted.get("volume_id").and_then(Value::as_str).ok_or_else(|| {
        bad_request(&format!(
            "Invalid input for field/attribute snapshot. Value: {wanted}. 'volume_id' is a required property"
        ))
    })?;
    let (name, description) = (text(wanted, "name")?, text(wanted, "description")?);
    faults::on_create(name.as_deref())?;
    let volume = volumes::find(context, id)?;
    let forced = wanted.get("force").is_some_and(|force| *force == true || *force == "true" || *force == "True");
    if volume.status != "available" && !(forced && volume.status == "in-use") {
        return Err(bad_request(&format!(
            "Invalid volume: Volume {id} status must be available, but current status is: {}.",
            volume.status
        )));
    }
    let size_gb = volume.size_gb;
    let metadata = metadata::read(wanted, "metadata").unwrap_or_default();
    quota::snapshot(context, size_gb)?;
    let coming = Coming::plan(context.now, context.project.speed, faults::creating(name.as_deref()));
    let volume = id.to_owned();
    let id = context.project.rng.uuid();
    let snapshot =
        Snapshot { id, name, description, volume, size_gb, status: "creating", coming, metadata, created: context.now };
    let body = show(context, &snapshot, false);
    let name = snapshot.name.clone().unwrap_or_default();
    context.project.snapshots.push(snapshot);
    crate::faults::lose(&name, Response::json(202, &json!({ "snapshot": body })))
}

/// Name and description.
fn change(context: &mut Context<'_>, id: &str) -> Answer {
    find(context, id)?;
    let body = context.body();
    let wanted = body.get("snapshot");
    let wanted = wanted.ok_or_else(|| bad_request("Missing required element 'snapshot' in request body."))?;
    let (name, description) = (text(wanted, "name")?, text(wanted, "description")?);
    if let Some(snapshot) = context.project.snapshots.iter_mut().find(|snapshot| snapshot.id == id) {
        snapshot.name = name.or(snapshot.name.take());
        snapshot.description = description.or(snapshot.description.take());
    }
    let body = show(context, find(context, id)?, false);
    Ok(Response::json(200, &json!({ "snapshot": body })))
}

fn delete(context: &mut Context<'_>, id: &str) -> Answer {
    let snapshot = find(context, id)?;
    if !["available", "error", "error_deleting"].contains(&snapshot.status) {
        return Err(bad_request("Invalid snapshot: Snapshot status must be available or error."));
    }
    let coming = Coming::plan(context.now, context.project.speed, faults::deleting(snapshot.name.as_deref()));
    if let Some(snapshot) = context.project.snapshots.iter_mut().find(|snapshot| snapshot.id == id) {
        snapshot.status = "deleting";
        snapshot.coming = coming;
    }
    Ok(Response::empty(202))
}
