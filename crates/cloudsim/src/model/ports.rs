//! Ports, addresses and floating IPs of a project.

use std::net::Ipv4Addr;

use super::{Network, Nic, Project, SecurityGroup};

/// The first ten addresses of a subnet belong to the gateway and its kind.
const RESERVED: u32 = 10;

impl Project {
    /// The network floating IPs come from.
    pub(crate) fn pool(&self) -> Option<&Network> {
        self.networks.iter().find(|network| network.external)
    }

    /// A new interface on a subnet; `None` when its addresses are used up.
    pub(crate) fn nic(&mut self, subnet_id: &str) -> Option<Nic> {
        let subnet = self.subnets.iter_mut().find(|subnet| subnet.id == subnet_id)?;
        let number = loop {
            let number = match subnet.returned.pop() {
                Some(number) => number,
                None if subnet.used >= subnet.size => return None,
                None => {
                    subnet.used += 1;
                    RESERVED + subnet.used
                }
            };
            if !subnet.claimed.contains(&number) {
                break number;
            }
        };
        let address = Ipv4Addr::from(subnet.base.saturating_add(number)).to_string();
        let (network, subnet) = (subnet.network.clone(), subnet.id.clone());
        Some(Nic { port: self.rng.uuid(), network, subnet, address, mac: self.rng.mac(), made_before: None })
    }

    /// A new interface with the address somebody asked for, which nobody has ([`Project::holder`]).
    pub(crate) fn nic_at(&mut self, subnet_id: &str, address: Ipv4Addr) -> Option<Nic> {
        let subnet = self.subnets.iter_mut().find(|subnet| subnet.id == subnet_id)?;
        let number = u32::from(address).checked_sub(subnet.base)?;
        subnet.returned.retain(|returned| *returned != number);
        // What is below was handed out once and will not be again.
        if number > RESERVED + subnet.used {
            subnet.claimed.insert(number);
        }
        let (network, subnet) = (subnet.network.clone(), subnet.id.clone());
        let (port, mac) = (self.rng.uuid(), self.rng.mac());
        Some(Nic { port, network, subnet, address: address.to_string(), mac, made_before: None })
    }

    /// Who has an address: the id of an instance, or of a port of none.
    pub(crate) fn holder(&self, subnet: &str, address: &str) -> Option<&str> {
        let has = |nic: &Nic| nic.subnet == subnet && nic.address == address;
        let servers = self.servers().iter().filter(|server| !server.deleted());
        let mut servers = servers.filter(|server| server.nics.iter().any(has)).map(|server| server.id.as_str());
        let mut ports = self.ports.iter().filter(|port| port.subnet == subnet && port.address == address);
        servers.next().or_else(|| ports.next().map(|port| port.id.as_str()))
    }

    /// A port made beforehand becomes an interface of an instance; `None` when there is no such free port.
    pub(crate) fn take_port(&mut self, id: &str) -> Option<Nic> {
        let at = self.ports.iter().position(|port| port.id == id)?;
        let port = self.ports.remove(at);
        Some(Nic {
            port: port.id.clone(),
            network: port.network.clone(),
            subnet: port.subnet.clone(),
            address: port.address.clone(),
            mac: port.mac.clone(),
            made_before: Some(port),
        })
    }

    /// Gives back what an instance had: ports made beforehand stay, free again; others go with their addresses, and
    /// floating IPs of those are free.
    pub(crate) fn free(&mut self, nics: Vec<Nic>) {
        for nic in nics {
            match nic.made_before {
                Some(port) => self.ports.push(port),
                None => self.remove_port(&nic.port, &nic.subnet, &nic.address),
            }
        }
    }

    /// A port goes: its address comes back, its floating IP is free.
    pub(crate) fn remove_port(&mut self, id: &str, subnet: &str, address: &str) {
        self.ports.retain(|port| port.id != id);
        if let Some(subnet) = self.subnets.iter_mut().find(|known| known.id == subnet) {
            let number =
                address.parse::<Ipv4Addr>().ok().and_then(|address| u32::from(address).checked_sub(subnet.base));
            // One that was claimed before its turn will have its turn.
            let claimed = number.is_some_and(|number| subnet.claimed.remove(&number));
            subnet.returned.extend(number.filter(|number| *number > RESERVED && !claimed));
        }
        self.floating.iter_mut().filter(|ip| ip.port.as_deref() == Some(id)).for_each(|ip| ip.port = None);
    }

    /// Whether an instance or a port has the group.
    pub(crate) fn uses_group(&self, group: &SecurityGroup) -> bool {
        let alive = self.servers().iter().filter(|server| !server.deleted());
        let ports = alive.clone().flat_map(|server| &server.nics).filter_map(|nic| nic.made_before.as_ref());
        let mut ports = ports.chain(&self.ports);
        alive.clone().any(|server| server.groups.contains(&group.name))
            || ports.any(|port| port.groups.contains(&group.id))
    }

    /// Instances say the names of their groups: a renamed one is renamed there, and nothing else moves.
    pub(crate) fn rename_group(&mut self, before: &str, after: &str) {
        let names = self.servers_mut().flat_map(|server| &mut server.groups);
        names.filter(|name| *name == before).for_each(|name| after.clone_into(name));
    }
}
