//! `/security-groups` (row N05): list with rules, create, rename, delete.

use cloud::rules::limits::GROUP_TEXT_MAX;
use serde_json::{Value, json};

use super::resource::Resource;
use super::{fields, list, quota, refuse, rules, unwrapped, wrapped};
use crate::Response;
use crate::context::Context;
use crate::errors::Answer;
use crate::model::{SecurityGroup, SecurityRule, Standard};

pub(super) const GROUPS: Resource = Resource { single: "security_group", all, create, change, delete };

fn all(context: &Context<'_>) -> Vec<Value> {
    context.project.groups.iter().map(|group| show(context, group)).collect()
}

fn show(context: &Context<'_>, group: &SecurityGroup) -> Value {
    let tenant = &context.project.tenant;
    let rules: Vec<Value> = group.rules.iter().map(|rule| rules::inside(context, group, rule)).collect();
    let body = json!({
        "id": group.id, "name": group.name, "stateful": true, "tenant_id": tenant, "project_id": tenant,
        "shared": false, "security_group_rules": rules,
    });
    fields::with(body, &group.standard)
}

/// A text within the length limit; `None` if missing.
pub(super) fn text(wanted: &Value, key: &str) -> Result<Option<String>, Response> {
    let Some(text) = wanted.get(key).and_then(Value::as_str) else { return Ok(None) };
    if text.chars().count() > GROUP_TEXT_MAX {
        let words = format!("Invalid input for {key}. Reason: '{text}' exceeds maximum length of {GROUP_TEXT_MAX}.");
        return Err(refuse::bad("HTTPBadRequest", &words));
    }
    Ok(Some(text.to_owned()))
}

fn create(context: &mut Context<'_>) -> Answer {
    let wanted = unwrapped(context, "security_group")?;
    let name = text(&wanted, "name")?.unwrap_or_default();
    let description = text(&wanted, "description")?.unwrap_or_default();
    if name == "default" {
        let words = "Default security group already exists.";
        return Err(refuse::conflict("SecurityGroupDefaultAlreadyExists", words));
    }
    if quota::full(context.project.quota.security_groups, context.project.groups.len()) {
        return Err(refuse::over_quota("security_group"));
    }
    let created = context.now;
    let rng = &mut context.project.rng;
    let id = rng.uuid();
    // Egress is allowed by default.
    let rules = ["IPv4", "IPv6"].map(|ethertype| SecurityRule {
        id: rng.uuid(),
        ingress: false,
        ethertype: ethertype.to_owned(),
        protocol: None,
        ports: None,
        prefix: None,
        remote_group: None,
        description: None,
        created,
    });
    let standard = Standard { revision: 1, ..Standard::new(created) }.described(&description);
    let group = SecurityGroup { id, name, rules: rules.into(), standard };
    let body = show(context, &group);
    context.project.groups.push(group);
    Ok(Response::json(201, &wrapped("security_group", body)))
}

fn change(context: &mut Context<'_>, id: &str) -> Answer {
    let wanted = unwrapped(context, "security_group")?;
    let (name, now) = (text(&wanted, "name")?, context.now);
    let group = context.project.groups.iter_mut().find(|group| group.id == id);
    let group = group.ok_or_else(|| refuse::missing("security_group", id))?;
    if group.name == "default" && name.is_some() {
        let words = "Updating default security group not allowed.";
        return Err(refuse::conflict("SecurityGroupCannotUpdateDefault", words));
    }
    let before = group.name.clone();
    fields::rename(&wanted, &mut group.name, &mut group.standard, now)?;
    let after = group.name.clone();
    // Instances reference groups by name and are updated, without other changes.
    context.project.rename_group(&before, &after);
    list::read(context, "security_group", &[id], all(context))
}

fn delete(context: &mut Context<'_>, id: &str) -> Answer {
    let project = &mut *context.project;
    let group = project.groups.iter().find(|group| group.id == id);
    let group = group.ok_or_else(|| refuse::missing("security_group", id))?;
    if group.name == "default" {
        let words = "Insufficient rights for removing default security group.";
        return Err(refuse::conflict("SecurityGroupCannotRemoveDefault", words));
    }
    if project.uses_group(group) {
        return Err(refuse::conflict("SecurityGroupInUse", &format!("Security Group {id} in use.")));
    }
    project.groups.retain(|group| group.id != id);
    // Rules that allow this group are deleted with it.
    for group in &mut project.groups {
        group.rules.retain(|rule| rule.remote_group.as_deref() != Some(id));
    }
    Ok(Response::empty(204))
}
