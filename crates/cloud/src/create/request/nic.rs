//! A network interface of a create request (row S13).

use crate::ids::*;
use crate::json::Json;

/// One interface.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::create) struct Nic {
    /// What it is attached to.
    pub on: NicOn,
    /// `fixed_ip`, sent next to the network.
    pub fixed_ip: Option<String>,
}

/// Exactly one of these is sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::create) enum NicOn {
    /// `subnet` (NHN).
    Subnet(SubnetId),
    /// `uuid`.
    Network(NetworkId),
    /// `port`.
    Port(PortId),
    /// A port to be created on this subnet first; sent as its network if it is not created.
    NewPort(NetworkId, SubnetId),
}

/// A port to create before the instance.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PortToMake {
    pub network: NetworkId,
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
