//! Which instances have changed addresses, from the lists of the network service.

use std::sync::Arc;

use cloud::ServerId;
use cloud::wire::{Address, FixedIp, FloatingIp, FloatingIpStatus, Port, PortStatus, Told};
use sync::places::{moved_ips, moved_ports};

mod support;

fn port(id: &str, device: &str, addresses: &[&str]) -> Port {
    let fixed = addresses.iter().map(|address| FixedIp { subnet: "s".into(), address: (*address).to_owned() });
    Port {
        id: id.into(),
        name: String::new(),
        status: PortStatus::Active,
        network: "n".into(),
        device: (!device.is_empty()).then(|| device.into()),
        owner: if device == "router" { "network:router_interface" } else { "compute:nova" }.to_owned(),
        mac: String::new(),
        fixed: fixed.collect(),
        groups: Vec::new(),
    }
}

fn ip(address: &str, on: Option<(&str, &str)>) -> FloatingIp {
    FloatingIp {
        id: address.into(),
        address: address.to_owned(),
        fixed_address: on.map(|(_, fixed)| fixed.to_owned()),
        port: on.map(|(port, _)| port.into()),
        pool: "p".into(),
        status: FloatingIpStatus::Active,
        forwardings: 0,
    }
}

fn names(ids: Vec<ServerId>) -> Vec<String> {
    ids.into_iter().map(|id| id.to_string()).collect()
}

#[test]
fn a_port_that_came_went_or_changed_names_its_instance() {
    let before =
        [port("p1", "web", &["10.0.0.1"]), port("p2", "db", &["10.0.0.2"]), port("r", "router", &["10.0.0.9"])];
    for (after, expect) in [
        (before.to_vec(), vec![]),
        (vec![before[1].clone(), before[0].clone()], vec![]),
        (vec![before[0].clone()], vec!["db"]),
        ([before.to_vec(), vec![port("p3", "web", &["10.0.0.3"])]].concat(), vec!["web"]),
        (vec![port("p1", "web", &["10.0.0.7"]), before[1].clone()], vec!["web"]),
        (vec![port("p1", "web", &["10.0.0.1", "10.0.0.8"]), before[1].clone()], vec!["web"]),
        (vec![port("p1", "db", &["10.0.0.1"]), before[1].clone()], vec!["db", "web"]),
        // An unattached port belongs to no instance; an attached one does, even without an address.
        ([before.to_vec(), vec![port("p4", "", &["10.0.0.4"])]].concat(), vec![]),
        ([before.to_vec(), vec![port("p5", "db", &[])]].concat(), vec!["db"]),
    ] {
        let mut moved = names(moved_ports(&before, &after));
        moved.sort_unstable();
        assert_eq!(moved, expect, "{after:?}");
    }
}

#[test]
fn a_floating_ip_names_who_got_it_and_who_lost_it() {
    let ports = [port("p1", "web", &["10.0.0.1"]), port("p2", "db", &["10.0.0.2"])];
    let before = [ip("203.0.113.1", Some(("p1", "10.0.0.1"))), ip("203.0.113.2", None)];
    for (after, expect) in [
        (before.to_vec(), vec![]),
        (vec![before[1].clone()], vec!["web"]),
        (vec![ip("203.0.113.1", None), before[1].clone()], vec!["web"]),
        (vec![ip("203.0.113.1", Some(("p2", "10.0.0.2"))), before[1].clone()], vec!["web", "db"]),
        (vec![before[0].clone(), ip("203.0.113.2", Some(("p2", "10.0.0.2")))], vec!["db"]),
        ([before.to_vec(), vec![ip("203.0.113.3", None)]].concat(), vec![]),
    ] {
        let mut moved = names(moved_ips(&before, &after, &ports, &[]));
        moved.sort_by_key(|name| name != "web");
        assert_eq!(moved, expect, "{after:?}");
    }
}

#[test]
fn where_ports_may_not_be_listed_the_rows_tell_whose_it_is() {
    let row = |id: &str, addresses: &[&str]| {
        let mut row = support::rows::row(id, 0);
        let address = |addr: &&str| Address { addr: (*addr).to_owned(), ..support::rows::address("") };
        row.addresses = Told::Said(addresses.iter().map(address).collect());
        Arc::new(row)
    };
    let rows = [row("web", &["10.0.0.1", "203.0.113.1"]), row("db", &["10.0.0.2"])];
    let (before, after) = ([ip("203.0.113.1", Some(("p1", "")))], [ip("203.0.113.1", Some(("p2", "10.0.0.2")))]);
    let mut moved = names(moved_ips(&before, &after, &[], &rows));
    moved.sort_unstable();
    assert_eq!(moved, ["db", "web"]);
}
