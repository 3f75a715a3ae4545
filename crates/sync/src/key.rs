//! Keys of the local copy: which resource, in which scope.

use cloud::calls::flavors::FlavorQuery;
use cloud::calls::servers::ServerQuery;
use cloud::catalog::Service;
use cloud::{KeyName, ReservationId, Scope, ServerId};

/// A resource that can be read and kept fresh: a list or one item.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Key {
    /// All instances (row S11).
    Servers(Scope),
    /// One instance (row S12).
    Server(Scope, ServerId),
    /// The instances of one batch, read only until their ids are known (row S15).
    Reservation(Scope, ReservationId),
    /// Flavors with a filter (row S02).
    Flavors(Scope, FlavorQuery),
    /// Flavor names (row S01).
    FlavorNames(Scope),
    /// Availability zones (row S03).
    Zones(Scope),
    /// Key pairs (row S04).
    KeyPairs(Scope),
    /// One key pair (row S05).
    KeyPair(Scope, KeyName),
    /// Images (row N02).
    Images(Scope),
    /// Networks (row N03).
    Networks(Scope),
    /// Subnets (row N03).
    Subnets(Scope),
    /// Security groups (row N05).
    SecurityGroups(Scope),
    /// Floating IPs (row N04).
    FloatingIps(Scope),
    /// Volumes (row N06).
    Volumes(Scope),
    /// Volume snapshots (row N06).
    Snapshots(Scope),
    /// Volume types (row N06).
    VolumeTypes(Scope),
    /// The volumes of one instance (row S19).
    Attachments(Scope, ServerId),
    /// The ports of one instance (row N03).
    Ports(Scope, ServerId),
    /// All ports: a new instance may use an unattached one (row S13).
    AllPorts(Scope),
    /// The addresses of all instances' ports (row N03), with few fields.
    Places(Scope),
    /// The network interfaces of one instance, from compute (`os-interface`).
    Interfaces(Scope, ServerId),
    /// Placement policies (row N08).
    ServerGroups(Scope),
    /// Quota and usage of compute (row N09).
    Limits(Scope),
    /// Quota and usage of block storage (row N09).
    VolumeLimits(Scope),
    /// The result of a search with the cloud's own filters (row S10).
    Found(Scope, ServerQuery),
}

impl Key {
    /// The scope it belongs to.
    pub fn scope(&self) -> &Scope {
        match self {
            Key::Servers(scope)
            | Key::Server(scope, _)
            | Key::Reservation(scope, _)
            | Key::Flavors(scope, _)
            | Key::FlavorNames(scope)
            | Key::Zones(scope)
            | Key::KeyPairs(scope)
            | Key::KeyPair(scope, _)
            | Key::Images(scope)
            | Key::Networks(scope)
            | Key::Subnets(scope)
            | Key::SecurityGroups(scope)
            | Key::FloatingIps(scope)
            | Key::Volumes(scope)
            | Key::Snapshots(scope)
            | Key::VolumeTypes(scope)
            | Key::Attachments(scope, _)
            | Key::Ports(scope, _)
            | Key::AllPorts(scope)
            | Key::Places(scope)
            | Key::Interfaces(scope, _)
            | Key::ServerGroups(scope)
            | Key::Limits(scope)
            | Key::VolumeLimits(scope)
            | Key::Found(scope, _) => scope,
        }
    }

    /// The service to request it from.
    pub fn service(&self) -> Service {
        match self {
            Key::Servers(_)
            | Key::Server(..)
            | Key::Reservation(..)
            | Key::Flavors(..)
            | Key::FlavorNames(_)
            | Key::Zones(_)
            | Key::KeyPairs(_)
            | Key::KeyPair(..)
            | Key::Attachments(..)
            | Key::Interfaces(..)
            | Key::ServerGroups(_)
            | Key::Limits(_)
            | Key::Found(..) => Service::Compute,
            Key::Images(_) => Service::Image,
            Key::Networks(_)
            | Key::Subnets(_)
            | Key::SecurityGroups(_)
            | Key::FloatingIps(_)
            | Key::Ports(..)
            | Key::AllPorts(_)
            | Key::Places(_) => Service::Network,
            Key::Volumes(_) | Key::Snapshots(_) | Key::VolumeTypes(_) | Key::VolumeLimits(_) => Service::Volume,
        }
    }

    /// Whether it is requested in pages of a size that Maru chooses.
    pub(crate) fn is_paged(&self) -> bool {
        matches!(self, Key::Images(_) | Key::Volumes(_) | Key::Snapshots(_))
    }

    /// Priority: the list of instances, then single instances, then everything else.
    pub fn rank(&self) -> u8 {
        match self {
            Key::Servers(_) => 0,
            Key::Server(..) => 1,
            Key::Reservation(..) => 2,
            Key::Flavors(..) => 3,
            Key::FlavorNames(_) => 4,
            Key::Zones(_) => 5,
            Key::KeyPairs(_) => 6,
            Key::KeyPair(..) => 7,
            Key::Images(_) => 8,
            Key::Networks(_) => 9,
            Key::Subnets(_) => 10,
            Key::SecurityGroups(_) => 11,
            Key::FloatingIps(_) => 12,
            Key::Volumes(_) => 13,
            Key::Snapshots(_) => 14,
            Key::VolumeTypes(_) => 15,
            Key::Attachments(..) => 16,
            Key::Ports(..) => 17,
            Key::ServerGroups(_) => 18,
            Key::Limits(_) => 19,
            Key::VolumeLimits(_) => 20,
            Key::Found(..) => 21,
            Key::AllPorts(_) => 22,
            Key::Interfaces(..) => 23,
            Key::Places(_) => 24,
        }
    }
}
