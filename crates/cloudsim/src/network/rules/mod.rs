//! `/security-group-rules` (row N05): list, create, delete. Rules cannot be changed.

mod read;

use cloud::Cidr;
use cloud::config::RuleSet;
use serde_json::{Value, json};

use super::{list, quota, refuse, text, unwrapped, wrapped};
use crate::Response;
use crate::context::Context;
use crate::errors::Answer;
use crate::model::{SecurityGroup, SecurityRule};

pub(super) fn answer(context: &mut Context<'_>, path: &[&str]) -> Answer {
    match (context.request.method.as_str(), path) {
        ("GET", _) => list::read(context, "security_group_rule", path, all(context)),
        ("POST", []) => create(context),
        ("DELETE", [id]) => delete(context, id),
        _ => Err(refuse::unknown()),
    }
}

fn all(context: &Context<'_>) -> Vec<Value> {
    let groups = context.project.groups.iter();
    groups.flat_map(|group| group.rules.iter().map(|rule| show(context, group, rule))).collect()
}

pub(super) fn show(context: &Context<'_>, group: &SecurityGroup, rule: &SecurityRule) -> Value {
    let tenant = &context.project.tenant;
    let normalized = rule.prefix.as_deref().and_then(Cidr::parse).map(|range| range.to_string());
    json!({
        "id": rule.id, "tenant_id": tenant, "project_id": tenant, "security_group_id": group.id,
        "ethertype": rule.ethertype, "direction": if rule.ingress { "ingress" } else { "egress" },
        "protocol": rule.protocol, "port_range_min": rule.ports.map(|(min, _)| min),
        "port_range_max": rule.ports.and_then(|(_, max)| max), "remote_ip_prefix": rule.prefix,
        "remote_address_group_id": null, "normalized_cidr": normalized, "remote_group_id": rule.remote_group,
        "description": rule.description, "tags": [], "created_at": rule.created.to_utc(),
        "updated_at": rule.created.to_utc(), "revision_number": 0,
    })
}

/// A rule in its group's list, with Neutron's revision number.
pub(super) fn inside(context: &Context<'_>, group: &SecurityGroup, rule: &SecurityRule) -> Value {
    let mut body = show(context, group, rule);
    if let Some(map) = body.as_object_mut() {
        map.insert("standard_attr_id".to_owned(), 12.into());
    }
    body
}

fn create(context: &mut Context<'_>) -> Answer {
    let wanted = unwrapped(context, "security_group_rule")?;
    let required = "Failed to parse request. Required attribute 'security_group_id' not specified";
    let group = text(&wanted, "security_group_id").ok_or_else(|| refuse::bad("HTTPBadRequest", required))?;
    let group = group.to_owned();
    let rule = read::rule(context, &wanted)?;
    let nhn = context.project.rules == RuleSet::Nhn;
    let known = context.project.groups.iter().find(|known| known.id == group);
    let known = known.ok_or_else(|| refuse::missing("security_group", &group))?;
    if let Some(same) = known.rules.iter().find(|other| same(other, &rule, nhn)) {
        let words = format!("Security group rule already exists. Rule id is {}.", same.id);
        return Err(refuse::conflict("SecurityGroupRuleExists", &words));
    }
    let count = context.project.groups.iter().map(|group| group.rules.len()).sum();
    if quota::full(context.project.quota.security_group_rules, count) {
        return Err(refuse::over_quota("security_group_rule"));
    }
    let body = show(context, known, &rule);
    if let Some(known) = context.project.groups.iter_mut().find(|known| known.id == group) {
        known.rules.push(rule);
    }
    Ok(Response::json(201, &wrapped("security_group_rule", body)))
}

/// Whether two rules allow the same. For Neutron, all addresses and no address are the same.
fn same(a: &SecurityRule, b: &SecurityRule, nhn: bool) -> bool {
    let every = |prefix: &String| !nhn && Cidr::parse(prefix).is_some_and(Cidr::is_world);
    let key = |rule: &SecurityRule| {
        (
            rule.ingress,
            rule.ethertype.clone(),
            rule.protocol.clone(),
            rule.ports,
            rule.prefix.clone().filter(|prefix| !every(prefix)),
            rule.remote_group.clone(),
        )
    };
    key(a) == key(b)
}

fn delete(context: &mut Context<'_>, id: &str) -> Answer {
    let group = context.project.groups.iter_mut().find(|group| group.rules.iter().any(|rule| rule.id == id));
    group.ok_or_else(|| refuse::missing("security_group_rule", id))?.rules.retain(|rule| rule.id != id);
    Ok(Response::empty(204))
}
