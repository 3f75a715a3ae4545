//! An entry of `block_device_mapping_v2` (row S13). `device_name` is never sent: stock Nova refuses the guide's `vda`.

use crate::ids::*;
use crate::json::Json;

/// One disk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::create) struct Disk {
    /// Its source.
    pub from: From,
    /// Where it is stored.
    pub made: Made,
    /// `delete_on_termination`; a local disk is always deleted with its instance.
    pub delete_on_termination: bool,
    /// `boot_index`: 0 is the root, -1 is never booted from.
    pub boot_index: i64,
}

/// `source_type` and `uuid`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::create) enum From {
    Blank,
    Image(ImageId),
    Volume(VolumeId),
    Snapshot(SnapshotId),
}

/// `destination_type` with its fields.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::create) enum Made {
    /// `local`: U2.
    Local,
    /// An existing `volume`.
    Existing,
    /// A new `volume`.
    Volume {
        /// `volume_size`, GB.
        size_gb: u64,
        /// `volume_type`.
        kind: Option<String>,
    },
}

impl Disk {
    pub(super) fn to_json(&self) -> Json<'_> {
        let (source, id) = match &self.from {
            From::Blank => ("blank", None),
            From::Image(id) => ("image", Some(id.as_str())),
            From::Volume(id) => ("volume", Some(id.as_str())),
            From::Snapshot(id) => ("snapshot", Some(id.as_str())),
        };
        let mut mapping = Json::object([("boot_index", self.boot_index.into())]);
        if let Some(id) = id {
            mapping.put("uuid", id.into());
        }
        mapping.put("source_type", source.into());
        mapping.put("destination_type", if self.made == Made::Local { "local" } else { "volume" }.into());
        if let Made::Volume { size_gb, kind } = &self.made {
            // The largest allowed size is far below the maximum of i64.
            mapping.put("volume_size", i64::try_from(*size_gb).unwrap_or(i64::MAX).into());
            if let Some(kind) = kind {
                mapping.put("volume_type", kind.into());
            }
        }
        mapping.put("delete_on_termination", self.delete_on_termination.into());
        mapping
    }
}
