//! Networks, subnets, ports, floating IPs and security groups (rows N03, N04, N05).

mod addresses;
mod groups;
mod ports;

use crate::catalog::Service;
use crate::exchange::{Call, Request};
use crate::wire::root::page;
use crate::wire::{Network, Page, Subnet};

pub use addresses::*;
pub use groups::*;
pub use ports::*;

/// The API dialect of the network service (row N03): NHN's is tried first, Neutron's after a 404. Ports, floating IPs
/// and security groups are the same in both.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NetworkDialect {
    /// `vpcs`, `vpcsubnets`.
    Nhn,
    /// `networks`, `subnets`.
    Neutron,
}

/// `GET /vpcs` or `GET /networks`.
pub fn networks(dialect: NetworkDialect) -> Call<Page<Network>> {
    let path = match dialect {
        NetworkDialect::Nhn => "/vpcs",
        NetworkDialect::Neutron => "/networks",
    };
    Call { request: Request::get(Service::Network, path), read: page::<Network> }
}

/// `GET /vpcsubnets` or `GET /subnets`.
pub fn subnets(dialect: NetworkDialect) -> Call<Page<Subnet>> {
    let path = match dialect {
        NetworkDialect::Nhn => "/vpcsubnets",
        NetworkDialect::Neutron => "/subnets",
    };
    Call { request: Request::get(Service::Network, path), read: page::<Subnet> }
}

#[cfg(test)]
mod tests;
