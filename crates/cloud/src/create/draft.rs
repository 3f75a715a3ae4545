//! The create form as typed, before validation.

use crate::ids::*;

mod choices;

pub use choices::*;

/// The form's state: numbers as typed text, ids and names as chosen or typed (blank: none), choices as enums. A choice
/// that another one has hidden is kept but ignored.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    pub name: String,
    /// Which of the three ids below applies.
    pub boot_from: BootFrom,
    pub image: ImageId,
    /// An existing volume to boot from.
    pub volume: VolumeId,
    /// A snapshot from which the root volume is created.
    pub snapshot: SnapshotId,
    pub flavor: FlavorId,
    /// In GB, as typed. Ignored if the disk is the flavor's, or an existing volume.
    pub root_disk_gb: String,
    /// Volume type of the root; blank: the cloud's default.
    pub root_kind: String,
    /// Whether the root volume is deleted with the instance. Always sent: the API's default is to keep it.
    pub root_end: DiskEnd,
    pub disks: Vec<DiskDraft>,
    /// Blank: any.
    pub zone: ZoneName,
    pub nic: NicDraft,
    /// Interfaces after the first, in order.
    pub more_nics: Vec<NicDraft>,
    /// Ids, or typed names if the list could not be loaded; empty: the cloud uses `default`.
    pub security_groups: Vec<String>,
    pub key: KeyName,
    /// Script or cloud-init, as typed.
    pub script: String,
    /// Used instead of the script.
    pub file: Option<ScriptFile>,
    /// Provides the metadata on a disk as well (`config_drive`); stock OpenStack only.
    pub config_drive: bool,
    /// Rows without key and value are ignored.
    pub metadata: Vec<(String, String)>,
    /// Whether the recovery tag is added to the metadata ([`super::NONCE_KEY`]).
    pub marked: bool,
    /// The value of the recovery tag.
    pub nonce: String,
    /// Placement policy (row N08).
    pub server_group: ServerGroupId,
    /// Number of instances, as typed.
    pub count: String,
    /// The minimum number that must succeed, as typed; blank: all of them.
    pub min_count: String,
}

/// The fields of the form, in order ([`Field::place`]). Rows of a list count from 0.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Field {
    Name,
    /// Image, or the volume or snapshot used instead.
    Image,
    Flavor,
    RootDisk,
    RootKind,
    /// The source of an additional disk.
    Disk(u32),
    DiskSize(u32),
    DiskKind(u32),
    Zone,
    /// Network, subnet or port of the first interface.
    Network,
    /// The same of an additional interface, counted from 1.
    Nic(u32),
    FixedIp(u32),
    SecurityGroups,
    Key,
    Count,
    MinCount,
    UserData,
    MetadataKey(u32),
    MetadataValue(u32),
    /// The recovery tag; errors about the number of all metadata pairs.
    Mark,
    ServerGroup,
}

impl Field {
    /// Position in the form: section, row, column. Errors are listed in this order, and the first one gets the focus.
    pub fn place(self) -> (u8, u32, u8) {
        match self {
            Field::Name => (0, 0, 0),
            Field::Image => (1, 0, 0),
            Field::Flavor => (2, 0, 0),
            Field::RootDisk => (3, 0, 0),
            Field::RootKind => (4, 0, 0),
            Field::Disk(row) => (5, row, 0),
            Field::DiskSize(row) => (5, row, 1),
            Field::DiskKind(row) => (5, row, 2),
            Field::Zone => (6, 0, 0),
            Field::Network => (7, 0, 0),
            Field::Nic(row) => (7, row, 0),
            Field::FixedIp(row) => (7, row, 1),
            Field::SecurityGroups => (8, 0, 0),
            Field::Key => (9, 0, 0),
            Field::Count => (10, 0, 0),
            Field::MinCount => (11, 0, 0),
            Field::UserData => (12, 0, 0),
            Field::MetadataKey(row) => (13, row, 0),
            Field::MetadataValue(row) => (13, row, 1),
            Field::Mark => (14, 0, 0),
            Field::ServerGroup => (15, 0, 0),
        }
    }
}

impl Draft {
    /// The id of the root disk's source; blank: not chosen.
    pub fn root(&self) -> &str {
        match self.boot_from {
            BootFrom::Image => self.image.as_str(),
            BootFrom::Volume => self.volume.as_str(),
            BootFrom::Snapshot => self.snapshot.as_str(),
        }
    }

    /// All network interfaces in order.
    pub fn nics(&self) -> impl Iterator<Item = &NicDraft> {
        std::iter::once(&self.nic).chain(&self.more_nics)
    }

    /// A draft with only the sources of the disks: the part that may determine the zone.
    pub fn sources(&self) -> Draft {
        Draft {
            boot_from: self.boot_from,
            volume: self.volume.clone(),
            snapshot: self.snapshot.clone(),
            disks: self.disks.clone(),
            ..Draft::default()
        }
    }

    /// The user data to send; empty: none.
    pub fn user_data(&self) -> &[u8] {
        self.file.as_ref().map_or(self.script.as_bytes(), |file| &file.bytes)
    }

    /// The length of the user data after base64, bytes.
    pub fn user_data_len(&self) -> usize {
        crate::base64::encoded_len(self.user_data().len())
    }

    /// How many metadata pairs are sent: the rows that are not blank, and the recovery tag.
    pub fn pairs(&self) -> usize {
        let filled = self.metadata.iter().filter(|(key, value)| !is_blank(key, value));
        filled.count() + usize::from(self.marked)
    }
}

/// Whether a metadata row is blank and therefore ignored.
pub(super) fn is_blank(key: &str, value: &str) -> bool {
    key.trim().is_empty() && value.trim().is_empty()
}
