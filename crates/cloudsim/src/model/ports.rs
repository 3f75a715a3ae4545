//! Ports, addresses and floating IPs of a project.

use std::net::Ipv4Addr;

use super::{Network, Nic, Project};

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
        let number = match subnet.returned.pop() {
            Some(number) => number,
            None if subnet.used >= subnet.size => return None,
            None => {
                subnet.used += 1;
                RESERVED + subnet.used
            }
        };
        let address = Ipv4Addr::from(subnet.base.saturating_add(number)).to_string();
        let (network, subnet) = (subnet.network.clone(), subnet.id.clone());
        Some(Nic { port: self.rng.uuid(), network, subnet, address, mac: self.rng.mac(), made_before: None })
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
    pub(super) fn free(&mut self, nics: Vec<Nic>) {
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
            subnet.returned.extend(number.filter(|number| *number > RESERVED));
        }
        self.floating.iter_mut().filter(|ip| ip.port.as_deref() == Some(id)).for_each(|ip| ip.port = None);
    }
}
