//! Tokens, flavors, images, zones, networks, volumes.

use cloud::Timestamp;
use cloud::calls::network::NetworkDialect;
use cloud::calls::{compute, flavors, identity, images, network, volumes};
use cloud::catalog::Service;
use cloud::security::{self, Ethertype, Protocol, Reach};
use cloud::volume::{self, VolumeContext, VolumeDraft};
use cloud::wire::{ImagePhase, ImageStatus, VolumeStatus};

use super::Check;

pub const NEIGHBOURS: &[Check] = &[
    ("001-keystone-POST-auth-tokens.json", |recorded| {
        let credentials = identity::Credentials::V3 {
            user: "demo".into(),
            password: "demopass".into(),
            domain: "default".into(),
            project: "demo".into(),
            project_domain: "default".into(),
        };
        let call = identity::issue(&credentials);
        // The secret is in a header, which was not recorded.
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
        let windows = &page.rows[0];
        assert!(windows.is_windows() && !page.rows[1].is_windows());
        assert_eq!((windows.min_disk_gb, windows.size, page.next.is_some()), (50, Some(65536), false));
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
        assert_eq!((subnets[0].gateway.as_deref(), subnets[0].internet_gateway.said()), (Some("10.20.0.1"), None));
    }),
    ("029-neutron-GET-security-groups.json", |recorded| {
        let groups = recorded.read(&network::security_groups());
        let web = groups.iter().find(|group| group.name == "web").expect("the group web");
        let ports: Vec<_> = web.rules.iter().filter(|rule| rule.ingress).map(|rule| rule.port_min).collect();
        assert!(ports.contains(&Some(80)) && ports.contains(&Some(443)), "{ports:?}");
        let reach = |port| security::reach(&web.rules, Ethertype::V4, &Protocol::Tcp, port);
        assert_eq!((reach(443), reach(22)), (Reach::Anywhere, Reach::Closed));
    }),
    ("114-GET-images-id-snapshot.json", |recorded| {
        let image = recorded.read(&images::get(&"cebf630b-b0ec-424e-9101-d8ae28066227".into()));
        assert_eq!((image.name.as_str(), image.progress, image.size), ("verify-snap", Some(100), Some(4096)));
        assert_eq!((&image.status, image.status.phase()), (&ImageStatus::Active, ImagePhase::Ready));
    }),
    ("116-DELETE-images-id-nova-proxy.json", |recorded| {
        recorded.read(&images::delete(&"cebf630b-b0ec-424e-9101-d8ae28066227".into()));
    }),
    ("117-cinder-POST-volumes.json", |recorded| {
        let draft = VolumeDraft {
            name: "verify-vol".into(),
            size_gb: "1".into(),
            zone: Some("kr-pub-a".into()),
            ..VolumeDraft::default()
        };
        let request = volume::volume(&draft, &VolumeContext::default()).expect("a volume");
        let made = recorded.read_exact(&volumes::create(&request));
        assert_eq!((&made.status, made.kind.as_deref()), (&VolumeStatus::Creating, Some("__DEFAULT__")));
        assert_eq!(made.created_at, Timestamp::parse("2026-11-23T08:59:22.479298"));
    }),
    ("118-cinder-GET-volumes-detail.json", |recorded| {
        let volumes = recorded.read(&volumes::list(1000, None)).rows;
        let volume = &volumes[0];
        assert_eq!((volume.name.as_str(), volume.size_gb, volume.status.as_str()), ("verify-vol", 1, "available"));
        assert!(!volume.bootable && volume.attachments.is_empty());
    }),
    ("132-cinder-GET-volumes-id-of-the-root-disk.json", |recorded| {
        let root = recorded.read(&volumes::get(&"6f26468b-0559-4cc2-847f-e56c0639ecc0".into()));
        assert!(root.bootable && root.is_windows() && root.is_on(&"439e28c9-1a82-418b-9d53-1bc6ed5759e5".into()));
        assert_eq!((root.attachments[0].device.as_deref(), &root.status), (Some("/dev/sda"), &VolumeStatus::InUse));
        assert_eq!(root.image(), Some("6734d541-9077-4812-9024-e6f5d4d724d6".into()));
    }),
    ("134-GET-images-id-of-a-volume-backed-snapshot.json", |recorded| {
        let image = recorded.read(&images::get(&"3159019d-07b3-4865-964e-276eacee9f6b".into()));
        assert_eq!((image.name.as_str(), image.size, image.status), ("verify-bfv-snap", Some(0), ImageStatus::Active));
    }),
    ("156-cinder-DELETE-volumes-id.json", |recorded| {
        recorded.read(&volumes::delete(&"b3835d33-9e21-4156-a515-f1e3781be98c".into()));
    }),
];
