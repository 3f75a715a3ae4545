//! Block storage volumes (row N06).

use super::Pairs;
use super::root::Wire;
use super::volume_status::VolumeStatus;
use crate::ids::{ImageId, ServerId, SnapshotId, VolumeId, ZoneName};
use crate::json::Json;
use crate::time::Timestamp;

/// One volume.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Volume {
    /// `id`.
    pub id: VolumeId,
    /// `name`; empty when null.
    pub name: String,
    /// `description`; empty when null.
    pub description: String,
    /// `size`, GB.
    pub size_gb: u64,
    /// `status`.
    pub status: VolumeStatus,
    /// `bootable`: a string `"true"` on the wire.
    pub bootable: bool,
    /// `attachments`.
    pub attachments: Vec<VolumeAttachment>,
    /// `availability_zone`; a volume attaches inside its zone only.
    pub zone: Option<ZoneName>,
    /// `volume_type`, its name.
    pub kind: Option<String>,
    /// `encrypted`.
    pub encrypted: bool,
    /// `multiattach`: more than one instance may have it.
    pub multiattach: bool,
    /// `snapshot_id`: what it was made of.
    pub snapshot: Option<SnapshotId>,
    /// `source_volid`: what it was made of.
    pub source: Option<VolumeId>,
    /// `volume_image_metadata`: what the image said that was written to it; empty where there was none.
    pub image_metadata: Pairs,
    /// `created_at`.
    pub created_at: Option<Timestamp>,
}

/// Where a volume is attached.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VolumeAttachment {
    /// `server_id`.
    pub server: ServerId,
    /// `device`, such as `/dev/vdb`.
    pub device: Option<String>,
}

impl Volume {
    /// It changes by itself. One that is kept for an instance and has not come there yet is on its way: Nova answers
    /// before its host connects the volume (seen on a real OpenStack).
    pub fn is_busy(&self) -> bool {
        self.status.is_busy() || (self.status == VolumeStatus::Reserved && self.attachments.is_empty())
    }

    /// It is attached to this instance.
    pub fn is_on(&self, server: &ServerId) -> bool {
        self.attachments.iter().any(|attachment| attachment.server == *server)
    }

    /// The image that was written to it.
    pub fn image(&self) -> Option<ImageId> {
        self.image_metadata.get("image_id").map(|id| ImageId(id.clone()))
    }

    /// What the image on it is for: the Windows rules hold for an instance that boots from it, too.
    pub fn is_windows(&self) -> bool {
        self.image_metadata.get("os_type").is_some_and(|kind| kind.eq_ignore_ascii_case("windows"))
    }
}

impl Wire for Volume {
    const ONE: &'static str = "volume";
    const MANY: &'static [&'static str] = &["volumes"];

    fn read(row: &Json<'_>) -> Option<Self> {
        let attachments = row.get("attachments").rows().iter();
        Some(Self {
            id: row.get("id").filled().map(VolumeId)?,
            name: row.get("name").text(),
            description: row.get("description").text(),
            size_gb: row.get("size").count().unwrap_or_default(),
            status: VolumeStatus::parse(&row.get("status").text()),
            bootable: row.get("bootable").flag().unwrap_or_default(),
            attachments: attachments.filter_map(attachment).collect(),
            zone: row.get("availability_zone").filled().map(ZoneName),
            kind: row.get("volume_type").part("name").filled(),
            encrypted: row.get("encrypted").flag().unwrap_or_default(),
            multiattach: row.get("multiattach").flag().unwrap_or_default(),
            snapshot: row.get("snapshot_id").filled().map(SnapshotId),
            source: row.get("source_volid").filled().map(VolumeId),
            image_metadata: row.get("volume_image_metadata").texts(),
            created_at: row.get("created_at").time(),
        })
    }
}

fn attachment(row: &Json<'_>) -> Option<VolumeAttachment> {
    let server = row.get("server_id").filled().map(ServerId)?;
    Some(VolumeAttachment { server, device: row.get("device").filled() })
}
