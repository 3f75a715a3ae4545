//! A volume in an instance (rows S19–S21).

use super::read::wire;
use crate::ids::{ServerId, VolumeId};
use crate::json::Json;

wire! {
    /// One volume of an instance.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct ServerVolume in "volumeAttachment", "volumeAttachments" {
        /// `volumeId`.
        pub volume: VolumeId = row => |row| either(row, "volumeId", "id").map(VolumeId),
        /// `id` of the connection; usually the volume's. Newer microversions leave it out.
        pub id: String = row => |row| either(row, "id", "volumeId").unwrap_or_default(),
        pub server: ServerId = "serverId",
        /// e.g. `/dev/vdb`; null while it is being attached.
        pub device: Option<String> = "device",
    }
}

fn either(row: &Json<'_>, name: &str, other: &str) -> Option<String> {
    row.get(name).filled().or_else(|| row.get(other).filled())
}
