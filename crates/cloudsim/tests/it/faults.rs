//! Failures triggered by an instance's name or the user's name.

use cloudsim::{Cloud, DEMO_PASSWORD, Options, Request, Response};
use serde_json::{Value, json};

use crate::sim::{ORIGIN, START, Sim, message, sign_in_body};

fn create(sim: &mut Sim, name: &str) -> Response {
    let body =
        json!({ "server": { "name": name, "imageRef": sim.image("Debian"), "flavorRef": sim.flavor("u2.c1m2") } });
    sim.compute("POST", "/servers", &body)
}

fn made(sim: &mut Sim, name: &str) -> String {
    let response = create(sim, name);
    assert_eq!(response.status, 202, "{name}: {}", response.body);
    response.value().pointer("/server/id").and_then(Value::as_str).unwrap_or_default().to_owned()
}

#[test]
fn creates_that_are_refused() {
    for (name, status, words) in [
        ("fail-500-a", 500, "Unexpected API Error."),
        ("fail-409-a", 409, "Multiple possible networks found"),
        ("fail-quota-a", 403, "Quota exceeded for cores: Requested 8"),
    ] {
        let mut sim = Sim::user("empty@maru.test");
        let response = create(&mut sim, name);
        assert_eq!(response.status, status, "{name}");
        assert!(message(&response).starts_with(words), "{}", response.body);
        assert_eq!(sim.get("/servers").value(), json!({ "servers": [] }), "{name} was not made");
    }
}

#[test]
fn builds_that_go_wrong() {
    let mut sim = Sim::user("empty@maru.test");
    let (failing, stuck) = (made(&mut sim, "fail-build-a"), made(&mut sim, "stuck-build-a"));
    sim.wait(1_500);
    assert_eq!(sim.state(&failing), "ERROR/-");
    let server = sim.server(&failing);
    assert_eq!(server.pointer("/fault/message"), Some(&json!("No valid host was found. ")));
    assert_eq!(server.get("security_groups"), None);
    sim.wait(3_600_000);
    assert_eq!(sim.state(&stuck), "BUILD/spawning");
}

#[test]
fn actions_that_are_accepted_and_fail() {
    for (name, body) in [
        ("fail-stop-a", json!({ "os-stop": null })),
        ("fail-reboot-a", json!({ "reboot": { "type": "SOFT" } })),
        ("fail-reboot-a", json!({ "reboot": { "type": "HARD" } })),
    ] {
        let mut sim = Sim::user("empty@maru.test");
        let id = made(&mut sim, name);
        sim.wait(6_000);
        assert_eq!(sim.action(&id, &body).status, 202);
        sim.wait(2_000);
        assert_eq!(sim.state(&id), "ERROR/-", "{name}");
        assert!(sim.server(&id).pointer("/fault/message").is_some());
    }
    let mut sim = Sim::user("empty@maru.test");
    let id = made(&mut sim, "fail-start-a");
    sim.wait(6_000).action(&id, &json!({ "os-stop": null }));
    sim.wait(2_000).action(&id, &json!({ "os-start": null }));
    sim.wait(2_000);
    assert_eq!(sim.state(&id), "ERROR/-");
}

#[test]
fn requests_that_are_refused_later() {
    let mut sim = Sim::user("empty@maru.test");
    let (delete, action) = (made(&mut sim, "fail-delete-a"), made(&mut sim, "fail-action-a"));
    sim.wait(6_000);
    assert_eq!(sim.compute("DELETE", &format!("/servers/{delete}"), &Value::Null).status, 409);
    let stop = sim.action(&action, &json!({ "os-stop": null }));
    assert_eq!(stop.status, 409);
    assert!(message(&stop).contains("task_state image_uploading"));
    let rename = json!({ "server": { "name": "fail-rename-a" } });
    assert_eq!(sim.compute("PUT", &format!("/servers/{delete}"), &rename).status, 500);
}

#[test]
fn answers_that_come_late_or_never() {
    let mut sim = Sim::user("empty@maru.test");
    assert_eq!(create(&mut sim, "slow-a").delay_ms, 3_000);
    let slow = sim.id("slow-a");
    assert_eq!(sim.get(&format!("/servers/{slow}")).delay_ms, 3_000);
    assert!(create(&mut sim, "lost-a").gone);
    assert_eq!(sim.get("/servers?name=lost-a").value().get("servers").and_then(Value::as_array).map(Vec::len), Some(1));
}

#[test]
fn users() {
    let get = |user: &str, path: &str| Sim::user(user).get(path);
    assert_eq!(get("empty@maru.test", "/servers").value(), json!({ "servers": [] }));
    assert_eq!(get("slow@maru.test", "/servers").delay_ms, 2_000);
    assert_eq!(get("slow+empty@maru.test", "/servers").value(), json!({ "servers": [] }));
    assert_eq!(get("compute-down@maru.test", "/servers").status, 503);
    assert!(get("compute-down@maru.test", "/servers").header("retry-after").is_some());
    let mut sim = Sim::user("readonly@maru.test");
    assert_eq!(sim.get("/servers").status, 200);
    assert_eq!(sim.compute("POST", "/servers", &json!({})).status, 403);
    use cloud::catalog::Service::{Image, Network, Volume};
    for (user, missing) in
        [("no-image@maru.test", Image), ("no-network@maru.test", Network), ("no-volume@maru.test", Volume)]
    {
        let sim = Sim::user(user);
        for service in [Image, Network, Volume] {
            assert_eq!(sim.endpoints.base(service).is_some(), service != missing, "{user} {service:?}");
        }
    }
    for (user, down) in [("image-down@maru.test", Image), ("network-down@maru.test", Network)] {
        let mut sim = Sim::user(user);
        assert_eq!(sim.to(down, "GET", "/x", &Value::Null).status, 503);
        assert_eq!(sim.get("/servers").status, 200);
    }
}

#[test]
fn every_documented_user_can_sign_in() {
    let table = include_str!("../../README.md").lines().filter_map(|line| line.strip_prefix("| `"));
    let users: Vec<&str> = table.filter_map(|line| line.split_once('`').map(|(user, _)| user)).collect();
    let users: Vec<&str> = users.into_iter().filter(|user| user.ends_with("@maru.test")).collect();
    assert!(users.len() > 50, "the table was read: {users:?}");
    users.into_iter().for_each(|user| drop(Sim::user(user)));
}

#[test]
fn some_requests_are_too_many() {
    let mut sim = Sim::user("limited@maru.test");
    let answers: Vec<Response> = (0..30).map(|_| sim.get("/servers")).collect();
    assert!(answers.iter().any(|answer| answer.status == 200));
    let limited = answers.iter().find(|answer| answer.status == 413).expect("some are refused");
    assert_eq!(limited.header("retry-after"), Some("3"));
}

#[test]
fn a_short_session_ends_after_a_minute() {
    let mut sim = Sim::user("short-session@maru.test");
    sim.wait(59_999);
    assert_eq!(sim.get("/servers").status, 200);
    sim.wait(1);
    assert_eq!(sim.get("/servers").status, 401);
}

#[test]
fn who_may_not_sign_in() {
    let mut cloud = Cloud::new(Options::default(), ORIGIN.to_owned(), START);
    for (user, password) in [
        ("demo@maru.test", "wrong"),
        ("nobody@maru.test", DEMO_PASSWORD),
        ("demo@elsewhere.test", DEMO_PASSWORD),
        ("", ""),
    ] {
        let request = Request::new("POST", "/identity/v2.0/tokens").json(&sign_in_body(user, password));
        let response = cloud.handle(&request, START);
        assert_eq!(response.status, 401, "{user}");
        assert!(response.body.starts_with("{\"error\""), "{}", response.body);
    }
}

#[test]
fn heavy_instances_have_64_kb_of_metadata_each_and_endless_ones_an_answer_without_end() {
    let mut sim = Sim::user("empty@maru.test");
    let (heavy, endless) = (made(&mut sim, "heavy-a"), made(&mut sim, "endless-a"));
    let answer = sim.get(&format!("/servers/{heavy}"));
    assert!(answer.body.len() > 128 * 510 && !answer.endless, "{}", answer.body.len());
    assert!(sim.get("/servers/detail").body.len() > 128 * 510);
    let answer = sim.get(&format!("/servers/{endless}"));
    assert!(answer.endless && answer.body.len() < 10_000);
    assert!(!sim.get("/servers/detail").endless, "the list of them ends");
}
