//! Optional features: metadata, policies, quota, interfaces, the first password; and clouds without them (rows N08, N09).

use cloud::catalog::Service;
use serde_json::{Value, json};

use crate::sim::{Sim, message};

#[test]
fn metadata_is_read_set_and_removed() {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("dev-minji");
    let path = format!("/servers/{id}/metadata");
    let all = |sim: &mut Sim| sim.get(&path).value().get("metadata").cloned().unwrap_or_default();
    assert_eq!(all(&mut sim).get("login_username"), Some(&json!("debian")));
    let put = sim.compute("PUT", &format!("{path}/목적"), &json!({ "meta": { "목적": "시험" } }));
    assert_eq!((put.status, put.value()), (200, json!({ "meta": { "목적": "시험" } })));
    assert_eq!(sim.get(&format!("{path}/%EB%AA%A9%EC%A0%81")).value(), json!({ "meta": { "목적": "시험" } }));
    let merged = sim.compute("POST", &path, &json!({ "metadata": { "a": "1" } })).value();
    assert_eq!(merged.pointer("/metadata/a"), Some(&json!("1")));
    assert!(merged.pointer("/metadata/목적").is_some());
    let replaced = sim.compute("PUT", &path, &json!({ "metadata": { "b": "2" } })).value();
    assert_eq!(replaced, json!({ "metadata": { "b": "2" } }));
    assert_eq!(sim.compute("DELETE", &format!("{path}/b"), &Value::Null).status, 204);
    assert_eq!(all(&mut sim), json!({}));

    let many: Value = (0..129).map(|n| (format!("k{n}"), json!("v"))).collect::<serde_json::Map<_, _>>().into();
    let paused = format!("/servers/{}/metadata/a", sim.id("archive-node"));
    for (method, path, body, status, words) in [
        ("GET", format!("{path}/nope"), Value::Null, 404, "Metadata item was not found"),
        ("DELETE", format!("{path}/nope"), Value::Null, 404, "Metadata item was not found"),
        ("PUT", format!("{path}/a"), json!({ "meta": { "b": "1" } }), 400, "Request body and URI mismatch"),
        ("PUT", format!("{path}/a"), json!({ "meta": { "a": "v".repeat(256) } }), 400, "too long"),
        ("POST", path.clone(), json!({ "metadata": many }), 403, "Maximum number of metadata items exceeds 128"),
        ("PUT", paused, json!({ "meta": { "a": "1" } }), 409, "Cannot 'update metadata' instance"),
    ] {
        let response = sim.compute(method, &path, &body);
        assert_eq!(response.status, status, "{method} {path}: {}", response.body);
        assert!(message(&response).contains(words), "{}", response.body);
    }
}

#[test]
fn a_policy_is_made_joined_and_removed() {
    let mut sim = Sim::user("demo@maru.test");
    let body = json!({ "server_group": { "name": "p1", "policies": ["anti-affinity"] } });
    let made = sim.compute("POST", "/os-server-groups", &body);
    assert_eq!(made.status, 200, "{}", made.body);
    let group = made.value().get("server_group").cloned().unwrap_or_default();
    let id = group.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let shown = |members: Value| json!({ "id": id, "name": "p1", "policies": ["anti-affinity"], "members": members, "metadata": {} });
    assert_eq!(group, shown(json!([])));
    let server = json!({ "name": "spread", "imageRef": sim.image("Debian"), "flavorRef": sim.flavor("u2.c1m2"),
                         "min_count": 2 });
    let hint = |group: &str| json!({ "server": server, "os:scheduler_hints": { "group": group } });
    let created = sim.compute("POST", "/servers", &hint(&id));
    assert_eq!(created.status, 202, "{}", created.body);
    let members = sim.get(&format!("/os-server-groups/{id}")).value();
    let members = members.pointer("/server_group/members").and_then(Value::as_array).cloned().unwrap_or_default();
    assert_eq!(members.len(), 2);
    let first = members.first().and_then(Value::as_str).unwrap_or_default().to_owned();
    sim.compute("DELETE", &format!("/servers/{first}"), &Value::Null);
    sim.wait(1_500);
    let left = json!([members.get(1)]);
    let groups = sim.get("/os-server-groups").value();
    let found = groups.get("server_groups").and_then(Value::as_array).into_iter().flatten();
    assert_eq!(found.filter(|group| group.get("id") == Some(&json!(id))).collect::<Vec<_>>(), [&shown(left)]);
    let refused = sim.compute("POST", "/servers", &hint("nope"));
    assert_eq!((refused.status, message(&refused).as_str()), (400, "Instance group nope could not be found."));
    let path = format!("/os-server-groups/{id}");
    assert_eq!(sim.compute("DELETE", &path, &Value::Null).status, 204);
    assert_eq!(sim.get(&path).status, 404);
}

#[test]
fn policies_that_are_refused() {
    for (user, group, status, words) in [
        ("demo", json!({ "policies": ["anti-affinity"] }), 400, "'name' is a required property"),
        ("demo", json!({ "name": "", "policies": ["anti-affinity"] }), 400, "too short"),
        ("demo", json!({ "name": "p", "policies": ["affinity"] }), 400, "is not one of"),
        ("stock", json!({ "name": "p", "policies": ["affinity"] }), 200, ""),
        ("stock", json!({ "name": "p", "policies": ["affinity", "anti-affinity"] }), 400, "is too long"),
    ] {
        let mut sim = Sim::user(&format!("{user}@maru.test"));
        let response = sim.compute("POST", "/os-server-groups", &json!({ "server_group": group }));
        assert_eq!(response.status, status, "{user} {group}: {}", response.body);
        assert!(message(&response).contains(words), "{}", response.body);
    }
    let mut sim = Sim::user("quota@maru.test");
    let body = json!({ "server_group": { "name": "p", "policies": ["anti-affinity"] } });
    assert_eq!(sim.compute("POST", "/os-server-groups", &body).status, 200);
    let second = sim.compute("POST", "/os-server-groups", &body);
    assert_eq!((second.status, message(&second).as_str()), (403, "Quota exceeded, too many server groups."));
}

#[test]
fn limits_and_quota_tell_what_refuses_a_create() {
    let mut sim = Sim::user("quota@maru.test");
    let server = json!({ "name": "a", "imageRef": sim.image("Debian"), "flavorRef": sim.flavor("u2.c2m4") });
    for used in 0..=2 {
        let limits = sim.get("/limits").value();
        let number = |key: &str| limits.pointer(&format!("/limits/absolute/{key}")).and_then(Value::as_u64);
        assert_eq!((number("maxTotalInstances"), number("totalInstancesUsed")), (Some(2), Some(used)));
        assert_eq!((number("maxTotalCores"), number("totalCoresUsed")), (Some(4), Some(used * 2)));
        assert_eq!((number("maxTotalRAMSize"), number("totalRAMUsed")), (Some(8192), Some(used * 4096)));
        let set = sim.get(&format!("/os-quota-sets/{}", cloudsim::DEMO_TENANT)).value();
        assert_eq!(set.pointer("/quota_set/instances"), Some(&json!(2)));
        let detail = sim.get(&format!("/os-quota-sets/{}/detail", cloudsim::DEMO_TENANT)).value();
        assert_eq!(detail.pointer("/quota_set/cores"), Some(&json!({ "limit": 4, "in_use": used * 2, "reserved": 0 })));
        let response = sim.compute("POST", "/servers", &json!({ "server": server }));
        assert_eq!(response.status, if used < 2 { 202 } else { 403 }, "{}", response.body);
    }
    assert_eq!(sim.get("/os-quota-sets/other").status, 403);
}

#[test]
fn key_pairs_end_where_limits_say() {
    let mut sim = Sim::user("quota@maru.test");
    let limits = sim.get("/limits").value();
    let most = limits.pointer("/limits/absolute/maxTotalKeypairs").and_then(Value::as_u64).unwrap_or_default();
    let there = sim.get("/os-keypairs").value();
    let there = there.get("keypairs").and_then(Value::as_array).map_or(0, |list| list.len() as u64);
    assert!(there < most);
    for number in there..=most {
        let body = json!({ "keypair": { "name": format!("k{number}") } });
        let response = sim.compute("POST", "/os-keypairs", &body);
        let expected = if number < most { (200, "") } else { (403, "Quota exceeded, too many key pairs.") };
        assert_eq!((response.status, message(&response).as_str()), expected, "{number}");
    }
}

#[test]
fn a_batch_takes_what_fits_between_least_and_most() {
    for (least, most, status, made) in [(1, 5, 202, 2), (2, 2, 202, 2), (3, 5, 403, 0)] {
        let mut sim = Sim::user("quota@maru.test");
        let server = json!({ "name": "a", "imageRef": sim.image("Debian"), "flavorRef": sim.flavor("u2.c1m1"),
                             "min_count": least, "max_count": most });
        assert_eq!(sim.compute("POST", "/servers", &json!({ "server": server })).status, status, "{least} {most}");
        let list = sim.get("/servers").value();
        assert_eq!(list.get("servers").and_then(Value::as_array).map(Vec::len), Some(made), "{least} {most}");
    }
}

#[test]
fn a_larger_flavor_needs_room() {
    let mut sim = Sim::user("stock+quota@maru.test");
    let network = sim.first(Service::Network, "/networks", "/networks/0/id");
    let server = json!({ "name": "a", "imageRef": sim.image("Debian"), "flavorRef": sim.flavor("m2.c2m4"),
                         "networks": [{ "uuid": network }] });
    let made = sim.compute("POST", "/servers", &json!({ "server": server })).value();
    let id = made.pointer("/server/id").and_then(Value::as_str).expect("id").to_owned();
    sim.wait(6_000);
    let flavor = sim.flavor("m2.c8m16");
    let response = sim.action(&id, &json!({ "resize": { "flavorRef": flavor } }));
    let words = "Quota exceeded for cores, ram: Requested 6, 12288, but already used 2, 4096 of 4, 8192 cores, ram";
    assert_eq!((response.status, message(&response).as_str()), (403, words));
}

#[test]
fn security_groups_come_and_go_on_every_port() {
    let mut sim = Sim::user("stock@maru.test");
    let id = sim.id("dev-minji");
    let (network, group) = (
        sim.first(Service::Network, "/networks", "/networks/0/id"),
        sim.first(Service::Network, "/security-groups?name=web", "/security_groups/0/id"),
    );
    let port = sim.to(Service::Network, "POST", "/ports", &json!({ "port": { "network_id": network } })).value();
    let port = port.pointer("/port/id").and_then(Value::as_str).expect("a port").to_owned();
    let interface = json!({ "interfaceAttachment": { "port_id": port } });
    assert_eq!(sim.compute("POST", &format!("/servers/{id}/os-interface"), &interface).status, 200);
    let having = |sim: &mut Sim| {
        let list = sim.to(Service::Network, "GET", &format!("/ports?device_id={id}"), &Value::Null).value();
        let list = list.get("ports").and_then(Value::as_array).cloned().unwrap_or_default();
        let has = |port: &Value| port.to_string().contains(&group);
        list.iter().map(has).collect::<Vec<_>>()
    };
    assert_eq!(having(&mut sim), [false, false]);
    for (verb, expect) in [("addSecurityGroup", [true, true]), ("removeSecurityGroup", [false, false])] {
        assert_eq!(sim.action(&id, &json!({ verb: { "name": "web" } })).status, 202);
        assert_eq!(having(&mut sim), expect, "{verb}");
    }
}

#[test]
fn interfaces_come_and_go_where_the_cloud_has_them() {
    let mut sim = Sim::user("demo@maru.test");
    let id = sim.id("dev-minji");
    assert_eq!(sim.get(&format!("/servers/{id}/os-interface")).status, 404, "NHN has not got it");

    let mut sim = Sim::user("stock@maru.test");
    let id = sim.id("dev-minji");
    let path = format!("/servers/{id}/os-interface");
    let network = sim.first(Service::Network, "/networks", "/networks/0/id");
    let count = |sim: &mut Sim| {
        let list = sim.get(&path).value();
        list.get("interfaceAttachments").and_then(Value::as_array).map(Vec::len)
    };
    assert_eq!(count(&mut sim), Some(1));
    let body =
        json!({ "interfaceAttachment": { "net_id": network, "fixed_ips": [{ "ip_address": "192.168.0.200" }] } });
    let made = sim.compute("POST", &path, &body);
    assert_eq!(made.status, 200, "{}", made.body);
    let made = made.value();
    let text = |pointer: &str| made.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
    assert_eq!(text("/interfaceAttachment/fixed_ips/0/ip_address"), "192.168.0.200");
    let port = text("/interfaceAttachment/port_id");
    assert_eq!(count(&mut sim), Some(2));
    assert!(sim.server(&id).to_string().contains("192.168.0.200"));
    assert!(sim.to(Service::Network, "GET", "/ports", &Value::Null).body.contains(&port));
    let taken = sim.compute("POST", &path, &body);
    assert_eq!(message(&taken), format!("Fixed IP address 192.168.0.200 is already in use on instance {id}."));
    for (body, status, words) in [
        (json!({ "net_id": network, "port_id": port }), 400, "Must not input both network_id and port_id"),
        (json!({ "fixed_ips": [{ "ip_address": "192.168.0.9" }] }), 400, "Must input network_id when request IP"),
        (json!({ "net_id": "nope" }), 500, "Unexpected API Error."),
        (json!({ "port_id": "nope" }), 404, "Port nope could not be found."),
        (json!({ "port_id": port }), 409, "is still in use"),
    ] {
        let response = sim.compute("POST", &path, &json!({ "interfaceAttachment": body }));
        assert_eq!(response.status, status, "{body}: {}", response.body);
        assert!(message(&response).contains(words), "{}", response.body);
    }
    let one = format!("{path}/{port}");
    assert_eq!(sim.get(&one).status, 200);
    assert_eq!(sim.compute("DELETE", &one, &Value::Null).status, 202);
    assert_eq!((count(&mut sim), sim.get(&one).status), (Some(1), 404));
}

#[test]
fn only_windows_has_a_first_password_until_it_is_cleared() {
    let mut sim = Sim::user("demo@maru.test");
    let (windows, linux) = (sim.id("win-ad-01"), sim.id("dev-minji"));
    let password = |sim: &mut Sim, id: &str| {
        let body = sim.get(&format!("/servers/{id}/os-server-password")).value();
        body.get("password").and_then(Value::as_str).map(str::len)
    };
    // 256 bytes in base64.
    assert_eq!(password(&mut sim, &windows), Some(344));
    assert_eq!(password(&mut sim, &linux), Some(0));
    let path = format!("/servers/{windows}/os-server-password");
    assert_eq!(sim.compute("DELETE", &path, &Value::Null).status, 204);
    assert_eq!(password(&mut sim, &windows), Some(0));
}

#[test]
fn the_newer_remote_console_needs_a_newer_api() {
    let mut sim = Sim::user("stock@maru.test");
    let id = sim.id("dev-minji");
    let body = json!({ "remote_console": { "protocol": "vnc", "type": "novnc" } });
    let request = || {
        let path = format!("/regionone/compute/v2.1/servers/{id}/remote-consoles");
        cloudsim::Request::new("POST", &path).json(&body)
    };
    assert_eq!(sim.send(request()).status, 404);
    let response = sim.send(request().with_header("openstack-api-version", "compute 2.6"));
    assert_eq!(response.status, 200, "{}", response.body);
    assert_eq!(response.value().pointer("/remote_console/type"), Some(&json!("novnc")));
}

#[test]
fn a_cloud_may_be_without_any_of_it() {
    let (action, get) = ("POST /action", "GET");
    for (word, what, path, status) in [
        ("no-limits", get, "/limits", 404),
        ("no-limits", get, "/os-quota-sets/5a3c0f1e9b7d4c2a8e6f0d1b2c3a4e5f", 404),
        ("no-server-groups", get, "/os-server-groups", 404),
        ("no-metadata", get, "/servers/ID/metadata", 404),
        ("no-password", get, "/servers/ID/os-server-password", 404),
        ("no-interfaces", get, "/servers/ID/os-interface", 404),
        ("no-console-log", action, "os-getConsoleOutput", 400),
        ("no-console", action, "os-getVNCConsole", 400),
        ("no-shelve", action, "shelve", 400),
        ("no-pause", action, "pause", 400),
        ("no-suspend", action, "suspend", 400),
        ("no-rescue", action, "rescue", 400),
        ("no-lock", action, "lock", 400),
        ("no-rebuild", action, "rebuild", 400),
    ] {
        for (user, expected) in [(format!("stock+{word}@maru.test"), Some(status)), ("stock@maru.test".into(), None)] {
            let mut sim = Sim::user(&user);
            let id = sim.id("dev-minji");
            let image = sim.image("Debian");
            let response = match what {
                "GET" => sim.get(&path.replace("ID", &id)),
                _ => sim.action(&id, &json!({ path: { "type": "novnc", "imageRef": image } })),
            };
            let known = !(response.status == 404 || message(&response).starts_with("There is no such action: "));
            assert_eq!(known, expected.is_none(), "{user} {path}: {}", response.body);
            assert!(expected.is_none_or(|status| status == response.status), "{user} {path}: {}", response.status);
        }
    }
}

#[test]
fn the_guide_alone_has_policies_and_metadata_and_little_else() {
    let mut sim = Sim::user("guide-only@maru.test");
    let id = sim.id("dev-minji");
    for (path, status) in [
        ("/os-server-groups".to_owned(), 200),
        (format!("/servers/{id}/metadata"), 200),
        ("/limits".to_owned(), 404),
        (format!("/servers/{id}/os-server-password"), 404),
    ] {
        assert_eq!(sim.get(&path).status, status, "{path}");
    }
    assert_eq!(sim.action(&id, &json!({ "pause": null })).status, 400);
    assert_eq!(sim.action(&id, &json!({ "shelve": null })).status, 202);
}

#[test]
fn an_inclusive_marker_repeats_the_last_row() {
    let ids = |sim: &mut Sim, query: &str| {
        let list = sim.get(&format!("/servers?{query}")).value();
        let rows = list.get("servers").and_then(Value::as_array).cloned().unwrap_or_default();
        rows.iter().filter_map(|row| Some(row.get("id")?.as_str()?.to_owned())).collect::<Vec<_>>()
    };
    for (user, repeats) in [("demo+inclusive@maru.test", true), ("demo@maru.test", false)] {
        let mut sim = Sim::user(user);
        let first = ids(&mut sim, "limit=2");
        let last = first.last().cloned().unwrap_or_default();
        let next = ids(&mut sim, &format!("limit=2&marker={last}"));
        assert_eq!(next.first() == Some(&last), repeats, "{user}");
    }
}

#[test]
fn several_statuses_are_any_of_them_and_deleted_ones_are_not_for_everyone() {
    let mut sim = Sim::user("demo@maru.test");
    let list = sim.get("/servers/detail?status=PAUSED&status=SUSPENDED").value();
    assert_eq!(list.get("servers").and_then(Value::as_array).map(Vec::len), Some(2));
    let response = sim.get("/servers/detail?status=DELETED");
    let words = "Only administrators may list deleted instances";
    assert_eq!((response.status, message(&response).as_str()), (403, words));
    assert_eq!(sim.get("/servers/detail?status=DELETED&changes-since=2026-11-24T03:00:00Z").status, 200);
}
