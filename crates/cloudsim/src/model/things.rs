//! Small resources of a project.

use std::collections::BTreeMap;

use cloud::Timestamp;

use super::coming::Coming;
use super::networks::Standard;

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
    /// Future changes of status and size.
    pub coming: Coming,
    pub min_disk_gb: u64,
    pub min_ram_mb: u64,
    /// Bytes so far; 0 until there is data.
    pub size: u64,
    pub os_type: &'static str,
    pub os_distro: &'static str,
    pub os_version: &'static str,
    pub login: &'static str,
    /// Custom properties, such as the instance or volume it was created from.
    pub properties: BTreeMap<String, String>,
    pub tags: Vec<String>,
    /// Data of an uploaded image.
    pub made: Option<Made>,
    pub created: Timestamp,
}

/// An uploaded image.
#[derive(Clone, Debug, Default)]
pub(crate) struct Made {
    /// `private`, `shared`, `community`; empty: unchanged.
    pub visibility: &'static str,
    pub disk_format: Option<String>,
    pub container_format: Option<String>,
    pub hidden: bool,
    /// Its data, as text.
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

/// A security group.
#[derive(Clone, Debug)]
pub(crate) struct SecurityGroup {
    pub id: String,
    pub name: String,
    pub rules: Vec<SecurityRule>,
    pub standard: Standard,
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
    /// For `icmp` these are type and code, which can be omitted.
    pub ports: Option<(u16, Option<u16>)>,
    pub prefix: Option<String>,
    /// The group whose members are allowed.
    pub remote_group: Option<String>,
    pub description: Option<String>,
    pub created: Timestamp,
}

/// An attachment of a volume.
#[derive(Clone, Debug)]
pub(crate) struct Attachment {
    pub server: String,
    /// `/dev/vdb`.
    pub device: String,
    pub at: Timestamp,
}

/// A volume. Includes those of `Server::disks`, which [`super::Project::add`] adds.
#[derive(Clone, Debug)]
pub(crate) struct Volume {
    pub id: String,
    pub name: Option<String>,
    pub description: Option<String>,
    pub size_gb: u64,
    /// `creating`, `available`, `attaching`, `in-use`, `detaching`, `extending`, `uploading`, `deleting`, `error`, …
    pub status: &'static str,
    /// Future changes.
    pub coming: Coming,
    pub zone: String,
    /// Name of its [`VolumeType`].
    pub kind: String,
    pub bootable: bool,
    /// The snapshot it was created from.
    pub snapshot: Option<String>,
    /// The image it was created from.
    pub image: Option<String>,
    pub attached: Option<Attachment>,
    pub metadata: BTreeMap<String, String>,
    /// Image metadata set by the user, instead of the image's.
    pub image_metadata: BTreeMap<String, String>,
    /// Whether it is read-only; `None`: not set.
    pub readonly: Option<bool>,
    /// The volume it was cloned from.
    pub source: Option<String>,
    pub created: Timestamp,
    pub updated: Timestamp,
}

/// A volume type.
#[derive(Clone, Debug)]
pub(crate) struct VolumeType {
    pub id: String,
    pub name: String,
    pub description: String,
}

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

/// A placement policy and its instances.
#[derive(Clone, Debug)]
pub(crate) struct ServerGroup {
    pub id: String,
    pub name: String,
    /// `anti-affinity`; on a stock cloud also `affinity` and the `soft-` ones.
    pub policy: String,
    /// `max_server_per_host` of anti-affinity.
    pub per_host: Option<u64>,
    /// Ids of instances; deleted ones are filtered when shown.
    pub members: Vec<String>,
}
