//! What a person typed and chose; nothing here is checked.

use crate::ids::*;

/// The form as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// Name, as typed.
    pub name: String,
    /// What the root disk is made of.
    pub root: RootSource,
    /// Image; an id may be typed where the image service is missing. Not asked where the root is a volume or snapshot.
    pub image: Option<ImageId>,
    /// Flavor.
    pub flavor: Option<FlavorId>,
    /// Root disk in GB, as typed. Not asked where the disk is the flavor's, or a volume that exists.
    pub root_disk_gb: String,
    /// Kind of the root volume; `None`: the cloud's usual one.
    pub root_kind: Option<String>,
    /// Delete the root volume with the instance. A visible choice: the API's default is to keep it.
    pub delete_root_on_termination: bool,
    /// More disks, in their order.
    pub disks: Vec<DiskDraft>,
    /// Zone; `None`: any.
    pub zone: Option<ZoneName>,
    /// Network interfaces, in their order. None at all counts as one of which nothing was chosen.
    pub nics: Vec<NicDraft>,
    /// Security groups by id, or by the name that was typed where their list is missing; none: the cloud takes `default`.
    pub security_groups: Vec<String>,
    /// Key pair.
    pub key: Option<KeyName>,
    /// Script or cloud-init, as it will be run: text or the bytes of a file.
    pub user_data: Vec<u8>,
    /// Metadata, as typed; rows without key and value are left out.
    pub metadata: Vec<(String, String)>,
    /// The mark that is added to the metadata ([`super::NONCE_KEY`]); `None`: switched off.
    pub nonce: Option<String>,
    /// Placement policy (row N08).
    pub server_group: Option<ServerGroupId>,
    /// How many, as typed.
    pub count: String,
    /// With how many one is content, as typed; blank: all of them.
    pub min_count: String,
}

/// What the root disk is made of.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum RootSource {
    /// The image of the draft.
    #[default]
    Image,
    /// A volume that exists; blank: not chosen yet.
    Volume(VolumeId),
    /// A new volume made of a snapshot.
    Snapshot(SnapshotId),
}

/// One network interface: a port, or a subnet, or a network, the first of them that is there.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NicDraft {
    /// A port that exists.
    pub port: Option<PortId>,
    /// Subnet; under `openstack` it is sent as its network, or as a port made on it before.
    pub subnet: Option<SubnetId>,
    /// Network.
    pub network: Option<NetworkId>,
    /// Address, as typed; blank: any.
    pub fixed_ip: String,
}

/// One more disk.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DiskDraft {
    /// What it is made of.
    pub source: DiskSource,
    /// Size in GB, as typed. Not asked of a volume that exists.
    pub size_gb: String,
    /// Kind of the new volume; `None`: the cloud's usual one.
    pub kind: Option<String>,
    /// Delete it with the instance.
    pub delete_on_termination: bool,
    /// The firmware may boot from it, after the root and those before it.
    pub boots: bool,
}

/// What a disk is made of.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum DiskSource {
    /// Nothing.
    #[default]
    Blank,
    /// An image.
    Image(ImageId),
    /// A volume that exists.
    Volume(VolumeId),
    /// A snapshot.
    Snapshot(SnapshotId),
}

impl Draft {
    /// How many pairs of metadata are sent: the rows with anything in them, and the mark.
    pub fn pairs(&self) -> usize {
        let filled = self.metadata.iter().filter(|(key, value)| !is_blank(key, value));
        filled.count() + usize::from(self.nonce.is_some())
    }

    /// How long the user data is when it is sent, bytes: base64 makes four of three.
    pub fn user_data_len(&self) -> usize {
        crate::base64::encoded_len(self.user_data.len())
    }
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            name: String::new(),
            root: RootSource::Image,
            image: None,
            flavor: None,
            root_disk_gb: String::new(),
            root_kind: None,
            delete_root_on_termination: false,
            disks: Vec::new(),
            zone: None,
            nics: Vec::new(),
            security_groups: Vec::new(),
            key: None,
            user_data: Vec::new(),
            metadata: Vec::new(),
            nonce: None,
            server_group: None,
            count: "1".to_owned(),
            min_count: String::new(),
        }
    }
}

/// A row of metadata with nothing in it: it is left out.
pub(super) fn is_blank(key: &str, value: &str) -> bool {
    key.trim().is_empty() && value.trim().is_empty()
}
