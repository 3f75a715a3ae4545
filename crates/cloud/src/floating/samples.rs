//! Ports, addresses and failures for the tests.

use crate::error::{Failure, FailureKind};
use crate::exchange::Method;
use crate::wire::{FixedIp, FloatingIp, FloatingIpStatus, Port, PortStatus};

/// A port of instance `s` with these addresses.
pub(super) fn port(id: &str, addresses: &[&str]) -> Port {
    let fixed = |address: &&str| FixedIp { subnet: "subnet".into(), address: (*address).to_owned() };
    Port {
        id: id.into(),
        name: String::new(),
        status: PortStatus::Active,
        network: "network".into(),
        device: Some("s".into()),
        owner: "compute:kr-pub-a".to_owned(),
        mac: String::new(),
        fixed: addresses.iter().map(fixed).collect(),
        groups: Vec::new(),
    }
}

/// A floating IP, unattached or on a port with a fixed address.
pub(super) fn floating(id: &str, on: Option<(&str, Option<&str>)>) -> FloatingIp {
    FloatingIp {
        id: id.into(),
        address: "203.0.113.9".to_owned(),
        fixed_address: on.and_then(|(_, fixed)| fixed.map(str::to_owned)),
        port: on.map(|(port, _)| port.into()),
        pool: "pool".into(),
        status: FloatingIpStatus::Down,
        forwardings: 0,
    }
}

pub(super) fn failure(kind: FailureKind, message: &str) -> Failure {
    Failure {
        kind,
        status: 0,
        message: message.to_owned(),
        request_id: None,
        wait_until: None,
        method: Method::Put,
        path: String::new(),
        raw: String::new(),
    }
}
