//! Every action of an instance (rows S23–S29, N07, N08) on a clock that tests set: the states it leads through, its end, and
//! its refusals.

use serde_json::{Value, json};

use crate::sim::{Sim, message};

/// Instance, action, status of the answer, states by time (ms after the action).
type Case = (&'static str, Value, u16, &'static [(i64, &'static str)]);

/// Compares the state at each point in time (ms after the action).
pub fn follow(sim: &mut Sim, id: &str, expected: &[(i64, &str)]) {
    let mut at = 0;
    for (ms, state) in expected {
        sim.wait(ms - at);
        at = *ms;
        assert_eq!(sim.state(id), *state, "{ms} ms after the action");
    }
}

/// Renames an instance: the name triggers a fault.
pub fn rename(sim: &mut Sim, name: &str, to: &str) -> String {
    let request = cloudsim::Request::new("POST", "/_sim/servers").json(&json!({ "name": name, "rename": to }));
    let response = sim.send(request);
    assert_eq!(response.status, 200, "{}", response.body);
    response.value().get("id").and_then(Value::as_str).unwrap_or_default().to_owned()
}

#[test]
fn each_action_leads_through_its_states() {
    let one = |verb: &str| json!({ verb: null });
    let cases: Vec<Case> = vec![
        ("dev-minji", one("pause"), 202, &[(0, "ACTIVE/pausing"), (500, "PAUSED/-")]),
        ("legacy-erp", one("unpause"), 202, &[(0, "PAUSED/unpausing"), (500, "ACTIVE/-")]),
        ("dev-minji", one("suspend"), 202, &[(0, "ACTIVE/suspending"), (1_500, "SUSPENDED/-")]),
        ("report-2019", one("resume"), 202, &[(0, "SUSPENDED/resuming"), (1_500, "ACTIVE/-")]),
        // Its root disk is a volume, so there is nothing to keep.
        ("dev-minji", one("shelve"), 202, &[(0, "ACTIVE/shelving"), (3_000, "SHELVED_OFFLOADED/-")]),
        (
            "staging-api",
            one("shelve"),
            202,
            &[
                (0, "ACTIVE/shelving"),
                (600, "ACTIVE/shelving_image_pending_upload"),
                (2_000, "ACTIVE/shelving_image_uploading"),
                (4_000, "SHELVED/shelving_offloading"),
                (5_000, "SHELVED_OFFLOADED/-"),
            ],
        ),
        (
            "archive-node",
            one("unshelve"),
            202,
            &[(0, "SHELVED_OFFLOADED/unshelving"), (2_000, "SHELVED_OFFLOADED/spawning"), (4_000, "ACTIVE/-")],
        ),
        ("staging-api", one("rescue"), 200, &[(0, "ACTIVE/rescuing"), (2_000, "RESCUE/-")]),
        ("staging-api", one("lock"), 202, &[(0, "ACTIVE/-")]),
    ];
    for (name, body, status, states) in cases {
        let mut sim = Sim::user("demo@maru.test");
        let id = sim.id(name);
        let response = sim.action(&id, &body);
        assert_eq!(response.status, status, "{name} {body}: {}", response.body);
        assert!(status != 202 || response.body.is_empty(), "{name} {body}: {}", response.body);
        follow(&mut sim, &id, states);
    }
}

#[test]
fn a_rescued_one_is_told_its_password_and_comes_back() {
    for (sent, len) in [(json!(null), 12), (json!({ "adminPass": "mine" }), 4)] {
        let mut sim = Sim::user("demo@maru.test");
        let id = sim.id("staging-api");
        let answer = sim.action(&id, &json!({ "rescue": sent })).value();
        assert_eq!(answer.get("adminPass").and_then(Value::as_str).map(str::len), Some(len));
        sim.wait(2_000);
        assert_eq!(sim.action(&id, &json!({ "unrescue": null })).status, 202);
        follow(&mut sim, &id, &[(0, "RESCUE/unrescuing"), (2_000, "ACTIVE/-")]);
    }
}

#[test]
fn resize_ends_by_itself_on_nhn_and_waits_elsewhere() {
    let mut sim = Sim::user("demo@maru.test");
    let (id, flavor) = (sim.id("dev-minji"), sim.flavor("m2.c2m4"));
    let resize = json!({ "resize": { "flavorRef": flavor } });
    assert_eq!(sim.action(&id, &resize).status, 202);
    let early = [(0, "RESIZE/resize_prep"), (1_500, "RESIZE/resize_migrating"), (3_500, "RESIZE/resize_finish")];
    follow(&mut sim, &id, &early);
    sim.wait(2_500);
    assert_eq!(sim.state(&id), "VERIFY_RESIZE/-");
    sim.wait(3_000);
    assert_eq!(sim.state(&id), "ACTIVE/-");
    assert_eq!(sim.server(&id).pointer("/flavor/id"), Some(&json!(flavor)));

    for (verb, status, states, kept) in [
        ("confirmResize", 204, &[(0, "VERIFY_RESIZE/-"), (1_000, "ACTIVE/-")][..], true),
        ("revertResize", 202, &[(0, "REVERT_RESIZE/resize_reverting"), (3_000, "ACTIVE/-")][..], false),
    ] {
        let mut sim = Sim::user("stock@maru.test");
        let (id, flavor) = (sim.id("dev-minji"), sim.flavor("m2.c2m4"));
        assert_eq!(sim.action(&id, &json!({ verb: null })).status, 409, "nothing to {verb} yet");
        sim.action(&id, &json!({ "resize": { "flavorRef": flavor } }));
        sim.wait(3_600_000);
        assert_eq!(sim.state(&id), "VERIFY_RESIZE/-", "it waits for a word");
        assert_eq!(sim.action(&id, &json!({ verb: null })).status, status);
        follow(&mut sim, &id, states);
        assert_eq!(sim.server(&id).pointer("/flavor/id") == Some(&json!(flavor)), kept, "{verb}");
    }
}

#[test]
fn what_was_off_is_off_after_a_resize() {
    let mut sim = Sim::user("stock@maru.test");
    let (id, flavor) = (sim.id("배치-서버"), sim.flavor("m2.c2m4"));
    assert_eq!(sim.action(&id, &json!({ "resize": { "flavorRef": flavor } })).status, 202);
    sim.wait(6_000);
    assert_eq!(sim.server(&id).get("OS-EXT-STS:power_state"), Some(&json!(4)));
    sim.action(&id, &json!({ "confirmResize": null }));
    follow(&mut sim, &id, &[(1_000, "SHUTOFF/-")]);
}

#[test]
fn resizes_that_are_refused() {
    for (user, name, flavor, status, words) in [
        ("demo", "dev-minji", "t2.c1m1", 400, "When resizing, instances must change flavor!"),
        ("demo", "dev-minji", "u2.c1m1", 400, "U2"),
        ("demo", "staging-api", "m2.c2m4", 400, "U2"),
        ("demo", "dev-minji", "m1.c2m4", 400, "could not be found."),
        ("demo", "win-ad-01", "t2.c1m1", 400, "Flavor's memory is too small for requested image."),
        ("demo", "legacy-erp", "m2.c4m8", 409, "Cannot 'resize' instance {id} while it is in vm_state paused"),
        ("demo", "ci-runner-7", "m2.c4m8", 409, "while it is in task_state scheduling"),
        ("stock", "win-ad-01", "u2.c2m4", 400, "Flavor's disk is smaller than the minimum size"),
    ] {
        let mut sim = Sim::user(&format!("{user}@maru.test"));
        let (id, flavor) = (sim.id(name), sim.flavor(flavor));
        let response = sim.action(&id, &json!({ "resize": { "flavorRef": flavor } }));
        assert_eq!(response.status, status, "{user} {name} {flavor}: {}", response.body);
        assert!(message(&response).contains(&words.replace("{id}", &id)), "{name}: {}", response.body);
    }
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("dev-minji");
    for (argument, words) in [
        (json!({ "flavorRef": "nope" }), "Flavor nope could not be found."),
        (json!({}), "'flavorRef' is a required property"),
    ] {
        let response = sim.action(&id, &json!({ "resize": argument }));
        assert_eq!((response.status, message(&response).contains(words)), (400, true), "{}", response.body);
    }
}

/// The image in a `Location` header.
fn image(sim: &mut Sim, location: &str) -> Value {
    let id = location.rsplit('/').next().unwrap_or_default();
    sim.to(cloud::catalog::Service::Image, "GET", &format!("/images/{id}"), &Value::Null).value()
}

#[test]
fn an_image_is_named_by_location_and_followed_until_active() {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("staging-api");
    let body = json!({ "createImage": { "name": "golden-1", "metadata": { "purpose": "test" } } });
    let response = sim.action(&id, &body);
    assert_eq!((response.status, response.body.as_str()), (202, ""));
    let location = response.header("location").expect("a Location").to_owned();
    for (ms, status, state) in [
        (0, "queued", "ACTIVE/image_snapshot_pending"),
        (300, "queued", "ACTIVE/image_snapshot"),
        (300, "queued", "ACTIVE/image_pending_upload"),
        (1_000, "saving", "ACTIVE/image_uploading"),
        (6_400, "active", "ACTIVE/-"),
    ] {
        sim.wait(ms);
        assert_eq!(image(&mut sim, &location).get("status"), Some(&json!(status)), "{ms}");
        assert_eq!(sim.state(&id), state);
    }
    let image = image(&mut sim, &location);
    let text = |key: &str| image.get(key).and_then(Value::as_str).unwrap_or_default();
    assert_eq!((text("name"), text("instance_uuid"), text("purpose")), ("golden-1", id.as_str(), "test"));
    assert_eq!(text("image_type"), "snapshot");
}

#[test]
fn images_that_do_not_come() {
    for (name, ms, status, state) in [
        ("fail-image-a", 4_000, "killed", "ACTIVE/image_uploading"),
        ("fail-image-a", 8_000, "killed", "ACTIVE/-"),
        ("stuck-image-a", 600_000, "saving", "ACTIVE/image_snapshot_pending"),
    ] {
        let mut sim = Sim::user("demo@maru.test");
        let id = rename(&mut sim, "staging-api", name);
        let response = sim.action(&id, &json!({ "createImage": { "name": "x" } }));
        let location = response.header("location").expect("a Location").to_owned();
        sim.wait(ms);
        assert_eq!(image(&mut sim, &location).get("status"), Some(&json!(status)), "{name}");
        assert_eq!(sim.state(&id), state, "{name}");
    }
    for (user, name, argument, status, words) in [
        ("demo", "dev-minji", json!({ "name": "x" }), 400, "U2"),
        ("demo", "staging-api", json!({}), 400, "'name' is a required property"),
        ("demo", "staging-api", json!({ "name": "x".repeat(256) }), 400, "too long"),
        ("demo", "staging-api", json!({ "name": "x", "metadata": { "k": 1 } }), 400, "is not of type 'string'"),
        ("stock", "archive-node", json!({ "name": "x" }), 409, "Cannot 'createImage' instance"),
        ("stock", "dev-minji", json!({ "name": "x" }), 202, ""),
    ] {
        let mut sim = Sim::user(&format!("{user}@maru.test"));
        let id = sim.id(name);
        let response = sim.action(&id, &json!({ "createImage": argument }));
        assert_eq!(response.status, status, "{name} {argument}: {}", response.body);
        assert!(message(&response).contains(words), "{}", response.body);
    }
}

#[test]
fn an_image_of_a_volume_booted_one_is_there_at_once() {
    let mut sim = Sim::user("stock@maru.test");
    let id = sim.id("golden-from-volume");
    let response = sim.action(&id, &json!({ "createImage": { "name": "x" } }));
    let location = response.header("location").expect("a Location").to_owned();
    assert_eq!(image(&mut sim, &location).get("status"), Some(&json!("active")));
    assert_eq!(sim.state(&id), "ACTIVE/-", "nothing is uploaded");
}

#[test]
fn security_groups_come_and_go_without_moving_updated() {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("dev-minji");
    let names = |sim: &mut Sim| {
        let list = sim.get(&format!("/servers/{id}/os-security-groups")).value();
        let list = list.get("security_groups").and_then(Value::as_array).cloned().unwrap_or_default();
        list.iter().filter_map(|group| Some(group.get("name")?.as_str()?.to_owned())).collect::<Vec<_>>()
    };
    let before = sim.server(&id).get("updated").cloned();
    sim.wait(5_000);
    assert_eq!(sim.action(&id, &json!({ "addSecurityGroup": { "name": "web" } })).status, 202);
    assert_eq!(names(&mut sim), ["default", "web"]);
    assert_eq!(sim.action(&id, &json!({ "addSecurityGroup": { "name": "web" } })).status, 202, "twice is fine");
    assert_eq!(sim.server(&id).get("security_groups"), Some(&json!([{ "name": "default" }, { "name": "web" }])));
    assert_eq!(sim.action(&id, &json!({ "removeSecurityGroup": { "name": "default" } })).status, 202);
    assert_eq!(names(&mut sim), ["web"]);
    assert_eq!(sim.server(&id).get("updated").cloned(), before);
    let tenant = cloudsim::DEMO_TENANT;
    for (verb, name, words) in [
        ("addSecurityGroup", "nope", format!("Security group nope is not found for project {tenant}")),
        ("removeSecurityGroup", "nope", format!("Security group nope is not found for project {tenant}")),
        ("removeSecurityGroup", "default", format!("Security group default not associated with the instance {id}")),
    ] {
        let response = sim.action(&id, &json!({ verb: { "name": name } }));
        assert_eq!((response.status, message(&response)), (404, words));
    }
}

#[test]
fn a_lock_refuses_all_but_its_end() {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("staging-api");
    let volume = sim.first(cloud::catalog::Service::Volume, "/volumes?name=backup-2026", "/volumes/0/id");
    sim.action(&id, &json!({ "lock": null }));
    let path = format!("/servers/{id}");
    let attach = json!({ "volumeAttachment": { "volumeId": volume } });
    for (method, path, body) in [
        ("POST", format!("{path}/action"), json!({ "os-stop": null })),
        ("POST", format!("{path}/action"), json!({ "reboot": { "type": "HARD" } })),
        ("POST", format!("{path}/action"), json!({ "pause": null })),
        ("POST", format!("{path}/os-volume_attachments"), attach),
        ("PUT", format!("{path}/metadata/a"), json!({ "meta": { "a": "b" } })),
        ("DELETE", path.clone(), Value::Null),
    ] {
        let response = sim.compute(method, &path, &body);
        let words = format!("Instance {id} is locked");
        assert_eq!((response.status, message(&response)), (409, words), "{method} {path} {body}");
    }
    assert_eq!(sim.action(&id, &json!({ "os-getConsoleOutput": {} })).status, 200, "looking is free");
    assert_eq!(sim.action(&id, &json!({ "unlock": null })).status, 202);
    assert_eq!(sim.action(&id, &json!({ "os-stop": null })).status, 202);
}

#[test]
fn rebuild_answers_a_short_server_with_a_password() {
    let mut sim = Sim::user("demo@maru.test");
    let (id, image) = (sim.id("staging-api"), sim.image("Debian"));
    let body = json!({ "rebuild": { "imageRef": image, "name": "staging-2", "metadata": { "a": "b" } } });
    let response = sim.action(&id, &body);
    assert_eq!(response.status, 202, "{}", response.body);
    let answer = response.value();
    assert!(answer.pointer("/server/adminPass").is_some_and(Value::is_string));
    assert_eq!(answer.pointer("/server/status"), Some(&json!("REBUILD")));
    assert_eq!(answer.pointer("/server/image/id"), Some(&json!(image)));
    let states =
        [(600, "REBUILD/rebuild_block_device_mapping"), (1_500, "REBUILD/rebuild_spawning"), (5_000, "ACTIVE/-")];
    follow(&mut sim, &id, &states);
    let server = sim.server(&id);
    assert_eq!((server.get("name"), server.get("metadata")), (Some(&json!("staging-2")), Some(&json!({ "a": "b" }))));

    let off = sim.id("배치-서버");
    let image = sim.image("Ubuntu Server 24.04");
    sim.action(&off, &json!({ "rebuild": { "imageRef": image } }));
    follow(&mut sim, &off, &[(5_000, "ACTIVE/powering-off"), (7_000, "SHUTOFF/-")]);
}

#[test]
fn ways_out_that_are_refused() {
    let windows = |sim: &mut Sim| sim.image("Windows 2022");
    for (name, verb, status, words) in [
        ("dev-minji", "rescue", 400, "cannot be rescued: Cannot rescue a volume-backed instance"),
        ("dev-minji", "rebuild", 400, "Unable to rebuild with a different image for a volume-backed server."),
        ("staging-api", "rebuild", 400, "Windows images are not available for the U2 flavor type."),
        ("dev-minji", "unpause", 409, "Cannot 'unpause' instance {id} while it is in vm_state active"),
        ("legacy-erp", "suspend", 409, "Cannot 'suspend' instance {id} while it is in vm_state paused"),
        ("dev-minji", "unshelve", 409, "Cannot 'unshelve' instance {id} while it is in vm_state active"),
        ("dev-minji", "unrescue", 409, "Cannot 'unrescue' instance {id} while it is in vm_state active"),
    ] {
        let mut sim = Sim::user("demo@maru.test");
        let (id, image) = (sim.id(name), windows(&mut sim));
        let argument = if verb == "rebuild" { json!({ "imageRef": image }) } else { Value::Null };
        let response = sim.action(&id, &json!({ verb: argument }));
        assert_eq!(response.status, status, "{name} {verb}: {}", response.body);
        assert!(message(&response).contains(&words.replace("{id}", &id)), "{}", response.body);
    }
}

#[test]
fn names_make_actions_fail_or_hang() {
    for (name, from, body, ms, state) in [
        ("fail-resize-a", "dev-minji", "resize", 3_000, "ACTIVE/-"),
        ("stuck-resize-a", "dev-minji", "resize", 600_000, "RESIZE/resize_prep"),
        ("fail-pause-a", "dev-minji", "pause", 2_000, "ERROR/-"),
        ("stuck-shelve-a", "dev-minji", "shelve", 600_000, "ACTIVE/shelving"),
        ("stuck-stop-a", "dev-minji", "os-stop", 600_000, "ACTIVE/powering-off"),
        ("fail-unshelve-a", "archive-node", "unshelve", 2_000, "ERROR/-"),
    ] {
        let mut sim = Sim::user("demo@maru.test");
        let id = rename(&mut sim, from, name);
        let flavor = sim.flavor("m2.c2m4");
        let before = sim.server(&id).pointer("/flavor/id").cloned();
        let argument = if body == "resize" { json!({ "flavorRef": flavor }) } else { Value::Null };
        assert_eq!(sim.action(&id, &json!({ body: argument })).status, 202, "{name}");
        sim.wait(ms);
        assert_eq!(sim.state(&id), state, "{name}");
        let server = sim.server(&id);
        assert_eq!(server.pointer("/flavor/id").cloned(), before, "{name}");
        assert_eq!(server.get("fault").is_some(), state.starts_with("ERROR"), "{name}");
    }
}

#[test]
fn the_console_tells_its_last_lines_and_where_the_screen_is() {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("dev-minji");
    let lines = |sim: &mut Sim, argument: Value| {
        let answer = sim.action(&id, &json!({ "os-getConsoleOutput": argument })).value();
        answer.get("output").and_then(Value::as_str).unwrap_or_default().lines().count()
    };
    let all = lines(&mut sim, json!({}));
    assert!(all > 3);
    assert_eq!(lines(&mut sim, json!({ "length": 2 })), 2);
    assert_eq!(lines(&mut sim, json!({ "length": "3" })), 3);
    assert_eq!(lines(&mut sim, json!({ "length": -1 })), all);
    let console = sim.action(&id, &json!({ "os-getVNCConsole": { "type": "novnc" } })).value();
    assert_eq!(console.pointer("/console/type"), Some(&json!("novnc")));
    assert!(console.pointer("/console/url").and_then(Value::as_str).is_some_and(|url| url.starts_with("http")));
    let off = sim.id("배치-서버");
    let building = sim.id("ci-runner-7");
    let spice = json!({ "os-getSPICEConsole": { "type": "spice-html5" } });
    let vnc = json!({ "os-getVNCConsole": { "type": "novnc" } });
    let log = json!({ "os-getConsoleOutput": { "length": "x" } });
    for (id, body, status, words) in [
        (&id, &spice, 400, "Unavailable console type spice-html5."),
        (&off, &vnc, 409, "while it is in vm_state stopped"),
        (&building, &json!({ "os-getConsoleOutput": {} }), 409, "is not ready"),
        (&id, &log, 400, "length"),
    ] {
        let response = sim.action(id, body);
        assert_eq!(response.status, status, "{body}");
        assert!(message(&response).contains(words), "{}", response.body);
    }
}
