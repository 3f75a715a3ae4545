//! Networks and subnets (row N03): NHN's `vpcs` / `vpcsubnets` and Neutron's `networks` / `subnets`, as one type each.

use super::root::Wire;
use crate::ids::{NetworkId, SubnetId};
use crate::json::Json;

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

impl Wire for Network {
    const ONE: &'static str = "network";
    const MANY: &'static [&'static str] = &["networks", "vpcs"];

    fn read(row: &Json<'_>) -> Option<Self> {
        Some(Self {
            id: row.get("id").filled().map(NetworkId)?,
            name: row.get("name").text(),
            external: row.get("router:external").flag().unwrap_or_default(),
            shared: row.get("shared").flag().unwrap_or_default(),
        })
    }
}

impl Wire for Subnet {
    const ONE: &'static str = "subnet";
    const MANY: &'static [&'static str] = &["subnets", "vpcsubnets"];

    fn read(row: &Json<'_>) -> Option<Self> {
        Some(Self {
            id: row.get("id").filled().map(SubnetId)?,
            name: row.get("name").text(),
            network_id: NetworkId(row.any(&["network_id", "vpc_id"]).text()),
            cidr: row.get("cidr").text(),
            free_addresses: row.get("available_ip_count").count(),
        })
    }
}
