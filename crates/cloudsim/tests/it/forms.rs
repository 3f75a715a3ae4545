//! The forms of volumes and rules agree with the simulator: what `cloud` accepts is accepted, and what it rejects would have
//! been refused.

use cloud::calls::{compute, images, network, volumes};
use cloud::config::RuleSet;
use cloud::security::{Direction, Ethertype, Protocol, Remote, RuleDraft, rule};
use cloud::volume::{Source, VolumeContext, VolumeDraft, volume};

use crate::sim::Sim;

#[test]
fn volumes_of_every_source_at_the_edge_of_their_size() {
    for user in ["demo@maru.test", "stock@maru.test"] {
        let mut sim = Sim::user(user);
        let images = sim.call(&images::list(100, None)).expect("images").rows;
        let snapshots = sim.call(&volumes::snapshots(1000, None)).expect("snapshots").rows;
        let zones = sim.call(&compute::zones()).expect("zones");
        let known = VolumeContext { images: Some(&images), snapshots: Some(&snapshots), zones: Some(&zones) };
        let of_images = images.iter().map(|image| (Source::Image(image.id.clone()), image.min_disk_gb.max(1)));
        let of_snapshots = snapshots.iter().map(|one| (Source::Snapshot(one.id.clone()), one.size_gb));
        let sources: Vec<(Source, u64)> = of_images.chain(of_snapshots).chain([(Source::Blank, 1)]).collect();
        for (source, least) in sources {
            let draft = |size: u64| {
                let (source, zone) = (source.clone(), zones.first().map(|zone| zone.name.clone()));
                VolumeDraft {
                    name: "form".to_owned(),
                    size_gb: size.to_string(),
                    zone,
                    source,
                    ..VolumeDraft::default()
                }
            };
            let request = volume(&draft(least), &known).unwrap_or_else(|why| panic!("{user} {source:?}: {why:?}"));
            let made = sim.call(&volumes::create(&request)).unwrap_or_else(|why| panic!("{user} {source:?}: {why:?}"));
            assert_eq!(made.size_gb, least);
            assert!(volume(&draft(least - 1), &known).is_err(), "{user} {source:?} in {} GB", least - 1);
            // The same, sent by a form whose lists could not be loaded.
            let Ok(request) = volume(&draft(least - 1), &VolumeContext::default()) else { continue };
            let failure = sim.call(&volumes::create(&request)).expect_err("one below");
            assert_eq!(failure.status, 400, "{user} {source:?}: {failure:?}");
        }
    }
}

#[test]
fn every_rule_the_form_lets_through_is_taken() {
    for (user, rules) in [("demo@maru.test", RuleSet::Nhn), ("stock@maru.test", RuleSet::OpenStack)] {
        let mut sim = Sim::user(user);
        let groups = sim.call(&network::security_groups()).expect("groups");
        let group = groups.into_iter().find(|group| group.name == "ssh-임시").expect("one with hardly any rules").id;
        let mut count = 0;
        for draft in drafts(&group) {
            let Ok(request) = rule(&draft, rules) else { continue };
            let made = sim.call(&network::create_rule(&group, &request));
            let made = made.unwrap_or_else(|why| panic!("{user} {draft:?}: {why:?}"));
            sim.call(&network::delete_rule(&made.id)).unwrap_or_else(|why| panic!("{user} {draft:?}: {why:?}"));
            count += 1;
        }
        assert_eq!(count, if rules == RuleSet::Nhn { 28 } else { 56 }, "{user}");
    }
}

/// Every combination of direction, address family, protocol, ports and remote.
fn drafts(group: &cloud::SecurityGroupId) -> Vec<RuleDraft> {
    let mut drafts = Vec::new();
    for direction in [Direction::Ingress, Direction::Egress] {
        for (ethertype, range) in [(Ethertype::V4, "203.0.113.7"), (Ethertype::V6, "2001:db8::/32")] {
            for (protocol, ports) in [
                (Protocol::Any, ""),
                (Protocol::Tcp, "22"),
                (Protocol::Tcp, "1-65535"),
                (Protocol::Udp, ""),
                (Protocol::Icmp, ""),
                (Protocol::Other("sctp".to_owned()), "5000-5010"),
                (Protocol::Other("47".to_owned()), ""),
                // What the form rejects.
                (Protocol::Tcp, "0"),
                (Protocol::Tcp, "2-1"),
                (Protocol::Icmp, "22"),
            ] {
                for remote in [
                    Remote::Range(range.to_owned()),
                    Remote::Group(Some(group.clone())),
                    Remote::Range("198.51.100.0/33".to_owned()),
                ] {
                    let (protocol, ports, remote) = (protocol.clone(), ports.to_owned(), remote.clone());
                    drafts.push(RuleDraft {
                        direction,
                        ethertype,
                        protocol,
                        ports,
                        remote,
                        description: "d".to_owned(),
                    });
                }
            }
        }
    }
    drafts
}
