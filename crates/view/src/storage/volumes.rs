//! Volumes (row N06).

use cloud::wire::{Volume, VolumeStatus};
use query::{Cells, Compiled, Field, Fields, Kind, Op, Term};

use super::{bytes, number, text, time, words};
use crate::instances::Labels;
use crate::listing::{Order, Rules, SortKey, found};

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

    /// Its word in a search.
    pub fn as_str(self) -> &'static str {
        match self {
            VolumeGroup::Error => "error",
            VolumeGroup::Busy => "changing",
            VolumeGroup::InUse => "in-use",
            VolumeGroup::Available => "available",
            VolumeGroup::Other => "other",
        }
    }
}

const GROUPS: &[&str] = &["error", "changing", "in-use", "available", "other"];
const IS: &[&str] = &["attached", "bootable", "encrypted", "shared"];

/// The fields of a volume in the search language.
pub const VOLUME_FIELDS: Fields = Fields(&[
    Field::new(0, "name", Kind::Text),
    Field::new(1, "status", Kind::Word).words(GROUPS),
    Field::new(2, "size", Kind::Bytes { unit: 1 << 30 }),
    Field::new(3, "type", Kind::Text).also(&["kind"]),
    Field::new(4, "zone", Kind::Text).also(&["az"]),
    Field::new(5, "instance", Kind::Text).also(&["server", "attached"]),
    Field::new(6, "is", Kind::Flags).words(IS),
    Field::new(7, "age", Kind::Age),
    Field::new(8, "created", Kind::Time),
    Field::new(9, "description", Kind::Text),
    Field::new(10, "id", Kind::Text),
]);

/// What the filters of earlier addresses mean.
pub fn volume_term(filter: &str, value: &str) -> Option<Term> {
    match (filter, value) {
        ("status", "busy") => Some(Term::field("status", Op::Contains, "changing")),
        ("status", group) => Some(Term::field("status", Op::Contains, group)),
        ("zone", zone) => Some(Term::field("zone", Op::Equals, zone)),
        _ => None,
    }
}

/// A volume in a search; `servers` are the names of the instances.
pub fn volume_cells(volume: &Volume, servers: &Labels) -> Cells {
    let created = volume.created_at.map(|at| at.0);
    let mut cells = Cells::new(VOLUME_FIELDS)
        .text("name", &volume.name)
        .text("id", volume.id.as_str())
        .text("type", volume.kind.as_deref().unwrap_or_default())
        .hidden("zone", zone_of(volume))
        .hidden("description", &volume.description)
        .number("size", Some(bytes(volume.size_gb)))
        .number("age", created)
        .number("created", created)
        .flag("is", "attached", !volume.attachments.is_empty())
        .flag("is", "bootable", volume.bootable)
        .flag("is", "encrypted", volume.encrypted)
        .flag("is", "shared", volume.multiattach);
    cells = words(cells, VolumeGroup::of(&volume.status).as_str(), volume.status.as_str());
    for attachment in &volume.attachments {
        let id = attachment.server.as_str();
        cells = cells.text("instance", servers.get(id).unwrap_or(id));
        if servers.get(id).is_some() {
            cells = cells.hidden("instance", id);
        }
    }
    cells
}

/// The volumes to show, in order; `servers` are the names of the instances.
pub fn volumes<'a>(all: &'a [Volume], query: &Compiled, order: Option<&Order>, servers: &Labels) -> Vec<&'a Volume> {
    let cells = |volume: &Volume| volume_cells(volume, servers);
    let key = |volume: &Volume, column: &str| key(volume, column, servers);
    found(all, query, order, &Rules { cells: &cells, key: &key, base: "" })
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
