//! What a person typed and chose; nothing here is checked.

use crate::ids::{ImageId, SnapshotId, ZoneName};
use crate::wire::{Image, Snapshot, Zone};

/// What a new volume holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Source {
    /// Nothing.
    #[default]
    Blank,
    /// What a volume held when a snapshot was made of it.
    Snapshot(SnapshotId),
    /// An image: the volume can be booted from.
    Image(ImageId),
}

/// The form of a new volume as it stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct VolumeDraft {
    /// Name, as typed; may be empty.
    pub name: String,
    /// Description, as typed.
    pub description: String,
    /// Size in GB, as typed.
    pub size_gb: String,
    /// Type by its name; `None`: the cloud's default.
    pub kind: Option<String>,
    /// Zone; it can be attached inside of it only. `None`: the cloud's default, which may be another than the
    /// instance's.
    pub zone: Option<ZoneName>,
    /// What it holds.
    pub source: Source,
}

/// What the lists say; a `None` list could not be loaded, and checks nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct VolumeContext<'a> {
    /// Images.
    pub images: Option<&'a [Image]>,
    /// Snapshots.
    pub snapshots: Option<&'a [Snapshot]>,
    /// Zones.
    pub zones: Option<&'a [Zone]>,
}

/// The form of a new snapshot as it stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SnapshotDraft {
    /// Name, as typed; may be empty.
    pub name: String,
    /// Description, as typed.
    pub description: String,
}

/// The form of an image of a volume as it stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImageDraft {
    /// Name, as typed.
    pub name: String,
    /// Nobody can delete it until this is taken off.
    pub protected: bool,
}
