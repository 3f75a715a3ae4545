//! Requests that official clients send on their own: versions, history, tags, usage, quotas, their projects.

use cloudsim::Request;
use serde_json::{Value, json};

use crate::sim::{Sim, message};

const NEWER: &str = "/regionone/compute/v2.1";

fn stock() -> Sim {
    Sim::user("stock@maru.test")
}

/// A request to the newer compute API with a version.
fn ask(sim: &mut Sim, version: &str, method: &str, path: &str, body: &Value) -> cloudsim::Response {
    let request = Request::new(method, &format!("{NEWER}{path}"));
    let request = request.with_header("openstack-api-version", &format!("compute {version}"));
    sim.send(if body.is_null() { request } else { request.json(body) })
}

#[test]
fn a_version_that_is_not_there_is_406_and_one_that_is_none_400() {
    let mut sim = stock();
    for (version, status, served) in [
        ("2.1", 200, Some("2.1")),
        ("2.96", 200, Some("2.96")),
        ("latest", 200, Some("2.96")),
        ("2.97", 406, Some("2.97")),
        ("3.1", 406, Some("3.1")),
        ("2.x", 400, None),
    ] {
        let answer = ask(&mut sim, version, "GET", "/flavors", &Value::Null);
        assert_eq!(answer.status, status, "{version}: {}", answer.body);
        assert_eq!(answer.header("x-openstack-nova-api-version"), served, "{version}");
    }
}

#[test]
fn fields_come_with_their_version() {
    let mut sim = stock();
    let id = sim.id("dev-minji");
    for (field, since) in [
        ("locked", 9),
        ("description", 19),
        ("tags", 26),
        ("server_groups", 71),
        ("locked_reason", 73),
        ("OS-EXT-SRV-ATTR:hostname", 90),
        ("pinned_availability_zone", 96),
    ] {
        for (minor, there) in [(since - 1, false), (since, true)] {
            let answer = ask(&mut sim, &format!("2.{minor}"), "GET", &format!("/servers/{id}"), &Value::Null).value();
            assert_eq!(answer["server"].get(field).is_some(), there, "{field} in 2.{minor}");
        }
    }
}

#[test]
fn zones_in_detail_are_the_operators() {
    let mut sim = stock();
    let answer = ask(&mut sim, "2.1", "GET", "/os-availability-zone/detail", &Value::Null);
    assert_eq!(answer.status, 403);
    assert_eq!(message(&answer), "Policy doesn't allow os_compute_api:os-availability-zone:detail to be performed.");
}

#[test]
fn what_was_done_is_told_with_request_user_and_end() {
    let mut sim = stock();
    let id = sim.id("dev-minji");
    let done = sim.action(&id, &json!({ "os-stop": null }));
    let request = done.header("x-compute-request-id").expect("an id").to_owned();
    let path = format!("/servers/{id}/os-instance-actions/{request}");
    for (wait, result) in [(0, Value::Null), (5_000, json!("Success"))] {
        let told = ask(sim.wait(wait), "2.93", "GET", &path, &Value::Null).value();
        let told = &told["instanceAction"];
        assert_eq!((&told["action"], &told["request_id"]), (&json!("stop"), &json!(request)));
        assert!(told["user_id"].as_str().is_some_and(|user| user.len() == 32), "{told}");
        assert_eq!(told["events"][0]["event"], "compute_stop_instance");
        assert_eq!(told["events"][0]["result"], result);
    }
}

#[test]
fn a_backup_pushes_out_the_oldest_of_its_kind() {
    let mut sim = stock();
    let id = sim.id("dev-minji");
    for name in ["one", "two", "three"] {
        let body = json!({ "createBackup": { "name": name, "backup_type": "daily", "rotation": 2 } });
        let answer = ask(&mut sim, "2.45", "POST", &format!("/servers/{id}/action"), &body);
        assert_eq!(answer.status, 202, "{}", answer.body);
        sim.wait(20_000);
    }
    let images = sim.to(cloud::catalog::Service::Image, "GET", "/images?limit=100", &Value::Null).value();
    let images = images["images"].as_array().cloned().unwrap_or_default();
    let names: Vec<&str> = images
        .iter()
        .filter(|image| image["image_type"] == "backup")
        .filter_map(|image| image["name"].as_str())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(!names.contains(&"one"), "{names:?}");
}

#[test]
fn nic_none_is_no_interface_and_nothing_said_is_refused() {
    let mut sim = stock();
    let (flavor, image) = (sim.flavor("m2.c1m2"), sim.image("Debian"));
    let server = |networks: Value| {
        let mut server = json!({ "name": "bare", "flavorRef": flavor, "imageRef": image });
        if !networks.is_null() {
            server["networks"] = networks;
        }
        json!({ "server": server })
    };
    for (networks, status) in [(Value::Null, 400), (json!("some"), 400), (json!("none"), 202), (json!("auto"), 202)] {
        let answer = ask(&mut sim, "2.37", "POST", "/servers", &server(networks.clone()));
        assert_eq!(answer.status, status, "{networks}: {}", answer.body);
    }
    assert_eq!(ask(&mut sim, "2.36", "POST", "/servers", &server(Value::Null)).status, 202);
}

#[test]
fn a_member_reads_its_own_and_no_others() {
    let mut sim = stock();
    let get = |sim: &mut Sim, path: &str| sim.send(Request::new("GET", &format!("/identity/v3{path}")));
    let projects = get(&mut sim, "/auth/projects").value();
    assert_eq!(projects["projects"][0]["name"], "demo");
    assert_eq!(get(&mut sim, "/regions").value()["regions"][0]["id"], "RegionOne");
    for (path, rule) in [("/projects", "list_projects"), ("/users/nobody", "get_user"), ("/roles", "list_roles")] {
        let answer = get(&mut sim, path);
        assert_eq!(answer.status, 403, "{path}");
        assert!(message(&answer).ends_with(&format!("identity:{rule}.")), "{path}: {}", answer.body);
    }
}

#[test]
fn nhn_has_no_newer_versions() {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("dev-minji");
    let request = Request::new("GET", &format!("/kr1/compute/v2/{}/servers/{id}", cloudsim::DEMO_TENANT));
    let answer = sim.send(request.with_header("x-openstack-nova-api-version", "2.93"));
    assert_eq!(answer.header("x-openstack-nova-api-version"), None);
    assert_eq!(answer.value()["server"].get("tags"), None);
}

#[test]
fn pages_of_usage_come_to_an_end() {
    let mut sim = stock();
    let path = format!("/os-simple-tenant-usage/{}?start=2020-01-01T00:00:00", cloudsim::DEMO_TENANT);
    let whole = ask(&mut sim, "2.40", "GET", &path, &Value::Null).value();
    let usages = whole["tenant_usage"]["server_usages"].as_array().cloned().unwrap_or_default();
    assert!(usages.len() > 10, "{whole}");
    let last = usages.last().and_then(|usage| usage["instance_id"].as_str()).unwrap_or_default();
    let rest = ask(&mut sim, "2.40", "GET", &format!("{path}&marker={last}"), &Value::Null).value();
    assert_eq!(rest, json!({ "tenant_usage": {} }));
}
