//! What is attached to an instance: volumes (rows S19–S21) and network interfaces (`os-interface`).

use super::read::wire;
use crate::ids::{NetworkId, PortId, ServerId, SubnetId, VolumeId};
use crate::json::Json;

wire! {
    /// One volume of an instance.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct ServerVolume in "volumeAttachment", "volumeAttachments" {
        /// `volumeId`.
        pub volume: VolumeId = row => |row| either(row, "volumeId", "id").map(VolumeId),
        /// `id` of the attachment, usually the volume's. Newer microversions omit it.
        pub id: String = row => |row| either(row, "id", "volumeId").unwrap_or_default(),
        pub server: ServerId = "serverId",
        /// e.g. `/dev/vdb`; null while the volume is being attached.
        pub device: Option<String> = "device",
    }
}

fn either(row: &Json<'_>, name: &str, other: &str) -> Option<String> {
    row.get(name).filled().or_else(|| row.get(other).filled())
}

wire! {
    /// A network interface.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct Interface in "interfaceAttachment", "interfaceAttachments" {
        pub port: PortId = "port_id",
        pub network: NetworkId = "net_id",
        pub mac: String = "mac_addr",
        /// e.g. `ACTIVE`.
        pub state: String = "port_state",
        /// Subnet and address of each.
        pub fixed_ips: Vec<(SubnetId, String)> = "fixed_ips" => fixed_ips,
    }
}

fn fixed_ips(rows: &Json<'_>) -> Vec<(SubnetId, String)> {
    let fixed = |ip: &Json<'_>| Some((SubnetId(ip.get("subnet_id").text()), ip.get("ip_address").filled()?));
    rows.rows().iter().filter_map(fixed).collect()
}
