//! Block storage volumes, volume types and image uploads (row N06).

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
        /// Sent as a string, `"true"`.
        pub bootable: bool = "bootable",
        pub attachments: Vec<VolumeAttachment> = "attachments",
        /// A volume can be attached only in its zone.
        pub zone: Option<ZoneName> = "availability_zone",
        /// Its name.
        pub kind: Option<String> = "volume_type" => |kind| kind.part("name").filled(),
        pub encrypted: bool = "encrypted",
        /// It can be attached to several instances.
        pub multiattach: bool = "multiattach",
        pub snapshot: Option<SnapshotId> = "snapshot_id",
        pub source: Option<VolumeId> = "source_volid",
        /// The metadata of the image it was created from, if any.
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
    /// Whether it changes by itself. `reserved` without an attachment counts, because Nova answers before its host
    /// connects the volume (seen on a real OpenStack).
    pub fn is_busy(&self) -> bool {
        self.status.is_busy() || (self.status == VolumeStatus::Reserved && self.attachments.is_empty())
    }

    /// Whether it is attached to this instance.
    pub fn is_on(&self, server: &ServerId) -> bool {
        self.attachments.iter().any(|attachment| attachment.server == *server)
    }

    /// The image that it was created from.
    pub fn image(&self) -> Option<ImageId> {
        self.image_metadata.get("image_id").map(|id| ImageId(id.clone()))
    }

    /// Whether its image is a Windows image: then the Windows rules apply to an instance that boots from it.
    pub fn is_windows(&self) -> bool {
        self.image_metadata.get("os_type").is_some_and(|kind| kind.eq_ignore_ascii_case("windows"))
    }
}

wire! {
    /// A volume type, such as `General SSD`, `General HDD` or an encrypted one; chosen by name.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct VolumeType in "volume_type", "volume_types" {
        pub name: String = "name",
        /// Empty when null.
        pub description: String = "description",
    }
}

wire! {
    /// Response to `os-volume_upload_image` (row N07): the image that is being created. Poll it until it is active, and
    /// the volume until it leaves `uploading`.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct VolumeUpload in "os-volume_upload_image" {
        pub image: ImageId = "image_id" => |id| said(id).map(ImageId),
        pub name: String = "image_name" => |name| said(name).unwrap_or_default(),
        /// GB of the volume.
        pub size_gb: u64 = "size",
        /// Its name: an object here, a text elsewhere.
        pub kind: Option<String> = "volume_type" => |kind| said(kind.part("name")),
    }
}

/// Here the text `null` means none.
fn said(value: &Json<'_>) -> Option<String> {
    value.filled().filter(|text| text != "null")
}
