//! Snapshots of volumes (row N06).

use super::read::wire;
use super::volume_status::SnapshotStatus;
use crate::ids::{SnapshotId, VolumeId};
use crate::json::Json;
use crate::time::Timestamp;

wire! {
    /// One snapshot.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct Snapshot in "snapshot", "snapshots" {
        pub id: SnapshotId = "id",
        /// Empty when null.
        pub name: String = "name",
        /// Empty when null.
        pub description: String = "description",
        pub status: SnapshotStatus = "status",
        /// Size of the volume in GB: the minimum for a volume created from it.
        pub size_gb: u64 = "size",
        /// A volume with snapshots cannot be deleted.
        pub volume: VolumeId = "volume_id",
        /// Percent, if the cloud reports it.
        pub progress: Option<u8> = "os-extended-snapshot-attributes:progress" => percent,
        pub created_at: Option<Timestamp> = "created_at",
    }
}

/// `100%`, `100` or `"100"`; `None` above 100.
pub(super) fn percent(value: &Json<'_>) -> Option<u8> {
    let number = value.text().trim().trim_end_matches('%').trim_end().parse::<u8>().ok()?;
    (number <= 100).then_some(number)
}
