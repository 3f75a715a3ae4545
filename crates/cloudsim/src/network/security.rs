//! Security groups with their rules (row N05, the reads).

use serde_json::{Value, json};

use crate::context::Context;
use crate::model::{SecurityGroup, SecurityRule};

pub(super) fn groups(context: &Context<'_>) -> Vec<Value> {
    let tenant = &context.project.tenant;
    let show = |group: &SecurityGroup| {
        let rules: Vec<Value> = group.rules.iter().map(|rule| self::rule(context, group, rule)).collect();
        json!({
            "id": group.id, "name": group.name, "stateful": true, "tenant_id": tenant, "project_id": tenant,
            "description": group.description, "shared": false, "security_group_rules": rules, "tags": [],
            "created_at": group.created.to_utc(), "updated_at": group.created.to_utc(), "revision_number": 3,
        })
    };
    context.project.groups.iter().map(show).collect()
}

pub(super) fn rules(context: &Context<'_>) -> Vec<Value> {
    let groups = context.project.groups.iter();
    groups.flat_map(|group| group.rules.iter().map(|rule| self::rule(context, group, rule))).collect()
}

fn rule(context: &Context<'_>, group: &SecurityGroup, rule: &SecurityRule) -> Value {
    let tenant = &context.project.tenant;
    json!({
        "id": rule.id, "tenant_id": tenant, "project_id": tenant, "security_group_id": group.id,
        "ethertype": rule.ethertype, "direction": if rule.ingress { "ingress" } else { "egress" },
        "protocol": rule.protocol, "port_range_min": rule.ports.map(|(min, _)| min),
        "port_range_max": rule.ports.map(|(_, max)| max), "remote_ip_prefix": rule.prefix,
        "remote_address_group_id": null, "normalized_cidr": rule.prefix, "remote_group_id": rule.remote_group,
        "standard_attr_id": 12, "description": rule.description, "tags": [], "created_at": rule.created.to_utc(),
        "updated_at": rule.created.to_utc(), "revision_number": 0,
    })
}
