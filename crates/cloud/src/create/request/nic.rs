//! One network interface of a request (row S13).

use crate::ids::*;
use crate::json::Json;

/// One interface.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::create) struct Nic {
    /// What it is on.
    pub on: NicOn,
    /// `fixed_ip`, beside what it is on.
    pub fixed_ip: Option<String>,
}

/// One of them, never two.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::create) enum NicOn {
    /// `subnet` (NHN).
    Subnet(SubnetId),
    /// `uuid`.
    Network(NetworkId),
    /// `port`.
    Port(PortId),
    /// A port that is made on this subnet first; sent as its network if nobody makes it.
    NewPort(NetworkId, SubnetId),
}

/// A port that a create needs first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PortToMake {
    /// Its network.
    pub network: NetworkId,
    /// Its subnet.
    pub subnet: SubnetId,
}

impl Nic {
    pub(super) fn to_json(&self) -> Json<'_> {
        let (key, id) = match &self.on {
            NicOn::Subnet(id) => ("subnet", id.as_str()),
            NicOn::Network(id) | NicOn::NewPort(id, _) => ("uuid", id.as_str()),
            NicOn::Port(id) => ("port", id.as_str()),
        };
        let mut nic = Json::object([(key, id.into())]);
        if let Some(address) = &self.fixed_ip {
            nic.put("fixed_ip", address.into());
        }
        nic
    }

    pub(super) fn port_to_make(&self) -> Option<PortToMake> {
        match &self.on {
            NicOn::NewPort(network, subnet) => Some(PortToMake { network: network.clone(), subnet: subnet.clone() }),
            _ => None,
        }
    }
}
