//! Networks and subnets (row N03): NHN's `vpcs` / `vpcsubnets` and Neutron's `networks` / `subnets`, as one type each.

use serde::de::MapAccess;

use super::lenient::*;
use super::root::Rooted;
use crate::ids::{NetworkId, SubnetId};

/// A network; in the NHN dialect a VPC.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Network {
    /// `id`.
    pub id: NetworkId,
    /// `name`.
    pub name: String,
    /// `router:external`: the floating IP pool, never a choice for a new instance.
    pub external: bool,
    /// `shared`.
    pub shared: bool,
}

/// A subnet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Subnet {
    /// `id`.
    pub id: SubnetId,
    /// `name`.
    pub name: String,
    /// `vpc_id` or `network_id`.
    pub network_id: NetworkId,
    /// `cidr`.
    pub cidr: String,
    /// `available_ip_count`, NHN only.
    pub free_addresses: Option<u64>,
}

impl Rooted for Network {
    const ONE: &'static str = "network";
    const MANY: &'static [&'static str] = &["networks", "vpcs"];
}

impl Wire for Network {
    fn blank() -> Self {
        Self { id: NetworkId::default(), name: String::new(), external: false, shared: false }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = NetworkId(scalar(map)?.text()),
            "name" => self.name = scalar(map)?.text(),
            "router:external" => self.external = scalar(map)?.flag().unwrap_or_default(),
            "shared" => self.shared = scalar(map)?.flag().unwrap_or_default(),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn complete(&self) -> bool {
        !self.id.0.is_empty()
    }
}

impl Rooted for Subnet {
    const ONE: &'static str = "subnet";
    const MANY: &'static [&'static str] = &["subnets", "vpcsubnets"];
}

impl Wire for Subnet {
    fn blank() -> Self {
        Self {
            id: SubnetId::default(),
            name: String::new(),
            network_id: NetworkId::default(),
            cidr: String::new(),
            free_addresses: None,
        }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = SubnetId(scalar(map)?.text()),
            "name" => self.name = scalar(map)?.text(),
            "network_id" | "vpc_id" => self.network_id = NetworkId(scalar(map)?.text()),
            "cidr" => self.cidr = scalar(map)?.text(),
            "available_ip_count" => self.free_addresses = scalar(map)?.count(),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn complete(&self) -> bool {
        !self.id.0.is_empty()
    }
}
