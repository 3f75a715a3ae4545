//! Tokens, flavors, images, zones, networks, volumes.

use cloud::Timestamp;
use cloud::calls::network::NetworkDialect;
use cloud::calls::{compute, flavors, identity, images, network, volumes};
use cloud::catalog::Service;

use super::Check;

pub const NEIGHBOURS: &[Check] = &[
    ("001-keystone-POST-auth-tokens.json", |recorded| {
        let credentials = identity::Credentials::V3 {
            user: "demo".into(),
            password: "demopass".into(),
            domain: "default".into(),
            project: "demo".into(),
        };
        let call = identity::issue(&credentials);
        // The secret comes in a header, which the recorder did not keep.
        assert!(call.finish(&recorded.reply()).is_err(), "a token without its secret is no token");
        let mut reply = recorded.reply();
        reply.headers.push(("x-subject-token".into(), "gAAAAABn-made-up".into()));
        let token = call.finish(&reply).expect("a token");
        assert_eq!((token.id.as_str(), token.tenant_name.as_str()), ("gAAAAABn-made-up", "demo"));
        assert_eq!(token.expires, Timestamp::parse("2026-11-23T12:57:10Z"));
        assert_eq!(token.user_id, Some("b5efed2e8f244a3d9e131f2f9edcb9c6".into()));
        let regions = token.catalog.regions();
        assert_eq!(regions, ["RegionOne".into()]);
        let endpoints = token.catalog.endpoints(&regions[0], &token.tenant_id);
        let bases = [Service::Compute, Service::Image, Service::Network, Service::Volume, Service::Identity]
            .map(|service| endpoints.base(service).expect("a URL"));
        assert_eq!(
            bases,
            [
                "http://127.0.0.1:8774/v2/53699ecf4ecf4465a84b6fb21daccf23",
                "http://127.0.0.1:9292/v2",
                "http://127.0.0.1:9696/v2.0",
                "http://127.0.0.1:8776/v3/53699ecf4ecf4465a84b6fb21daccf23",
                "http://127.0.0.1:5000/v3",
            ]
        );
        recorded.read_exact(&cloud::Call { request: call.request, read: |_| Ok(()) });
    }),
    ("012-GET-flavors.json", |recorded| {
        let names = recorded.read(&flavors::list_names(&flavors::FlavorQuery::default()));
        assert_eq!((names.len(), names[0].name.as_str()), (10, "r2.c2m16"));
    }),
    ("013-GET-flavors-detail.json", |recorded| {
        let all = recorded.read(&flavors::list(&flavors::FlavorQuery::default()));
        let flavor = &all[0];
        assert_eq!((flavor.name.as_str(), flavor.vcpus, flavor.ram_mb, flavor.disk_gb), ("r2.c2m16", 2, 16384, 20));
        assert_eq!((flavor.swap, flavor.rxtx_factor, flavor.disabled, flavor.is_public), (0, Some(1.0), false, true));
        assert_eq!(all.iter().filter(|flavor| flavor.is_u2()).count(), 1);
    }),
    ("020-glance-GET-images.json", |recorded| {
        let page = recorded.read(&images::list(100, None));
        let windows = &page.images[0];
        assert!(windows.is_windows() && !page.images[1].is_windows());
        assert_eq!((windows.min_disk_gb, windows.size, page.has_next), (50, Some(65536), false));
    }),
    ("021-GET-os-availability-zone.json", |recorded| {
        let zones = recorded.read(&compute::zones());
        assert_eq!(zones.iter().map(|zone| zone.name.as_str()).collect::<Vec<_>>(), ["kr-pub-a", "kr-pub-b"]);
        assert!(zones.iter().all(|zone| zone.available));
    }),
    ("027-neutron-GET-networks.json", |recorded| {
        let networks = recorded.read(&network::networks(NetworkDialect::Neutron));
        let seen: Vec<_> = networks.iter().map(|network| (network.name.as_str(), network.external)).collect();
        assert_eq!(seen, [("demo-net", false), ("public", true)]);
    }),
    ("028-neutron-GET-subnets.json", |recorded| {
        let subnets = recorded.read(&network::subnets(NetworkDialect::Neutron));
        assert_eq!(subnets[0].network_id, "c644acaa-dc83-42d2-b53c-f9a3ac76aaa9".into());
        assert_eq!((subnets[0].cidr.as_str(), subnets[0].free_addresses), ("10.20.0.0/16", None));
    }),
    ("029-neutron-GET-security-groups.json", |recorded| {
        let groups = recorded.read(&network::security_groups());
        let web = groups.iter().find(|group| group.name == "web").expect("the group web");
        let ports: Vec<_> = web.rules.iter().filter(|rule| rule.ingress).map(|rule| rule.port_min).collect();
        assert!(ports.contains(&Some(80)) && ports.contains(&Some(443)), "{ports:?}");
    }),
    ("118-cinder-GET-volumes-detail.json", |recorded| {
        let volumes = recorded.read(&volumes::list());
        let volume = &volumes[0];
        assert_eq!((volume.name.as_str(), volume.size_gb, volume.status.as_str()), ("verify-vol", 1, "available"));
        assert!(!volume.bootable && volume.servers.is_empty());
    }),
];
