//! Block storage volumes (row N06), and what is made of them.

use super::Pairs;
use super::read::wire;
use super::volume_status::VolumeStatus;
use crate::ids::{ImageId, ServerId, SnapshotId, VolumeId, ZoneName};
use crate::json::Json;
use crate::time::Timestamp;

wire! {
    /// One volume.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct Volume in "volume", "volumes" {
        pub id: VolumeId = "id",
        /// Empty when null.
        pub name: String = "name",
        /// Empty when null.
        pub description: String = "description",
        /// GB.
        pub size_gb: u64 = "size",
        pub status: VolumeStatus = "status",
        /// A string `"true"` on the wire.
        pub bootable: bool = "bootable",
        pub attachments: Vec<VolumeAttachment> = "attachments",
        /// A volume attaches inside its zone only.
        pub zone: Option<ZoneName> = "availability_zone",
        /// Its name.
        pub kind: Option<String> = "volume_type" => |kind| kind.part("name").filled(),
        pub encrypted: bool = "encrypted",
        /// More than one instance may have it.
        pub multiattach: bool = "multiattach",
        /// What it was made of.
        pub snapshot: Option<SnapshotId> = "snapshot_id",
        /// What it was made of.
        pub source: Option<VolumeId> = "source_volid",
        /// What the image said that was written to it; empty where there was none.
        pub image_metadata: Pairs = "volume_image_metadata",
        pub created_at: Option<Timestamp> = "created_at",
    }
}

wire! {
    /// Where a volume is attached.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct VolumeAttachment {
        pub server: ServerId = "server_id",
        /// Such as `/dev/vdb`.
        pub device: Option<String> = "device",
    }
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

wire! {
    /// One kind of volumes: `General SSD`, `General HDD`, encrypted ones. It is chosen by its name.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct VolumeType in "volume_type", "volume_types" {
        pub name: String = "name",
        /// Empty when null.
        pub description: String = "description",
    }
}

wire! {
    /// What `os-volume_upload_image` answers (row N07): an image that is being made of a volume. Follow it until it is active, and the volume until it leaves `uploading`.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct VolumeUpload in "os-volume_upload_image" {
        pub image: ImageId = "image_id" => |id| said(id).map(ImageId),
        pub name: String = "image_name" => |name| said(name).unwrap_or_default(),
        /// GB of the volume.
        pub size_gb: u64 = "size",
        /// Its name: an object here and a text elsewhere.
        pub kind: Option<String> = "volume_type" => |kind| said(kind.part("name")),
    }
}

/// Nothing is the text `null` here.
fn said(value: &Json<'_>) -> Option<String> {
    value.filled().filter(|text| text != "null")
}
