//! Instances (rows S10–S29, N08, N09).

mod action;
mod allowed;
mod attachments;
mod blocks;
mod check;
mod create;
mod filter;
mod groups;
mod history;
mod interfaces;
mod list;
mod metadata;
mod newer;
mod nics;
mod password;
mod place;
mod remote;
mod show;
mod tags;
mod update;

use cloud::rules::lifecycle::Action;
use serde_json::json;

use crate::Response;
use crate::compute::refusals::{not_in_this_version, policy};
use crate::context::Context;
use crate::errors::{Answer, conflict, invalid, no_instance, no_such_path};
use crate::faults;
use crate::model::{Server, steps};

pub(crate) use metadata::ITEMS_MAX;

pub(super) fn answer(context: &mut Context<'_>, version: &str, path: &[&str]) -> Answer {
    let deed = history::deed(&context.request.method, path, &context.body());
    let id = path.first().copied().unwrap_or_default();
    let plan = find(context, id).map_or(0, |server| server.plan);
    let answer = route(context, version, path)?;
    if let Some(deed) = deed {
        history::note(context, id, deed, plan);
    }
    Ok(answer)
}

fn route(context: &mut Context<'_>, version: &str, path: &[&str]) -> Answer {
    match (context.request.method.as_str(), path) {
        ("GET", []) => list::names(context, version),
        ("GET", ["detail"]) => list::details(context, version),
        ("POST", []) => create::answer(context, version),
        ("GET", [id]) => {
            let server = find(context, id)?;
            let body = json!({ "server": show::one(context, version, server) });
            let endless = server.named("endless-");
            Ok(Response::json(200, &body).without_end(endless).after(faults::delay_ms(&server.name)))
        }
        ("PUT", [id]) => update::answer(context, version, id),
        ("DELETE", [id]) => delete(context, id),
        ("POST", [id, "action"]) => action::answer(context, version, id),
        (_, [id, "metadata", path @ ..]) => metadata::answer(context, id, path),
        (_, [id, "os-volume_attachments", path @ ..]) => attachments::answer(context, id, path),
        (_, [id, "os-interface", path @ ..]) => interfaces::answer(context, id, path),
        (_, [id, "os-server-password"]) => password::answer(context, id),
        ("GET", [id, "os-security-groups"]) => groups::answer(context, id),
        (_, [id, "tags", path @ ..]) => tags::answer(context, version, id, path),
        (_, [id, "os-instance-actions", path @ ..]) => history::answer(context, version, id, path),
        ("GET", [id, "migrations"]) => {
            find(context, id)?;
            Err(policy("servers:migrations:index"))
        }
        ("GET", [id, "diagnostics"]) => {
            find(context, id)?;
            Err(policy("os-server-diagnostics"))
        }
        ("GET", [id, "topology"]) if context.since(78) => {
            find(context, id)?;
            Ok(Response::json(200, &json!({ "nodes": [], "pagesize_kb": null })))
        }
        ("GET", [_, "topology"]) => Err(not_in_this_version()),
        ("POST", [id, "remote-consoles"]) => remote::answer(context, id),
        _ => Err(no_such_path()),
    }
}

fn find<'a>(context: &'a Context<'_>, id: &str) -> Result<&'a Server, Response> {
    context.project.server(id).ok_or_else(|| no_instance(id))
}

/// Row S18. The old status is reported for a while, with the task `deleting`.
fn delete(context: &mut Context<'_>, id: &str) -> Answer {
    let server = find(context, id)?;
    faults::on_delete(server)?;
    allowed_to_delete(server)?;
    if server.protect {
        // NHN's message is not documented.
        return Err(conflict(&format!("Instance {id} is protected")));
    }
    let name = server.name.clone();
    if is_deleted(server) {
        return Ok(Response::empty(204));
    }
    // An instance that never ran cannot be restored.
    let (task, timing) = match server.launched {
        Some(_) if context.persona.soft_delete => ("soft-deleting", steps::SOFT_DELETE),
        _ => ("deleting", steps::DELETE),
    };
    context.project.begin(id, task, timing, context.now);
    faults::lose(&name, Response::empty(204).after(faults::delay_ms(&name)))
}

/// A second delete is accepted; only the lock prevents it.
fn allowed_to_delete(server: &Server) -> Result<(), Response> {
    if is_deleted(server) { Ok(()) } else { allowed::check(server, Action::Delete, "delete") }
}

fn is_deleted(server: &Server) -> bool {
    server.soft_deleted() || matches!(server.task, Some("deleting" | "soft-deleting"))
}

/// JSON schema's message for a name of the wrong length.
fn refuse_name(name: &str, why: &str) -> Response {
    invalid("name", name, &format!("'{name}' is {why}"))
}
