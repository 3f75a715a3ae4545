//! Volumes (row N06).

use cloud::wire::{Volume, VolumeStatus};

use super::{number, text, time};
use crate::instances::Labels;
use crate::listing::{Listing, SortKey, arranged};

/// Groups of volume statuses, most urgent first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VolumeGroup {
    /// With an error.
    Error,
    /// Changing by itself.
    Busy,
    /// Attached.
    InUse,
    /// Unattached.
    Available,
    /// Any other status.
    Other,
}

impl VolumeGroup {
    /// All groups, most urgent first.
    pub const ALL: [VolumeGroup; 5] =
        [VolumeGroup::Error, VolumeGroup::Busy, VolumeGroup::InUse, VolumeGroup::Available, VolumeGroup::Other];

    /// The group of a status.
    pub fn of(status: &VolumeStatus) -> Self {
        match status {
            status if status.is_error() => VolumeGroup::Error,
            status if status.is_busy() => VolumeGroup::Busy,
            VolumeStatus::InUse | VolumeStatus::Reserved => VolumeGroup::InUse,
            VolumeStatus::Available => VolumeGroup::Available,
            _ => VolumeGroup::Other,
        }
    }

    /// The value in a URL.
    pub fn as_str(self) -> &'static str {
        match self {
            VolumeGroup::Error => "error",
            VolumeGroup::Busy => "busy",
            VolumeGroup::InUse => "in-use",
            VolumeGroup::Available => "available",
            VolumeGroup::Other => "other",
        }
    }
}

/// The volumes to show, in order; `servers` are the names of the instances.
pub fn volumes<'a>(all: &'a [Volume], listing: &Listing, servers: &Labels) -> Vec<&'a Volume> {
    let (status, zone) = (listing.picked("status"), listing.picked("zone"));
    let fits = |volume: &&Volume| {
        (status.is_empty() || VolumeGroup::of(&volume.status).as_str() == status)
            && (zone.is_empty() || zone_of(volume) == zone)
            && listing.finds(&[
                &volume.name,
                volume.id.as_str(),
                volume.kind.as_deref().unwrap_or_default(),
                server_of(volume, servers),
            ])
    };
    let fitting = all.iter().filter(fits).collect();
    arranged(fitting, listing.order.as_ref(), &|volume: &Volume, column| key(volume, column, servers))
}

fn key(volume: &Volume, column: &str, servers: &Labels) -> SortKey {
    match column {
        "name" if volume.name.is_empty() => text(volume.id.as_str()),
        "name" => text(&volume.name),
        // By urgency, then by status.
        "status" => {
            let group = VolumeGroup::of(&volume.status);
            let mut key = vec![group as u8];
            key.extend(volume.status.as_str().bytes());
            SortKey::Text(key)
        }
        "size" => number(volume.size_gb),
        "kind" => text(volume.kind.as_deref().unwrap_or_default()),
        "zone" => text(zone_of(volume)),
        "attached" => text(server_of(volume, servers)),
        "bootable" => SortKey::Number(i64::from(!volume.bootable)),
        "created" => time(volume.created_at),
        _ => SortKey::Nothing,
    }
}

fn zone_of(volume: &Volume) -> &str {
    volume.zone.as_ref().map_or("", |zone| zone.as_str())
}

/// The first instance it is attached to: its name, or its id if not known.
fn server_of<'a>(volume: &'a Volume, servers: &'a Labels) -> &'a str {
    let id = volume.attachments.first().map_or("", |attachment| attachment.server.as_str());
    servers.get(id).unwrap_or(id)
}
