//! Validated requests for volumes, with their JSON bodies (nhn-api.md §4).

use super::draft::Source;
use crate::ids::{VolumeId, ZoneName};
use crate::json::Json;

/// A valid new volume.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VolumeRequest {
    pub(super) name: String,
    pub(super) description: String,
    pub(super) size_gb: u64,
    pub(super) kind: Option<String>,
    pub(super) zone: Option<ZoneName>,
    pub(super) source: Source,
}

/// A valid larger size of a volume, GB.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NewSize(pub(super) u64);

/// A valid new snapshot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SnapshotRequest {
    pub(super) volume: VolumeId,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) force: bool,
}

/// A valid image of a volume (row N07).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImageOfVolume {
    pub(super) name: String,
    pub(super) force: bool,
    pub(super) protected: bool,
}

impl VolumeRequest {
    pub(crate) fn to_json(&self) -> Json<'_> {
        let mut volume = Json::object([("size", gigabytes(self.size_gb))]);
        for (key, text) in [("name", &self.name), ("description", &self.description)] {
            if !text.is_empty() {
                volume.put(key, text.into());
            }
        }
        if let Some(kind) = &self.kind {
            volume.put("volume_type", kind.into());
        }
        if let Some(zone) = &self.zone {
            volume.put("availability_zone", zone.as_str().into());
        }
        match &self.source {
            Source::Blank => {}
            Source::Snapshot(id) => volume.put("snapshot_id", id.as_str().into()),
            Source::Image(id) => volume.put("imageRef", id.as_str().into()),
        }
        Json::object([("volume", volume)])
    }
}

impl NewSize {
    /// A size that was valid when it was stored.
    pub fn stored(gb: u64) -> Option<Self> {
        (gb > 0).then_some(Self(gb))
    }

    /// The size in GB.
    pub fn gb(self) -> u64 {
        self.0
    }

    pub(crate) fn to_json(self) -> Json<'static> {
        gigabytes(self.0)
    }
}

impl SnapshotRequest {
    pub(crate) fn to_json(&self) -> Json<'_> {
        let mut snapshot = Json::object([("volume_id", self.volume.as_str().into()), ("force", self.force.into())]);
        for (key, text) in [("name", &self.name), ("description", &self.description)] {
            if !text.is_empty() {
                snapshot.put(key, text.into());
            }
        }
        Json::object([("snapshot", snapshot)])
    }
}

impl ImageOfVolume {
    /// An unprotected image of the root volume of an existing instance, which is in use. `name` is one that
    /// [`suggested_image_name`](crate::rules::limits::suggested_image_name) returned.
    pub fn of_root(name: String) -> Self {
        Self { name, force: true, protected: false }
    }

    /// Stock Cinder supports `visibility` and `protected` only from 3.1 on, and their defaults are the same unless
    /// protection is wanted.
    pub(crate) fn to_json(&self) -> Json<'_> {
        let mut image = Json::object([
            ("image_name", (&self.name).into()),
            ("force", self.force.into()),
            ("disk_format", "qcow2".into()),
            ("container_format", "bare".into()),
        ]);
        if self.protected {
            image.put("visibility", "private".into());
            image.put("protected", true.into());
        }
        Json::object([("os-volume_upload_image", image)])
    }
}

/// A size is far below the maximum of `i64`.
fn gigabytes(size: u64) -> Json<'static> {
    i64::try_from(size).unwrap_or(i64::MAX).into()
}
