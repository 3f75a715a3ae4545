//! `GET …/os-security-groups`: the groups of an instance in Nova's old format.

use serde_json::{Value, json};

use super::find;
use crate::Response;
use crate::context::Context;
use crate::errors::Answer;
use crate::model::{SecurityGroup, SecurityRule};

pub(super) fn answer(context: &Context<'_>, id: &str) -> Answer {
    let names = &find(context, id)?.groups;
    let groups = context.project.groups.iter().filter(|group| names.contains(&group.name));
    let groups: Vec<Value> = groups.map(|group| show(context, group)).collect();
    Ok(Response::json(200, &json!({ "security_groups": groups })))
}

fn show(context: &Context<'_>, group: &SecurityGroup) -> Value {
    // Nova's format has no egress rules.
    let rules: Vec<Value> =
        group.rules.iter().filter(|rule| rule.ingress).map(|one| rule(context, group, one)).collect();
    json!({ "id": group.id, "name": group.name, "description": group.standard.description,
            "tenant_id": context.project.tenant, "rules": rules })
}

fn rule(context: &Context<'_>, group: &SecurityGroup, rule: &SecurityRule) -> Value {
    let project = &context.project;
    let remote = rule.remote_group.as_ref().and_then(|id| project.groups.iter().find(|group| group.id == *id));
    let remote = remote.map_or(json!({}), |group| json!({ "name": group.name, "tenant_id": project.tenant }));
    let range = rule.prefix.as_ref().map_or(json!({}), |prefix| json!({ "cidr": prefix }));
    json!({ "id": rule.id, "parent_group_id": group.id, "ip_protocol": rule.protocol,
            "from_port": rule.ports.map(|(from, _)| from), "to_port": rule.ports.and_then(|(_, to)| to),
            "group": remote, "ip_range": range })
}
