//! Rows, plans and answers for the tests of runs.
#![allow(dead_code, reason = "each test file uses a part of it")]

pub mod cloud_model;
mod invariants;
pub mod world;

use std::sync::Arc;

use cloud::calls::servers;
use cloud::config::RuleSet;
use cloud::rules::limits::Limits;
use cloud::rules::offers::Offers;
use cloud::wire::Server;
use cloud::{Failure, FailureKind, Method, Reply, Scope, Timestamp};
use runner::{Ground, Operation, Options, Plan, Run};
use sync::Millis;

/// One of the scopes of the tests.
pub fn scope(nth: usize) -> Scope {
    Scope { cloud: "demo".into(), region: "KR1".into(), tenant: format!("t{nth}").as_str().into() }
}

/// An idle instance with these further fields, as JSON.
pub fn row(id: &str, status: &str, fields: &str) -> Arc<Server> {
    let more = if fields.is_empty() { String::new() } else { format!(", {fields}") };
    let body = format!(
        r#"{{"server": {{"id": "{id}", "name": "name-{id}", "status": "{status}", "OS-EXT-STS:task_state": null,
            "updated": "2026-11-30T00:00:00Z"{more}}}}}"#
    );
    let reply = Reply { status: 200, headers: Vec::new(), body };
    Arc::new(servers::get(&id.into()).finish(&reply).expect("a server"))
}

/// A failure of a write.
pub fn failure(kind: FailureKind, status: u16, message: &str) -> Failure {
    Failure {
        kind,
        status,
        message: message.into(),
        request_id: Some(cloud::RequestId("req-1".into())),
        wait_until: None,
        method: Method::Post,
        path: "/servers/s/action".into(),
        raw: String::new(),
    }
}

/// A plan in scopes about which nothing else is known.
pub fn plan(operation: Operation, selection: &[(Scope, Arc<Server>)]) -> Plan {
    let (limits, offers) = (Limits::of(RuleSet::OpenStack, None), Offers::assumed(RuleSet::OpenStack));
    let scopes: Vec<Scope> = (0..3).map(scope).collect();
    let ground = |scope| Ground {
        scope,
        limits: &limits,
        offers: &offers,
        read_only: false,
        flavors: &[],
        images: &[],
        volumes: &[],
        quota: None,
    };
    Plan::new(operation, selection, &scopes.iter().map(ground).collect::<Vec<_>>())
}

/// A run of `count` active instances in the first scope, begun at 1,000 ms.
pub fn run(operation: Operation, count: usize, options: Options) -> Run {
    let rows: Vec<_> = (0..count).map(|nth| (scope(0), row(&nth.to_string(), "ACTIVE", ""))).collect();
    Run::new("run-1".into(), &plan(operation, &rows), options, Millis(1_000), Timestamp(0))
}
