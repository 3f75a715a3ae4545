//! The table of ports: owners, search and sorting.

use std::collections::BTreeMap;
use std::sync::Arc;

use cloud::wire::{Network, Port, SecurityGroup, Server};
use cloud::{SecurityGroupId, ServerId};
use query::{Cells, Compiled, Field, Fields, Kind};

use crate::listing::{Order, Rules, SortKey, found};

/// What a port is attached to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Owner {
    /// Nothing: a new instance can use it.
    Nobody,
    /// An instance with its name, or its id if the name is not known.
    Instance(ServerId, String),
    /// A DHCP server.
    Dhcp,
    Router,
    FloatingIp,
    Balancer,
    /// Something else, in the cloud's word.
    Other(String),
}

impl Owner {
    fn of(port: &Port, names: &BTreeMap<&ServerId, &str>) -> Self {
        if let Some(id) = port.device.as_ref().filter(|_| port.is_of_instance()) {
            let name = names.get(id).copied().filter(|name| !name.is_empty()).unwrap_or(id.as_str());
            return Owner::Instance(id.clone(), name.to_owned());
        }
        let word = port.owner.to_ascii_lowercase();
        match word.strip_prefix("network:").unwrap_or(&word) {
            "" => port.device.as_ref().map_or(Owner::Nobody, |device| Owner::Other(device.to_string())),
            "dhcp" => Owner::Dhcp,
            "floatingip" => Owner::FloatingIp,
            // `router_interface`, `router_gateway`, `ha_router_replicated_interface` and more.
            word if word.contains("router") => Owner::Router,
            // `neutron:LOADBALANCERV2`, `Octavia`.
            word if word.contains("loadbalancer") || word.starts_with("octavia") => Owner::Balancer,
            _ => Owner::Other(port.owner.clone()),
        }
    }
}

/// A port joined with related resources.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub port: Port,
    pub owner: Owner,
    /// The network's name, or its id if it has none; `None`: the network is not known.
    pub network: Option<String>,
    /// Its security groups with their names, or ids if not known.
    pub groups: Vec<(SecurityGroupId, String)>,
}

/// Joins each port with related resources.
pub fn lines(ports: &[Port], networks: &[Network], groups: &[SecurityGroup], servers: &[Arc<Server>]) -> Vec<Line> {
    let names: BTreeMap<&ServerId, &str> = servers.iter().map(|row| (&row.id, row.name.as_str())).collect();
    let network = |port: &Port| {
        let network = networks.iter().find(|network| network.id == port.network)?;
        Some(if network.name.is_empty() { network.id.to_string() } else { network.name.clone() })
    };
    let group = |id: &SecurityGroupId| {
        let named = groups.iter().find(|group| group.id == *id && !group.name.is_empty());
        (id.clone(), named.map_or_else(|| id.to_string(), |group| group.name.clone()))
    };
    let line = |port: &Port| Line {
        owner: Owner::of(port, &names),
        network: network(port),
        groups: port.groups.iter().map(group).collect(),
        port: port.clone(),
    };
    ports.iter().map(line).collect()
}

impl Line {
    /// All its addresses; empty if it has none.
    pub fn addresses(&self) -> String {
        self.port.fixed.iter().map(|fixed| fixed.address.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Its display name: its addresses, or its own name, or its id.
    pub fn name(&self) -> String {
        let all = [self.addresses(), self.port.name.clone(), self.port.id.to_string()];
        all.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
    }

    /// The instance's name, or the cloud's word for another owner.
    fn owner(&self) -> &str {
        match &self.owner {
            Owner::Instance(_, name) | Owner::Other(name) => name,
            _ => &self.port.owner,
        }
    }

    /// The network's name, or its id if not known.
    pub fn network(&self) -> &str {
        self.network.as_deref().unwrap_or(self.port.network.as_str())
    }
}

/// The fields of a port in the search language.
pub const PORT_FIELDS: Fields = Fields(&[
    Field::new(0, "name", Kind::Text),
    Field::new(1, "ip", Kind::Address).also(&["address"]),
    Field::new(2, "mac", Kind::Text),
    Field::new(3, "owner", Kind::Text).also(&["instance", "server"]),
    Field::new(4, "network", Kind::Text).also(&["vpc"]),
    Field::new(5, "group", Kind::Text).also(&["security-group", "sg"]),
    Field::new(6, "status", Kind::Word),
    Field::new(7, "is", Kind::Flags).words(&["free"]),
    Field::new(8, "id", Kind::Text),
]);

/// A port in a search.
pub fn port_cells(line: &Line) -> Cells {
    let port = &line.port;
    let mut cells = Cells::new(PORT_FIELDS)
        .text("name", &port.name)
        .text("mac", &port.mac)
        .text("owner", line.owner())
        .text("network", line.network())
        .text("id", port.id.as_str())
        .hidden("status", port.status.as_str())
        .flag("is", "free", line.owner == Owner::Nobody);
    for fixed in &port.fixed {
        cells = cells.text("ip", &fixed.address);
    }
    for (_, name) in &line.groups {
        cells = cells.text("group", name);
    }
    cells
}

/// The ports to show, in order.
pub fn ports<'a>(all: &'a [Line], query: &Compiled, order: Option<&Order>) -> Vec<&'a Line> {
    let key = |line: &Line, column: &str| match column {
        "address" => SortKey::text(&line.addresses()),
        "name" => SortKey::text(&line.port.name),
        "mac" => SortKey::text(&line.port.mac),
        "owner" => SortKey::text(line.owner()),
        "network" => SortKey::text(line.network()),
        "groups" => SortKey::text(line.groups.first().map_or("", |(_, name)| name)),
        "status" => SortKey::text(line.port.status.as_str()),
        _ => SortKey::Nothing,
    };
    found(all, query, order, &Rules { cells: &port_cells, key: &key, base: "address" })
}

#[cfg(test)]
mod tests {
    use cloud::Reply;
    use cloud::calls::{network, servers};

    use super::*;

    fn told() -> Vec<Line> {
        let port = |id: &str, address: &str, owner: &str, device: &str, group: &str| {
            format!(
                r#"{{"id":"{id}","mac_address":"fa:16:3e:00:00:{id}","status":"ACTIVE","network_id":"n1",
                "device_owner":"{owner}","device_id":"{device}","security_groups":["{group}"],
                "fixed_ips":[{{"ip_address":"{address}","subnet_id":"s"}}]}}"#
            )
        };
        let rows = [
            port("01", "10.0.0.10", "compute:kr-a", "vm", "g1"),
            port("02", "10.0.0.9", "compute:kr-a", "lost", "g2"),
            port("03", "10.0.0.2", "network:dhcp", "d", "g1"),
            port("04", "10.0.0.1", "network:router_interface_distributed", "r", "g1"),
            port("05", "10.0.0.5", "neutron:LOADBALANCERV2", "b", "g1"),
            port("06", "10.0.0.6", "", "", "g1"),
            port("07", "10.0.0.7", "trunk:subport", "t", "g1"),
        ];
        let body = format!(r#"{{"ports":[{}]}}"#, rows.join(","));
        let ports: Vec<Port> = network::ports(None).finish(&reply(&body)).expect("ports").into_iter().collect();
        let networks = network::networks(network::NetworkDialect::Neutron)
            .finish(&reply(r#"{"networks":[{"id":"n1","name":"office"}]}"#));
        let groups = network::security_groups().finish(&reply(r#"{"security_groups":[{"id":"g1","name":"web"}]}"#));
        let networks: Vec<Network> = networks.expect("networks").into_iter().collect();
        let groups: Vec<SecurityGroup> = groups.expect("groups").into_iter().collect();
        let vm = servers::get(&"vm".into()).finish(&reply(r#"{"server":{"id":"vm","name":"db-1"}}"#));
        lines(&ports, &networks, &groups, &[Arc::new(vm.expect("an instance"))])
    }

    #[test]
    fn whose_a_port_is() {
        let owners: Vec<Owner> = told().into_iter().map(|line| line.owner).collect();
        let instance = |id: &str, name: &str| Owner::Instance(id.into(), name.to_owned());
        let expected = [
            instance("vm", "db-1"),
            instance("lost", "lost"),
            Owner::Dhcp,
            Owner::Router,
            Owner::Balancer,
            Owner::Nobody,
            Owner::Other("trunk:subport".to_owned()),
        ];
        assert_eq!(owners, expected);
    }

    #[test]
    fn ports_by_query() {
        let all = told();
        for (asked, expected) in [
            ("", "04 03 05 06 07 02 01"),
            ("q=db-1", "01"),
            ("q=3e:00:00:03", "03"),
            ("q=router office", "04"),
            ("q=web 10.0.0.1", "04 01"),
            ("sort=address&dir=desc", "01 02 07 06 05 03 04"),
            ("sort=owner", "01 02 03 04 05 07 06"),
            ("sort=groups", "02 04 03 05 06 07 01"),
        ] {
            let listing = crate::listing::Listing::of_query(&[], asked);
            let compiled = Compiled::new(&query::Query::parse(&listing.search), PORT_FIELDS, Default::default());
            let shown: Vec<&str> =
                ports(&all, &compiled, listing.order.as_ref()).iter().map(|line| line.port.id.as_str()).collect();
            assert_eq!(shown.join(" "), expected, "{asked}");
        }
    }

    #[test]
    fn a_port_without_an_address_is_called_by_its_name_or_id() {
        let mut line = told().remove(0);
        assert_eq!((line.name().as_str(), line.network()), ("10.0.0.10", "office"));
        line.port.fixed.clear();
        assert_eq!(line.name(), "01");
        line.port.name = "spare".to_owned();
        assert_eq!(line.name(), "spare");
    }

    fn reply(body: &str) -> Reply {
        Reply { status: 200, headers: Vec::new(), body: body.to_owned() }
    }
}
