//! Volumes of an instance (rows S19–S22): the list, attaching, and refusals.

use cloud::catalog::Service;
use serde_json::{Value, json};

use crate::actions::rename;
use crate::sim::{Sim, message};

fn volume(sim: &mut Sim, name: &str) -> String {
    sim.first(Service::Volume, &format!("/volumes?name={name}"), "/volumes/0/id")
}

/// `status device` of a volume, from block storage.
fn state(sim: &mut Sim, volume: &str) -> String {
    let body = sim.to(Service::Volume, "GET", &format!("/volumes/{volume}"), &Value::Null).value();
    let text = |pointer: &str| body.pointer(pointer).and_then(Value::as_str).unwrap_or("-").to_owned();
    format!("{} {}", text("/volume/status"), text("/volume/attachments/0/device"))
}

fn attach(sim: &mut Sim, server: &str, volume: &str) -> cloudsim::Response {
    let body = json!({ "volumeAttachment": { "volumeId": volume } });
    sim.compute("POST", &format!("/servers/{server}/os-volume_attachments"), &body)
}

#[test]
fn a_volume_is_attached_listed_and_let_go() {
    for user in ["demo@maru.test", "stock@maru.test"] {
        let mut sim = Sim::user(user);
        let (id, free) = (sim.id("golden-from-volume"), volume(&mut sim, "backup-2026"));
        let list = format!("/servers/{id}/os-volume_attachments");
        let response = attach(&mut sim, &id, &free);
        assert_eq!(response.status, 200, "{}", response.body);
        let attachment = json!({ "id": free, "volumeId": free, "serverId": id, "device": "/dev/vdb" });
        assert_eq!(response.value(), json!({ "volumeAttachment": attachment }));
        assert_eq!(state(&mut sim, &free), "reserved -");
        sim.wait(300);
        assert_eq!(state(&mut sim, &free), "attaching -");
        sim.wait(1_200);
        assert_eq!(state(&mut sim, &free), "in-use /dev/vdb");
        assert_eq!(sim.get(&format!("{list}/{free}")).value(), json!({ "volumeAttachment": attachment }));
        let devices = |body: Value| {
            let rows = body.get("volumeAttachments").and_then(Value::as_array).cloned().unwrap_or_default();
            rows.iter().filter_map(|row| Some(row.get("device")?.as_str()?.to_owned())).collect::<Vec<_>>()
        };
        for (query, expected) in [
            ("", vec!["/dev/vda", "/dev/vdb"]),
            ("?limit=1", vec!["/dev/vda"]),
            ("?offset=1", vec!["/dev/vdb"]),
            ("?limit=1&offset=1", vec!["/dev/vdb"]),
            ("?offset=2", vec![]),
        ] {
            assert_eq!(devices(sim.get(&format!("{list}{query}")).value()), expected, "{query}");
        }
        let shown = sim.server(&id).get("os-extended-volumes:volumes_attached").and_then(Value::as_array).map(Vec::len);
        assert_eq!(shown, Some(2));
        let gone = format!("{list}/{free}");
        assert_eq!(sim.compute("DELETE", &gone, &Value::Null).status, 202);
        assert_eq!(state(&mut sim, &free), "detaching /dev/vdb");
        assert_eq!(sim.compute("DELETE", &gone, &Value::Null).status, 400, "it is on its way");
        sim.wait(1_500);
        assert_eq!(state(&mut sim, &free), "available -");
        let words = format!("Instance {id} is not attached to volume {free}");
        for method in ["DELETE", "GET"] {
            let response = sim.compute(method, &gone, &Value::Null);
            assert_eq!((response.status, message(&response)), (404, words.clone()), "{method}");
        }
    }
}

#[test]
fn attachments_that_are_refused() {
    const NOBODY: &str = "00000000-0000-0000-0000-000000000000";
    for (user, server, wanted, status, words) in [
        ("demo", "dev-minji", NOBODY, 404, "Volume 00000000-0000-0000-0000-000000000000 could not be found."),
        ("demo", "dev-minji", "import-failed", 400, "but the current status is error"),
        ("demo", "web-prod-02", "backup-2026", 400, "are not in the same availability_zone"),
        ("stock", "web-prod-02", "backup-2026", 200, ""),
        ("demo", "report-2019", "backup-2026", 409, "Cannot 'attach_volume' instance"),
        ("demo", "ci-runner-7", "backup-2026", 409, "while it is in task_state scheduling"),
    ] {
        let mut sim = Sim::user(&format!("{user}@maru.test"));
        let id = sim.id(server);
        let wanted = if wanted == NOBODY { NOBODY.to_owned() } else { volume(&mut sim, wanted) };
        let response = attach(&mut sim, &id, &wanted);
        assert_eq!(response.status, status, "{user} {server} {wanted}: {}", response.body);
        assert!(message(&response).contains(words), "{}", response.body);
    }
    let mut sim = Sim::user("demo@maru.test");
    let (id, other, free) = (sim.id("dev-minji"), sim.id("vault-01"), volume(&mut sim, "backup-2026"));
    attach(&mut sim, &id, &free);
    sim.wait(1_500);
    for server in [&id, &other] {
        let response = attach(&mut sim, server, &free);
        let words = format!("Invalid volume: volume {free} is already attached to instances: {id}");
        assert_eq!((response.status, message(&response)), (400, words));
    }
    let list = format!("/servers/{id}/os-volume_attachments");
    let root = sim.first(Service::Compute, &list, "/volumeAttachments/0/id");
    let response = sim.compute("DELETE", &format!("{list}/{root}"), &Value::Null);
    assert_eq!((response.status, message(&response).as_str()), (400, "Cannot detach a root device volume"));
    assert_eq!(sim.get(&format!("{list}?limit=x")).status, 400);
    assert_eq!(sim.compute("POST", &list, &json!({ "volumeAttachment": {} })).status, 400);
}

#[test]
fn names_make_it_fail_or_hang() {
    for (name, detach, ms, expected) in [
        ("stuck-attach-a", false, 600_000, "attaching -"),
        ("fail-attach-a", false, 1_500, "available -"),
        ("stuck-detach-a", true, 600_000, "detaching /dev/vdb"),
        ("fail-detach-a", true, 1_500, "in-use /dev/vdb"),
    ] {
        let mut sim = Sim::user("demo@maru.test");
        let (id, free) = (rename(&mut sim, "dev-minji", name), volume(&mut sim, "backup-2026"));
        assert_eq!(attach(&mut sim, &id, &free).status, 200);
        if detach {
            sim.wait(1_500);
            let path = format!("/servers/{id}/os-volume_attachments/{free}");
            assert_eq!(sim.compute("DELETE", &path, &Value::Null).status, 202);
        }
        sim.wait(ms);
        assert_eq!(state(&mut sim, &free), expected, "{name}");
    }
}
