//! Networks, subnets, security groups and floating IPs, the reads (rows N03, N04, N05).

use crate::catalog::Service;
use crate::exchange::{Call, Request};
use crate::wire::root::many;
use crate::wire::{FloatingIp, Network, SecurityGroup, Subnet};

/// Which words the network service speaks (row N03): NHN's first, Neutron's on a 404.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NetworkDialect {
    /// `vpcs`, `vpcsubnets`.
    Nhn,
    /// `networks`, `subnets`.
    Neutron,
}

/// `GET /vpcs` or `GET /networks`.
pub fn networks(dialect: NetworkDialect) -> Call<Vec<Network>> {
    let path = match dialect {
        NetworkDialect::Nhn => "/vpcs",
        NetworkDialect::Neutron => "/networks",
    };
    Call { request: Request::get(Service::Network, path), read: many::<Network> }
}

/// `GET /vpcsubnets` or `GET /subnets`.
pub fn subnets(dialect: NetworkDialect) -> Call<Vec<Subnet>> {
    let path = match dialect {
        NetworkDialect::Nhn => "/vpcsubnets",
        NetworkDialect::Neutron => "/subnets",
    };
    Call { request: Request::get(Service::Network, path), read: many::<Subnet> }
}

/// `GET /security-groups`, rules nested.
pub fn security_groups() -> Call<Vec<SecurityGroup>> {
    Call { request: Request::get(Service::Network, "/security-groups"), read: many::<SecurityGroup> }
}

/// `GET /floatingips`.
pub fn floating_ips() -> Call<Vec<FloatingIp>> {
    Call { request: Request::get(Service::Network, "/floatingips"), read: many::<FloatingIp> }
}
