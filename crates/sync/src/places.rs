//! Detects which instances have other addresses than before. `changes-since` does not report it: attaching an address
//! or removing a port does not change `updated`. The lists of the network service show it in one request each, and name
//! the rows to read again.

use std::sync::Arc;

use cloud::ServerId;
use cloud::wire::{FloatingIp, Port, Server};

/// The instances of which a port was added, removed, or changed its addresses.
pub fn moved_ports(before: &[Port], after: &[Port]) -> Vec<ServerId> {
    let places = |ports: &[Port]| {
        let mut all: Vec<(String, String, String)> = Vec::new();
        for port in ports.iter().filter(|port| port.is_of_instance()) {
            let Some(device) = &port.device else { continue };
            let place = |address: String| (device.to_string(), port.id.to_string(), address);
            all.push(place(String::new()));
            all.extend(port.fixed.iter().map(|fixed| place(fixed.address.clone())));
        }
        all.sort_unstable();
        all
    };
    let (before, after) = (places(before), places(after));
    let mut moved = Vec::new();
    for (these, those) in [(&before, &after), (&after, &before)] {
        let new = these.iter().filter(|place| those.binary_search(place).is_err());
        new.for_each(|(device, ..)| note(&mut moved, ServerId(device.clone())));
    }
    moved
}

/// The instances that gained or lost a floating IP. Its instance is found by port, or, if ports may not be listed, by
/// the row that has its fixed address or shows it.
pub fn moved_ips(before: &[FloatingIp], after: &[FloatingIp], ports: &[Port], rows: &[Arc<Server>]) -> Vec<ServerId> {
    let mut moved = Vec::new();
    for (these, those) in [(before, after), (after, before)] {
        let same = |one: &FloatingIp, other: &FloatingIp| {
            (&one.address, &one.port, &one.fixed_address) == (&other.address, &other.port, &other.fixed_address)
        };
        for ip in these.iter().filter(|one| one.port.is_some() && !those.iter().any(|other| same(one, other))) {
            owners(ip, ports, rows).into_iter().for_each(|id| note(&mut moved, id));
        }
    }
    moved
}

fn owners(ip: &FloatingIp, ports: &[Port], rows: &[Arc<Server>]) -> Vec<ServerId> {
    let device = ports.iter().find(|port| Some(&port.id) == ip.port.as_ref()).and_then(|port| port.device.clone());
    if let Some(device) = device {
        return vec![device];
    }
    let has = |row: &&Arc<Server>| {
        let mut addresses = row.addresses.said().into_iter().flatten();
        addresses.any(|has| has.addr == ip.address || Some(&has.addr) == ip.fixed_address.as_ref())
    };
    rows.iter().filter(has).map(|row| row.id.clone()).collect()
}

fn note(all: &mut Vec<ServerId>, id: ServerId) {
    if !all.contains(&id) {
        all.push(id);
    }
}
