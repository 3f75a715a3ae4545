//! The control endpoint: clock, faults, journal, tokens, states.

use cloud::Timestamp;
use cloudsim::{DEMO_TENANT, Request};
use serde_json::{Value, json};

use crate::sim::Sim;

fn control(sim: &mut Sim, method: &str, path: &str, body: &Value) -> Value {
    let response = sim.cloud.handle(&Request::new(method, &format!("/_sim/{path}")).json(body), sim.now);
    assert_eq!(response.status, 200, "{path}: {}", response.body);
    response.value()
}

#[test]
fn the_clock_moves_for_all_or_for_one_project() {
    for (body, moved) in [
        (json!({ "advance_ms": 2_000 }), true),
        (json!({ "advance_ms": 2_000, "tenant": DEMO_TENANT }), true),
        (json!({ "advance_ms": 2_000, "tenant": "another" }), false),
        (json!({ "advance_ms": -5_000 }), false),
    ] {
        let mut sim = Sim::user("demo@maru.test");
        let id = sim.id("dev-minji");
        sim.action(&id, &json!({ "os-stop": null }));
        control(&mut sim, "POST", "clock", &body);
        assert_eq!(sim.state(&id) == "SHUTOFF/-", moved, "{body}");
    }
}

#[test]
fn faults_hit_what_they_name_and_end() {
    for (fault, path, statuses) in [
        (json!({ "service": "compute", "status": 503, "retry_after": 5 }), "/servers", [503, 503]),
        (json!({ "service": "compute", "status": 429, "times": 1 }), "/servers", [429, 200]),
        (json!({ "service": "image", "status": 503 }), "/servers", [200, 200]),
        (json!({ "status": 500, "path": "os-keypairs" }), "/servers", [200, 200]),
        (json!({ "status": 500, "path": "servers", "method": "POST" }), "/servers", [200, 200]),
        (json!({ "status": 500, "tenant": "another" }), "/servers", [200, 200]),
        (json!({ "status": 502, "body": "<html>Bad gateway</html>" }), "/flavors", [502, 502]),
    ] {
        let mut sim = Sim::user("demo@maru.test");
        control(&mut sim, "POST", "faults", &fault);
        assert_eq!([sim.get(path).status, sim.get(path).status], statuses, "{fault}");
        control(&mut sim, "DELETE", "faults", &Value::Null);
        assert_eq!(sim.get(path).status, 200, "{fault}");
    }
    let mut sim = Sim::user("demo@maru.test");
    control(&mut sim, "POST", "faults", &json!({ "gone": true, "times": 1 }));
    assert!(sim.get("/servers").gone);
    control(&mut sim, "POST", "faults", &json!({ "delay_ms": 700 }));
    assert_eq!((sim.get("/servers").status, sim.get("/servers").delay_ms), (200, 700));
    let nothing = sim.cloud.handle(&Request::new("POST", "/_sim/faults").json(&json!({})), sim.now);
    assert_eq!(nothing.status, 400);
}

#[test]
fn an_answer_may_be_lost_after_what_was_asked_is_done() {
    for (fault, status) in [
        (json!({ "method": "POST", "gone": true, "done": true }), 0),
        (json!({ "method": "POST", "status": 504, "body": "<html>late</html>", "done": true }), 504),
        (json!({ "method": "POST", "status": 504 }), 504),
    ] {
        let done = fault.get("done").is_some();
        let mut sim = Sim::user("empty@maru.test");
        control(&mut sim, "POST", "faults", &fault);
        let pair = json!({ "keypair": { "name": "a" } });
        let answer = sim.compute("POST", "/os-keypairs", &pair);
        assert_eq!((answer.status, answer.gone), (status, status == 0), "{fault}");
        control(&mut sim, "DELETE", "faults", &Value::Null);
        assert_eq!(sim.get("/os-keypairs/a").status, if done { 200 } else { 404 }, "{fault}");
    }
}

#[test]
fn an_answer_may_come_cut_or_called_something_else() {
    let mut sim = Sim::user("demo@maru.test");
    let whole = sim.get("/flavors").body;
    let with = |sim: &mut Sim, fault: Value| {
        control(sim, "POST", "faults", &fault);
        let answer = sim.get("/flavors");
        control(sim, "DELETE", "faults", &Value::Null);
        answer
    };
    let truncated = with(&mut sim, json!({ "truncate": 20 }));
    assert_eq!((truncated.body.as_str(), truncated.cut), (whole.get(..20).unwrap_or_default(), None));
    let cut = with(&mut sim, json!({ "cut": 20 }));
    assert_eq!((cut.body, cut.cut), (whole, Some(20)));
    let named = with(&mut sim, json!({ "content_type": "text/plain" }));
    assert_eq!(named.header("content-type"), Some("text/plain"));
}

#[test]
fn a_stale_read_knows_nothing_of_what_was_written_since() {
    let mut sim = Sim::user("empty@maru.test");
    control(&mut sim, "POST", "faults", &json!({ "stale": true, "tenant": DEMO_TENANT }));
    assert!(sim.compute("POST", "/os-keypairs", &json!({ "keypair": { "name": "a" } })).status < 300);
    assert_eq!(sim.get("/os-keypairs/a").status, 404);
    control(&mut sim, "DELETE", "faults", &Value::Null);
    assert_eq!(sim.get("/os-keypairs/a").status, 200);
}

#[test]
fn the_journal_tells_what_arrived_without_secrets() {
    let mut sim = Sim::user("demo@maru.test");
    sim.get("/servers?limit=1");
    sim.compute("POST", "/os-keypairs", &json!({ "keypair": { "name": "a" } }));
    let all = control(&mut sim, "GET", "requests", &Value::Null);
    let text = all.to_string();
    assert!(!text.contains(cloudsim::DEMO_PASSWORD) && !text.contains(&sim.token), "secrets are masked");
    assert_eq!(all.pointer("/requests/0/body/auth/passwordCredentials/password"), Some(&json!("***")));
    let posts = control(&mut sim, "GET", "requests?method=POST&service=compute", &Value::Null);
    assert_eq!(posts.get("requests").and_then(Value::as_array).map(Vec::len), Some(1));
    assert_eq!(posts.pointer("/requests/0/body/keypair/name"), Some(&json!("a")));
    assert_eq!(posts.pointer("/requests/0/status"), Some(&json!(200)));
    let path = format!("/kr1/compute/v2/{DEMO_TENANT}/os-keypairs");
    assert_eq!(posts.pointer("/requests/0/path"), Some(&json!(path)));
    let seq = all.get("seq").and_then(Value::as_u64).unwrap_or_default();
    let later = control(&mut sim, "GET", &format!("requests?after={seq}"), &Value::Null);
    assert_eq!(later.get("requests"), Some(&json!([])));
    control(&mut sim, "DELETE", "requests", &Value::Null);
    assert_eq!(control(&mut sim, "GET", "requests", &Value::Null).get("requests"), Some(&json!([])));
}

#[test]
fn tokens_can_be_ended() {
    let mut sim = Sim::user("demo@maru.test");
    control(&mut sim, "POST", "token", &json!({ "expire": true, "tenant": "another" }));
    assert_eq!(sim.get("/servers").status, 200);
    control(&mut sim, "POST", "token", &json!({ "expire": true }));
    assert_eq!(sim.get("/servers").status, 401);
    let refused = control(&mut sim, "GET", &format!("requests?status=401&tenant={DEMO_TENANT}"), &Value::Null);
    assert_eq!(refused.get("requests").and_then(Value::as_array).map(Vec::len), Some(1));
}

#[test]
fn instances_are_put_into_any_state() {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("dev-minji");
    for (patch, state) in [
        (json!({ "name": "dev-minji", "vm_state": "rescued" }), "RESCUE/-"),
        (json!({ "id": id, "vm_state": "active", "task_state": "image_uploading" }), "ACTIVE/image_uploading"),
        (json!({ "id": id, "task_state": null, "status": "STOPPED" }), "STOPPED/-"),
        (json!({ "id": id, "status": "A_NEW_WORD" }), "A_NEW_WORD/-"),
        (json!({ "id": id, "vm_state": "error", "fault": "kaputt" }), "ERROR/-"),
    ] {
        control(&mut sim, "POST", "servers", &patch);
        assert_eq!(sim.state(&id), state, "{patch}");
    }
    control(&mut sim, "POST", "servers", &json!({ "add": 3, "name": "more" }));
    assert_eq!(sim.get("/servers?name=more").value().get("servers").and_then(Value::as_array).map(Vec::len), Some(3));
    let unknown = sim.cloud.handle(&Request::new("POST", "/_sim/servers").json(&json!({ "name": "nope" })), sim.now);
    assert_eq!(unknown.status, 400);
}

#[test]
fn a_change_can_leave_updated_alone() {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("dev-minji");
    let before = sim.server(&id).get("updated").cloned();
    sim.wait(60_000);
    control(&mut sim, "POST", "servers", &json!({ "id": id, "protect": true, "touch": false }));
    assert_eq!(sim.server(&id).get("NHN-EXT-ATTR:protect"), Some(&json!(true)));
    assert_eq!(sim.server(&id).get("updated").cloned(), before);
}

#[test]
fn reset_brings_the_world_back() {
    let mut sim = Sim::user("demo@maru.test");
    let before = sim.get("/servers").value();
    let id = sim.id("dev-minji");
    sim.compute("DELETE", &format!("/servers/{id}"), &Value::Null);
    sim.wait(2_000);
    control(&mut sim, "POST", "faults", &json!({ "status": 500 }));
    control(&mut sim, "POST", "reset", &json!({ "tenant": DEMO_TENANT }));
    control(&mut sim, "POST", "reset", &Value::Null);
    assert_eq!(sim.get("/servers").value(), before);
}

#[test]
fn a_skewed_clock_dates_all_that_the_cloud_says() {
    let mut sim = Sim::user("empty@maru.test");
    // `sim` is signed in; the clock is set for a cloud that does not exist yet.
    control(&mut sim, "POST", "reset", &json!({ "tenant": DEMO_TENANT }));
    let hour = 3_600_000;
    control(&mut sim, "POST", "clock", &json!({ "skew_ms": 3 * hour, "tenant": DEMO_TENANT }));
    let ahead = Timestamp(sim.now.0 + 3 * hour);
    assert!(sim.compute("POST", "/os-keypairs", &json!({ "keypair": { "name": "a" } })).status < 300);
    let answer = sim.get("/os-keypairs/a");
    let created = answer.value().pointer("/keypair/created_at").and_then(Value::as_str).and_then(Timestamp::parse);
    assert!(created.is_some_and(|at| (at.0 - ahead.0).abs() < 60_000), "{created:?} {ahead:?}");
    let (date, second) = (answer.header("date").unwrap_or_default(), |at: Timestamp| at.to_utc());
    assert!(date.ends_with(" GMT") && date.contains(second(ahead).get(11..16).unwrap_or("?")), "{date}");
    control(&mut sim, "POST", "clock", &json!({ "skew_ms": 0, "tenant": DEMO_TENANT }));
    assert!(
        sim.get("/os-keypairs").header("date").unwrap_or_default().contains(second(sim.now).get(11..16).unwrap_or("?"))
    );
}
