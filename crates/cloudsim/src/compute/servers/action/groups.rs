//! `addSecurityGroup`, `removeSecurityGroup` (rows S28, S29): on all ports. They do not move `updated`.

use cloud::rules::lifecycle::Action;
use serde_json::Value;

use super::required;
use crate::Response;
use crate::compute::servers::{allowed, find};
use crate::context::Context;
use crate::errors::{Answer, conflict, not_found};
use crate::faults;

pub(super) fn add(context: &mut Context<'_>, id: &str, argument: &Value) -> Answer {
    let server = find(context, id)?;
    let group = group(context, "addSecurityGroup", argument)?;
    faults::on_action(server, "addSecurityGroup")?;
    allowed::check(server, Action::AddSecurityGroup, "addSecurityGroup")?;
    if let Some(server) = context.project.server_mut(id).filter(|server| !server.groups.contains(&group)) {
        server.groups.push(group);
    }
    Ok(Response::empty(202))
}

pub(super) fn remove(context: &mut Context<'_>, id: &str, argument: &Value) -> Answer {
    let server = find(context, id)?;
    let group = group(context, "removeSecurityGroup", argument)?;
    faults::on_action(server, "removeSecurityGroup")?;
    allowed::check(server, Action::RemoveSecurityGroup, "removeSecurityGroup")?;
    if !server.groups.contains(&group) {
        return Err(not_found(&format!("Security group {group} not associated with the instance {id}")));
    }
    if let Some(server) = context.project.server_mut(id) {
        server.groups.retain(|known| *known != group);
    }
    Ok(Response::empty(202))
}

/// The group that is meant, by name or id; two may share a name.
fn group(context: &Context<'_>, verb: &str, argument: &Value) -> Result<String, Response> {
    let wanted = argument.get("name").and_then(Value::as_str).ok_or_else(|| required(verb, argument, "name"))?;
    let project = &context.project;
    let mut known = project.groups.iter().filter(|group| group.name == wanted || group.id == wanted);
    let tenant = &project.tenant;
    let first = known.next();
    let first =
        first.ok_or_else(|| not_found(&format!("Security group {wanted} is not found for project {tenant}")))?;
    match known.next() {
        Some(_) => Err(conflict(&format!(
            "Multiple security_group matches found for name '{wanted}', use an ID to be more specific."
        ))),
        None => Ok(first.name.clone()),
    }
}
