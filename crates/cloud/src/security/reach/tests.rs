use proptest::prelude::*;

use super::*;

/// `[!]ethertype protocol ports remote`: `!` is outgoing; `-` is null.
fn rule(text: &str) -> SecurityGroupRule {
    let words: Vec<&str> = text.trim_start_matches('!').split(' ').collect();
    let told = |word: &str| (word != "-").then(|| word.to_owned());
    let ports = told(words[2]).map(|ports| {
        let (min, max) = ports.split_once('-').unwrap_or((&ports, &ports));
        (min.parse().expect("a port"), max.parse().expect("a port"))
    });
    let group = words[3].strip_prefix("group:");
    let other = words[3].strip_prefix("addresses:");
    SecurityGroupRule {
        id: "r".into(),
        ingress: !text.starts_with('!'),
        ethertype: words[0].to_owned(),
        protocol: told(words[1]),
        port_min: ports.map(|(min, _)| min),
        port_max: ports.map(|(_, max)| max),
        remote_prefix: told(words[3]).filter(|_| group.is_none() && other.is_none()),
        remote_group: group.map(SecurityGroupId::from),
        remote_other: other.map(str::to_owned),
        description: String::new(),
    }
}

#[test]
fn the_whole_world() {
    for (text, expect) in [
        ("IPv4 tcp 22 0.0.0.0/0", true),
        ("IPv6 tcp 22 ::/0", true),
        ("IPv4 - - -", true),
        ("IPv4 tcp 22 10.0.0.0/0", true),
        ("!IPv4 - - 0.0.0.0/0", false),
        ("IPv4 tcp 22 0.0.0.0/1", false),
        ("IPv4 tcp 22 group:g", false),
        ("IPv4 tcp 22 nonsense", false),
        ("IPv4 tcp 22 addresses:office", false),
    ] {
        assert_eq!(is_open_to_world(&rule(text)), expect, "{text}");
    }
}

#[test]
fn who_reaches_ssh() {
    let check = |rules: &[&str], expect: Reach| {
        let rules: Vec<_> = rules.iter().map(|text| rule(text)).collect();
        assert_eq!(reach(&rules, Ethertype::V4, &Protocol::Tcp, 22), expect, "{rules:?}");
    };
    let only = |ranges: &[&str], groups: &[&str]| Reach::Only {
        ranges: ranges.iter().filter_map(|text| Cidr::parse(text)).collect(),
        groups: groups.iter().map(|id| SecurityGroupId::from(*id)).collect(),
        others: Vec::new(),
    };
    check(&[], Reach::Closed);
    check(&["!IPv4 - - -", "!IPv6 - - -"], Reach::Closed);
    check(&["IPv4 tcp 80 0.0.0.0/0", "IPv4 tcp 443 0.0.0.0/0"], Reach::Closed);
    check(&["IPv4 udp 22 0.0.0.0/0", "IPv6 tcp 22 ::/0", "IPv4 icmp - -"], Reach::Closed);
    check(&["IPv4 tcp 22 0.0.0.0/0"], Reach::Anywhere);
    check(&["IPv4 6 20-23 -"], Reach::Anywhere);
    check(&["IPv4 any - 0.0.0.0/0"], Reach::Anywhere);
    check(&["IPv4 tcp 23-30 0.0.0.0/0", "IPv4 tcp 1-21 0.0.0.0/0"], Reach::Closed);
    check(&["IPv4 - - group:default"], only(&[], &["default"]));
    check(&["IPv4 tcp 22 198.51.100.9/24", "IPv4 TCP - 198.51.100.0/24"], only(&["198.51.100.0/24"], &[]));
    check(&["IPv4 tcp 22 198.51.100.0/24", "IPv4 tcp 22 -"], Reach::Anywhere);
    check(&["IPv4 tcp 22 nonsense"], Reach::Closed);
    let office = Reach::Only { ranges: Vec::new(), groups: Vec::new(), others: vec!["office".to_owned()] };
    check(&["IPv4 tcp 22 addresses:office", "IPv4 tcp 1-99 addresses:office"], office);
}

#[test]
fn one_address() {
    let rules: Vec<_> =
        ["IPv4 tcp 22 198.51.100.0/24", "IPv6 tcp 22 2001:db8::/32", "IPv4 - - group:g", "IPv4 icmp 8 203.0.113.0/24"]
            .map(rule)
            .into();
    let check = |protocol: Protocol, port, address: &str, expect| {
        assert_eq!(admits(&rules, &protocol, port, address.parse().expect(address)), expect, "{protocol:?} {address}");
    };
    check(Protocol::Tcp, 22, "198.51.100.255", true);
    check(Protocol::Tcp, 22, "198.51.101.0", false);
    check(Protocol::Tcp, 23, "198.51.100.255", false);
    check(Protocol::Tcp, 22, "2001:db8::1", true);
    check(Protocol::Tcp, 22, "2001:db9::1", false);
    check(Protocol::Icmp, 0, "203.0.113.1", true);
    check(Protocol::Any, 0, "203.0.113.1", false);
}

proptest! {
    /// Another rule never closes what was open.
    #[test]
    fn rules_only_ever_allow(
        rules in prop::collection::vec("(IPv4|IPv6) (tcp|udp|-) (22|1-100|80) (-|0.0.0.0/0|::/0|198.51.100.0/24|group:g)", 0..5),
        more in "(IPv4|IPv6) (tcp|udp|-) (22|1-100|80) (-|0.0.0.0/0|::/0|198.51.100.0/24|group:g)",
        last: u8,
    ) {
        let mut rules: Vec<_> = rules.iter().map(|text| rule(text)).collect();
        let address = IpAddr::from([198, 51, 100, last]);
        let before = admits(&rules, &Protocol::Tcp, 22, address);
        rules.push(rule(&more));
        prop_assert!(!before || admits(&rules, &Protocol::Tcp, 22, address));
    }
}
