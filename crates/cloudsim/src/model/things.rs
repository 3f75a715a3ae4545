//! The small things of a project: what the neighbours of compute list.

use std::collections::{BTreeMap, BTreeSet};
use std::net::Ipv4Addr;

use cloud::Timestamp;

use super::coming::Coming;

/// A flavor.
#[derive(Clone, Debug)]
pub(crate) struct Flavor {
    pub id: String,
    pub name: String,
    pub vcpus: u32,
    pub ram_mb: u64,
    pub disk_gb: u64,
    pub disabled: bool,
    pub specs: Vec<(&'static str, &'static str)>,
}

/// An image.
#[derive(Clone, Debug)]
pub(crate) struct Image {
    pub id: String,
    pub name: Option<String>,
    pub public: bool,
    pub protected: bool,
    /// `queued`, `saving`, `active`, `killed`.
    pub status: &'static str,
    /// How it goes on: status and size change by the clock.
    pub coming: Coming,
    pub min_disk_gb: u64,
    pub min_ram_mb: u64,
    /// Bytes so far; 0 until there are any.
    pub size: u64,
    pub os_type: &'static str,
    pub os_distro: &'static str,
    pub os_version: &'static str,
    pub login: &'static str,
    /// What stands flat beside the standard fields: of what instance or volume it was made.
    pub properties: BTreeMap<String, String>,
    pub tags: Vec<String>,
    /// What is known of one that somebody brought along.
    pub made: Option<Made>,
    pub created: Timestamp,
}

/// An image that somebody brought along.
#[derive(Clone, Debug, Default)]
pub(crate) struct Made {
    /// `private`, `shared`, `community`; empty: as it was.
    pub visibility: &'static str,
    pub disk_format: Option<String>,
    pub container_format: Option<String>,
    pub hidden: bool,
    /// Its bytes, as text.
    pub data: String,
}

/// An availability zone.
#[derive(Clone, Debug)]
pub(crate) struct Zone {
    pub name: String,
    pub available: bool,
}

/// A key pair.
#[derive(Clone, Debug)]
pub(crate) struct KeyPair {
    pub number: u64,
    pub name: String,
    /// `ssh`, `x509`.
    pub kind: &'static str,
    pub public_key: String,
    pub fingerprint: String,
    pub created: Timestamp,
}

/// A network; in NHN's words a VPC.
#[derive(Clone, Debug)]
pub(crate) struct Network {
    pub id: String,
    pub name: String,
    pub cidr: String,
    pub external: bool,
    pub created: Timestamp,
}

/// A subnet.
#[derive(Clone, Debug)]
pub(crate) struct Subnet {
    pub id: String,
    pub name: String,
    pub network: String,
    pub cidr: String,
    /// There is a way to the internet gateway: floating IPs work.
    pub routed: bool,
    /// The network's address as a number; instances get the numbers after it.
    pub base: u32,
    /// How many addresses instances can have.
    pub size: u32,
    /// How many were handed out, returned ones too.
    pub used: u32,
    /// Those that came back, as numbers after `base`.
    pub returned: Vec<u32>,
    /// Those somebody asked for before their turn, as numbers after `base`.
    pub claimed: BTreeSet<u32>,
    pub created: Timestamp,
}

impl Subnet {
    /// Whether instances can have this address.
    pub(crate) fn holds(&self, address: Ipv4Addr) -> bool {
        // The first ten belong to the gateway and its kind.
        let number = u32::from(address).checked_sub(self.base);
        number.is_some_and(|number| number > 10 && number <= self.size.saturating_add(10))
    }

    /// How many addresses instances can still have.
    pub(crate) fn available(&self) -> u32 {
        self.size.saturating_sub(self.used).saturating_add(u32::try_from(self.returned.len()).unwrap_or_default())
    }
}

/// A security group.
#[derive(Clone, Debug)]
pub(crate) struct SecurityGroup {
    pub id: String,
    pub name: String,
    pub description: String,
    pub rules: Vec<SecurityRule>,
    pub created: Timestamp,
}

/// A rule of one.
#[derive(Clone, Debug)]
pub(crate) struct SecurityRule {
    pub id: String,
    pub ingress: bool,
    /// `IPv4`, `IPv6`.
    pub ethertype: String,
    /// `None`: any.
    pub protocol: Option<String>,
    /// For `icmp` these are type and code.
    pub ports: Option<(u16, u16)>,
    pub prefix: Option<String>,
    /// Id of the group whose members may come in.
    pub remote_group: Option<String>,
    pub description: Option<String>,
    pub created: Timestamp,
}

/// A port that belongs to no instance (those of instances are with them, as `Nic`).
#[derive(Clone, Debug)]
pub(crate) struct Port {
    pub id: String,
    pub name: String,
    pub network: String,
    pub subnet: String,
    pub address: String,
    pub mac: String,
    /// Ids of its security groups.
    pub groups: Vec<String>,
}

/// A floating IP.
#[derive(Clone, Debug)]
pub(crate) struct Floating {
    pub id: String,
    pub address: String,
    /// Id of the external network it comes from.
    pub pool: String,
    /// Id of the port that has it, of an instance or free.
    pub port: Option<String>,
    /// When it becomes `ACTIVE`; until then an associated one is still `DOWN`, and shows in no instance's addresses.
    pub active_from: Timestamp,
}

impl Floating {
    /// Whether traffic gets through already.
    pub(crate) fn active(&self, now: Timestamp) -> bool {
        self.port.is_some() && self.active_from <= now
    }
}

/// Where a volume is attached.
#[derive(Clone, Debug)]
pub(crate) struct Attachment {
    pub server: String,
    /// `/dev/vdb`.
    pub device: String,
    pub at: Timestamp,
}

/// A volume. Those in `Server::disks` are here too: [`super::Project::add`] sees to it.
#[derive(Clone, Debug)]
pub(crate) struct Volume {
    pub id: String,
    pub name: Option<String>,
    pub description: Option<String>,
    pub size_gb: u64,
    /// `creating`, `available`, `attaching`, `in-use`, `detaching`, `extending`, `uploading`, `deleting`, `error`, …
    pub status: &'static str,
    /// How it goes on by the clock.
    pub coming: Coming,
    pub zone: String,
    /// Name of its [`VolumeType`].
    pub kind: String,
    pub bootable: bool,
    /// The snapshot it was made from.
    pub snapshot: Option<String>,
    /// The image that is on it.
    pub image: Option<String>,
    pub attached: Option<Attachment>,
    pub metadata: BTreeMap<String, String>,
    /// What was said of the image on it, instead of what the image says.
    pub image_metadata: BTreeMap<String, String>,
    /// Whether it can only be read; `None`: nobody said.
    pub readonly: Option<bool>,
    /// The volume it is a copy of.
    pub source: Option<String>,
    pub created: Timestamp,
    pub updated: Timestamp,
}

/// A kind of volume.
#[derive(Clone, Debug)]
pub(crate) struct VolumeType {
    pub id: String,
    pub name: String,
    pub description: String,
}

/// What a volume held at one moment.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    pub id: String,
    pub name: Option<String>,
    pub description: Option<String>,
    pub volume: String,
    pub size_gb: u64,
    /// `creating`, `available`, `deleting`, `error`.
    pub status: &'static str,
    pub coming: Coming,
    pub metadata: BTreeMap<String, String>,
    pub created: Timestamp,
}

/// A placement policy with the instances that follow it.
#[derive(Clone, Debug)]
pub(crate) struct ServerGroup {
    pub id: String,
    pub name: String,
    /// `anti-affinity`; a stock cloud knows `affinity` and the `soft-` ones too.
    pub policy: String,
    /// `max_server_per_host` of anti-affinity.
    pub per_host: Option<u64>,
    /// Ids of instances; deleted ones are filtered out where it is shown.
    pub members: Vec<String>,
}
