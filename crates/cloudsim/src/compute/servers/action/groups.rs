//! `addSecurityGroup`, `removeSecurityGroup` (rows S28, S29), for all ports. They do not change `updated`.

use cloud::rules::lifecycle::Action;
use serde_json::Value;

use super::required;
use crate::Response;
use crate::compute::servers::{allowed, find};
use crate::context::Context;
use crate::errors::{Answer, conflict, not_found};
use crate::faults;
use crate::model::{SecurityGroup, Server};

pub(super) fn add(context: &mut Context<'_>, id: &str, argument: &Value) -> Answer {
    let server = find(context, id)?;
    let group = group(context, "addSecurityGroup", argument)?;
    faults::on_action(server, "addSecurityGroup")?;
    allowed::check(server, Action::AddSecurityGroup, "addSecurityGroup")?;
    if let Some(server) = context.project.server_mut(id) {
        add_once(&mut server.groups, &group.name);
        own_groups(server).for_each(|groups| add_once(groups, &group.id));
    }
    Ok(Response::empty(202))
}

pub(super) fn remove(context: &mut Context<'_>, id: &str, argument: &Value) -> Answer {
    let server = find(context, id)?;
    let group = group(context, "removeSecurityGroup", argument)?;
    faults::on_action(server, "removeSecurityGroup")?;
    allowed::check(server, Action::RemoveSecurityGroup, "removeSecurityGroup")?;
    if !server.groups.contains(&group.name) {
        return Err(not_found(&format!("Security group {} not associated with the instance {id}", group.name)));
    }
    if let Some(server) = context.project.server_mut(id) {
        server.groups.retain(|known| *known != group.name);
        own_groups(server).for_each(|groups| groups.retain(|known| *known != group.id));
    }
    Ok(Response::empty(202))
}

fn add_once(groups: &mut Vec<String>, group: &str) {
    if !groups.iter().any(|known| known == group) {
        groups.push(group.to_owned());
    }
}

/// The group lists of ports created beforehand, which have groups of their own and are changed like the others.
fn own_groups(server: &mut Server) -> impl Iterator<Item = &mut Vec<String>> {
    server.nics.iter_mut().filter_map(|nic| nic.made_before.as_mut()).map(|port| &mut port.groups)
}

/// The group by name or id; two may share a name.
fn group(context: &Context<'_>, verb: &str, argument: &Value) -> Result<SecurityGroup, Response> {
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
        None => Ok(first.clone()),
    }
}
