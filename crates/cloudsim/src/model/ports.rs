//! Ports, addresses and floating IPs of a project.

use std::net::Ipv4Addr;

use cloud::Timestamp;

use super::{Network, Nic, Port, Project, Router, SecurityGroup, Standard};

impl Project {
    /// The network of floating IPs.
    pub(crate) fn pool(&self) -> Option<&Network> {
        self.networks.iter().find(|network| network.external)
    }

    /// The standard attributes of a resource, by the name of its list and its id.
    pub(crate) fn standard_mut(&mut self, list: &str, id: &str) -> Option<&mut Standard> {
        match list {
            "networks" => self.networks.iter_mut().find(|one| one.id == id).map(|one| &mut one.standard),
            "subnets" => self.subnets.iter_mut().find(|one| one.id == id).map(|one| &mut one.standard),
            "routers" => self.routers.iter_mut().find(|one| one.id == id).map(|one| &mut one.standard),
            "floatingips" => self.floating.iter_mut().find(|one| one.id == id).map(|one| &mut one.standard),
            "security-groups" => self.groups.iter_mut().find(|one| one.id == id).map(|one| &mut one.standard),
            "ports" if self.ports.iter().any(|one| one.id == id) => {
                self.ports.iter_mut().find(|one| one.id == id).map(|one| &mut one.standard)
            }
            "ports" => {
                let alive = self.servers_mut().filter(|server| !server.deleted());
                let mut nics = alive.flat_map(|server| server.nics.iter_mut().map(|nic| (server.created, nic)));
                let (created, nic) = nics.find(|(_, nic)| nic.port == id)?;
                Some(match &mut nic.made_before {
                    Some(port) => &mut port.standard,
                    None => nic.standard.get_or_insert_with(|| Box::new(Standard::new(created))),
                })
            }
            _ => None,
        }
    }

    /// The router for floating IPs of a subnet.
    pub(crate) fn way_out(&self, subnet: &str) -> Option<&Router> {
        let mut ports = self.ports.iter().filter(|port| port.subnet == subnet);
        ports.find_map(|port| {
            let id = port.router.as_ref()?;
            self.routers.iter().find(|router| router.id == *id && router.gateway.is_some())
        })
    }

    /// A new interface on a subnet; `None` if no address is left.
    pub(crate) fn nic(&mut self, subnet_id: &str) -> Option<Nic> {
        let subnet = self.subnets.iter_mut().find(|subnet| subnet.id == subnet_id)?;
        let number = loop {
            let number = match subnet.returned.pop() {
                Some(number) => number,
                None if subnet.used >= subnet.size => return None,
                None => {
                    subnet.used += 1;
                    subnet.reserved + subnet.used
                }
            };
            if !subnet.claimed.contains(&number) {
                break number;
            }
        };
        let address = Ipv4Addr::from(subnet.base.saturating_add(number)).to_string();
        let (network, subnet) = (subnet.network.clone(), subnet.id.clone());
        Some(Nic {
            port: self.rng.uuid(),
            network,
            subnet,
            address,
            mac: self.rng.mac(),
            standard: None,
            made_before: None,
        })
    }

    /// A new interface with a requested address that is not in use ([`Project::holder`]).
    pub(crate) fn nic_at(&mut self, subnet_id: &str, address: Ipv4Addr) -> Option<Nic> {
        let subnet = self.subnets.iter_mut().find(|subnet| subnet.id == subnet_id)?;
        let number = u32::from(address).checked_sub(subnet.base)?;
        subnet.returned.retain(|returned| *returned != number);
        // Lower addresses were handed out before and will not be again.
        if number > subnet.reserved + subnet.used {
            subnet.claimed.insert(number);
        }
        let (network, subnet) = (subnet.network.clone(), subnet.id.clone());
        let (port, mac) = (self.rng.uuid(), self.rng.mac());
        Some(Nic { port, network, subnet, address: address.to_string(), mac, standard: None, made_before: None })
    }

    /// A new interface on a network without subnets.
    pub(crate) fn nic_without_address(&mut self, network: &str) -> Nic {
        let (port, mac) = (self.rng.uuid(), self.rng.mac());
        let (network, subnet, address) = (network.to_owned(), String::new(), String::new());
        Nic { port, network, subnet, address, mac, standard: None, made_before: None }
    }

    /// The owner of an address: an instance's id, or the id of a port without instance.
    pub(crate) fn holder(&self, subnet: &str, address: &str) -> Option<&str> {
        let has = |nic: &Nic| nic.subnet == subnet && nic.address == address;
        let servers = self.servers().iter().filter(|server| !server.deleted());
        let mut servers = servers.filter(|server| server.nics.iter().any(has)).map(|server| server.id.as_str());
        let mut ports = self.ports.iter().filter(|port| port.subnet == subnet && port.address == address);
        servers.next().or_else(|| ports.next().map(|port| port.id.as_str()))
    }

    /// Adds a router's interface at the subnet's gateway.
    pub(crate) fn connect(&mut self, router: &str, subnet: &str, gateway: Ipv4Addr, now: Timestamp) -> Option<String> {
        let nic = self.nic_at(subnet, gateway)?;
        let mut port = Port::of(nic, Standard::new(now));
        (port.router, port.security) = (Some(router.to_owned()), false);
        let id = port.id.clone();
        self.ports.push(port);
        Some(id)
    }

    /// Turns a port into an instance's interface; `None` if there is no such unattached port.
    pub(crate) fn take_port(&mut self, id: &str) -> Option<Nic> {
        let at = self.ports.iter().position(|port| port.id == id && port.free())?;
        let port = self.ports.remove(at);
        Some(Nic {
            port: port.id.clone(),
            network: port.network.clone(),
            subnet: port.subnet.clone(),
            address: port.address.clone(),
            mac: port.mac.clone(),
            standard: None,
            made_before: Some(port),
        })
    }

    /// Releases the interfaces of an instance: ports created beforehand stay, others are deleted with their addresses,
    /// and their floating IPs are detached.
    pub(crate) fn free(&mut self, nics: Vec<Nic>) {
        for nic in nics {
            match nic.made_before {
                Some(port) => self.ports.push(port),
                None => self.remove_port(&nic.port, &nic.subnet, &nic.address),
            }
        }
    }

    /// Removes a port: returns its address and detaches its floating IP.
    pub(crate) fn remove_port(&mut self, id: &str, subnet: &str, address: &str) {
        self.ports.retain(|port| port.id != id);
        if let Some(subnet) = self.subnets.iter_mut().find(|known| known.id == subnet) {
            let number =
                address.parse::<Ipv4Addr>().ok().and_then(|address| u32::from(address).checked_sub(subnet.base));
            // An address claimed before its turn will have its turn; the gateway's never comes.
            let gateway = subnet.gateway.is_some_and(|gateway| gateway.to_string() == address);
            let claimed = gateway || number.is_some_and(|number| subnet.claimed.remove(&number));
            subnet.returned.extend(number.filter(|number| *number > subnet.reserved && !claimed));
        }
        self.floating.iter_mut().filter(|ip| ip.port.as_deref() == Some(id)).for_each(|ip| ip.port = None);
    }

    /// Whether an instance or a port uses the group.
    pub(crate) fn uses_group(&self, group: &SecurityGroup) -> bool {
        let alive = self.servers().iter().filter(|server| !server.deleted());
        let ports = alive.clone().flat_map(|server| &server.nics).filter_map(|nic| nic.made_before.as_ref());
        let mut ports = ports.chain(&self.ports);
        alive.clone().any(|server| server.groups.contains(&group.name))
            || ports.any(|port| port.groups.contains(&group.id))
    }

    /// Instances reference groups by name: renames one there, without other changes.
    pub(crate) fn rename_group(&mut self, before: &str, after: &str) {
        let names = self.servers_mut().flat_map(|server| &mut server.groups);
        names.filter(|name| *name == before).for_each(|name| after.clone_into(name));
    }
}
