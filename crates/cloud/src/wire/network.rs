//! Networks and subnets (row N03): NHN's `vpcs` / `vpcsubnets` and Neutron's `networks` / `subnets`, as one type each.

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
