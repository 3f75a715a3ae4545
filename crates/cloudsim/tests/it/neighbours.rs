//! Answers of the image, network and volume services, read by the calls of `cloud`.

use cloud::calls::network::NetworkDialect::{Neutron, Nhn};
use cloud::calls::{images, network, volumes};
use cloud::wire::VolumeStatus;
use cloud::{FailureKind, ImageId};

use crate::sim::Sim;

#[test]
fn images_page_by_page() {
    let mut sim = Sim::user("demo@maru.test");
    let (mut seen, mut marker): (Vec<cloud::wire::Image>, Option<ImageId>) = (Vec::new(), None);
    loop {
        let page = sim.call(&images::list(3, marker.as_ref())).expect("a page");
        marker = page.last().map(|image| image.id.clone());
        seen.extend(page.rows);
        if page.next.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), 10);
    assert_eq!(seen.iter().filter(|image| image.is_windows()).count(), 3);
    assert_eq!(seen.iter().filter(|image| image.name.is_empty()).count(), 1, "a private one without a name");
    assert!(seen.iter().any(|image| image.min_ram_mb == 2048 && image.min_disk_gb == 50));
}

#[test]
fn both_network_dialects_tell_the_same() {
    let mut sim = Sim::user("demo@maru.test");
    let ids =
        |networks: Vec<cloud::wire::Network>| networks.into_iter().map(|n| (n.id, n.external)).collect::<Vec<_>>();
    let nhn = ids(sim.call(&network::networks(Nhn)).expect("vpcs").rows);
    assert_eq!(nhn, ids(sim.call(&network::networks(Neutron)).expect("networks").rows));
    assert_eq!(nhn.iter().filter(|(_, external)| *external).count(), 1);
    let subnets = sim.call(&network::subnets(Nhn)).expect("vpcsubnets");
    assert!(subnets.iter().all(|subnet| subnet.free_addresses.is_some_and(|free| free > 0)));
    let neutron = sim.call(&network::subnets(Neutron)).expect("subnets");
    assert_eq!(
        subnets.iter().map(|s| (&s.id, &s.network_id, &s.cidr)).collect::<Vec<_>>(),
        neutron.iter().map(|s| (&s.id, &s.network_id, &s.cidr)).collect::<Vec<_>>()
    );
}

#[test]
fn a_stock_cloud_knows_no_vpcs() {
    let mut sim = Sim::user("stock@maru.test");
    let failure = sim.call(&network::networks(Nhn)).expect_err("404");
    assert_eq!(failure.kind, FailureKind::NotFound);
    assert!(sim.call(&network::networks(Neutron)).is_ok());
}

#[test]
fn groups_floating_ips_and_volumes() {
    let mut sim = Sim::user("demo@maru.test");
    let groups = sim.call(&network::security_groups()).expect("groups");
    assert_eq!(groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>(), ["default", "web", "ssh-임시"]);
    assert!(groups.iter().flat_map(|group| &group.rules).any(|rule| rule.port_min == Some(443)));
    let ips = sim.call(&network::floating_ips()).expect("floating IPs");
    assert!(ips.iter().any(|ip| ip.port.is_some()));
    let volumes = sim.call(&volumes::list(1000, None)).expect("volumes").rows;
    assert!(volumes.iter().any(|volume| volume.bootable && !volume.attachments.is_empty()));
    assert!(volumes.iter().any(|volume| volume.status == VolumeStatus::Available));
}
