//! The addresses of an instance to which a floating IP can be attached.

use crate::ids::{PortId, SubnetId};
use crate::wire::{FixedIp, FloatingIp, Port, Subnet};

/// An IPv4 address of a port.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    pub port: PortId,
    pub subnet: SubnetId,
    /// For the person to choose by.
    pub address: String,
    /// The port has several such addresses, so the request must name one.
    pub ambiguous: bool,
}

/// All addresses of these ports that have no floating IP yet.
pub fn candidates(ports: &[Port], taken: &[FloatingIp]) -> Vec<Candidate> {
    let free = |port: &Port, fixed: &FixedIp| {
        let has = |ip: &FloatingIp| {
            // A response without the fixed address means the port's only one.
            ip.port.as_ref() == Some(&port.id) && ip.fixed_address.as_ref().is_none_or(|own| *own == fixed.address)
        };
        !taken.iter().any(has)
    };
    let mut all = Vec::new();
    for port in ports {
        let v4 = || port.fixed.iter().filter(|fixed| fixed.is_v4());
        let ambiguous = v4().count() > 1;
        let of = |fixed: &FixedIp| Candidate {
            port: port.id.clone(),
            subnet: fixed.subnet.clone(),
            address: fixed.address.clone(),
            ambiguous,
        };
        all.extend(v4().filter(|fixed| free(port, fixed)).map(of));
    }
    all
}

impl Candidate {
    /// Whether its subnet is known to have no route to the internet: the cloud would refuse after an address was
    /// allocated (nhn-api.md §3.3). Stock clouds do not report this.
    pub fn is_dead_end(&self, subnets: &[Subnet]) -> bool {
        let subnet = subnets.iter().find(|subnet| subnet.id == self.subnet);
        subnet.is_some_and(|subnet| subnet.internet_gateway.said() == Some(&None))
    }
}
