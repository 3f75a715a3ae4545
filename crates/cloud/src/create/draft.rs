//! What a person typed and chose; nothing here is checked.

use crate::ids::*;

mod choices;

pub use choices::*;

/// The form as it stands: numbers as the texts that were typed, ids and names as chosen or typed (blank: none), choices
/// as enums. What was chosen before another choice put it out of sight stays, and does not count.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    /// Name, as typed.
    pub name: String,
    /// What the root disk is made of: which of the three ids below counts.
    pub boot_from: BootFrom,
    /// Image.
    pub image: ImageId,
    /// A volume that exists, in the place of an image.
    pub volume: VolumeId,
    /// A snapshot, of which the root volume is made.
    pub snapshot: SnapshotId,
    /// Flavor.
    pub flavor: FlavorId,
    /// Root disk in GB, as typed. Not asked where the disk is the flavor's, or a volume that exists.
    pub root_disk_gb: String,
    /// Kind of the root volume; blank: the cloud's usual one.
    pub root_kind: String,
    /// What becomes of the root volume. A visible choice: the API's default is to keep it.
    pub root_end: DiskEnd,
    /// More disks, in their order.
    pub disks: Vec<DiskDraft>,
    /// Zone; blank: any.
    pub zone: ZoneName,
    /// The first network interface.
    pub nic: NicDraft,
    /// Interfaces after the first, in their order.
    pub more_nics: Vec<NicDraft>,
    /// Security groups by id, or by the name that was typed where their list is missing; none: the cloud takes `default`.
    pub security_groups: Vec<String>,
    /// Key pair.
    pub key: KeyName,
    /// Script or cloud-init, as typed.
    pub script: String,
    /// Takes the place of the script.
    pub file: Option<ScriptFile>,
    /// The metadata come on a disk of their own, too (`config_drive`); stock OpenStack only.
    pub config_drive: bool,
    /// Metadata, as typed; rows without key and value are left out.
    pub metadata: Vec<(String, String)>,
    /// The mark is added to the metadata ([`super::NONCE_KEY`]).
    pub marked: bool,
    /// The mark.
    pub nonce: String,
    /// Placement policy (row N08).
    pub server_group: ServerGroupId,
    /// How many, as typed.
    pub count: String,
    /// With how many one is content, as typed; blank: all of them.
    pub min_count: String,
}

/// The fields of the form, in its order ([`Field::place`]). Rows of a list count from 0.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Field {
    /// Instance name.
    Name,
    /// Image, or the volume or snapshot in its place.
    Image,
    /// Flavor.
    Flavor,
    /// Root disk size.
    RootDisk,
    /// Kind of the root volume.
    RootKind,
    /// What a further disk is made of.
    Disk(u32),
    /// Size of a further disk.
    DiskSize(u32),
    /// Kind of a further disk.
    DiskKind(u32),
    /// Availability zone.
    Zone,
    /// Network, subnet or port of the first interface.
    Network,
    /// Network, subnet or port of a further interface, from 1 on.
    Nic(u32),
    /// Address of an interface.
    FixedIp(u32),
    /// Security groups.
    SecurityGroups,
    /// Key pair.
    Key,
    /// How many.
    Count,
    /// With how many one is content.
    MinCount,
    /// User data.
    UserData,
    /// Key of a metadata row.
    MetadataKey(u32),
    /// Value of a metadata row.
    MetadataValue(u32),
    /// Whether the mark is sent; what is wrong with all pairs of metadata together.
    Mark,
    /// Placement policy.
    ServerGroup,
}

impl Field {
    /// Where it stands in the form: which part, which row of it, where in the row. Mistakes are told in this order, and
    /// the focus goes to the first.
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
    /// The id of what the root disk is made of; blank: not chosen.
    pub fn root(&self) -> &str {
        match self.boot_from {
            BootFrom::Image => self.image.as_str(),
            BootFrom::Volume => self.volume.as_str(),
            BootFrom::Snapshot => self.snapshot.as_str(),
        }
    }

    /// All network interfaces, in their order.
    pub fn nics(&self) -> impl Iterator<Item = &NicDraft> {
        std::iter::once(&self.nic).chain(&self.more_nics)
    }

    /// What the disks are made of and nothing else: what may make a zone mandatory.
    pub fn sources(&self) -> Draft {
        Draft {
            boot_from: self.boot_from,
            volume: self.volume.clone(),
            snapshot: self.snapshot.clone(),
            disks: self.disks.clone(),
            ..Draft::default()
        }
    }

    /// What is run at the first start; empty: nothing.
    pub fn user_data(&self) -> &[u8] {
        self.file.as_ref().map_or(self.script.as_bytes(), |file| &file.bytes)
    }

    /// How long the user data is when it is sent, bytes: base64 makes four of three.
    pub fn user_data_len(&self) -> usize {
        crate::base64::encoded_len(self.user_data().len())
    }

    /// How many pairs of metadata are sent: the rows with anything in them, and the mark.
    pub fn pairs(&self) -> usize {
        let filled = self.metadata.iter().filter(|(key, value)| !is_blank(key, value));
        filled.count() + usize::from(self.marked)
    }
}

/// A row of metadata with nothing in it: it is left out.
pub(super) fn is_blank(key: &str, value: &str) -> bool {
    key.trim().is_empty() && value.trim().is_empty()
}
