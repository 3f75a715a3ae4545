//! Floating IPs (row N04).

use super::root::Wire;
use super::words::words;
use crate::ids::{FloatingIpId, NetworkId, PortId};
use crate::json::Json;

words! {
    /// `status` of a floating IP. Right after it was given to a port it may still say `DOWN`: whether it is free is told
    /// by [`FloatingIp::port`] alone.
    FloatingIpStatus {
        /// Bound and reachable.
        Active = "ACTIVE",
        /// Free, or not bound yet.
        Down = "DOWN",
        /// Binding failed.
        Error = "ERROR",
    }
}

/// One floating IP.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FloatingIp {
    /// `id`.
    pub id: FloatingIpId,
    /// `floating_ip_address`.
    pub address: String,
    /// `fixed_ip_address`.
    pub fixed_address: Option<String>,
    /// `port_id`; null: free.
    pub port: Option<PortId>,
    /// `floating_network_id`: the pool it comes from.
    pub pool: NetworkId,
    /// `status`.
    pub status: FloatingIpStatus,
}

impl FloatingIp {
    /// No port has it; it may be charged for all the same.
    pub fn is_free(&self) -> bool {
        self.port.is_none()
    }
}

impl Wire for FloatingIp {
    const ONE: &'static str = "floatingip";
    const MANY: &'static [&'static str] = &["floatingips"];

    fn read(row: &Json<'_>) -> Option<Self> {
        Some(Self {
            id: row.get("id").filled().map(FloatingIpId)?,
            address: row.get("floating_ip_address").text(),
            fixed_address: row.get("fixed_ip_address").filled(),
            port: row.get("port_id").filled().map(PortId),
            pool: NetworkId(row.get("floating_network_id").text()),
            status: FloatingIpStatus::parse(&row.get("status").text()),
        })
    }
}
