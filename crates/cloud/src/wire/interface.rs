//! Network interfaces of an instance (`os-interface`).

use super::root::Wire;
use crate::ids::{NetworkId, PortId, SubnetId};
use crate::json::Json;

/// One interface.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Interface {
    /// `port_id`.
    pub port: PortId,
    /// `net_id`.
    pub network: NetworkId,
    /// `mac_addr`.
    pub mac: String,
    /// `port_state`, e.g. `ACTIVE`.
    pub state: String,
    /// `fixed_ips[]`: subnet and address.
    pub fixed_ips: Vec<(SubnetId, String)>,
}

impl Wire for Interface {
    const ONE: &'static str = "interfaceAttachment";
    const MANY: &'static [&'static str] = &["interfaceAttachments"];

    fn read(row: &Json<'_>) -> Option<Self> {
        let fixed = |ip: &Json<'_>| Some((SubnetId(ip.get("subnet_id").text()), ip.get("ip_address").filled()?));
        Some(Self {
            port: row.get("port_id").filled().map(PortId)?,
            network: NetworkId(row.get("net_id").text()),
            mac: row.get("mac_addr").text(),
            state: row.get("port_state").text(),
            fixed_ips: row.get("fixed_ips").rows().iter().filter_map(fixed).collect(),
        })
    }
}
