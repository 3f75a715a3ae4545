//! What the draft is made of: its choices, and what there may be more of.

use crate::ids::*;

/// What the root disk is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum BootFrom {
    /// An image.
    #[default]
    Image,
    /// A volume that exists.
    Volume,
    /// A new volume made of a snapshot.
    Snapshot,
}

/// What becomes of a disk when its instance is deleted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum DiskEnd {
    /// It stays.
    #[default]
    Keep,
    /// It is deleted too.
    Delete,
}

/// One network interface.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NicDraft {
    /// Which of the three ids below counts.
    pub to: ConnectTo,
    /// Subnet; under `openstack` it is sent as its network, or as a port made on it before.
    pub subnet: SubnetId,
    /// Network.
    pub network: NetworkId,
    /// A port that exists.
    pub port: PortId,
    /// Address, as typed; blank: any. Not asked of a port, which has its own.
    pub fixed_ip: String,
}

/// What a network interface is on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ConnectTo {
    /// A subnet, usual on NHN.
    #[default]
    Subnet,
    /// A network, usual elsewhere.
    Network,
    /// A port that exists.
    Port,
}

/// One more disk.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DiskDraft {
    /// What it is made of: which of the three ids below counts.
    pub made_of: MadeOf,
    /// Image.
    pub image: ImageId,
    /// A volume that exists.
    pub volume: VolumeId,
    /// Snapshot.
    pub snapshot: SnapshotId,
    /// Size in GB, as typed. Not asked of a volume that exists.
    pub size_gb: String,
    /// Kind of the new volume; blank: the cloud's usual one. Not asked of a volume that exists.
    pub kind: String,
    /// What becomes of it.
    pub end: DiskEnd,
    /// The firmware may boot from it, after the root and those before it.
    pub boots: bool,
}

/// What a disk beside the root is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum MadeOf {
    /// Nothing.
    #[default]
    Blank,
    /// An image.
    Image,
    /// A volume that exists.
    Volume,
    /// A snapshot.
    Snapshot,
}

/// A file to run at the first start.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScriptFile {
    /// What it is called here.
    pub name: String,
    /// What is in it, which need not be text.
    pub bytes: Vec<u8>,
}

impl NicDraft {
    /// The id of what it is on; blank: not chosen.
    pub fn on(&self) -> &str {
        match self.to {
            ConnectTo::Subnet => self.subnet.as_str(),
            ConnectTo::Network => self.network.as_str(),
            ConnectTo::Port => self.port.as_str(),
        }
    }
}
