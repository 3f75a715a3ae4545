use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::security::{Direction, Preset};

fn draft() -> RuleDraft {
    RuleDraft { ports: "22".to_owned(), remote: Remote::Range("198.51.100.7".to_owned()), ..RuleDraft::default() }
}

fn sent(draft: &RuleDraft, rules: RuleSet) -> Result<Value, Vec<FieldError>> {
    rule(draft, rules).map(|request| {
        let text = request.to_json(&"g1".into()).write();
        serde_json::from_str::<Value>(&text).expect("JSON")["security_group_rule"].take()
    })
}

#[track_caller]
fn check(draft: RuleDraft, expect: Value) {
    let mut whole = json!({ "security_group_id": "g1", "direction": "ingress", "ethertype": "IPv4" });
    whole.as_object_mut().expect("an object").extend(expect.as_object().expect("an object").clone());
    assert_eq!(sent(&draft, RuleSet::OpenStack), Ok(whole), "{draft:?}");
}

#[track_caller]
fn refuse(draft: RuleDraft, expect: &[(Field, Problem)]) {
    let expect: Vec<_> =
        expect.iter().map(|(field, problem)| FieldError { field: *field, problem: *problem }).collect();
    assert_eq!(sent(&draft, RuleSet::OpenStack), Err(expect), "{draft:?}");
}

#[test]
fn what_is_sent() {
    let from = |range: &str| Remote::Range(range.to_owned());
    check(
        draft(),
        json!({"protocol": "tcp", "port_range_min": 22, "port_range_max": 22, "remote_ip_prefix": "198.51.100.7/32"}),
    );
    check(
        RuleDraft { ports: " 8000 - 8100 ".into(), remote: from("10.9.8.7/8"), description: " d ".into(), ..draft() },
        json!({"protocol": "tcp", "port_range_min": 8000, "port_range_max": 8100, "remote_ip_prefix": "10.0.0.0/8",
            "description": "d"}),
    );
    check(
        RuleDraft {
            protocol: Protocol::Any,
            ports: String::new(),
            remote: Remote::Group(Some("g2".into())),
            ..draft()
        },
        json!({"remote_group_id": "g2"}),
    );
    check(
        RuleDraft {
            direction: Direction::Egress,
            protocol: Protocol::Udp,
            ports: String::new(),
            remote: Remote::Anywhere,
            ..draft()
        },
        json!({"direction": "egress", "protocol": "udp", "remote_ip_prefix": "0.0.0.0/0"}),
    );
    check(
        RuleDraft {
            ethertype: Ethertype::V6,
            protocol: Protocol::Icmp,
            ports: String::new(),
            remote: Remote::Anywhere,
            ..draft()
        },
        json!({"ethertype": "IPv6", "protocol": "ipv6-icmp", "remote_ip_prefix": "::/0"}),
    );
    check(
        RuleDraft { protocol: Protocol::Other(" VRRP ".into()), ports: String::new(), ..draft() },
        json!({"protocol": "vrrp", "remote_ip_prefix": "198.51.100.7/32"}),
    );
    check(
        RuleDraft { protocol: Protocol::Other("132".into()), ..draft() },
        json!({"protocol": "132", "port_range_min": 22, "port_range_max": 22, "remote_ip_prefix": "198.51.100.7/32"}),
    );
}

#[test]
fn what_is_refused() {
    let ports = |ports: &str| RuleDraft { ports: ports.to_owned(), ..draft() };
    for text in ["a", "22-", "-22", "22-23-24", "2 2", "+22", "２２"] {
        refuse(ports(text), &[(Field::Ports, Problem::NotAPort)]);
    }
    refuse(ports("0"), &[(Field::Ports, Problem::PortOutOfRange)]);
    refuse(ports("65536"), &[(Field::Ports, Problem::PortOutOfRange)]);
    refuse(ports("23-22"), &[(Field::Ports, Problem::PortsReversed)]);
    refuse(RuleDraft { protocol: Protocol::Icmp, ..draft() }, &[(Field::Ports, Problem::NoPortsHere)]);
    let remote = |text: &str| RuleDraft { remote: Remote::Range(text.to_owned()), ..draft() };
    refuse(remote(" "), &[(Field::Remote, Problem::Missing)]);
    refuse(remote("my office"), &[(Field::Remote, Problem::NotARange)]);
    refuse(remote("::/0"), &[(Field::Remote, Problem::OtherEthertype)]);
    refuse(RuleDraft { remote: Remote::Group(None), ..draft() }, &[(Field::Remote, Problem::Missing)]);
    let protocol = |word: &str| RuleDraft { protocol: Protocol::Other(word.into()), ports: String::new(), ..draft() };
    refuse(protocol(""), &[(Field::Protocol, Problem::Missing)]);
    refuse(protocol("256"), &[(Field::Protocol, Problem::UnknownProtocol)]);
    refuse(protocol("tcp/udp"), &[(Field::Protocol, Problem::UnknownProtocol)]);
    refuse(
        RuleDraft { ports: "x".into(), remote: Remote::Group(None), description: "\u{200b}".into(), ..draft() },
        &[
            (Field::Ports, Problem::NotAPort),
            (Field::Remote, Problem::Missing),
            (Field::Description, Problem::ControlCharacter),
        ],
    );
    let v6 = RuleDraft { ethertype: Ethertype::V6, remote: Remote::Anywhere, ..draft() };
    assert!(sent(&v6, RuleSet::OpenStack).is_ok());
    let refused = [FieldError { field: Field::Ethertype, problem: Problem::NoIpv6 }];
    assert_eq!(sent(&v6, RuleSet::Nhn), Err(refused.to_vec()), "NHN makes rules for IPv4 only");
}

#[test]
fn presets() {
    let open = |preset: Preset, from| rule(&preset.draft(from), RuleSet::Nhn).map(|request| request.is_open_to_world());
    for preset in Preset::ALL {
        let web = matches!(preset, Preset::Http | Preset::Https);
        assert_eq!(open(preset, Some("198.51.100.7")), Ok(web), "{preset:?}");
        assert_eq!(open(preset, None).is_ok(), web, "a way in waits for an address: {preset:?}");
        let request = rule(&preset.draft(Some("198.51.100.7")), RuleSet::Nhn).expect("a rule");
        assert_eq!(request.ports.map(|ports| ports.min), preset.port());
    }
    assert_eq!(open(Preset::Ssh, Some("0.0.0.0/0")), Ok(true));
    let v6 = rule(&Preset::Ssh.draft(Some("2001:db8::7")), RuleSet::OpenStack).expect("a rule");
    assert_eq!(v6.ethertype, Ethertype::V6);
}

proptest! {
    /// Whatever is typed, accepted ports are in order and never wider than what was typed.
    #[test]
    fn nothing_typed_passes_unchecked(ports in "[0-9 –:-]{0,12}|\\PC{0,8}", remote in "[0-9a-f./:]{0,20}|\\PC{0,8}", any_protocol: bool) {
        let protocol = if any_protocol { Protocol::Any } else { Protocol::Tcp };
        let draft = RuleDraft { ports: ports.clone(), protocol, remote: Remote::Range(remote.clone()), ..draft() };
        if let Ok(request) = rule(&draft, RuleSet::OpenStack) {
            prop_assert!(request.ports.is_none_or(|ports| 0 < ports.min && ports.min <= ports.max));
            prop_assert_eq!(request.ports.is_none(), ports.trim().is_empty());
            prop_assert!(!request.is_open_to_world() || remote.trim().ends_with("/0"));
        }
    }
}
