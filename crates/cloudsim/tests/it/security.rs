//! Security groups and their rules (row N05).

use cloud::catalog::Service;
use serde_json::{Value, json};

use crate::asks::{Asks, column, text};

fn network(user: &str) -> Asks {
    Asks::new(user, Service::Network)
}

fn group(asks: &mut Asks, name: &str) -> String {
    text(&asks.make("/security-groups", "security_group", json!({ "name": name, "description": "d" })), "id")
}

#[test]
fn a_group_from_first_to_last() {
    let mut asks = network("demo@maru.test");
    let id = group(&mut asks, "app");
    let path = format!("/security-groups/{id}");
    let shown = asks.get(&path)["security_group"].clone();
    let out: Vec<(String, String)> = shown["security_group_rules"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|rule| (text(rule, "direction"), text(rule, "ethertype")))
        .collect();
    let egress = |kind: &str| ("egress".to_owned(), kind.to_owned());
    assert_eq!(out, [egress("IPv4"), egress("IPv6")], "out is allowed from the start");
    let changed = asks.ask("PUT", &path, &json!({ "security_group": { "name": "app-2" } })).value();
    assert_eq!(text(&changed["security_group"], "name"), "app-2");
    assert_eq!(text(&changed["security_group"], "description"), "d", "what is not said stays");
    asks.taken("DELETE", &path, &Value::Null, 204);
    asks.refused("GET", &path, &Value::Null, 404, &format!("Security group {id} does not exist"));
}

#[test]
fn groups_that_stay() {
    let mut asks = network("demo@maru.test");
    let default = asks.id("/security-groups", "security_groups", "default");
    let web = asks.id("/security-groups", "security_groups", "web");
    let unused = asks.id("/security-groups", "security_groups", "ssh-임시");
    for (id, status, words) in [
        (default.as_str(), 409, "Insufficient rights for removing default security group."),
        (web.as_str(), 409, "in use."),
        ("nope", 404, "Security group nope does not exist"),
        (unused.as_str(), 204, ""),
    ] {
        asks.refused("DELETE", &format!("/security-groups/{id}"), &Value::Null, status, words);
    }
    let rename = json!({ "security_group": { "name": "x" } });
    let path = format!("/security-groups/{default}");
    asks.refused("PUT", &path, &rename, 409, "Updating default security group not allowed.");
    let body = |name: &str| json!({ "security_group": { "name": name } });
    asks.refused("POST", "/security-groups", &body("default"), 409, "Default security group already exists.");
    asks.refused("POST", "/security-groups", &body(&"n".repeat(256)), 400, "exceeds maximum length of 255.");
    asks.taken("POST", "/security-groups", &body(&"n".repeat(255)), 201);
    let port = json!({ "network_id": asks.id("/vpcs", "vpcs", "Default Network"), "security_groups": [web] });
    asks.make("/ports", "port", port);
}

#[test]
fn a_renamed_group_is_renamed_where_it_is_used() {
    let mut asks = network("demo@maru.test");
    let server = asks.sim.id("web-prod-01");
    let updated = asks.sim.server(&server)["updated"].clone();
    let web = asks.id("/security-groups", "security_groups", "web");
    asks.taken("PUT", &format!("/security-groups/{web}"), &json!({ "security_group": { "name": "www" } }), 200);
    let shown = asks.sim.server(&server);
    assert_eq!((&shown["security_groups"], &shown["updated"]), (&json!([{ "name": "www" }]), &updated));
    asks.refused("DELETE", &format!("/security-groups/{web}"), &Value::Null, 409, "in use.");
}

#[test]
fn rules_that_are_taken() {
    let mut asks = network("stock@maru.test");
    let id = group(&mut asks, "app");
    for (body, protocol, ports, prefix) in [
        (
            json!({ "protocol": "tcp", "port_range_min": 22, "port_range_max": 22, "remote_ip_prefix": "198.51.100.7" }),
            json!("tcp"),
            json!([22, 22]),
            json!("198.51.100.7/32"),
        ),
        (
            json!({ "protocol": "udp", "port_range_min": 1, "port_range_max": 65535 }),
            json!("udp"),
            json!([1, 65535]),
            Value::Null,
        ),
        (json!({ "protocol": "icmp", "port_range_min": 8 }), json!("icmp"), json!([8, null]), Value::Null),
        (json!({ "protocol": "47" }), json!("47"), json!([null, null]), Value::Null),
        (json!({ "protocol": "ipv6-icmp", "ethertype": "IPv6" }), json!("ipv6-icmp"), json!([null, null]), Value::Null),
        (json!({ "remote_group_id": id }), Value::Null, json!([null, null]), Value::Null),
        (json!({ "ethertype": "IPv6", "remote_ip_prefix": "::/0" }), Value::Null, json!([null, null]), json!("::/0")),
    ] {
        let mut body = body;
        body["security_group_id"] = json!(id);
        body["direction"] = json!("ingress");
        let rule = asks.make("/security-group-rules", "security_group_rule", body.clone());
        assert_eq!(rule["protocol"], protocol, "{body}");
        assert_eq!(json!([rule["port_range_min"], rule["port_range_max"]]), ports, "{body}");
        assert_eq!(rule["remote_ip_prefix"], prefix, "{body}");
        let again = json!({ "security_group_rule": body });
        let words = format!("Security group rule already exists. Rule id is {}.", text(&rule, "id"));
        asks.refused("POST", "/security-group-rules", &again, 409, &words);
        let path = format!("/security-group-rules/{}", text(&rule, "id"));
        asks.taken("DELETE", &path, &Value::Null, 204);
        asks.refused("DELETE", &path, &Value::Null, 404, "does not exist");
    }
    assert_eq!(
        column(&asks.get(&format!("/security-group-rules?security_group_id={id}")), "security_group_rules", "id").len(),
        2
    );
}

#[test]
fn rules_that_are_refused() {
    let mut asks = network("demo@maru.test");
    let id = group(&mut asks, "app");
    for (body, status, words) in [
        (json!({ "direction": "in" }), 400, "'in' is not in ['ingress', 'egress']."),
        (
            json!({ "protocol": "gre", "port_range_min": 1, "port_range_max": 2 }),
            400,
            "Invalid protocol gre for port range",
        ),
        (json!({ "protocol": "ipv6-icmp" }), 400, "Invalid ethertype IPv4 for protocol ipv6-icmp."),
        (json!({ "protocol": "http" }), 400, "protocol http not supported."),
        (json!({ "protocol": "256" }), 400, "protocol 256 not supported."),
        (json!({ "description": "n".repeat(256) }), 400, "exceeds maximum length of 255."),
        (
            json!({ "port_range_min": 1, "port_range_max": 2 }),
            400,
            "Must also specify protocol if port range is given.",
        ),
        (
            json!({ "protocol": "tcp", "port_range_min": 2, "port_range_max": 1 }),
            400,
            "port_range_min must be <= port_range_max",
        ),
        (json!({ "protocol": "tcp", "port_range_min": 2 }), 400, "port_range_min must be <= port_range_max"),
        (json!({ "protocol": "tcp", "port_range_min": 0, "port_range_max": 1 }), 400, "port_range_min must be"),
        (
            json!({ "protocol": "tcp", "port_range_min": 1, "port_range_max": 65536 }),
            400,
            "Invalid value for port 65536",
        ),
        (
            json!({ "protocol": "icmp", "port_range_min": 256 }),
            400,
            "ICMP type (port-range-min) 256. It must be 0 to 255.",
        ),
        (json!({ "protocol": "icmp", "port_range_max": 1 }), 400, "ICMP type (port-range-min) is missing."),
        (
            json!({ "remote_ip_prefix": "10.0.0.0/8", "remote_group_id": id }),
            400,
            "Only remote_ip_prefix or remote_group_id may be provided.",
        ),
        (json!({ "remote_ip_prefix": "10.0.0/8" }), 400, "Invalid CIDR 10.0.0/8 given as IP prefix."),
        (json!({ "remote_ip_prefix": "10.0.0.0/33" }), 400, "Invalid CIDR 10.0.0.0/33 given as IP prefix."),
        (json!({ "remote_ip_prefix": "::/0" }), 400, "Conflicting value ethertype IPv4 for CIDR ::/0"),
        (json!({ "remote_group_id": "nope" }), 404, "Security group nope does not exist"),
        (json!({ "ethertype": "IPv6" }), 400, "ethertype 'IPv6' not supported."),
        (json!({ "security_group_id": "nope" }), 404, "Security group nope does not exist"),
        (json!({ "security_group_id": null }), 400, "Required attribute 'security_group_id' not specified"),
    ] {
        let mut full = json!({ "security_group_id": id, "direction": "ingress" });
        let fields = body.as_object().expect("an object").clone();
        full.as_object_mut().expect("an object").extend(fields);
        asks.refused("POST", "/security-group-rules", &json!({ "security_group_rule": full }), status, words);
    }
    assert_eq!(
        asks.get(&format!("/security-groups/{id}"))["security_group"]["security_group_rules"].as_array().map(Vec::len),
        Some(2)
    );
}

#[test]
fn quota_of_groups_and_rules() {
    let mut asks = network("quota@maru.test");
    // Three groups exist at the beginning.
    let body = json!({ "security_group": { "name": "x" } });
    asks.refused("POST", "/security-groups", &body, 409, "Quota exceeded for resources: ['security_group'].");
    let default = asks.id("/security-groups", "security_groups", "default");
    let rules = asks.get("/security-group-rules")["security_group_rules"].as_array().map_or(0, Vec::len);
    let rule = |port: usize| {
        json!({ "security_group_rule": { "security_group_id": default, "direction": "ingress", "protocol": "tcp",
                                         "port_range_min": port, "port_range_max": port } })
    };
    for port in rules + 1..=20 {
        asks.taken("POST", "/security-group-rules", &rule(port), 201);
    }
    asks.refused("POST", "/security-group-rules", &rule(21), 409, "['security_group_rule'].");
}

#[test]
fn a_prefix_stays_as_typed_and_is_normalized_beside() {
    let mut asks = network("demo@maru.test");
    let id = group(&mut asks, "app");
    for (typed, kept, normalized) in [
        ("198.51.100.7", "198.51.100.7/32", "198.51.100.7/32"),
        ("198.51.100.7/24", "198.51.100.7/24", "198.51.100.0/24"),
        ("0.0.0.0/0", "0.0.0.0/0", "0.0.0.0/0"),
    ] {
        let body = json!({ "security_group_id": id, "direction": "ingress", "remote_ip_prefix": typed });
        let rule = asks.make("/security-group-rules", "security_group_rule", body);
        assert_eq!((text(&rule, "remote_ip_prefix"), text(&rule, "normalized_cidr")), (kept.into(), normalized.into()));
    }
}
