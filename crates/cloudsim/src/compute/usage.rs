//! `GET /os-simple-tenant-usage/{tenant}`: usage of instances in a period.

use cloud::Timestamp;
use serde_json::{Map, Value, json};

use super::page;
use super::refusals::policy;
use crate::Response;
use crate::clock::micros;
use crate::context::Context;
use crate::errors::{Answer, bad_request, no_such_path};
use crate::model::Server;

const HOUR_MS: f64 = 3_600_000.0;

pub(super) fn answer(context: &Context<'_>, tenant: &str) -> Answer {
    if context.request.method != "GET" {
        return Err(no_such_path());
    }
    if tenant != context.project.tenant {
        return Err(policy("os-simple-tenant-usage:show"));
    }
    let (start, end) = (moment(context, "start")?, moment(context, "end")?);
    if start >= end && context.request.param("start").is_some() {
        return Err(bad_request("Invalid start time. The start time cannot occur after the end time."));
    }
    let end = end.min(context.now);
    let ran =
        |server: &&Server| server.launched.is_some_and(|at| at < end) && server.terminated.is_none_or(|at| at > start);
    let servers: Vec<&Server> = context.project.servers().iter().filter(ran).collect();
    // Since 2.40 clients read pages until one is empty.
    let page = if context.since(40) {
        page::of(context, "v2.1", &format!("os-simple-tenant-usage/{tenant}"), &servers, |server| server.id.as_str())?.0
    } else {
        &servers
    };
    let usages: Vec<Value> = page.iter().map(|server| usage(context, server, start, end)).collect();
    // Without usage the response is empty.
    if usages.is_empty() {
        return Ok(Response::json(200, &json!({ "tenant_usage": {} })));
    }
    let total = |key: &str| -> f64 {
        let of = |usage: &Value| Some(usage.get(key)?.as_f64()? * usage.get("hours")?.as_f64()?);
        usages.iter().filter_map(of).sum()
    };
    let hours: f64 = usages.iter().filter_map(|usage| usage.get("hours")?.as_f64()).sum();
    let body = json!({ "tenant_usage": {
        "tenant_id": tenant, "server_usages": usages, "total_local_gb_usage": total("local_gb"),
        "total_vcpus_usage": total("vcpus"), "total_memory_mb_usage": total("memory_mb"), "total_hours": hours,
        "start": micros(start), "stop": micros(end),
    }});
    Ok(Response::json(200, &body))
}

/// A time in the query, UTC without a suffix; default: now.
fn moment(context: &Context<'_>, key: &str) -> Result<Timestamp, Response> {
    let Some(text) = context.request.param(key) else { return Ok(context.now) };
    let plain = text.split('.').next().unwrap_or_default().replace(' ', "T");
    let time = Timestamp::parse(&format!("{}Z", plain.trim_end_matches('Z')));
    time.ok_or_else(|| bad_request("Invalid input received: Datetime is in invalid format"))
}

fn usage(context: &Context<'_>, server: &Server, start: Timestamp, end: Timestamp) -> Value {
    let flavor = context.project.flavor(&server.flavor);
    let launched = server.launched.unwrap_or(server.created);
    let until = server.terminated.unwrap_or(context.now);
    let hours = (until.0.min(end.0) - launched.0.max(start.0)) as f64 / HOUR_MS;
    let state = if server.terminated.is_some() { "terminated" } else { server.vm.word() };
    let mut body = Map::new();
    for (key, value) in [
        ("hours", json!(hours)),
        ("flavor", json!(flavor.map_or("", |flavor| &flavor.name))),
        ("instance_id", json!(server.id)),
        ("name", json!(server.name)),
        ("tenant_id", json!(context.project.tenant)),
        ("memory_mb", json!(flavor.map_or(0, |flavor| flavor.ram_mb))),
        ("local_gb", json!(flavor.map_or(0, |flavor| flavor.disk_gb))),
        ("vcpus", json!(flavor.map_or(0, |flavor| flavor.vcpus))),
        ("started_at", json!(micros(launched))),
        ("ended_at", json!(server.terminated.map(micros))),
        ("state", json!(state)),
        ("uptime", json!((until.0 - launched.0) / 1000)),
    ] {
        body.insert(key.to_owned(), value);
    }
    Value::Object(body)
}
