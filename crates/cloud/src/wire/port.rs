//! Network ports (row N03).

use super::read::wire;
use super::words::words;
use crate::ids::{NetworkId, PortId, SecurityGroupId, ServerId, SubnetId};

words! {
    /// `status` of a port.
    PortStatus {
        /// Connected.
        Active = "ACTIVE",
        /// Not in use, or its instance is stopped.
        Down = "DOWN",
        /// Being connected.
        Build = "BUILD",
        /// Connecting failed.
        Error = "ERROR",
    }
}

wire! {
    /// One port.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct Port in "port", "ports" {
        pub id: PortId = "id",
        /// Empty when null.
        pub name: String = "name",
        pub status: PortStatus = "status",
        pub network: NetworkId = "network_id",
        /// `""` on an unattached port; not an instance (but a router, load balancer, …) if [`Port::is_of_instance`] is
        /// false.
        pub device: Option<ServerId> = "device_id",
        /// e.g. `compute:kr-pub-a`.
        pub owner: String = "device_owner",
        pub mac: String = "mac_address",
        pub fixed: Vec<FixedIp> = "fixed_ips",
        /// Ids here, but names on the instance.
        pub groups: Vec<SecurityGroupId> = "security_groups",
    }
}

wire! {
    /// An address of a port.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct FixedIp {
        pub address: String = "ip_address",
        pub subnet: SubnetId = "subnet_id",
    }
}

impl FixedIp {
    /// Only an IPv4 address can have a floating IP.
    pub fn is_v4(&self) -> bool {
        self.address.contains('.') && !self.address.contains(':')
    }
}

impl Port {
    /// Whether its device is an instance.
    pub fn is_of_instance(&self) -> bool {
        self.device.is_some() && self.owner.starts_with("compute:")
    }

    /// Whether it has no device and can be attached to an instance.
    pub fn is_free(&self) -> bool {
        self.device.is_none()
    }
}
