//! The pages of networks, floating IPs and security groups: related instances, and names of services.

mod lists;

pub use lists::{
    FLOATING_IP_FIELDS, Line, NETWORK_FIELDS, POLICY_FIELDS, SECURITY_GROUP_FIELDS, floating_ip_cells,
    floating_ip_term, floating_ips, network_cells, networks, open_rules, policies, policy_cells, security_group_cells,
    security_groups,
};

use std::collections::BTreeMap;
use std::sync::Arc;

use cloud::Cidr;
use cloud::ServerId;
use cloud::wire::{FloatingIp, Network, SecurityGroupRule, Server, Subnet};

/// An instance by id and name.
pub type User = (ServerId, String);

/// Instances by the name of what they use.
pub type Users = BTreeMap<String, Vec<User>>;

/// The instances that use each security group, in the given order. Instances reference groups by name.
pub fn users_of_groups(rows: &[Arc<Server>]) -> Users {
    let mut users = Users::new();
    for row in rows {
        // Some clouds list a group once for each port.
        let mut names: Vec<&String> = row.security_groups.said().into_iter().flatten().collect();
        names.sort();
        names.dedup();
        for name in names {
            users.entry(name.clone()).or_default().push(user(row));
        }
    }
    users
}

/// The instance that has a floating IP. The instance itself shows it only some seconds later: until then it is found by
/// the fixed address, if only one instance has that.
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

/// How many instances have an address in a network. Instances reference it by name.
pub fn in_network(network: &Network, rows: &[Arc<Server>]) -> usize {
    rows.iter().filter(|row| fixed(row).any(|(name, _)| name == network.name)).count()
}

/// How many instances have an address in a subnet of the network called `network`.
pub fn in_subnet(subnet: &Subnet, network: &str, rows: &[Arc<Server>]) -> usize {
    let Some(cidr) = Cidr::parse(&subnet.cidr) else { return 0 };
    let inside = |address: &str| address.parse().is_ok_and(|address| cidr.contains(address));
    rows.iter().filter(|row| fixed(row).any(|(name, address)| name == network && inside(address))).count()
}

/// A row of the table of networks: a subnet with its network, or a network without known subnets.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// `None`: not known.
    pub network: Option<Network>,
    pub subnet: Option<Subnet>,
    /// How many instances have an address in it.
    pub instances: usize,
}

/// All subnets in the order of their networks, and the networks without subnets.
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
    /// Identifies the row.
    pub fn id(&self) -> &str {
        match (&self.subnet, &self.network) {
            (Some(subnet), _) => subnet.id.as_str(),
            (None, Some(network)) => network.id.as_str(),
            (None, None) => "",
        }
    }

    /// Its name, or its id if it has none.
    pub fn name(&self) -> &str {
        let name = match (&self.subnet, &self.network) {
            (Some(subnet), _) => &subnet.name,
            (None, Some(network)) => &network.name,
            (None, None) => return "",
        };
        if name.is_empty() { self.id() } else { name }
    }

    /// The network's name, or its id if it has none or is not known.
    pub fn network_name(&self) -> &str {
        match (&self.network, &self.subnet) {
            (Some(network), _) if network.name.is_empty() => network.id.as_str(),
            (Some(network), _) => &network.name,
            (None, Some(subnet)) => subnet.network_id.as_str(),
            (None, None) => "",
        }
    }

    /// Its address range, if known.
    pub fn cidr(&self) -> Option<&str> {
        let own = self.subnet.as_ref().map(|subnet| subnet.cidr.as_str());
        own.or_else(|| self.network.as_ref()?.cidr.as_deref()).filter(|cidr| !cidr.is_empty())
    }
}

/// The network and address of all fixed addresses.
fn fixed(row: &Server) -> impl Iterator<Item = (&str, &str)> {
    let all = row.addresses.said().map(Vec::as_slice).unwrap_or_default();
    all.iter().filter(|address| !address.floating).map(|address| (address.network.as_str(), address.addr.as_str()))
}

fn user(row: &Arc<Server>) -> User {
    (row.id.clone(), row.name.clone())
}

/// The service that usually uses the port of a rule; its name is the same in every language.
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
mod tests;
