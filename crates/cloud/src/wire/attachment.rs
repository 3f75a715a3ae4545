//! A volume in an instance (rows S19–S21).

use super::root::Wire;
use crate::ids::{ServerId, VolumeId};
use crate::json::Json;

/// One volume of an instance.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServerVolume {
    /// `id` of the connection; usually the volume's.
    pub id: String,
    /// `serverId`.
    pub server: ServerId,
    /// `volumeId`.
    pub volume: VolumeId,
    /// `device`, e.g. `/dev/vdb`; null while it is being attached.
    pub device: Option<String>,
}

impl Wire for ServerVolume {
    const ONE: &'static str = "volumeAttachment";
    const MANY: &'static [&'static str] = &["volumeAttachments"];

    fn read(row: &Json<'_>) -> Option<Self> {
        // Newer microversions leave `id` out.
        let volume = row.get("volumeId").filled().or_else(|| row.get("id").filled())?;
        Some(Self {
            id: row.get("id").filled().unwrap_or_else(|| volume.clone()),
            server: ServerId(row.get("serverId").text()),
            volume: VolumeId(volume),
            device: row.get("device").filled(),
        })
    }
}
