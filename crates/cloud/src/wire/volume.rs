//! Block storage volumes (row N06, the reads) and floating IPs (row N04, the reads), as far as deleting an instance has
//! to say what stays.

use crate::ids::{PortId, ServerId, VolumeId};

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
