//! The small things of a project: what the neighbours of compute list.

use cloud::Timestamp;

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
    pub status: &'static str,
    pub min_disk_gb: u64,
    pub min_ram_mb: u64,
    pub size: u64,
    pub os_type: &'static str,
    pub os_distro: &'static str,
    pub os_version: &'static str,
    pub login: &'static str,
    pub created: Timestamp,
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
    /// The network's address as a number; instances get the numbers after it.
    pub base: u32,
    /// How many addresses instances can have.
    pub size: u32,
    /// How many were handed out.
    pub used: u32,
    pub created: Timestamp,
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
    pub ethertype: &'static str,
    pub protocol: Option<&'static str>,
    pub ports: Option<(u16, u16)>,
    pub prefix: Option<&'static str>,
    pub own_group: bool,
}

/// A floating IP.
#[derive(Clone, Debug)]
pub(crate) struct Floating {
    pub id: String,
    pub address: String,
    /// Id of the server whose first port has it.
    pub server: Option<String>,
}

/// A volume that belongs to no instance (those of instances are with them).
#[derive(Clone, Debug)]
pub(crate) struct Volume {
    pub id: String,
    pub name: Option<String>,
    pub size_gb: u64,
    pub zone: String,
    pub bootable: bool,
    pub created: Timestamp,
}
