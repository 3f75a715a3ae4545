use super::*;
use crate::config::RuleSet;
use crate::exchange::{Method, Reply};
use crate::security::{GroupDraft, Preset, group, rule};
use crate::wire::{FloatingIpStatus, PortStatus};

fn sent<T>(call: &Call<T>) -> (Method, &str, &str) {
    assert_eq!(call.request.service, Service::Network);
    (call.request.method, &call.request.path, call.request.body.as_deref().unwrap_or_default())
}

fn read<T>(call: &Call<T>, body: &str) -> T {
    let reply = Reply { status: 200, body: body.to_owned(), ..Reply::default() };
    call.finish(&reply).unwrap_or_else(|failure| panic!("{body}: {failure:?}"))
}

#[test]
fn ports() {
    use Method::*;
    assert_eq!(sent(&super::ports(None)), (Get, "/ports", ""));
    assert_eq!(sent(&super::ports(Some(&"s&1".into()))), (Get, "/ports?device_id=s%261", ""));
    assert_eq!(sent(&port(&"p/1".into())), (Get, "/ports/p%2F1", ""));
    assert_eq!(sent(&delete_port(&"p/1".into())), (Delete, "/ports/p%2F1", ""));
    let mut new = NewPort { network: "n".into(), name: String::new(), subnet: None, address: None, groups: Vec::new() };
    assert_eq!(sent(&create_port(&new)), (Post, "/ports", r#"{"port":{"network_id":"n"}}"#));
    new.subnet = Some("u".into());
    let body = r#"{"port":{"network_id":"n","fixed_ips":[{"subnet_id":"u"}]}}"#;
    assert_eq!(sent(&create_port(&new)), (Post, "/ports", body));
    new = NewPort { name: "web".into(), address: Some("10.0.0.9".into()), groups: vec!["g".into(), "h".into()], ..new };
    let body = r#"{"port":{"network_id":"n","name":"web","fixed_ips":[{"subnet_id":"u","ip_address":"10.0.0.9"}],"security_groups":["g","h"]}}"#;
    assert_eq!(sent(&create_port(&new)), (Post, "/ports", body));
}

/// NHN's example (nhn-api.md §3.2), and an unattached port.
#[test]
fn ports_as_seen() {
    let all = read(
        &super::ports(None),
        r#"{"ports": [{"id": "p", "name": "", "status": "ACTIVE", "network_id": "n", "device_id": "s",
            "device_owner": "compute:kr-pub-a", "mac_address": "fa:16:3e:00:00:01",
            "fixed_ips": [{"subnet_id": "u", "ip_address": "192.168.0.15"}, {"subnet_id": "v"}, {"subnet_id": "v", "ip_address": "::5"}],
            "security_groups": ["e0e0", null]},
            {"id": "q", "device_id": "", "device_owner": ""}, {"id": "r", "device_id": "x", "device_owner": "network:dhcp"}]}"#,
    );
    let [port, free, dhcp] = &all.rows[..] else { panic!("three ports: {all:?}") };
    assert_eq!(
        (&port.status, port.device.as_ref(), port.mac.as_str()),
        (&PortStatus::Active, Some(&"s".into()), "fa:16:3e:00:00:01")
    );
    assert_eq!((port.fixed.len(), port.groups.as_slice()), (2, &["e0e0".into()][..]));
    assert!(port.fixed[0].is_v4() && !port.fixed[1].is_v4() && port.is_of_instance());
    assert!(free.is_free() && !free.is_of_instance() && !dhcp.is_free() && !dhcp.is_of_instance());
}

#[test]
fn floating_addresses() {
    use Method::*;
    let id = "f/1".into();
    assert_eq!(sent(&floating_ips()), (Get, "/floatingips", ""));
    assert_eq!(sent(&floating_ip(&id)), (Get, "/floatingips/f%2F1", ""));
    assert_eq!(sent(&delete_floating_ip(&id)), (Delete, "/floatingips/f%2F1", ""));
    let body = r#"{"floatingip":{"floating_network_id":"pool"}}"#;
    assert_eq!(sent(&create_floating_ip(&"pool".into())), (Post, "/floatingips", body));
    let body = r#"{"floatingip":{"port_id":"p"}}"#;
    assert_eq!(sent(&associate(&id, &"p".into(), None)), (Put, "/floatingips/f%2F1", body));
    let body = r#"{"floatingip":{"port_id":"p","fixed_ip_address":"10.0.0.4"}}"#;
    assert_eq!(sent(&associate(&id, &"p".into(), Some("10.0.0.4"))), (Put, "/floatingips/f%2F1", body));
    assert_eq!(sent(&disassociate(&id)), (Put, "/floatingips/f%2F1", r#"{"floatingip":{"port_id":null}}"#));
    // Right after it was attached to a port its status is still DOWN (nhn-api.md §3.3).
    let ip = read(
        &floating_ip(&id),
        r#"{"floatingip": {"id": "f1f1", "floating_ip_address": "203.0.113.9", "status": "DOWN", "port_id": "p",
            "fixed_ip_address": "10.0.0.4", "router_id": null, "floating_network_id": "b04b"}}"#,
    );
    assert!(!ip.is_free() && ip.status == FloatingIpStatus::Down);
    assert_eq!((ip.pool.as_str(), ip.fixed_address.as_deref()), ("b04b", Some("10.0.0.4")));
}

#[test]
fn groups_and_rules() {
    use Method::*;
    let id = "g/1".into();
    let named = group(&GroupDraft { name: "web".into(), description: String::new() }).expect("a group");
    let body = r#"{"security_group":{"name":"web","description":""}}"#;
    assert_eq!(sent(&create_security_group(&named)), (Post, "/security-groups", body));
    assert_eq!(sent(&update_security_group(&id, &named)), (Put, "/security-groups/g%2F1", body));
    assert_eq!(sent(&security_group(&id)), (Get, "/security-groups/g%2F1", ""));
    assert_eq!(sent(&delete_security_group(&id)), (Delete, "/security-groups/g%2F1", ""));
    assert_eq!(sent(&delete_rule(&"r/1".into())), (Delete, "/security-group-rules/r%2F1", ""));
    let ssh = rule(&Preset::Ssh.draft(Some("198.51.100.7")), RuleSet::Nhn).expect("a rule");
    let body = r#"{"security_group_rule":{"security_group_id":"g/1","direction":"ingress","ethertype":"IPv4","protocol":"tcp","port_range_min":22,"port_range_max":22,"remote_ip_prefix":"198.51.100.7/32"}}"#;
    let call = create_rule(&id, &ssh);
    assert_eq!(sent(&call), (Post, "/security-group-rules", body));
    let made = read(
        &call,
        r#"{"security_group_rule": {"id": "r1", "security_group_id": "g/1", "direction": "ingress", "ethertype": "IPv4",
            "protocol": "tcp", "port_range_min": 22, "port_range_max": 22, "remote_ip_prefix": "198.51.100.7/32",
            "remote_group_id": null, "description": null}}"#,
    );
    assert_eq!((made.id.as_str(), made.port_min, made.ingress, made.description.as_str()), ("r1", Some(22), true, ""));
}
