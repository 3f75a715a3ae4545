//! Network interfaces of an instance (`os-interface`).

use super::read::wire;
use crate::ids::{NetworkId, PortId, SubnetId};
use crate::json::Json;

wire! {
    /// One interface.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct Interface in "interfaceAttachment", "interfaceAttachments" {
        pub port: PortId = "port_id",
        pub network: NetworkId = "net_id",
        pub mac: String = "mac_addr",
        /// e.g. `ACTIVE`.
        pub state: String = "port_state",
        /// Subnet and address.
        pub fixed_ips: Vec<(SubnetId, String)> = "fixed_ips" => fixed_ips,
    }
}

fn fixed_ips(rows: &Json<'_>) -> Vec<(SubnetId, String)> {
    let fixed = |ip: &Json<'_>| Some((SubnetId(ip.get("subnet_id").text()), ip.get("ip_address").filled()?));
    rows.rows().iter().filter_map(fixed).collect()
}
