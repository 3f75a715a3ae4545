//! Networks: the default VPC with its subnets, the public network, security groups.

use std::collections::BTreeSet;
use std::net::Ipv4Addr;

use cloud::Timestamp;
use cloud::config::RuleSet;
use serde_json::json;

use crate::clock::later;
use crate::model::{Floating, Gateway, Network, Project, Router, SecurityGroup, SecurityRule, Standard, Subnet};
use crate::rng::named;

/// Names of the subnets for instances.
pub(super) const DEFAULT: &str = "Default Network";
const ISOLATED: &str = "격리-서브넷";
pub(super) const CROWD: &str = "대규모 서브넷";

const SUBNETS: [(&str, &str, u32, u32); 3] = [
    (DEFAULT, "192.168.0.0/24", 0xc0a8_0000, 240),
    (ISOLATED, "192.168.1.0/24", 0xc0a8_0100, 240),
    (CROWD, "192.168.128.0/17", 0xc0a8_8000, 32_700),
];

pub(super) fn fill(project: &mut Project, now: Timestamp) {
    let created = later(now, -400 * 86_400_000);
    let vpc = project.rng.uuid();
    for (name, cidr, base, size) in SUBNETS {
        let id = project.rng.uuid();
        let (name, network, cidr) = (name.to_owned(), vpc.clone(), cidr.to_owned());
        // A subnet without a route: floating IPs are refused there.
        let routed = name != ISOLATED;
        let at = |number: u32| Ipv4Addr::from(base + number);
        project.subnets.push(Subnet {
            id,
            name,
            network,
            cidr,
            routed,
            base,
            reserved: 10,
            size,
            used: 0,
            returned: Vec::new(),
            claimed: BTreeSet::new(),
            gateway: Some(at(1)),
            dhcp: true,
            pools: vec![(at(2), at(size + 10))],
            dns: Vec::new(),
            routes: json!([]),
            standard: Standard::new(created),
        });
    }
    let standard = Standard { revision: 2, ..Standard::new(created) };
    let own = Network::new(vpc, DEFAULT, standard.clone());
    project.networks.push(Network { cidr: "192.168.0.0/16".to_owned(), ..own });
    let public = Network::new(project.rng.uuid(), "public_network", standard);
    let pool = public.id.clone();
    project.networks.push(Network { cidr: "0.0.0.0/0".to_owned(), external: true, ..public });
    if project.rules == RuleSet::OpenStack {
        router(project, pool, created);
    }
    groups(project, created);
}

/// The router of the routed subnets.
fn router(project: &mut Project, network: String, created: Timestamp) {
    let id = named(0, "router", &network);
    let gateway = Gateway { network, address: format!("{}.2", project.public) };
    let (name, standard) = ("default-router".to_owned(), Standard::new(created));
    project.routers.push(Router {
        id: id.clone(),
        name,
        up: true,
        gateway: Some(gateway),
        routes: json!([]),
        standard,
    });
    let routed = project.subnets.iter().filter(|subnet| subnet.routed);
    let ends: Vec<_> = routed.filter_map(|subnet| Some((subnet.id.clone(), subnet.gateway?))).collect();
    for (subnet, gateway) in ends {
        project.connect(&id, &subnet, gateway, created);
    }
}

fn groups(project: &mut Project, created: Timestamp) {
    type Row = (bool, &'static str, Option<&'static str>, Option<(u16, Option<u16>)>, Option<&'static str>, bool);
    let free: [Row; 2] = [(false, "IPv4", None, None, None, false), (false, "IPv6", None, None, None, false)];
    let inner: [Row; 2] = [(true, "IPv4", None, None, None, true), (true, "IPv6", None, None, None, true)];
    let tcp = |port, from| -> Row { (true, "IPv4", Some("tcp"), Some((port, Some(port))), Some(from), false) };
    const ANYONE: &str = "0.0.0.0/0";
    for (name, description, own) in [
        ("default", "Default security group", inner.to_vec()),
        ("web", "HTTP, HTTPS, 사무실에서 SSH", vec![tcp(80, ANYONE), tcp(443, ANYONE), tcp(22, "198.51.100.0/24")]),
        ("ssh-임시", "", vec![tcp(22, ANYONE)]),
    ] {
        let id = project.rng.uuid();
        let rules =
            free.iter().copied().chain(own).map(|(ingress, ethertype, protocol, ports, prefix, inner)| SecurityRule {
                id: project.rng.uuid(),
                ingress,
                ethertype: ethertype.to_owned(),
                protocol: protocol.map(str::to_owned),
                ports,
                prefix: prefix.map(str::to_owned),
                remote_group: inner.then(|| id.clone()),
                description: prefix.map(|_| String::new()),
                created,
            });
        let rules = rules.collect();
        let standard = Standard { revision: 3, ..Standard::new(created).described(description) };
        project.groups.push(SecurityGroup { id, name: name.to_owned(), rules, standard });
    }
}

/// A subnet without a free address, and a network without a subnet.
pub(super) fn narrow(project: &mut Project, now: Timestamp) {
    if let Some(subnet) = project.subnets.iter_mut().find(|subnet| subnet.name == ISOLATED) {
        subnet.size = 0;
    }
    let bare = Network::new(project.rng.uuid(), "bare", Standard::new(now));
    project.networks.push(Network { cidr: "172.16.0.0/16".to_owned(), ..bare });
}

/// An unattached floating IP, which costs money and should be noticed.
pub(super) fn spare(project: &mut Project, now: Timestamp) {
    let pool = project.pool().map(|network| network.id.clone()).unwrap_or_default();
    let (id, address) = (project.rng.uuid(), format!("{}.77", project.public));
    let standard = Standard::new(later(now, -30 * 86_400_000));
    project.floating.push(Floating { id, address, pool, port: None, active_from: Timestamp(i64::MIN), standard });
}
