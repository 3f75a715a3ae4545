//! Instances (rows S10–S29, N08, N09).

mod action;
mod allowed;
mod attachments;
mod blocks;
mod check;
mod create;
mod filter;
mod groups;
mod interfaces;
mod list;
mod metadata;
mod nics;
mod password;
mod place;
mod remote;
mod show;

use cloud::rules::lifecycle::Action;
use serde_json::{Value, json};

use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, conflict, invalid, no_instance, no_such_path};
use crate::faults;
use crate::model::{Server, steps};

pub(crate) use metadata::ITEMS_MAX;

pub(super) fn answer(context: &mut Context<'_>, version: &str, path: &[&str]) -> Answer {
    match (context.request.method.as_str(), path) {
        ("GET", []) => list::names(context, version),
        ("GET", ["detail"]) => list::details(context, version),
        ("POST", []) => create::answer(context, version),
        ("GET", [id]) => {
            let server = find(context, id)?;
            let body = json!({ "server": show::full(context, version, server) });
            let endless = server.named("endless-");
            Ok(Response::json(200, &body).without_end(endless).after(faults::delay_ms(&server.name)))
        }
        ("PUT", [id]) => rename(context, version, id),
        ("DELETE", [id]) => delete(context, id),
        ("POST", [id, "action"]) => action::answer(context, version, id),
        (_, [id, "metadata", path @ ..]) => metadata::answer(context, id, path),
        (_, [id, "os-volume_attachments", path @ ..]) => attachments::answer(context, id, path),
        (_, [id, "os-interface", path @ ..]) => interfaces::answer(context, id, path),
        (_, [id, "os-server-password"]) => password::answer(context, id),
        ("GET", [id, "os-security-groups"]) => groups::answer(context, id),
        ("POST", [id, "remote-consoles"]) => remote::answer(context, version, id),
        _ => Err(no_such_path()),
    }
}

fn find<'a>(context: &'a Context<'_>, id: &str) -> Result<&'a Server, Response> {
    context.project.server(id).ok_or_else(|| no_instance(id))
}

/// Row S17. Nova renames in any state, and its answer is a short one.
fn rename(context: &mut Context<'_>, version: &str, id: &str) -> Answer {
    let delay_ms = faults::delay_ms(&find(context, id)?.name);
    let body = context.body();
    let name = body.pointer("/server/name").and_then(Value::as_str).unwrap_or_default();
    let windows = check::is_windows(context, find(context, id)?.image.as_deref());
    let name = check::name(context, name, windows)?;
    faults::on_rename(&name)?;
    faults::on_action(find(context, id)?, "rename")?;
    let now = context.now;
    if let Some(server) = context.project.server_mut(id) {
        server.name = name;
        server.updated = now;
    }
    let body = json!({ "server": show::short(context, version, find(context, id)?) });
    Ok(Response::json(200, &body).after(delay_ms))
}

/// Row S18. The old status is answered for a while, with the task `deleting`.
fn delete(context: &mut Context<'_>, id: &str) -> Answer {
    let server = find(context, id)?;
    faults::on_delete(server)?;
    allowed_to_delete(server)?;
    if server.protect {
        // What NHN says here is not documented.
        return Err(conflict(&format!("Instance {id} is protected")));
    }
    let name = server.name.clone();
    if is_deleted(server) {
        return Ok(Response::empty(204));
    }
    // One that never ran has nothing to come back to.
    let (task, timing) = match server.launched {
        Some(_) if context.persona.soft_delete => ("soft-deleting", steps::SOFT_DELETE),
        _ => ("deleting", steps::DELETE),
    };
    context.project.begin(id, task, timing, context.now);
    faults::lose(&name, Response::empty(204).after(faults::delay_ms(&name)))
}

/// Its second request is as good as the first: only the lock stands in the way.
fn allowed_to_delete(server: &Server) -> Result<(), Response> {
    if is_deleted(server) { Ok(()) } else { allowed::check(server, Action::Delete, "delete") }
}

fn is_deleted(server: &Server) -> bool {
    server.soft_deleted() || matches!(server.task, Some("deleting" | "soft-deleting"))
}

/// JSON schema's words for a name that is too short or too long.
fn refuse_name(name: &str, why: &str) -> Response {
    invalid("name", name, &format!("'{name}' is {why}"))
}
