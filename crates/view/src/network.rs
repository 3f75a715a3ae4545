//! What the pages of networks, floating IPs and security groups compute: who is where, and what a rule is for.

use std::collections::BTreeMap;
use std::sync::Arc;

use cloud::ServerId;
use cloud::security::Cidr;
use cloud::wire::{FloatingIp, Network, SecurityGroupRule, Server, Subnet};

/// An instance by id and name.
pub type User = (ServerId, String);

/// Which instances have which security group, in the order given. Instances tell groups by name only.
pub fn users_of_groups(rows: &[Arc<Server>]) -> BTreeMap<String, Vec<User>> {
    let mut users: BTreeMap<String, Vec<User>> = BTreeMap::new();
    for row in rows {
        // Some clouds name a group once a port.
        let mut names: Vec<&String> = row.security_groups.said().into_iter().flatten().collect();
        names.sort();
        names.dedup();
        for name in names {
            users.entry(name.clone()).or_default().push(user(row));
        }
    }
    users
}

/// The instance that has a floating IP. Some seconds after it was given the instance does not tell it yet: then by the
/// fixed address behind it, where only one instance has that.
pub fn holder(ip: &FloatingIp, rows: &[Arc<Server>]) -> Option<User> {
    let has = |row: &&Arc<Server>, address: &str, floating: bool| {
        let all = row.addresses.said().map(Vec::as_slice).unwrap_or_default();
        all.iter().any(|own| own.floating == floating && own.addr == address)
    };
    if ip.is_free() {
        return None;
    }
    if let Some(row) = rows.iter().find(|row| has(row, &ip.address, true)) {
        return Some(user(row));
    }
    let fixed = ip.fixed_address.as_deref()?;
    let mut behind = rows.iter().filter(|row| has(row, fixed, false));
    match (behind.next(), behind.next()) {
        (Some(only), None) => Some(user(only)),
        _ => None,
    }
}

/// How many instances have an address in a network. Instances tell it by name.
pub fn in_network(network: &Network, rows: &[Arc<Server>]) -> usize {
    rows.iter().filter(|row| fixed(row).any(|(name, _)| name == network.name)).count()
}

/// How many instances have an address in a subnet of the network called `network`.
pub fn in_subnet(subnet: &Subnet, network: &str, rows: &[Arc<Server>]) -> usize {
    let Some(cidr) = Cidr::parse(&subnet.cidr) else { return 0 };
    let inside = |address: &str| address.parse().is_ok_and(|address| cidr.contains(address));
    rows.iter().filter(|row| fixed(row).any(|(name, address)| name == network && inside(address))).count()
}

/// A line of the table of networks: a subnet in its network, or a network whose subnets are not told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The network; `None`: it is not told.
    pub network: Option<Network>,
    /// The subnet.
    pub subnet: Option<Subnet>,
    /// How many instances have an address there.
    pub instances: usize,
}

/// All subnets in the order of their networks, and the networks without any.
pub fn places(networks: &[Network], subnets: &[Subnet], rows: &[Arc<Server>]) -> Vec<Place> {
    let mut places = Vec::new();
    for network in networks {
        let own = subnets.iter().filter(|subnet| subnet.network_id == network.id);
        let before = places.len();
        places.extend(own.map(|subnet| Place {
            instances: in_subnet(subnet, &network.name, rows),
            network: Some(network.clone()),
            subnet: Some(subnet.clone()),
        }));
        if places.len() == before {
            places.push(Place { instances: in_network(network, rows), network: Some(network.clone()), subnet: None });
        }
    }
    let lost = subnets.iter().filter(|subnet| networks.iter().all(|network| network.id != subnet.network_id));
    places.extend(lost.map(|subnet| Place { network: None, subnet: Some(subnet.clone()), instances: 0 }));
    places
}

impl Place {
    /// What the line is known by.
    pub fn id(&self) -> &str {
        match (&self.subnet, &self.network) {
            (Some(subnet), _) => subnet.id.as_str(),
            (None, Some(network)) => network.id.as_str(),
            (None, None) => "",
        }
    }

    /// Its name; its id where it has none.
    pub fn name(&self) -> &str {
        let name = match (&self.subnet, &self.network) {
            (Some(subnet), _) => &subnet.name,
            (None, Some(network)) => &network.name,
            (None, None) => return "",
        };
        if name.is_empty() { self.id() } else { name }
    }

    /// The network's name; its id where it has none, or is not told.
    pub fn network_name(&self) -> &str {
        match (&self.network, &self.subnet) {
            (Some(network), _) if network.name.is_empty() => network.id.as_str(),
            (Some(network), _) => &network.name,
            (None, Some(subnet)) => subnet.network_id.as_str(),
            (None, None) => "",
        }
    }

    /// Its range of addresses, where it is told.
    pub fn cidr(&self) -> Option<&str> {
        let own = self.subnet.as_ref().map(|subnet| subnet.cidr.as_str());
        own.or_else(|| self.network.as_ref()?.cidr.as_deref()).filter(|cidr| !cidr.is_empty())
    }
}

/// Network and address of all addresses that are no floating ones.
fn fixed(row: &Server) -> impl Iterator<Item = (&str, &str)> {
    let all = row.addresses.said().map(Vec::as_slice).unwrap_or_default();
    all.iter().filter(|address| !address.floating).map(|address| (address.network.as_str(), address.addr.as_str()))
}

fn user(row: &Arc<Server>) -> User {
    (row.id.clone(), row.name.clone())
}

/// What usually listens where a rule leads: the name of the service, the same in every language.
pub fn service(rule: &SecurityGroupRule) -> Option<&'static str> {
    let tcp = matches!(rule.protocol.as_deref(), Some("tcp" | "TCP" | "6"));
    let udp = matches!(rule.protocol.as_deref(), Some("udp" | "UDP" | "17"));
    let port = rule.port_min.filter(|port| rule.port_max.is_none_or(|max| max == *port))?;
    let (_, name) = SERVICES.iter().find(|(known, _)| *known == port)?;
    (tcp || (udp && port == 53)).then_some(*name)
}

const SERVICES: [(u16, &str); 14] = [
    (21, "FTP"),
    (22, "SSH"),
    (25, "SMTP"),
    (53, "DNS"),
    (80, "HTTP"),
    (443, "HTTPS"),
    (1433, "SQL Server"),
    (3306, "MySQL"),
    (3389, "RDP"),
    (5432, "PostgreSQL"),
    (6379, "Redis"),
    (6443, "Kubernetes"),
    (9200, "Elasticsearch"),
    (27017, "MongoDB"),
];

#[cfg(test)]
mod tests {
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
        // The instance's own answer is older than that it was taken off.
        check("203.0.113.5", None, None, None);
    }

    #[test]
    fn instances_in_networks_and_subnets() {
        let rows = [
            server("a", &[("net", "10.0.0.5", false), ("net", "203.0.113.5", true)], &[]),
            server("b", &[("net", "10.0.1.5", false), ("other", "10.0.0.9", false)], &[]),
            server("c", &[], &[]),
        ];
        let one = |path: &str, body: &str| Reply {
            status: 200,
            body: format!("{{\"{path}\": [{body}]}}"),
            ..Reply::default()
        };
        let dialect = network::NetworkDialect::Neutron;
        let nets =
            network::networks(dialect).finish(&one("networks", r#"{"id": "n", "name": "net"}"#)).expect("networks");
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
        let reply = |path: &str, body: &str| Reply {
            status: 200,
            body: format!("{{\"{path}\": [{body}]}}"),
            ..Reply::default()
        };
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
}
