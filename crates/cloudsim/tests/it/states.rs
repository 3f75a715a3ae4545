//! State sequences on a clock that tests set: the states of an instance, and what is refused meanwhile (rows S09, S16, S18,
//! S23–S25).

use serde_json::{Value, json};

use crate::sim::{Sim, message};

/// Compares the state at each point in time (ms after the action).
fn follow(sim: &mut Sim, id: &str, expected: &[(i64, &str)]) {
    let mut at = 0;
    for (ms, state) in expected {
        sim.wait(ms - at);
        at = *ms;
        assert_eq!(sim.state(id), *state, "{ms} ms after the action");
    }
}

fn act(name: &str, body: Value, expected: &[(i64, &str)]) {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id(name);
    let before = sim.server(&id).get("updated").cloned();
    sim.wait(1_000);
    assert_eq!(sim.action(&id, &body).status, 202, "{body}");
    follow(&mut sim, &id, expected);
    assert_ne!(sim.server(&id).get("updated").cloned(), before, "updated moves");
}

#[test]
fn actions_take_their_time() {
    act(
        "dev-minji",
        json!({ "os-stop": null }),
        &[(0, "ACTIVE/powering-off"), (1_999, "ACTIVE/powering-off"), (2_000, "SHUTOFF/-")],
    );
    act("배치-서버", json!({ "os-start": null }), &[(0, "SHUTOFF/powering-on"), (2_000, "ACTIVE/-")]);
    act(
        "dev-minji",
        json!({ "reboot": { "type": "SOFT" } }),
        &[(0, "REBOOT/rebooting"), (400, "REBOOT/reboot_pending"), (700, "REBOOT/reboot_started"), (3_000, "ACTIVE/-")],
    );
    act(
        "dev-minji",
        json!({ "reboot": { "type": "HARD" } }),
        &[(0, "HARD_REBOOT/rebooting_hard"), (400, "HARD_REBOOT/reboot_pending_hard"), (3_000, "ACTIVE/-")],
    );
    // A hard reboot starts an instance from any state; its status does not change meanwhile.
    act("legacy-erp", json!({ "reboot": { "type": "HARD" } }), &[(0, "PAUSED/rebooting_hard"), (3_000, "ACTIVE/-")]);
    act("배치-서버", json!({ "reboot": { "type": "HARD" } }), &[(0, "SHUTOFF/rebooting_hard"), (3_000, "ACTIVE/-")]);
}

#[test]
fn a_build_runs_through_its_tasks() {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("ci-runner-7");
    follow(&mut sim, &id, &[(0, "BUILD/scheduling"), (700, "BUILD/networking")]);
    let early = sim.server(&id);
    assert_eq!(early.get("hostId"), Some(&json!("")));
    assert_eq!(early.get("addresses"), Some(&json!({})));
    assert_eq!(early.get("security_groups"), None);
    sim.wait(1_200);
    assert_eq!(sim.state(&id), "BUILD/block_device_mapping");
    let wired = sim.server(&id);
    assert_eq!(wired.get("hostId").and_then(Value::as_str).map(str::len), Some(56));
    assert!(wired.pointer("/addresses/Default Network/0/addr").is_some());
    assert!(wired.get("security_groups").is_some());
    sim.wait(1_200);
    assert_eq!(sim.state(&id), "BUILD/spawning");
    sim.wait(3_000);
    assert_eq!(sim.state(&id), "ACTIVE/-");
    assert!(sim.server(&id).get("OS-SRV-USG:launched_at").is_some_and(Value::is_string));
}

#[test]
fn deleting_answers_the_old_status_then_nothing_then_only_in_changes_since() {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("web-prod-01");
    let path = format!("/servers/{id}");
    assert_eq!(sim.compute("DELETE", &path, &Value::Null).status, 204);
    assert_eq!(sim.state(&id), "ACTIVE/deleting");
    assert_eq!(sim.compute("DELETE", &path, &Value::Null).status, 204, "twice is fine");
    sim.wait(1_500);
    assert_eq!(sim.state(&id), "404");
    assert_eq!(sim.compute("DELETE", &path, &Value::Null).status, 404);
    assert!(!sim.get("/servers").body.contains(&id));
    let since = sim.get("/servers/detail?changes-since=2026-11-24T03:00:00Z").value();
    let gone = since.get("servers").and_then(Value::as_array).into_iter().flatten();
    let gone = gone.filter(|server| server.get("id") == Some(&json!(id))).collect::<Vec<_>>();
    let gone = gone.first().expect("the deleted instance is listed");
    assert_eq!(gone.get("status"), Some(&json!("DELETED")));
    assert_eq!(gone.get("addresses"), Some(&json!({})));
    assert!(gone.get("OS-SRV-USG:terminated_at").is_some_and(Value::is_string));
    // Its floating IP remains, unattached.
    let ips = sim.to(cloud::catalog::Service::Network, "GET", "/floatingips", &Value::Null).value();
    let ips = ips.get("floatingips").and_then(Value::as_array).cloned().unwrap_or_default();
    assert!(ips.iter().any(|ip| ip.get("port_id") == Some(&Value::Null)));
}

#[test]
fn a_new_action_ends_what_was_planned() {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("dev-minji");
    sim.action(&id, &json!({ "os-stop": null }));
    sim.wait(500);
    assert_eq!(sim.action(&id, &json!({ "reboot": { "type": "HARD" } })).status, 202, "the way out of a task");
    sim.wait(2_000);
    assert_eq!(sim.state(&id), "HARD_REBOOT/reboot_started_hard", "the stop does not come through any more");
}

#[test]
fn what_a_state_does_not_allow_is_refused_in_novas_words() {
    let start = json!({ "os-start": null });
    let stop = json!({ "os-stop": null });
    let soft = json!({ "reboot": { "type": "SOFT" } });
    for (name, body, words) in [
        ("dev-minji", &start, "Cannot 'start' instance {id} while it is in vm_state active"),
        ("배치-서버", &stop, "Cannot 'stop' instance {id} while it is in vm_state stopped"),
        ("배치-서버", &soft, "Cannot 'reboot' instance {id} while it is in vm_state stopped"),
        ("legacy-erp", &soft, "Cannot 'reboot' instance {id} while it is in vm_state paused"),
        ("archive-node", &start, "Cannot 'start' instance {id} while it is in vm_state shelved_offloaded"),
        ("ml-train-x1", &start, "Instance {id} is not ready"),
        ("ci-runner-7", &stop, "Cannot 'stop' instance {id} while it is in task_state scheduling"),
    ] {
        let mut sim = Sim::user("demo@maru.test");
        let id = sim.id(name);
        let response = sim.action(&id, body);
        assert_eq!(response.status, 409, "{name} {body}");
        assert!(response.body.starts_with("{\"conflictingRequest\""), "{}", response.body);
        assert_eq!(message(&response), words.replace("{id}", &id));
    }
}

#[test]
fn bad_actions() {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("dev-minji");
    for (body, words) in [
        (json!({ "reboot": { "type": "SIDEWAYS" } }), "'SIDEWAYS' is not one of ['HARD'"),
        (json!({ "noSuchAction": {} }), "There is no such action: noSuchAction"),
        (json!({}), "Malformed request body"),
        (Value::Null, "Malformed request body"),
    ] {
        let response = sim.action(&id, &body);
        assert_eq!(response.status, 400, "{body}");
        assert!(message(&response).contains(words), "{}", response.body);
    }
}

#[test]
fn renaming_answers_a_short_server() {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("dev-minji");
    sim.wait(5_000);
    let path = format!("/servers/{id}");
    let response = sim.compute("PUT", &path, &json!({ "server": { "name": "  개발-민지  " } }));
    assert_eq!(response.status, 200);
    let server = response.value().get("server").cloned().unwrap_or_default();
    assert_eq!(server.get("name"), Some(&json!("개발-민지")));
    for absent in ["OS-EXT-STS:task_state", "key_name", "security_groups", "OS-EXT-AZ:availability_zone"] {
        assert_eq!(server.get(absent), None);
    }
    assert_eq!(sim.server(&id).get("updated"), Some(&json!("2026-11-24T03:00:05Z")));
    for (name, words) in [("", "'' is too short"), (&"x".repeat(256) as &str, "is too long")] {
        let response = sim.compute("PUT", &path, &json!({ "server": { "name": name } }));
        assert_eq!(response.status, 400);
        assert!(message(&response).ends_with(words), "{}", response.body);
    }
    let windows = sim.id("win-ad-01");
    let body = json!({ "server": { "name": "sixteen-letters-" } });
    assert_eq!(sim.compute("PUT", &format!("/servers/{windows}"), &body).status, 400, "Windows names end at 15");
}

#[test]
fn speed_halves_what_takes_time() {
    let options = cloudsim::Options { speed: 2.0, ..cloudsim::Options::default() };
    let mut sim = Sim::with(options, "demo@maru.test");
    let id = sim.id("dev-minji");
    sim.action(&id, &json!({ "os-stop": null }));
    follow(&mut sim, &id, &[(999, "ACTIVE/powering-off"), (1_000, "SHUTOFF/-")]);
}

#[test]
fn protected_instances_are_not_deleted() {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("vault-01");
    let response = sim.compute("DELETE", &format!("/servers/{id}"), &Value::Null);
    assert_eq!((response.status, message(&response)), (409, format!("Instance {id} is protected")));
}
