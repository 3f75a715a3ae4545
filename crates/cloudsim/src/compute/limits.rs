//! Quota and usage (row N09): `limits` and `os-quota-sets` report the numbers that creates are checked against.

use cloud::rules::offers::Feature;
use serde_json::{Map, Value, json};

use super::refusals::policy;
use super::server_groups::MEMBERS_MAX;
use super::servers::ITEMS_MAX;
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, no_such_path};
use crate::model::{Project, Server};

/// The total usage of instances.
#[derive(Clone, Copy, Default)]
pub(super) struct Used {
    pub instances: u64,
    pub cores: u64,
    pub ram_mb: u64,
}

/// The usage of all instances of a project. An instance that is being resized counts with the larger value, like Nova's
/// claim.
pub(super) fn used(project: &Project) -> Used {
    let mut used = Used::default();
    for server in project.servers().iter().filter(|server| server.listed()) {
        let (cores, ram_mb) = size(project, server);
        used.instances += 1;
        used.cores += cores;
        used.ram_mb += ram_mb;
    }
    used
}

fn size(project: &Project, server: &Server) -> (u64, u64) {
    let of = |id: &str| project.flavor(id).map_or((0, 0), |known| (u64::from(known.vcpus), known.ram_mb));
    let (cores, ram_mb) = of(&server.flavor);
    match &server.resize {
        None => (cores, ram_mb),
        Some(resize) => {
            let (from, to) = (of(&resize.from), of(&resize.to));
            (from.0.max(to.0), from.1.max(to.1))
        }
    }
}

/// `GET /limits`.
pub(super) fn limits(context: &Context<'_>) -> Answer {
    context.offered(Feature::Limits)?;
    if context.request.method != "GET" {
        return Err(no_such_path());
    }
    let (project, quota) = (&context.project, context.project.quota);
    let used = used(project);
    // Addresses and groups belong to Neutron: Nova no longer counts them.
    let mut absolute = json!({
        "maxTotalInstances": quota.instances, "maxTotalCores": quota.cores, "maxTotalRAMSize": quota.ram_mb,
        "maxServerMeta": ITEMS_MAX, "maxImageMeta": 128, "maxPersonality": 5, "maxPersonalitySize": 10240,
        "maxTotalKeypairs": quota.key_pairs, "maxServerGroups": quota.server_groups,
        "maxServerGroupMembers": MEMBERS_MAX, "maxTotalFloatingIps": -1, "maxSecurityGroups": -1,
        "maxSecurityGroupRules": -1, "totalRAMUsed": used.ram_mb, "totalCoresUsed": used.cores,
        "totalInstancesUsed": used.instances, "totalFloatingIpsUsed": 0, "totalSecurityGroupsUsed": 0,
        "totalServerGroupsUsed": project.server_groups.len(),
    });
    if let Some(map) = absolute.as_object_mut() {
        map.retain(|key, _| !(gone(key, context.minor)));
    }
    Ok(Response::json(200, &json!({ "limits": { "rate": [], "absolute": absolute } })))
}

/// Fields that newer versions omit: since 2.36 Neutron's, since 2.39 images, since 2.57 files.
fn gone(key: &str, minor: u32) -> bool {
    let key = key.to_lowercase();
    let said = |words: &[&str]| words.iter().any(|word| key.contains(word));
    (minor >= 36 && said(&["floating", "fixed_ip", "securitygroup", "security_group"]))
        || (minor >= 39 && said(&["imagemeta"]))
        || (minor >= 57 && said(&["personality", "injected"]))
}

/// `GET /os-quota-class-sets/{class}`: the quota of a new project.
pub(super) fn quota_class(context: &Context<'_>, path: &[&str]) -> Answer {
    context.offered(Feature::Limits)?;
    match (context.request.method.as_str(), path) {
        ("GET", [_]) => Err(policy("os-quota-class-sets:show")),
        _ => Err(no_such_path()),
    }
}

/// `GET /os-quota-sets/{tenant}`, `/defaults` for a new project, and `/detail` with the usage.
pub(super) fn quota_set(context: &Context<'_>, path: &[&str]) -> Answer {
    context.offered(Feature::Limits)?;
    let (tenant, detail) = match (context.request.method.as_str(), path) {
        ("GET", [tenant]) => (*tenant, false),
        ("GET", [tenant, "defaults"]) => (*tenant, false),
        ("GET", [tenant, "detail"]) => (*tenant, true),
        ("PUT", [_]) => return Err(policy("os-quota-sets:update")),
        ("DELETE", [_]) => return Err(policy("os-quota-sets:delete")),
        _ => return Err(no_such_path()),
    };
    if tenant != context.project.tenant {
        return Err(policy("os-quota-sets:show"));
    }
    let mut set: Map<String, Value> = rows(context.project)
        .into_iter()
        .filter(|(key, ..)| !gone(key, context.minor))
        .map(|(key, limit, in_use)| {
            let value = if detail { json!({ "limit": limit, "in_use": in_use, "reserved": 0 }) } else { limit.into() };
            (key.to_owned(), value)
        })
        .collect();
    set.insert("id".to_owned(), tenant.into());
    Ok(Response::json(200, &json!({ "quota_set": set })))
}

/// Name, limit, usage; -1 means unlimited.
fn rows(project: &Project) -> [(&'static str, i64, u64); 14] {
    let (quota, used) = (project.quota, used(project));
    let number = |most: u64| i64::try_from(most).unwrap_or(i64::MAX);
    let groups = u64::try_from(project.server_groups.len()).unwrap_or_default();
    [
        ("cores", number(quota.cores), used.cores),
        ("fixed_ips", -1, 0),
        ("floating_ips", -1, 0),
        ("injected_file_content_bytes", 10_240, 0),
        ("injected_file_path_bytes", 255, 0),
        ("injected_files", 5, 0),
        ("instances", number(quota.instances), used.instances),
        ("key_pairs", number(quota.key_pairs), 0),
        ("metadata_items", 128, 0),
        ("ram", number(quota.ram_mb), used.ram_mb),
        ("security_group_rules", -1, 0),
        ("security_groups", -1, 0),
        ("server_group_members", number(MEMBERS_MAX), 0),
        ("server_groups", number(quota.server_groups), groups),
    ]
}
