use super::*;
use cloud::calls::{network, servers};
use cloud::exchange::Reply;

fn server(name: &str, addresses: &[(&str, &str, bool)], groups: &[&str]) -> Arc<Server> {
    let mut by_network: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (network, address, floating) in addresses {
        let kind = if *floating { "floating" } else { "fixed" };
        let one = format!(r#"{{"addr": "{address}", "version": 4, "OS-EXT-IPS:type": "{kind}"}}"#);
        by_network.entry(network).or_default().push(one);
    }
    let nets: Vec<_> = by_network.iter().map(|(name, all)| format!(r#""{name}": [{}]"#, all.join(","))).collect();
    let groups: Vec<_> = groups.iter().map(|name| format!(r#"{{"name": "{name}"}}"#)).collect();
    let (nets, groups) = (nets.join(","), groups.join(","));
    let body = format!(
        r#"{{"server": {{"id": "{name}", "name": "{name}", "addresses": {{{nets}}}, "security_groups": [{groups}]}}}}"#
    );
    let reply = Reply { status: 200, body, ..Reply::default() };
    Arc::new(servers::get(&name.into()).finish(&reply).expect("a server"))
}

#[test]
fn groups_are_counted_once_an_instance() {
    let rows = [server("a", &[], &["web", "default", "web"]), server("b", &[], &["web"]), server("c", &[], &[])];
    let names = |group: &str| -> Vec<String> {
        users_of_groups(&rows).get(group).into_iter().flatten().map(|(_, name)| name.clone()).collect()
    };
    assert_eq!((names("web"), names("default")), (vec!["a".to_owned(), "b".to_owned()], vec!["a".to_owned()]));
    assert_eq!(names("other"), Vec::<String>::new());
}

#[test]
fn the_holder_by_address_or_by_what_is_behind() {
    let rows = [
        server("told", &[("net", "10.0.0.5", false), ("net", "203.0.113.5", true)], &[]),
        server("fresh", &[("net", "10.0.0.6", false)], &[]),
        server("twin", &[("one", "10.9.0.7", false)], &[]),
        server("twin2", &[("two", "10.9.0.7", false)], &[]),
    ];
    let check = |address: &str, port: Option<&str>, fixed: Option<&str>, expect: Option<&str>| {
        let quoted = |text: Option<&str>| text.map_or("null".to_owned(), |text| format!("\"{text}\""));
        let body = format!(
            r#"{{"floatingip": {{"id": "f", "floating_ip_address": "{address}", "port_id": {}, "fixed_ip_address": {}}}}}"#,
            quoted(port),
            quoted(fixed)
        );
        let ip = network::floating_ip(&"f".into()).finish(&Reply { status: 200, body, ..Reply::default() });
        let found = holder(&ip.expect("an address"), &rows).map(|(_, name)| name);
        assert_eq!(found.as_deref(), expect, "{address} {port:?} {fixed:?}");
    };
    check("203.0.113.5", Some("p"), Some("10.0.0.5"), Some("told"));
    check("203.0.113.6", Some("p"), Some("10.0.0.6"), Some("fresh"));
    check("203.0.113.7", Some("p"), Some("10.9.0.7"), None);
    check("203.0.113.8", None, None, None);
    // The instance's own data is older than the detaching.
    check("203.0.113.5", None, None, None);
}

#[test]
fn instances_in_networks_and_subnets() {
    let rows = [
        server("a", &[("net", "10.0.0.5", false), ("net", "203.0.113.5", true)], &[]),
        server("b", &[("net", "10.0.1.5", false), ("other", "10.0.0.9", false)], &[]),
        server("c", &[], &[]),
    ];
    let one =
        |path: &str, body: &str| Reply { status: 200, body: format!("{{\"{path}\": [{body}]}}"), ..Reply::default() };
    let dialect = network::NetworkDialect::Neutron;
    let nets = network::networks(dialect).finish(&one("networks", r#"{"id": "n", "name": "net"}"#)).expect("networks");
    assert_eq!(nets.iter().map(|net| in_network(net, &rows)).collect::<Vec<_>>(), [2]);
    let check = |cidr: &str, expect: usize| {
        let body = format!(r#"{{"id": "s", "name": "s", "network_id": "n", "cidr": "{cidr}"}}"#);
        let subnets = network::subnets(dialect).finish(&one("subnets", &body)).expect("subnets");
        assert_eq!(subnets.iter().map(|subnet| in_subnet(subnet, "net", &rows)).collect::<Vec<_>>(), [expect]);
    };
    check("10.0.0.0/24", 1);
    check("10.0.0.0/16", 2);
    check("203.0.113.0/24", 0);
    check("no range", 0);
}

#[test]
fn lines_of_the_table() {
    let reply =
        |path: &str, body: &str| Reply { status: 200, body: format!("{{\"{path}\": [{body}]}}"), ..Reply::default() };
    let dialect = network::NetworkDialect::Nhn;
    let networks =
        r#"{"id": "v", "name": "vpc", "cidrv4": "10.0.0.0/8"}, {"id": "p", "name": "", "router:external": true}"#;
    let subnets = r#"{"id": "s", "name": "front", "vpc_id": "v", "cidr": "10.0.0.0/24"},
        {"id": "t", "name": "", "vpc_id": "v", "cidr": "10.0.1.0/24"}, {"id": "u", "name": "lost", "vpc_id": "w", "cidr": "10.9.0.0/24"}"#;
    let networks = network::networks(dialect).finish(&reply("vpcs", networks)).expect("networks");
    let subnets = network::subnets(dialect).finish(&reply("vpcsubnets", subnets)).expect("subnets");
    let rows = [server("a", &[("vpc", "10.0.0.5", false)], &[]), server("b", &[("vpc", "10.0.1.5", false)], &[])];
    let read = |subnets: &[Subnet]| -> Vec<(String, String, String, usize)> {
        let line = |place: &Place| {
            let cidr = place.cidr().unwrap_or("-").to_owned();
            (place.name().to_owned(), place.network_name().to_owned(), cidr, place.instances)
        };
        places(&networks, subnets, &rows).iter().map(line).collect()
    };
    let line = |name: &str, network: &str, cidr: &str, instances| {
        (name.to_owned(), network.to_owned(), cidr.to_owned(), instances)
    };
    let all = [
        line("front", "vpc", "10.0.0.0/24", 1),
        line("t", "vpc", "10.0.1.0/24", 1),
        line("p", "p", "-", 0),
        line("lost", "w", "10.9.0.0/24", 0),
    ];
    assert_eq!(read(&subnets), all);
    assert_eq!(read(&[]), [line("vpc", "vpc", "10.0.0.0/8", 2), line("p", "p", "-", 0)]);
}

#[test]
fn what_a_rule_is_for() {
    let check = |protocol: Option<&str>, min: Option<u16>, max: Option<u16>, expect: Option<&str>| {
        let rule = SecurityGroupRule {
            id: "r".into(),
            ingress: true,
            ethertype: "IPv4".to_owned(),
            protocol: protocol.map(str::to_owned),
            port_min: min,
            port_max: max,
            remote_prefix: None,
            remote_group: None,
            remote_other: None,
            description: String::new(),
        };
        assert_eq!(service(&rule), expect, "{protocol:?} {min:?} {max:?}");
    };
    check(Some("tcp"), Some(22), Some(22), Some("SSH"));
    check(Some("6"), Some(3389), None, Some("RDP"));
    check(Some("tcp"), Some(22), Some(80), None);
    check(Some("udp"), Some(53), Some(53), Some("DNS"));
    check(Some("udp"), Some(22), Some(22), None);
    check(Some("icmp"), Some(8), Some(0), None);
    check(None, None, None, None);
}
