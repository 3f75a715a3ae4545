//! What a fetch brought, and what is kept of it.

use std::sync::Arc;

use cloud::wire::{
    Flavor, FlavorName, FloatingIp, Image, ImagePage, KeyPair, Network, SecurityGroup, Server, ServerPage, Subnet,
    Volume, Zone,
};

/// The typed answer to an [`crate::Ask`] of the same name.
#[derive(Clone, PartialEq, Debug)]
pub enum Answer {
    /// A page of instances.
    Servers(ServerPage),
    /// One instance.
    Server(Box<Server>),
    /// Flavors.
    Flavors(Vec<Flavor>),
    /// Flavors by name.
    FlavorNames(Vec<FlavorName>),
    /// Zones.
    Zones(Vec<Zone>),
    /// Key pairs.
    KeyPairs(Vec<KeyPair>),
    /// One key pair.
    KeyPair(Box<KeyPair>),
    /// A page of images.
    Images(ImagePage),
    /// Networks.
    Networks(Vec<Network>),
    /// Subnets.
    Subnets(Vec<Subnet>),
    /// Security groups.
    SecurityGroups(Vec<SecurityGroup>),
    /// Floating IPs.
    FloatingIps(Vec<FloatingIp>),
    /// Volumes.
    Volumes(Vec<Volume>),
}

/// What is known under a key other than the instances'. Cheap to clone.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// Of `Key::Flavors`.
    Flavors(Arc<[Flavor]>),
    /// Of `Key::FlavorNames`.
    FlavorNames(Arc<[FlavorName]>),
    /// Of `Key::Zones`.
    Zones(Arc<[Zone]>),
    /// Of `Key::KeyPairs`.
    KeyPairs(Arc<[KeyPair]>),
    /// Of `Key::KeyPair`.
    KeyPair(Arc<KeyPair>),
    /// Of `Key::Images`.
    Images(Arc<[Image]>),
    /// Of `Key::Networks`.
    Networks(Arc<[Network]>),
    /// Of `Key::Subnets`.
    Subnets(Arc<[Subnet]>),
    /// Of `Key::SecurityGroups`.
    SecurityGroups(Arc<[SecurityGroup]>),
    /// Of `Key::FloatingIps`.
    FloatingIps(Arc<[FloatingIp]>),
    /// Of `Key::Volumes`.
    Volumes(Arc<[Volume]>),
}

impl Value {
    /// Rows, where it is a list.
    pub fn len(&self) -> usize {
        match self {
            Value::Flavors(list) => list.len(),
            Value::FlavorNames(list) => list.len(),
            Value::Zones(list) => list.len(),
            Value::KeyPairs(list) => list.len(),
            Value::KeyPair(_) => 1,
            Value::Images(list) => list.len(),
            Value::Networks(list) => list.len(),
            Value::Subnets(list) => list.len(),
            Value::SecurityGroups(list) => list.len(),
            Value::FloatingIps(list) => list.len(),
            Value::Volumes(list) => list.len(),
        }
    }

    /// A list without rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
