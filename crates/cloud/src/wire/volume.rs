//! Block storage volumes (row N06, the reads) and floating IPs (row N04, the reads), as far as deleting an instance has
//! to say what stays.

use super::root::Wire;
use crate::ids::{PortId, ServerId, VolumeId};
use crate::json::Json;

/// One volume.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Volume {
    /// `id`.
    pub id: VolumeId,
    /// `name`; empty when null.
    pub name: String,
    /// `size`, GB.
    pub size_gb: u64,
    /// `status`.
    pub status: String,
    /// `bootable`: a string `"true"` on the wire.
    pub bootable: bool,
    /// `attachments[].server_id`.
    pub servers: Vec<ServerId>,
}

/// One floating IP.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FloatingIp {
    /// `id`.
    pub id: String,
    /// `floating_ip_address`.
    pub address: String,
    /// `fixed_ip_address`.
    pub fixed_address: Option<String>,
    /// `port_id`; null: free.
    pub port: Option<PortId>,
}

impl Wire for Volume {
    const ONE: &'static str = "volume";
    const MANY: &'static [&'static str] = &["volumes"];

    fn read(row: &Json<'_>) -> Option<Self> {
        let attachments = row.get("attachments").rows().iter();
        Some(Self {
            id: row.get("id").filled().map(VolumeId)?,
            name: row.get("name").text(),
            size_gb: row.get("size").count().unwrap_or_default(),
            status: row.get("status").text(),
            bootable: row.get("bootable").flag().unwrap_or_default(),
            servers: attachments.filter_map(|one| one.get("server_id").filled().map(ServerId)).collect(),
        })
    }
}

impl Wire for FloatingIp {
    const ONE: &'static str = "floatingip";
    const MANY: &'static [&'static str] = &["floatingips"];

    fn read(row: &Json<'_>) -> Option<Self> {
        Some(Self {
            id: row.get("id").filled()?,
            address: row.get("floating_ip_address").text(),
            fixed_address: row.get("fixed_ip_address").filled(),
            port: row.get("port_id").filled().map(PortId),
        })
    }
}
