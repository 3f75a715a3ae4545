//! Floating IPs (row N04).

use super::port::Port;
use super::read::wire;
use super::server::Server;
use super::words::words;
use crate::ids::{FloatingIpId, NetworkId, PortId};

words! {
    /// `status` of a floating IP. It may still be `DOWN` right after attaching: use [`FloatingIp::is_free`] to see
    /// whether it is unattached.
    FloatingIpStatus {
        /// Attached and reachable.
        Active = "ACTIVE",
        /// Unattached, or not connected yet.
        Down = "DOWN",
        /// Attaching failed.
        Error = "ERROR",
    }
}

wire! {
    /// One floating IP.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct FloatingIp in "floatingip", "floatingips" {
        pub id: FloatingIpId = "id",
        pub address: String = "floating_ip_address",
        pub fixed_address: Option<String> = "fixed_ip_address",
        /// Null: unattached.
        pub port: Option<PortId> = "port_id",
        /// The pool it comes from.
        pub pool: NetworkId = "floating_network_id",
        pub status: FloatingIpStatus = "status",
        /// The number of its ports that are forwarded to instances, although none of their ports has the address.
        pub forwardings: u64 = "port_forwardings" => |ports| ports.rows().len() as u64,
    }
}

impl FloatingIp {
    /// Whether nothing uses it. It may be billed all the same.
    pub fn is_free(&self) -> bool {
        self.port.is_none() && self.fixed_address.is_none() && self.forwardings == 0
    }

    /// Whether it is attached but not active yet.
    pub fn is_moving(&self) -> bool {
        self.port.is_some() && self.status == FloatingIpStatus::Down
    }

    /// Whether the instance has it, even if the instance's own data does not show it. `ports` are the instance's ports,
    /// if known.
    pub fn is_of(&self, server: &Server, ports: Option<&[Port]>) -> bool {
        let told = server.addresses.said().map(Vec::as_slice).unwrap_or_default();
        let on_port = ports.is_some_and(|ports| ports.iter().any(|port| Some(&port.id) == self.port.as_ref()));
        !self.is_free() && (on_port || told.iter().any(|one| one.floating && one.addr == self.address))
    }
}

#[cfg(test)]
mod tests {
    use crate::calls::network::floating_ips;
    use crate::exchange::Reply;

    /// `free`, `moving`.
    #[track_caller]
    fn check(fields: &str, expect: (bool, bool)) {
        let body = format!(r#"{{"floatingips": [{{"id": "f", "floating_ip_address": "198.51.100.8", {fields}}}]}}"#);
        let all = floating_ips().finish(&Reply { status: 200, body, ..Reply::default() }).expect(fields);
        let ip = all.first().expect("one");
        assert_eq!((ip.is_free(), ip.is_moving()), expect, "{fields}");
    }

    #[test]
    fn a_floating_ip_that_forwards_ports_is_in_use() {
        check(r#""port_id": null, "status": "DOWN""#, (true, false));
        check(r#""port_id": null, "status": "ACTIVE", "port_forwardings": []"#, (true, false));
        check(r#""port_id": null, "status": "DOWN", "port_forwardings": [{"external_port": 22}]"#, (false, false));
        check(r#""port_id": null, "status": "ACTIVE", "fixed_ip_address": "10.0.0.4""#, (false, false));
        check(r#""port_id": "p", "status": "DOWN", "port_details": null"#, (false, true));
        check(r#""port_id": "p", "status": "ACTIVE""#, (false, false));
    }
}
