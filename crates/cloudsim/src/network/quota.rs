//! `GET /quotas/{tenant}`, `…/default` and `…/details`: quota and usage.

use serde_json::{Map, Value, json};

use super::refuse;
use crate::Response;
use crate::context::Context;
use crate::errors::Answer;

/// Neutron's default quota of networks, subnets and routers.
pub(super) const NETWORKS: u64 = 100;
pub(super) const SUBNETS: u64 = 100;
pub(super) const ROUTERS: u64 = 10;

pub(super) fn answer(context: &Context<'_>, path: &[&str]) -> Answer {
    let (detailed, tenant) = match path {
        [tenant] => (false, *tenant),
        [tenant, "details" | "details.json"] => (true, *tenant),
        [tenant, "default" | "default.json"] => (false, *tenant),
        _ => return Err(refuse::unknown()),
    };
    if context.request.method != "GET" || tenant.trim_end_matches(".json") != context.project.tenant {
        return Err(refuse::unknown());
    }
    let show = |(name, limit, used): (&str, i64, usize)| {
        let body = json!({ "limit": limit, "used": used, "reserved": 0 });
        (name.to_owned(), if detailed { body } else { limit.into() })
    };
    let body: Map<String, Value> = rows(context).into_iter().map(show).collect();
    Ok(Response::json(200, &json!({ "quota": body })))
}

/// Name, limit, usage; -1 means unlimited.
fn rows(context: &Context<'_>) -> [(&'static str, i64, usize); 9] {
    let number = |most: u64| i64::try_from(most).unwrap_or(i64::MAX);
    let (project, quota) = (&context.project, context.project.quota);
    let rules = project.groups.iter().map(|group| group.rules.len()).sum();
    [
        ("network", number(NETWORKS), project.networks.iter().filter(|network| !network.external).count()),
        ("subnet", number(SUBNETS), project.subnets.len()),
        ("subnetpool", -1, 0),
        ("router", number(ROUTERS), project.routers.len()),
        ("rbac_policy", 10, 0),
        ("port", number(quota.ports), super::ports::count(project)),
        ("floatingip", number(quota.floating_ips), project.floating.len()),
        ("security_group", number(quota.security_groups), project.groups.len()),
        ("security_group_rule", number(quota.security_group_rules), rules),
    ]
}

/// Whether the limit is reached.
pub(super) fn full(most: u64, count: usize) -> bool {
    u64::try_from(count).unwrap_or(u64::MAX) >= most
}
