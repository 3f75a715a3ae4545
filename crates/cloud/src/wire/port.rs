//! Network ports (row N03).

use super::root::Wire;
use super::words::words;
use crate::ids::{NetworkId, PortId, SecurityGroupId, ServerId, SubnetId};
use crate::json::Json;

words! {
    /// `status` of a port.
    PortStatus {
        /// Wired.
        Active = "ACTIVE",
        /// Not in use, or its instance is off.
        Down = "DOWN",
        /// Being wired.
        Build = "BUILD",
        /// It could not be wired.
        Error = "ERROR",
    }
}

/// One port.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Port {
    /// `id`.
    pub id: PortId,
    /// `name`; empty when null.
    pub name: String,
    /// `status`.
    pub status: PortStatus,
    /// `network_id`.
    pub network: NetworkId,
    /// `device_id`, which is `""` on a free port; a router's or a balancer's where [`Port::is_of_instance`] is false.
    pub device: Option<ServerId>,
    /// `device_owner`, such as `compute:kr-pub-a`.
    pub owner: String,
    /// `mac_address`.
    pub mac: String,
    /// `fixed_ips`.
    pub fixed: Vec<FixedIp>,
    /// `security_groups`: ids here, names on the instance.
    pub groups: Vec<SecurityGroupId>,
}

/// An address of a port.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FixedIp {
    /// `subnet_id`.
    pub subnet: SubnetId,
    /// `ip_address`.
    pub address: String,
}

impl FixedIp {
    /// Only such an address can have a floating one.
    pub fn is_v4(&self) -> bool {
        self.address.contains('.') && !self.address.contains(':')
    }
}

impl Port {
    /// Its device is an instance.
    pub fn is_of_instance(&self) -> bool {
        self.device.is_some() && self.owner.starts_with("compute:")
    }

    /// No device has it: it can be given to an instance.
    pub fn is_free(&self) -> bool {
        self.device.is_none()
    }
}

impl Wire for Port {
    const ONE: &'static str = "port";
    const MANY: &'static [&'static str] = &["ports"];

    fn read(row: &Json<'_>) -> Option<Self> {
        Some(Self {
            id: row.get("id").filled().map(PortId)?,
            name: row.get("name").text(),
            status: PortStatus::parse(&row.get("status").text()),
            network: NetworkId(row.get("network_id").text()),
            device: row.get("device_id").filled().map(ServerId),
            owner: row.get("device_owner").text(),
            mac: row.get("mac_address").text(),
            fixed: row.get("fixed_ips").rows().iter().filter_map(fixed).collect(),
            groups: row.get("security_groups").rows().iter().filter_map(Json::filled).map(SecurityGroupId).collect(),
        })
    }
}

fn fixed(row: &Json<'_>) -> Option<FixedIp> {
    Some(FixedIp { subnet: SubnetId(row.get("subnet_id").text()), address: row.get("ip_address").filled()? })
}
