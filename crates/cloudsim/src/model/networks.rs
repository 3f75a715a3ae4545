//! The resources of the network service.

use std::collections::BTreeSet;
use std::net::Ipv4Addr;

use cloud::Cidr;
use cloud::Timestamp;
use serde_json::Value;

use super::Nic;

/// Neutron's "standard attributes" of every resource.
#[derive(Clone, Debug)]
pub(crate) struct Standard {
    pub description: String,
    pub tags: Vec<String>,
    pub created: Timestamp,
    pub updated: Timestamp,
    /// The number of changes.
    pub revision: u64,
}

impl Standard {
    /// For a resource created now.
    pub(crate) fn new(now: Timestamp) -> Self {
        Self { description: String::new(), tags: Vec::new(), created: now, updated: now, revision: 0 }
    }

    /// Sets the description.
    pub(crate) fn described(self, description: &str) -> Self {
        Self { description: description.to_owned(), ..self }
    }

    /// Records a change.
    pub(crate) fn touch(&mut self, now: Timestamp) {
        self.updated = now;
        self.revision += 1;
    }
}

/// A network; on NHN a VPC.
#[derive(Clone, Debug)]
pub(crate) struct Network {
    pub id: String,
    pub name: String,
    /// NHN's address range; networks of Neutron have none.
    pub cidr: String,
    pub external: bool,
    /// `admin_state_up`.
    pub up: bool,
    pub mtu: u64,
    /// The default for its ports.
    pub port_security: bool,
    pub standard: Standard,
}

impl Network {
    pub(crate) fn new(id: String, name: &str, standard: Standard) -> Self {
        let (name, cidr) = (name.to_owned(), String::new());
        Self { id, name, cidr, external: false, up: true, mtu: 1450, port_security: true, standard }
    }
}

/// A subnet.
#[derive(Clone, Debug)]
pub(crate) struct Subnet {
    pub id: String,
    pub name: String,
    pub network: String,
    pub cidr: String,
    /// It has a route to the internet gateway, so floating IPs work.
    pub routed: bool,
    /// The network address as a number; instances get the numbers after it.
    pub base: u32,
    /// The number of addresses before the first one for instances, such as the gateway's.
    pub reserved: u32,
    /// The number of addresses for instances.
    pub size: u32,
    /// The number of addresses handed out, including returned ones.
    pub used: u32,
    /// Returned addresses, as numbers after `base`.
    pub returned: Vec<u32>,
    /// Addresses requested explicitly before their turn, as numbers after `base`.
    pub claimed: BTreeSet<u32>,
    pub gateway: Option<Ipv4Addr>,
    pub dhcp: bool,
    /// First and last address of each allocation pool.
    pub pools: Vec<(Ipv4Addr, Ipv4Addr)>,
    pub dns: Vec<String>,
    pub routes: Value,
    pub standard: Standard,
}

impl Subnet {
    /// Whether instances can have this address.
    pub(crate) fn holds(&self, address: Ipv4Addr) -> bool {
        let number = u32::from(address).checked_sub(self.base);
        number.is_some_and(|number| number > self.reserved && number <= self.size.saturating_add(self.reserved))
    }

    /// Whether a port can have this address; one outside the pools only if requested explicitly.
    pub(crate) fn contains(&self, address: Ipv4Addr) -> bool {
        Cidr::parse(&self.cidr).is_some_and(|range| range.contains(address.into())) && u32::from(address) != self.base
    }

    /// The number of addresses left for instances.
    pub(crate) fn available(&self) -> u32 {
        self.size.saturating_sub(self.used).saturating_add(u32::try_from(self.returned.len()).unwrap_or_default())
    }
}

/// A router from subnets to an external network.
#[derive(Clone, Debug)]
pub(crate) struct Router {
    pub id: String,
    pub name: String,
    /// `admin_state_up`.
    pub up: bool,
    pub gateway: Option<Gateway>,
    pub routes: Value,
    pub standard: Standard,
}

/// A router's gateway on an external network.
#[derive(Clone, Debug)]
pub(crate) struct Gateway {
    pub network: String,
    pub address: String,
}

/// A port without an instance (those of instances are stored there, as `Nic`).
#[derive(Clone, Debug)]
pub(crate) struct Port {
    pub id: String,
    pub name: String,
    pub network: String,
    pub subnet: String,
    pub address: String,
    pub mac: String,
    /// Ids of its security groups.
    pub groups: Vec<String>,
    /// The router whose interface it is.
    pub router: Option<String>,
    /// `admin_state_up`.
    pub up: bool,
    pub security: bool,
    pub standard: Standard,
}

impl Port {
    /// A port with an interface's address.
    pub(crate) fn of(nic: Nic, standard: Standard) -> Self {
        let Nic { port: id, network, subnet, address, mac, .. } = nic;
        let (name, groups) = (String::new(), Vec::new());
        let (router, up, security) = (None, true, true);
        Self { id, name, network, subnet, address, mac, groups, router, up, security, standard }
    }

    /// Whether an instance or a floating IP can use it.
    pub(crate) fn free(&self) -> bool {
        self.router.is_none()
    }
}

/// A floating IP.
#[derive(Clone, Debug)]
pub(crate) struct Floating {
    pub id: String,
    pub address: String,
    /// Id of the external network it comes from.
    pub pool: String,
    /// The port it is attached to, of an instance or not.
    pub port: Option<String>,
    /// When it becomes `ACTIVE`; before that an attached one is `DOWN` and missing in the instance's addresses.
    pub active_from: Timestamp,
    pub standard: Standard,
}

impl Floating {
    /// Whether it is active already.
    pub(crate) fn active(&self, now: Timestamp) -> bool {
        self.port.is_some() && self.active_from <= now
    }
}
