//! One request, its status and a part of the answer: what is served, and how refusals look (rows S01–S08).

use cloudsim::{DEMO_TENANT, Request};
use serde_json::{Value, json};

use crate::sim::{Sim, message};

/// Method, target, body, status, part of the answer's body.
type Row<'a> = (&'a str, String, Value, u16, &'a str);

fn check(rows: Vec<Row<'_>>) {
    for (method, target, body, status, part) in rows {
        let mut sim = Sim::user("demo@maru.test");
        let request = Request::new(method, &target);
        let request = if body.is_null() { request } else { request.json(&body) };
        let response = sim.send(request);
        assert_eq!(response.status, status, "{method} {target}: {}", response.body);
        assert!(response.body.contains(part), "{method} {target}: {}", response.body);
        let id = response.header("x-openstack-request-id").unwrap_or_default();
        assert!(id.starts_with("req-"), "{method} {target} has no request id");
        let compute = response.header("x-compute-request-id");
        assert_eq!(compute.is_some(), target.contains("/compute/"), "{method} {target}");
    }
}

fn compute(path: &str) -> String {
    format!("/kr1/compute/v2/{DEMO_TENANT}{path}")
}

const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

#[test]
fn reads() {
    check(vec![
        ("GET", compute("/flavors"), Value::Null, 200, "u2.c1m1"),
        ("GET", compute("/flavors/detail"), Value::Null, 200, "extra_specs"),
        ("GET", compute("/flavors/detail?minDisk=40&minRam=8192"), Value::Null, 200, "u2.c8m16"),
        ("GET", compute("/os-availability-zone"), Value::Null, 200, "\"available\":false"),
        ("GET", compute("/os-keypairs"), Value::Null, 200, "운영-키"),
        ("GET", compute("/os-keypairs/dev-laptop"), Value::Null, 200, "\"deleted_at\":null"),
        ("GET", compute("/os-keypairs/%EC%9A%B4%EC%98%81-%ED%82%A4"), Value::Null, 200, "운영-키"),
        ("GET", compute("/servers?limit=2"), Value::Null, 200, "servers_links"),
        ("GET", compute("/servers/detail?status=NONSENSE"), Value::Null, 200, "\"servers\":[]"),
        ("GET", compute("/servers/detail?foo=bar"), Value::Null, 200, "legacy-erp"),
        ("GET", "/kr1/image/v2/images?limit=2".into(), Value::Null, 200, "\"next\":\"/v2/images?"),
        ("GET", "/kr1/network/v2.0/vpcs".into(), Value::Null, 200, "Default Network"),
        ("GET", "/kr1/network/v2.0/vpcs?router:external=true".into(), Value::Null, 200, "public_network"),
        ("GET", "/kr1/network/v2.0/networks".into(), Value::Null, 200, "\"router:external\":true"),
        ("GET", "/kr1/network/v2.0/ports".into(), Value::Null, 200, "fa:16:3e"),
        ("GET", "/kr1/network/v2.0/security-groups".into(), Value::Null, 200, "security_group_rules"),
        ("GET", "/kr1/network/v2.0/floatingips".into(), Value::Null, 200, "203.0.113."),
        ("GET", format!("/kr1/volume/v2/{DEMO_TENANT}/volumes/detail"), Value::Null, 200, "\"bootable\":\"true\""),
        ("GET", format!("/kr2/compute/v2/{DEMO_TENANT}/servers"), Value::Null, 200, "legacy-erp"),
    ]);
}

#[test]
fn refusals() {
    let other = "0".repeat(32);
    check(vec![
        ("GET", "/nowhere".into(), Value::Null, 404, "<html>"),
        ("GET", compute("/nope"), Value::Null, 404, "<html>"),
        ("GET", compute("/os-keypairs/a%2Fb"), Value::Null, 404, "<html>"),
        ("GET", format!("/kr1/compute/v2/{other}/servers"), Value::Null, 400, "Malformed request URL"),
        ("GET", compute(&format!("/servers/{NOBODY}")), Value::Null, 404, "itemNotFound"),
        ("GET", compute("/servers/nope"), Value::Null, 404, "Instance nope could not be found."),
        ("GET", compute(&format!("/servers?marker={NOBODY}")), Value::Null, 400, "marker ["),
        ("GET", compute("/servers?limit=x"), Value::Null, 400, "badRequest"),
        (
            "GET",
            compute("/servers/detail?changes-since=yesterday"),
            Value::Null,
            400,
            "Invalid filter field: changes-since.",
        ),
        ("GET", compute("/servers/detail?all_tenants=1"), Value::Null, 403, "Policy doesn't allow"),
        ("GET", compute("/flavors/nope"), Value::Null, 404, "Flavor nope could not be found."),
        ("GET", compute("/os-keypairs/nope"), Value::Null, 404, "Keypair nope not found for user"),
        ("DELETE", compute("/os-keypairs/nope"), Value::Null, 404, "Keypair nope not found for user"),
        ("POST", compute("/os-keypairs"), json!({ "keypair": { "name": "dev-laptop" } }), 409, "already exists"),
        (
            "POST",
            compute("/os-keypairs"),
            json!({ "keypair": { "name": "x", "public_key": "nonsense" } }),
            400,
            "failed to generate fingerprint",
        ),
        ("DELETE", compute(&format!("/servers/{NOBODY}")), Value::Null, 404, "itemNotFound"),
        ("GET", "/kr1/network/v2.0/nope".into(), Value::Null, 404, "404 Not Found"),
        ("GET", format!("/kr1/network/v2.0/vpcs/{NOBODY}"), Value::Null, 404, "NeutronError"),
        ("GET", format!("/kr1/image/v2/images/{NOBODY}"), Value::Null, 404, "<html>"),
    ]);
}

#[test]
fn without_a_good_token_every_service_answers_keystones_401() {
    for path in [compute("/servers"), "/kr1/image/v2/images".into(), "/kr1/network/v2.0/vpcs".into()] {
        let mut sim = Sim::user("demo@maru.test");
        for request in [Request::new("GET", &path), Request::new("GET", &path).token("made-up")] {
            let response = sim.cloud.handle(&request, sim.now);
            assert_eq!(response.status, 401, "{path}");
            assert_eq!(message(&response), "The request you have made requires authentication.");
            assert!(response.header("www-authenticate").is_some_and(|value| value.starts_with("Keystone uri=")));
        }
    }
}

#[test]
fn a_key_pair_is_made_registered_read_and_deleted() {
    let mut sim = Sim::user("demo@maru.test");
    let made = sim.compute("POST", "/os-keypairs", &json!({ "keypair": { "name": "새 키" } }));
    assert_eq!(made.status, 200);
    let made = made.value();
    let text = |pointer: &str| made.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    assert!(text("/keypair/private_key").starts_with("-----BEGIN RSA PRIVATE KEY-----\n"));
    assert!(cloud::keypair::public_key(text("/keypair/public_key")).is_ok(), "the form's own check takes it");

    let body = json!({ "keypair": { "name": "mine", "public_key": text("/keypair/public_key") } });
    let registered = sim.compute("POST", "/os-keypairs", &body).value();
    assert_eq!(registered.pointer("/keypair/private_key"), None);
    assert_eq!(registered.pointer("/keypair/fingerprint"), made.pointer("/keypair/fingerprint"));

    assert_eq!(sim.compute("DELETE", "/os-keypairs/mine", &Value::Null).status, 202);
    assert_eq!(sim.get("/os-keypairs/mine").status, 404);
    assert_eq!(sim.get("/os-keypairs/%EC%83%88%20%ED%82%A4").status, 200);
}
