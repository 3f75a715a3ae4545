//! Networks, subnets, security groups and floating IPs, the reads (rows N03, N04, N05).

use crate::exchange::Call;
use crate::wire::*;

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
    let _ = dialect;
    todo!()
}

/// `GET /vpcsubnets` or `GET /subnets`.
pub fn subnets(dialect: NetworkDialect) -> Call<Vec<Subnet>> {
    let _ = dialect;
    todo!()
}

/// `GET /security-groups`, rules nested.
pub fn security_groups() -> Call<Vec<SecurityGroup>> {
    todo!()
}

/// `GET /floatingips`.
pub fn floating_ips() -> Call<Vec<FloatingIp>> {
    todo!()
}
