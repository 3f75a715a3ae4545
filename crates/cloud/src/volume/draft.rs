//! The forms for volumes, snapshots and images as typed, before validation.

use crate::ids::{ImageId, SnapshotId, ZoneName};
use crate::wire::{Image, Snapshot, Zone};

/// The source of a new volume.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Source {
    /// Empty.
    #[default]
    Blank,
    /// The content of a snapshot.
    Snapshot(SnapshotId),
    /// An image: the volume is bootable.
    Image(ImageId),
}

/// The form of a new volume.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct VolumeDraft {
    /// May be empty.
    pub name: String,
    pub description: String,
    pub size_gb: String,
    /// Volume type by name; `None`: the cloud's default.
    pub kind: Option<String>,
    /// It can be attached only in this zone. `None`: the cloud's default, which may differ from the instance's.
    pub zone: Option<ZoneName>,
    pub source: Source,
}

/// The cloud's lists; a `None` list could not be loaded and is not checked.
#[derive(Clone, Copy, Debug, Default)]
pub struct VolumeContext<'a> {
    pub images: Option<&'a [Image]>,
    pub snapshots: Option<&'a [Snapshot]>,
    pub zones: Option<&'a [Zone]>,
}

/// The form of a new snapshot.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SnapshotDraft {
    /// May be empty.
    pub name: String,
    pub description: String,
}

/// The form of an image of a volume.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImageDraft {
    pub name: String,
    /// The image cannot be deleted until the protection is removed.
    pub protected: bool,
}
