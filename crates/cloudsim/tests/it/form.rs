//! The create form and the simulator agree: what `cloud::create` accepts is accepted, and what it rejects would have been
//! refused, for every image on every flavor, under both rule sets.

use cloud::calls::flavors::FlavorQuery;
use cloud::calls::network::NetworkDialect;
use cloud::calls::{compute, flavors, images, keypairs, network, servers};
use cloud::config::RuleSet;
use cloud::create::{ConnectTo, Context, Draft, NicDraft, validate};
use cloud::rules::limits::Limits;
use cloud::wire::{Created, Subnet};

use crate::sim::Sim;

#[test]
fn the_form_and_the_cloud_agree_on_every_image_and_flavor() {
    // Projects with a large quota, because the quota is not tested here.
    for (user, rules, dialect, (taken, refused)) in [
        ("many-16@maru.test", RuleSet::Nhn, NetworkDialect::Nhn, (183, 37)),
        ("stock+many-16@maru.test", RuleSet::OpenStack, NetworkDialect::Neutron, (176, 44)),
    ] {
        let mut sim = Sim::user(user);
        let limits = Limits::of(rules, None);
        let images = sim.call(&images::list(100, None)).expect("images").rows;
        let flavors = sim.call(&flavors::list(&FlavorQuery::default())).expect("flavors");
        let zones = sim.call(&compute::zones()).expect("zones");
        let subnets = sim.call(&network::subnets(dialect)).expect("subnets");
        let keys = sim.call(&keypairs::list()).expect("keys");
        let known = Context {
            images: Some(&images),
            flavors: Some(&flavors),
            zones: Some(&zones),
            subnets: Some(&subnets),
            keys: Some(&keys),
            ..Context::unknown(&limits)
        };
        let mut counts = (0, 0);
        for image in &images {
            for flavor in flavors.iter() {
                let draft = Draft {
                    name: "form".to_owned(),
                    image: image.id.clone(),
                    flavor: flavor.id.clone(),
                    // Stock flavors have disks: a size would request a volume instead.
                    root_disk_gb: if rules == RuleSet::Nhn { "100".to_owned() } else { String::new() },
                    nic: subnets.first().map(|subnet| nic(subnet, &limits)).unwrap_or_default(),
                    key: keys.first().map(|key| key.name.clone()).unwrap_or_default(),
                    count: "1".to_owned(),
                    ..Draft::default()
                };
                let pair = format!("{user}: {} on {}", image.name, flavor.name);
                match validate(&draft, &known) {
                    Ok(request) => {
                        let created = sim.call(&servers::create(&request));
                        assert!(matches!(created, Ok(Created::Server { .. })), "{pair}: {created:?}");
                        counts.0 += 1;
                    }
                    Err(problems) => {
                        // The same, sent by a form whose lists could not be loaded.
                        let request = validate(&draft, &Context::unknown(&limits)).expect("ids are taken as typed");
                        let failure = sim.call(&servers::create(&request)).expect_err(&pair);
                        assert_eq!(failure.status, 400, "{pair}: {problems:?}, {failure:?}");
                        counts.1 += 1;
                    }
                }
            }
        }
        assert_eq!(counts, (taken, refused), "{user}");
    }
}

fn nic(subnet: &Subnet, limits: &Limits) -> NicDraft {
    let (network, subnet) = (subnet.network_id.clone(), subnet.id.clone());
    let to = if limits.subnet_in_networks { ConnectTo::Subnet } else { ConnectTo::Network };
    NicDraft { to, network, subnet, ..NicDraft::default() }
}
