//! Which address of an instance a floating IP can be given to.

use crate::ids::{PortId, SubnetId};
use crate::wire::{FixedIp, FloatingIp, Port, Subnet};

/// An address of a port, IPv4: a floating IP has one of them behind it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The port.
    pub port: PortId,
    /// The subnet of the address.
    pub subnet: SubnetId,
    /// The address, for a person to choose by.
    pub address: String,
    /// The port has several such addresses: the request must say which.
    pub ambiguous: bool,
}

/// All addresses of these ports that no floating IP has yet.
pub fn candidates(ports: &[Port], taken: &[FloatingIp]) -> Vec<Candidate> {
    let free = |port: &Port, fixed: &FixedIp| {
        let has = |ip: &FloatingIp| {
            // An answer without the fixed address means the port's only one.
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
    /// Its subnet is known to have no way to the internet: the cloud would refuse, after an address was made in vain
    /// (nhn-api.md §3.3). Stock clouds do not tell beforehand.
    pub fn is_dead_end(&self, subnets: &[Subnet]) -> bool {
        let subnet = subnets.iter().find(|subnet| subnet.id == self.subnet);
        subnet.is_some_and(|subnet| subnet.internet_gateway.said() == Some(&None))
    }
}
