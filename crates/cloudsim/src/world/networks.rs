//! The network neighbours: the default VPC with its subnets, the public network, security groups.

use std::collections::BTreeSet;

use cloud::Timestamp;

use crate::clock::later;
use crate::model::{Floating, Network, Project, SecurityGroup, SecurityRule, Subnet};

/// Names of the subnets instances are put on.
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
        // The one that no way leads to: floating IPs are refused there.
        let routed = name != ISOLATED;
        let (returned, claimed) = (Vec::new(), BTreeSet::new());
        let subnet = Subnet { id, name, network, cidr, routed, base, size, used: 0, returned, claimed, created };
        project.subnets.push(subnet);
    }
    let cidr = "192.168.0.0/16".to_owned();
    project.networks.push(Network { id: vpc, name: DEFAULT.to_owned(), cidr, external: false, created });
    let (id, cidr) = (project.rng.uuid(), "0.0.0.0/0".to_owned());
    project.networks.push(Network { id, name: "public_network".to_owned(), cidr, external: true, created });
    groups(project, created);
}

fn groups(project: &mut Project, created: Timestamp) {
    type Row = (bool, &'static str, Option<&'static str>, Option<(u16, u16)>, Option<&'static str>, bool);
    let free: [Row; 2] = [(false, "IPv4", None, None, None, false), (false, "IPv6", None, None, None, false)];
    let inner: [Row; 2] = [(true, "IPv4", None, None, None, true), (true, "IPv6", None, None, None, true)];
    let tcp = |port, from| -> Row { (true, "IPv4", Some("tcp"), Some((port, port)), Some(from), false) };
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
        let (name, description) = (name.to_owned(), description.to_owned());
        project.groups.push(SecurityGroup { id, name, description, rules, created });
    }
}

/// What nothing can be connected to: a subnet whose addresses are all taken, and a network that has no subnet.
pub(super) fn narrow(project: &mut Project, now: Timestamp) {
    if let Some(subnet) = project.subnets.iter_mut().find(|subnet| subnet.name == ISOLATED) {
        subnet.size = 0;
    }
    let (id, cidr) = (project.rng.uuid(), "172.16.0.0/16".to_owned());
    project.networks.push(Network { id, name: "bare".to_owned(), cidr, external: false, created: now });
}

/// One address that no port has: it costs, and is to be noticed.
pub(super) fn spare(project: &mut Project) {
    let pool = project.pool().map(|network| network.id.clone()).unwrap_or_default();
    let (id, address) = (project.rng.uuid(), "203.0.113.77".to_owned());
    project.floating.push(Floating { id, address, pool, port: None, active_from: Timestamp(i64::MIN) });
}
