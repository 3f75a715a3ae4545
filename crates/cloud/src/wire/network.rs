//! Networks and subnets (row N03): NHN's `vpcs` and `vpcsubnets`, and Neutron's `networks` and `subnets`, with one type
//! each.

use super::Told;
use super::read::wire;
use crate::ids::{NetworkId, SubnetId};

wire! {
    /// A network; in the NHN dialect a VPC.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct Network in "network", "networks", "vpcs" {
        pub id: NetworkId = "id",
        pub name: String = "name",
        /// A pool of floating IPs, not selectable for instances.
        pub external: bool = "router:external",
        pub shared: bool = "shared",
        /// NHN only: the range of its subnets.
        pub cidr: Option<String> = "cidrv4",
    }
}

impl Network {
    /// The pools for floating IPs (row N04).
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
        /// The subnet's router, if it has one.
        pub gateway: Option<String> = "gateway_ip" | "gateway",
        /// NHN only.
        pub free_addresses: Option<u64> = "available_ip_count",
        /// `gateway_id`: the internet gateway. Without one no floating IP can be attached (nhn-api.md §3.3). Only NHN
        /// reports it; stock clouds refuse the attempt.
        pub internet_gateway: Told<Option<String>> = told "routingtable" => |table| table.get("gateway_id").filled(),
    }
}

impl Subnet {
    /// Whether no address is left, according to the cloud.
    pub fn is_full(&self) -> bool {
        self.free_addresses == Some(0)
    }
}
