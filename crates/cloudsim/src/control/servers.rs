//! `POST /_sim/servers`: sets an instance to any state, or adds instances.

use cloud::Timestamp;
use cloud::status::Task;
use serde_json::{Value, json};

use super::refuse;
use crate::Response;
use crate::cloud_core::Cloud;
use crate::identity::catalog::{is_first, region};
use crate::model::{Fault, Project, Server, VmState};
use crate::options::DEMO_TENANT;
use crate::personas::World;

/// An undocumented task, in addition to all of Nova's.
const UNDOCUMENTED: &str = "nhn_live_patch";

pub(super) fn patch(cloud: &mut Cloud, body: &Value, tenant: Option<&str>, now: Timestamp) -> Response {
    let tenant = tenant.unwrap_or(DEMO_TENANT);
    let wanted = body.get("region").and_then(Value::as_str);
    let now = cloud.clock.at(now, Some(tenant));
    let key = cloud
        .projects
        .keys()
        .find(|(owner, region, _)| owner == tenant && wanted.map_or(is_first(region), |wanted| wanted == *region));
    let made = wanted.and_then(|wanted| region(&wanted.to_lowercase())).unwrap_or("KR1");
    let key = key.cloned().unwrap_or_else(|| (tenant.to_owned(), made, World::Demo));
    let project = cloud.project(&key, now);
    project.advance(now);
    if let Some(count) = body.get("add").and_then(Value::as_u64) {
        return add(project, count, body, now);
    }
    let Some(id) = find(project, body) else { return refuse("no instance has this id or name") };
    let Some(server) = project.server_mut(&id) else { return refuse("no instance has this id") };
    match change(server, body, now) {
        Ok(()) => Response::json(200, &json!({ "id": id })),
        Err(why) => refuse(&why),
    }
}

fn find(project: &Project, body: &Value) -> Option<String> {
    let text = |key: &str| body.get(key).and_then(Value::as_str);
    if let Some(id) = text("id") {
        return project.server(id).map(|server| server.id.clone());
    }
    let name = text("name")?;
    let server = project.servers().iter().rev().find(|server| server.name == name && !server.deleted());
    server.map(|server| server.id.clone())
}

fn change(server: &mut Server, body: &Value, now: Timestamp) -> Result<(), String> {
    let text = |key: &str| body.get(key).and_then(Value::as_str);
    if let Some(word) = text("vm_state") {
        let known = VmState::ALL.into_iter().find(|state| state.word() == word);
        server.vm = known.ok_or_else(|| format!("no vm_state is called {word}"))?;
        server.gone = server.vm == VmState::Deleted;
        server.status_word = None;
        // Planned steps are cancelled, so that the state stays.
        server.plan += 1;
    }
    match body.get("task_state") {
        None => {}
        Some(Value::Null) => server.task = None,
        Some(task) => {
            let word = task.as_str().unwrap_or_default();
            let known = Task::parse(word).map(Task::as_str).or((word == UNDOCUMENTED).then_some(UNDOCUMENTED));
            server.task = Some(known.ok_or_else(|| format!("no task_state is called {task}"))?);
            server.plan += 1;
        }
    }
    if let Some(word) = text("status") {
        server.status_word = Some(word.to_owned());
    }
    if let Some(name) = text("rename") {
        server.name = name.to_owned();
    }
    if let Some(message) = text("fault") {
        server.fault = Some(Fault { message: message.to_owned(), created: now });
    }
    if let Some(protect) = body.get("protect").and_then(Value::as_bool) {
        server.protect = protect;
    }
    // On real clouds, addresses, groups and attachments change without changing `updated`.
    if body.get("touch").and_then(Value::as_bool).unwrap_or(true) {
        server.updated = now;
    }
    Ok(())
}

/// Adds running copies of the newest instance, with other names.
fn add(project: &mut Project, count: u64, body: &Value, now: Timestamp) -> Response {
    let prefix = body.get("name").and_then(Value::as_str).unwrap_or("added");
    let flavor = project.flavors.first().map(|flavor| flavor.id.clone()).unwrap_or_default();
    let zone = project.zones.first().map(|zone| zone.name.clone()).unwrap_or_default();
    let image = project.images.first().map(|image| image.id.clone());
    let subnet = project.subnets.last().map(|subnet| subnet.id.clone()).unwrap_or_default();
    let mut ids = Vec::new();
    for number in 1..=count.min(10_000) {
        let server = Server {
            id: project.rng.uuid(),
            name: format!("{prefix}-{number}"),
            vm: VmState::Active,
            task: None,
            status_word: None,
            created: now,
            updated: now,
            launched: Some(now),
            terminated: None,
            gone: false,
            placed: true,
            zone: zone.clone(),
            wished_zone: None,
            image: image.clone(),
            flavor: flavor.clone(),
            key: None,
            groups: vec!["default".to_owned()],
            nics: project.nic(&subnet).into_iter().collect(),
            wired: true,
            disks: Vec::new(),
            metadata: std::collections::BTreeMap::new(),
            fault: None,
            protect: false,
            reservation: "r-added000".to_owned(),
            locked: false,
            resize: None,
            password_cleared: false,
            plan: 0,
            plan_end: (None, false),
            told: Default::default(),
        };
        ids.push(server.id.clone());
        project.add(server);
    }
    Response::json(200, &json!({ "ids": ids }))
}
