//! The choices and repeatable sections of the draft.

use crate::ids::*;

/// The source of the root disk.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum BootFrom {
    #[default]
    Image,
    Volume,
    /// A new volume created from a snapshot.
    Snapshot,
}

/// What happens to a disk when its instance is deleted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum DiskEnd {
    #[default]
    Keep,
    Delete,
}

/// One network interface.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NicDraft {
    /// Which of the three ids below applies.
    pub to: ConnectTo,
    /// Under `openstack` rules it is sent as its network, or as a port that is created on it first.
    pub subnet: SubnetId,
    pub network: NetworkId,
    /// An existing port.
    pub port: PortId,
    /// As typed; blank: any. Ignored for a port, which has its own.
    pub fixed_ip: String,
}

/// What a network interface is attached to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ConnectTo {
    /// Usual on NHN.
    #[default]
    Subnet,
    /// Usual on OpenStack.
    Network,
    Port,
}

/// An additional disk.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DiskDraft {
    /// Which of the three ids below applies.
    pub made_of: MadeOf,
    pub image: ImageId,
    pub volume: VolumeId,
    pub snapshot: SnapshotId,
    /// In GB, as typed. Ignored for an existing volume.
    pub size_gb: String,
    /// Volume type; blank: the cloud's default. Ignored for an existing volume.
    pub kind: String,
    pub end: DiskEnd,
    /// The firmware may boot from it, after the root and the disks before it.
    pub boots: bool,
}

/// The source of an additional disk.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum MadeOf {
    #[default]
    Blank,
    Image,
    Volume,
    Snapshot,
}

/// A file with user data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScriptFile {
    pub name: String,
    /// Not necessarily text.
    pub bytes: Vec<u8>,
}

impl NicDraft {
    /// The id of what it is attached to; blank: not chosen.
    pub fn on(&self) -> &str {
        match self.to {
            ConnectTo::Subnet => self.subnet.as_str(),
            ConnectTo::Network => self.network.as_str(),
            ConnectTo::Port => self.port.as_str(),
        }
    }
}
