//! Placement policies, `os-server-groups` (row N08). NHN has anti-affinity only.

use cloud::rules::limits::POLICY_NAME_MAX;
use cloud::rules::offers::Feature;
use serde_json::{Value, json};

use super::page;
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, bad_request, forbidden, invalid, no_such_path, not_found};
use crate::model::ServerGroup;

/// `server_group_members` of the quota.
pub(super) const MEMBERS_MAX: u64 = 10;

pub(super) fn answer(context: &mut Context<'_>, path: &[&str]) -> Answer {
    context.offered(Feature::ServerGroups)?;
    match (context.request.method.as_str(), path) {
        ("GET", []) => {
            let (offset, limit) = (page::number(context, "offset")?, page::number(context, "limit")?);
            let limit = limit.filter(|limit| *limit > 0).unwrap_or(usize::MAX);
            let page = context.project.server_groups.iter().skip(offset.unwrap_or_default()).take(limit);
            let list: Vec<Value> = page.map(|group| show(context, group)).collect();
            Ok(Response::json(200, &json!({ "server_groups": list })))
        }
        ("POST", []) => create(context),
        ("GET", [id]) => {
            let group = show(context, find(context, id)?);
            Ok(Response::json(200, &json!({ "server_group": group })))
        }
        ("DELETE", [id]) => {
            find(context, id)?;
            context.project.server_groups.retain(|group| group.id != *id);
            Ok(Response::empty(204))
        }
        _ => Err(no_such_path()),
    }
}

fn find<'a>(context: &'a Context<'_>, id: &str) -> Result<&'a ServerGroup, Response> {
    let group = context.project.server_groups.iter().find(|group| group.id == id);
    group.ok_or_else(|| not_found(&missing(id)))
}

fn missing(id: &str) -> String {
    format!("Instance group {id} could not be found.")
}

/// The existing members: deleted instances no longer count.
fn members<'a>(context: &'a Context<'_>, group: &'a ServerGroup) -> impl Iterator<Item = &'a String> {
    group.members.iter().filter(|id| context.project.server(id).is_some())
}

fn show(context: &Context<'_>, group: &ServerGroup) -> Value {
    let members: Vec<&String> = members(context, group).collect();
    let mut body = json!({ "id": group.id, "name": group.name, "members": members });
    let Some(map) = body.as_object_mut() else { return body };
    let mut add = |key: &str, value: Value| map.insert(key.to_owned(), value);
    // A single policy with rules instead of a list, since 2.64.
    if context.since(64) {
        add("policy", json!(group.policy));
        add("rules", group.per_host.map_or(json!({}), |most| json!({ "max_server_per_host": most })));
    } else {
        add("policies", json!([group.policy]));
        add("metadata", json!({}));
    }
    if context.since(13) {
        add("project_id", json!(context.project.tenant));
        add("user_id", json!(context.project.user_id));
    }
    body
}

fn create(context: &mut Context<'_>) -> Answer {
    let body = context.body();
    let group = body.get("server_group").cloned().unwrap_or_default();
    let text = |key: &str| {
        let missing = || invalid("server_group", &group.to_string(), &format!("'{key}' is a required property"));
        group.get(key).ok_or_else(missing)
    };
    let name = text("name")?.as_str().unwrap_or_default().trim().to_owned();
    if name.is_empty() || name.chars().count() > POLICY_NAME_MAX {
        let why = if name.is_empty() { "too short" } else { "too long" };
        return Err(invalid("name", &name, &format!("'{name}' is {why}")));
    }
    let kinds = cloud::rules::placement::kinds(context.project.rules);
    // Soft variants of both, since 2.15.
    let soft = ["soft-anti-affinity", "soft-affinity"].into_iter().filter(|_| kinds.len() > 1 && context.since(15));
    let known: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).chain(soft).collect();
    let (field, given) = if context.since(64) {
        ("policy", text("policy")?)
    } else {
        let policies = text("policies")?;
        match policies.as_array().map(Vec::as_slice) {
            Some([one]) => ("0", one),
            _ => return Err(invalid("policies", &policies.to_string(), &format!("{policies} is too long"))),
        }
    };
    let policy = given.as_str().filter(|policy| known.contains(policy));
    let policy =
        policy.ok_or_else(|| invalid(field, &given.to_string(), &format!("{given} is not one of {known:?}")))?;
    let per_host = group.pointer("/rules/max_server_per_host").filter(|_| context.since(64));
    let per_host = per_host.and_then(|most| most.as_u64().or_else(|| most.as_str()?.parse().ok()));
    if per_host.is_some() && policy != "anti-affinity" {
        return Err(bad_request("Only anti-affinity policy supports rules."));
    }
    let used = u64::try_from(context.project.server_groups.len()).unwrap_or(u64::MAX);
    if used >= context.project.quota.server_groups {
        return Err(forbidden("Quota exceeded, too many server groups."));
    }
    let id = context.project.rng.uuid();
    let group = ServerGroup { id, name, policy: policy.to_owned(), per_host, members: Vec::new() };
    let answer = Response::json(200, &json!({ "server_group": show(context, &group) }));
    context.project.server_groups.push(group);
    Ok(answer)
}

/// The policy in a create request: next to `server`, not in it (nhn-api.md §5.1).
pub(super) fn hint(context: &Context<'_>, body: &Value, count: u64) -> Result<Option<String>, Response> {
    let hints = ["os:scheduler_hints", "OS-SCH-HNT:scheduler_hints"].into_iter().find_map(|key| body.get(key));
    let Some(id) = hints.and_then(|hints| hints.get("group")?.as_str()) else { return Ok(None) };
    let group = context.project.server_groups.iter().find(|group| group.id == id);
    let group = group.ok_or_else(|| bad_request(&missing(id)))?;
    let members = u64::try_from(members(context, group).count()).unwrap_or(u64::MAX);
    if members.saturating_add(count) > MEMBERS_MAX {
        return Err(forbidden("Quota exceeded, too many servers in group"));
    }
    Ok(Some(id.to_owned()))
}
