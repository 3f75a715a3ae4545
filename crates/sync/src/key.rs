//! What can be known, and of whom.

use cloud::calls::flavors::FlavorQuery;
use cloud::calls::servers::ServerQuery;
use cloud::catalog::Service;
use cloud::{KeyName, ReservationId, Scope, ServerId};

/// One thing that is asked for and kept fresh.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Key {
    /// All instances (row S11).
    Servers(Scope),
    /// One instance (row S12).
    Server(Scope, ServerId),
    /// Instances of one batch, asked only until their ids are known (row S15).
    Reservation(Scope, ReservationId),
    /// Flavors under a filter (row S02).
    Flavors(Scope, FlavorQuery),
    /// Flavors by name (row S01).
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
    /// All ports: a new instance may take a free one (row S13).
    AllPorts(Scope),
    /// Which addresses the ports of all instances have (row N03), in few words.
    Places(Scope),
    /// The network interfaces of one instance, as compute tells them (`os-interface`).
    Interfaces(Scope, ServerId),
    /// Placement policies (row N08).
    ServerGroups(Scope),
    /// What the project may use of compute, and uses (row N09).
    Limits(Scope),
    /// The same of block storage (row N09).
    VolumeLimits(Scope),
    /// What the cloud finds by its own filters (row S10).
    Found(Scope, ServerQuery),
}

impl Key {
    /// Whose data this is.
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

    /// Which service tells it.
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

    /// Whether it is asked for in pages of as many rows as we like.
    pub(crate) fn is_paged(&self) -> bool {
        matches!(self, Key::Images(_) | Key::Volumes(_) | Key::Snapshots(_))
    }

    /// Which comes first where several could: the list of instances, then one instance, then all else.
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
