//! Networks and subnets (row N03): NHN's `vpcs` / `vpcsubnets` and Neutron's `networks` / `subnets`, as one type each.

use super::Told;
use super::read::wire;
use crate::ids::{NetworkId, SubnetId};

wire! {
    /// A network; in the NHN dialect a VPC.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct Network in "network", "networks", "vpcs" {
        pub id: NetworkId = "id",
        pub name: String = "name",
        /// The floating IP pool, never a choice for a new instance.
        pub external: bool = "router:external",
        pub shared: bool = "shared",
        /// NHN only: the range its subnets are cut from.
        pub cidr: Option<String> = "cidrv4",
    }
}

impl Network {
    /// The pools that floating IPs come from (row N04).
    pub fn pools(all: &[Network]) -> impl Iterator<Item = &Network> {
        all.iter().filter(|network| network.external)
    }
}

wire! {
    /// A subnet.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct Subnet in "subnet", "subnets", "vpcsubnets" {
        pub id: SubnetId = "id",
        pub name: String = "name",
        pub network_id: NetworkId = "network_id" | "vpc_id",
        pub cidr: String = "cidr",
        /// The subnet's own router; `None` for a subnet without one.
        pub gateway: Option<String> = "gateway_ip" | "gateway",
        /// NHN only.
        pub free_addresses: Option<u64> = "available_ip_count",
        /// `gateway_id`: the internet gateway. Without one no floating IP can be attached (nhn-api.md §3.3). Only NHN
        /// says; stock clouds tell when it is tried.
        pub internet_gateway: Told<Option<String>> = told "routingtable" => |table| table.get("gateway_id").filled(),
    }
}

impl Subnet {
    /// It has no address left for another instance, as far as the cloud tells.
    pub fn is_full(&self) -> bool {
        self.free_addresses == Some(0)
    }
}
