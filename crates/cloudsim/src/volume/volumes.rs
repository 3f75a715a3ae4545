//! `/volumes`: list, show, rename, delete.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::page::{self, Row};
use super::{actions, create, faults, show};
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, bad_request, no_such_path, not_found};
use crate::model::Volume;
use crate::model::coming::Coming;

pub(super) fn answer(context: &mut Context<'_>, version: &str, path: &[&str]) -> Answer {
    match (context.request.method.as_str(), path) {
        ("GET", []) => list(context, version, "volumes", show::name),
        ("GET", ["detail"]) => list(context, version, "volumes/detail", show::full),
        ("GET", ["summary"]) if context.since(12) => Ok(summary(context)),
        ("POST", []) => create::answer(context, version),
        ("GET", [id]) => {
            let body = show::full(context, version, find(context, id)?);
            Ok(Response::json(200, &json!({ "volume": body })))
        }
        ("PUT", [id]) => change(context, version, id),
        ("DELETE", [id]) => delete(context, id),
        ("POST", [id, "action"]) => actions::answer(context, id),
        _ => Err(no_such_path()),
    }
}

pub(super) fn find<'a>(context: &'a Context<'_>, id: &str) -> Result<&'a Volume, Response> {
    context.project.volume(id).ok_or_else(|| not_found(&format!("Volume {id} could not be found.")))
}

type Show = fn(&Context<'_>, &str, &Volume) -> Value;

fn list(context: &Context<'_>, version: &str, path: &str, show: Show) -> Answer {
    let mut volumes: Vec<&Volume> = context.project.volumes.iter().rev().collect();
    // Newest first; with equal times the last one created.
    volumes.sort_by_key(|volume| std::cmp::Reverse(volume.created));
    let row = |volume: &&Volume| Row {
        id: volume.id.clone(),
        name: volume.name.clone(),
        status: volume.status,
        volume: None,
        body: show(context, version, volume),
    };
    let rows: Vec<Row> = volumes.iter().map(row).collect();
    page::answer(context, "volumes", &format!("{version}/{}/{path}", context.project.tenant), &rows)
}

fn summary(context: &Context<'_>) -> Response {
    let volumes = &context.project.volumes;
    let size: u64 = volumes.iter().map(|volume| volume.size_gb).sum();
    let mut metadata: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (key, value) in volumes.iter().flat_map(|volume| &volume.metadata) {
        metadata.entry(key).or_default().insert(value);
    }
    let mut body = json!({ "total_size": size, "total_count": volumes.len() });
    if let (true, Some(map)) = (context.since(36), body.as_object_mut()) {
        map.insert("metadata".to_owned(), json!(metadata));
    }
    Response::json(200, &json!({ "volume-summary": body }))
}

fn change(context: &mut Context<'_>, version: &str, id: &str) -> Answer {
    find(context, id)?;
    let body = context.body();
    let wanted = body.get("volume").ok_or_else(|| bad_request("Missing required element 'volume' in request body."))?;
    let (name, description) = (super::text(wanted, "name")?, super::text(wanted, "description")?);
    let now = context.now;
    if let Some(volume) = context.project.volume_mut(id) {
        volume.name = name.or(volume.name.take());
        volume.description = description.or(volume.description.take());
        volume.updated = now;
    }
    let body = show::full(context, version, find(context, id)?);
    Ok(Response::json(200, &json!({ "volume": body })))
}

fn delete(context: &mut Context<'_>, id: &str) -> Answer {
    let volume = find(context, id)?;
    let name = volume.name.clone();
    let deletable =
        ["available", "error", "error_restoring", "error_extending", "error_deleting"].contains(&volume.status);
    let cascade = context.request.param("cascade").is_some_and(|yes| yes.eq_ignore_ascii_case("true"));
    let has_snapshots = context.project.snapshots.iter().any(|snapshot| snapshot.volume == id);
    if !deletable || volume.attached.is_some() || (has_snapshots && !cascade) {
        return Err(bad_request(
            "Invalid volume: Volume status must be available or error or error_restoring or error_extending or \
             error_managing and must not be migrating, attached, belong to a group, have snapshots, awaiting a transfer, \
             or be disassociated from snapshots after volume transfer.",
        ));
    }
    context.project.snapshots.retain(|snapshot| snapshot.volume != id);
    let coming = Coming::plan(context.now, context.project.speed, faults::deleting(name.as_deref()));
    if let Some(volume) = context.project.volume_mut(id) {
        volume.status = "deleting";
        volume.coming = coming;
    }
    crate::faults::lose(name.as_deref().unwrap_or_default(), Response::empty(202))
}
