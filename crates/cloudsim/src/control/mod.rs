//! `/_sim/…`: control of the simulator. Needs no token; does not exist on a real cloud.

mod servers;

use cloud::Timestamp;
use serde_json::{Value, json};

use crate::cloud_core::Cloud;
use crate::errors::no_such_path;
use crate::faults::Fault;
use crate::{Request, Response};

pub(crate) fn answer(cloud: &mut Cloud, rest: &str, request: &Request, now: Timestamp) -> Response {
    let body = request.value();
    // Most requests can be limited to one project, for parallel tests.
    let tenant = body.get("tenant").and_then(Value::as_str).map(str::to_owned).or_else(|| request.param("tenant"));
    let tenant = tenant.as_deref();
    match (request.method.as_str(), rest) {
        ("POST", "clock") => {
            if let Some(ms) = body.get("skew_ms").and_then(Value::as_i64) {
                cloud.clock.skew(ms, tenant);
            }
            cloud.clock.advance(body.get("advance_ms").and_then(Value::as_i64).unwrap_or_default(), tenant);
            done(cloud, now, tenant)
        }
        ("GET", "clock") => done(cloud, now, tenant),
        ("POST", "reset") => {
            reset(cloud, tenant);
            done(cloud, now, tenant)
        }
        ("GET", "requests") => requests(cloud, request),
        ("DELETE", "requests") => {
            cloud.journal.forget(tenant);
            done(cloud, now, tenant)
        }
        ("POST", "faults") => match Fault::read(&body) {
            Some(fault) => {
                if fault.is_stale() {
                    cloud.keep_replicas(tenant);
                }
                cloud.faults.set(fault);
                done(cloud, now, tenant)
            }
            None => refuse(
                "a fault needs one of status, gone, hang, endless, delay_ms, truncate, cut, content_type, stale, page_max",
            ),
        },
        ("DELETE", "faults") => {
            cloud.faults.clear(tenant);
            cloud.forget_replicas(tenant);
            done(cloud, now, tenant)
        }
        ("POST", "token") => {
            cloud.tokens.expire(tenant);
            done(cloud, now, tenant)
        }
        ("GET", "help") => {
            Response { status: 200, body: include_str!("../../README.md").to_owned(), ..Response::default() }
                .with_header("Content-Type", "text/markdown; charset=utf-8")
        }
        ("POST", "servers") => servers::patch(cloud, &body, tenant, now),
        _ => no_such_path(),
    }
}

fn done(cloud: &Cloud, now: Timestamp, tenant: Option<&str>) -> Response {
    Response::json(200, &json!({ "now": cloud.clock.at(now, tenant).to_utc(), "seq": cloud.journal.last() }))
}

fn refuse(why: &str) -> Response {
    Response::json(400, &json!({ "simulator": why }))
}

/// Resets worlds, faults and journal. Tokens stay valid, and the clock is unchanged.
fn reset(cloud: &mut Cloud, tenant: Option<&str>) {
    cloud.projects.retain(|(owner, ..), _| tenant.is_some_and(|tenant| owner != tenant));
    cloud.faults.clear(tenant);
    cloud.forget_replicas(tenant);
    cloud.journal.forget(tenant);
}

fn requests(cloud: &Cloud, request: &Request) -> Response {
    let mut pairs = request.pairs();
    let after = request.param("after").and_then(|after| after.parse().ok()).unwrap_or_default();
    pairs.retain(|(key, _)| key != "after");
    let list = cloud.journal.after(after, &pairs);
    Response::json(200, &json!({ "requests": list, "seq": cloud.journal.last() }))
}
