//! `os-quota-sets/{tenant}`, with the usage if `usage` is set, and `/defaults` for a new project. Not in NHN's guide.

use cloud::config::RuleSet;
use cloud::rules::offers::Feature;
use serde_json::{Map, Value, json};

use super::quota::used_gb;
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, forbidden, no_such_path};
use crate::model::Quota;

pub(super) fn answer(context: &Context<'_>, path: &[&str]) -> Answer {
    context.offered(Feature::VolumeLimits)?;
    if context.project.rules == RuleSet::Nhn {
        return Err(no_such_path());
    }
    let (tenant, quota, usage) = match (context.request.method.as_str(), path) {
        ("GET", [tenant]) => (*tenant, context.project.quota, wanted(context)),
        ("GET", [tenant, "defaults"]) => (*tenant, Quota::default(), false),
        ("PUT" | "DELETE", [_]) => return Err(refused("update")),
        _ => return Err(no_such_path()),
    };
    if tenant != context.project.tenant {
        return Err(refused("show"));
    }
    let show = |(name, limit, used): (String, i64, u64)| {
        (name, if usage { json!({ "limit": limit, "in_use": used, "reserved": 0 }) } else { limit.into() })
    };
    let mut set: Map<String, Value> = rows(context, &quota).into_iter().map(show).collect();
    set.insert("id".to_owned(), tenant.into());
    Ok(Response::json(200, &json!({ "quota_set": set })))
}

fn wanted(context: &Context<'_>) -> bool {
    context.request.param("usage").is_some_and(|usage| matches!(usage.to_lowercase().as_str(), "true" | "1" | "yes"))
}

fn refused(rule: &str) -> Response {
    forbidden(&format!("Policy doesn't allow volume_extension:quotas:{rule} to be performed."))
}

/// Name, limit, usage; -1 means unlimited. Each type has its own three.
fn rows(context: &Context<'_>, quota: &Quota) -> Vec<(String, i64, u64)> {
    let project = &context.project;
    let number = |most: u64| i64::try_from(most).unwrap_or(i64::MAX);
    let count = |len: usize| u64::try_from(len).unwrap_or(u64::MAX);
    let mut rows = vec![
        ("volumes".to_owned(), number(quota.volumes), count(project.volumes.len())),
        ("per_volume_gigabytes".to_owned(), -1, 0),
        ("snapshots".to_owned(), number(quota.snapshots), count(project.snapshots.len())),
        ("gigabytes".to_owned(), number(quota.volume_gb), used_gb(project)),
        ("backups".to_owned(), 10, 0),
        ("backup_gigabytes".to_owned(), 1000, 0),
        ("groups".to_owned(), 10, 0),
    ];
    for kind in &project.volume_types {
        let name = &kind.name;
        let of: Vec<_> = project.volumes.iter().filter(|volume| volume.kind == *name).collect();
        rows.push((format!("volumes_{name}"), -1, count(of.len())));
        rows.push((format!("gigabytes_{name}"), -1, of.iter().map(|volume| volume.size_gb).sum()));
        rows.push((format!("snapshots_{name}"), -1, 0));
    }
    rows
}
