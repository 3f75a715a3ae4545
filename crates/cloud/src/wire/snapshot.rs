//! Snapshots of volumes (row N06).

use super::root::Wire;
use super::volume_status::SnapshotStatus;
use crate::ids::{SnapshotId, VolumeId};
use crate::json::Json;
use crate::time::Timestamp;

/// One snapshot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Snapshot {
    /// `id`.
    pub id: SnapshotId,
    /// `name`; empty when null.
    pub name: String,
    /// `description`; empty when null.
    pub description: String,
    /// `status`.
    pub status: SnapshotStatus,
    /// `size` of the volume, GB: the least a volume made of it must have.
    pub size_gb: u64,
    /// `volume_id`: a volume with snapshots cannot be deleted.
    pub volume: VolumeId,
    /// `os-extended-snapshot-attributes:progress`, percent, where the cloud tells it.
    pub progress: Option<u8>,
    /// `created_at`.
    pub created_at: Option<Timestamp>,
}

impl Wire for Snapshot {
    const ONE: &'static str = "snapshot";
    const MANY: &'static [&'static str] = &["snapshots"];

    fn read(row: &Json<'_>) -> Option<Self> {
        Some(Self {
            id: row.get("id").filled().map(SnapshotId)?,
            name: row.get("name").text(),
            description: row.get("description").text(),
            status: SnapshotStatus::parse(&row.get("status").text()),
            size_gb: row.get("size").count().unwrap_or_default(),
            volume: VolumeId(row.get("volume_id").text()),
            progress: percent(row.get("os-extended-snapshot-attributes:progress")),
            created_at: row.get("created_at").time(),
        })
    }
}

/// `100%`, `100` or `"100"`; what is beyond is none.
pub(super) fn percent(value: &Json<'_>) -> Option<u8> {
    let number = value.text().trim().trim_end_matches('%').trim_end().parse::<u8>().ok()?;
    (number <= 100).then_some(number)
}
