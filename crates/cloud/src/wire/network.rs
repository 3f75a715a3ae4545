//! Networks and subnets (row N03): NHN's `vpcs` / `vpcsubnets` and Neutron's `networks` / `subnets`, as one type each.

use super::Told;
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
    /// `cidrv4`, NHN only: the range its subnets are cut from.
    pub cidr: Option<String>,
}

impl Network {
    /// The pools that floating IPs come from (row N04).
    pub fn pools(all: &[Network]) -> impl Iterator<Item = &Network> {
        all.iter().filter(|network| network.external)
    }
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
    /// `gateway` or `gateway_ip`: the subnet's own router; `None` for a subnet without one.
    pub gateway: Option<String>,
    /// `available_ip_count`, NHN only.
    pub free_addresses: Option<u64>,
    /// `routingtable.gateway_id`: the internet gateway. Without one no floating IP can be attached (nhn-api.md §3.3).
    /// Only NHN says; stock clouds tell when it is tried.
    pub internet_gateway: Told<Option<String>>,
}

impl Subnet {
    /// It has no address left for another instance, as far as the cloud tells.
    pub fn is_full(&self) -> bool {
        self.free_addresses == Some(0)
    }
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
            cidr: row.get("cidrv4").filled(),
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
            gateway: row.any(&["gateway_ip", "gateway"]).filled(),
            free_addresses: row.get("available_ip_count").count(),
            internet_gateway: row.find(&["routingtable"]).map(|table| table.get("gateway_id").filled()).into(),
        })
    }
}
