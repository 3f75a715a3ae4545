//! `os-instance-actions`: the history of an instance.

use cloud::actions::Action;
use serde_json::{Map, Value, json};

use super::action::quoted;
use super::find;
use crate::Response;
use crate::clock::micros;
use crate::compute::page;
use crate::context::Context;
use crate::errors::{Answer, no_instance, no_such_path, not_found};
use crate::model::{Deed, Server};

pub(super) fn answer(context: &Context<'_>, version: &str, id: &str, path: &[&str]) -> Answer {
    // Deleted ones are found since 2.21.
    let server = match find(context, id) {
        Ok(server) => server,
        Err(refusal) if !context.since(21) => return Err(refusal),
        Err(_) => {
            let gone = context.project.position(id).and_then(|at| context.project.servers().get(at));
            gone.ok_or_else(|| no_instance(id))?
        }
    };
    match (context.request.method.as_str(), path) {
        ("GET", []) => list(context, version, server),
        ("GET", [request]) => {
            let deed = server.told.history.iter().find(|deed| deed.request == *request);
            let deed = deed.ok_or_else(|| not_found(&format!("Action {request} not found")))?;
            let mut body = show(context, server, deed);
            // For everybody since 2.51.
            if context.since(51) {
                body.insert("events".to_owned(), events(context, server, deed));
            }
            Ok(Response::json(200, &json!({ "instanceAction": body })))
        }
        _ => Err(no_such_path()),
    }
}

/// Newest first; paged since 2.58.
fn list(context: &Context<'_>, version: &str, server: &Server) -> Answer {
    let deeds: Vec<&Deed> = server.told.history.iter().rev().collect();
    let shown =
        |deeds: &[&Deed]| -> Vec<Value> { deeds.iter().map(|deed| show(context, server, deed).into()).collect() };
    if !context.since(58) {
        return Ok(Response::json(200, &json!({ "instanceActions": shown(&deeds) })));
    }
    let path = format!("servers/{}/os-instance-actions", server.id);
    let (page, links) = page::of(context, version, &path, &deeds, |deed| deed.request.as_str())?;
    let mut body = json!({ "instanceActions": shown(page) });
    page::add_links(&mut body, "links", links);
    Ok(Response::json(200, &body))
}

fn show(context: &Context<'_>, server: &Server, deed: &Deed) -> Map<String, Value> {
    let failed = deed.fails && deed.over(context.now);
    let mut body = Map::new();
    for (key, value) in [
        ("action", json!(deed.action)),
        ("instance_uuid", json!(server.id)),
        ("request_id", json!(deed.request)),
        ("user_id", json!(context.project.user_id)),
        ("project_id", json!(context.project.tenant)),
        ("start_time", json!(micros(deed.start))),
        ("message", json!(failed.then_some("Error"))),
    ] {
        body.insert(key.to_owned(), value);
    }
    if context.since(58) {
        let updated = deed.end.filter(|end| *end <= context.now).unwrap_or(deed.start);
        body.insert("updated_at".to_owned(), json!(micros(updated)));
    }
    body
}

/// The events so far of an action.
fn events(context: &Context<'_>, server: &Server, deed: &Deed) -> Value {
    let over = deed.over(context.now);
    let result = over.then_some(if deed.fails { "Error" } else { "Success" });
    let event = |name: &String| {
        let mut event = json!({
            "event": name, "start_time": micros(deed.start), "finish_time": deed.end.filter(|_| over).map(micros),
            "result": result,
        });
        if let (true, Some(map)) = (context.since(62), event.as_object_mut()) {
            map.insert("hostId".to_owned(), super::show::host_id(context, server).into());
        }
        event
    };
    words(deed.action).iter().map(event).collect()
}

/// Nova's functions for an action, last first, where they differ from its name.
const EVENTS: [(&str, &[&str]); 18] = [
    ("shelveOffload", &["compute_shelve_offload_instance"]),
    ("unshelve", &["compute_unshelve_instance", "schedule_instances", "get_image_info"]),
    ("rebuild", &["compute_rebuild_instance", "rebuild_server"]),
    (
        "resize",
        &[
            "compute_finish_resize",
            "compute_resize_instance",
            "compute_prep_resize",
            "cold_migrate",
            "conductor_migrate_server",
        ],
    ),
    ("confirmResize", &["compute_confirm_resize"]),
    ("revertResize", &["compute_finish_revert_resize", "compute_revert_resize"]),
    ("createImage", &["compute_snapshot_instance"]),
    ("createBackup", &["compute_backup_instance"]),
    ("changePassword", &["compute_set_admin_password"]),
    ("trigger_crash_dump", &["compute_trigger_crash_dump"]),
    ("delete", &["compute_terminate_instance"]),
    ("lock", &["api_lock"]),
    ("unlock", &["api_unlock"]),
    ("create", &["compute__do_build_and_run_instance"]),
    ("attach_volume", &["compute_attach_volume"]),
    ("detach_volume", &["compute_detach_volume"]),
    ("attach_interface", &["compute_attach_interface"]),
    ("detach_interface", &["compute_detach_interface"]),
];

/// The names of an action's events.
fn words(deed: &str) -> Vec<String> {
    match EVENTS.iter().find(|(word, _)| *word == deed) {
        Some((_, events)) => events.iter().map(|event| (*event).to_owned()).collect(),
        None => vec![format!("compute_{deed}_instance")],
    }
}

/// Nova's name for an action of `/action`; `None`: not recorded.
fn of_verb(verb: &str) -> Option<&'static str> {
    if verb == "forceDelete" {
        return Some("delete");
    }
    let listed = EVENTS.iter().map(|(word, _)| *word).find(|word| *word == verb);
    let with_a_task = || Action::of_word(verb).map(Action::definition).filter(|action| action.task.is_some());
    listed.or_else(|| with_a_task().map(|action| quoted(action.word)))
}

/// Nova's name for a request's action; `None`: not recorded.
pub(super) fn deed(method: &str, path: &[&str], body: &Value) -> Option<&'static str> {
    match (method, path) {
        ("DELETE", [_]) => Some("delete"),
        ("POST", [_, "os-volume_attachments"]) => Some("attach_volume"),
        ("DELETE", [_, "os-volume_attachments", _]) => Some("detach_volume"),
        ("POST", [_, "os-interface"]) => Some("attach_interface"),
        ("DELETE", [_, "os-interface", _]) => Some("detach_interface"),
        ("POST", [_, "action"]) => {
            let asked = body.as_object()?.keys().next()?;
            of_verb(asked)
        }
        _ => None,
    }
}

/// Records an action. `plan` is the instance's plan before it: a new one determines when the action ends.
pub(super) fn note(context: &mut Context<'_>, id: &str, action: &'static str, plan: u32) {
    let (start, request) = (context.now, context.request_id.to_owned());
    let Some(server) = context.project.server_mut(id) else { return };
    let (end, fails) = if server.plan == plan { (Some(start), false) } else { server.plan_end };
    server.told.history.push(Deed { action, request, start, end, fails });
}
