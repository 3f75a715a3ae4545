//! The answers that Maru's own calls read.

use cloud::calls::network::NetworkDialect;
use cloud::calls::servers::ServerQuery;
use cloud::calls::{compute, flavors, identity, images, keypairs, network, servers, volumes};
use cloud::catalog::Service;
use cloud::config::RuleSet;
use cloud::create::{Context, CreateRequest, Draft, validate};
use cloud::keypair::{KeyNameInput, key_name, public_key};
use cloud::rules::lifecycle::RebootKind;
use cloud::rules::limits::{Limits, server_name};
use cloud::wire::{Created, Server, ServerPage};
use cloud::{KeyName, Status, Timestamp};

use crate::fixture::Recorded;

const VERIFY: &str = "c3fca570-cc44-4d18-ac0f-e2da494dca0b";

/// A file and what is checked of it.
type Check = (&'static str, fn(&Recorded));

/// Checks all of them; answers their names.
pub fn check_all() -> Vec<&'static str> {
    let all = [NEIGHBOURS, KEY_PAIRS, ONE_SERVER, SERVER_LISTS, CREATES, ACTIONS].concat();
    for (file, check) in &all {
        check(&Recorded::load(file));
    }
    all.into_iter().map(|(file, _)| file).collect()
}

const NEIGHBOURS: &[Check] = &[
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

fn key(name: &str) -> KeyNameInput {
    key_name(name, []).expect("a key name")
}

const KEY_PAIRS: &[Check] = &[
    ("030-POST-os-keypairs-generate.json", |recorded| {
        let pair = recorded.read_exact(&keypairs::create(&key("vk-gen"), None));
        assert!(pair.private_key.as_deref().is_some_and(|key| key.starts_with("-----BEGIN RSA PRIVATE KEY-----")));
        assert!(!format!("{pair:?}").contains("BEGIN"), "Debug must not show the private key");
    }),
    ("031-POST-os-keypairs-import.json", |recorded| {
        let typed = recorded.asked()["keypair"]["public_key"].as_str().expect("a key");
        let typed = public_key(typed).expect("the key that Nova took");
        let pair = recorded.read_exact(&keypairs::create(&key("vk-import"), Some(&typed)));
        assert_eq!((pair.name.as_str(), pair.private_key), ("vk-import", None));
    }),
    ("034-POST-os-keypairs-name-a-b-c-on-v2.json", |recorded| {
        let pair = recorded.read_exact(&keypairs::create(&key("a.b@c"), None));
        assert_eq!(pair.name, KeyName("a.b@c".into()));
    }),
    ("035-DELETE-os-keypairs-a-b-c.json", |recorded| recorded.read(&keypairs::delete(&"a.b@c".into()))),
    ("037-GET-os-keypairs.json", |recorded| {
        let names: Vec<_> = recorded.read(&keypairs::list()).into_iter().map(|pair| pair.name.0).collect();
        assert_eq!(names, ["vk-gen", "vk-import"]);
    }),
    ("038-GET-os-keypairs-name.json", |recorded| {
        let pair = recorded.read(&keypairs::get(&"vk-gen".into()));
        assert_eq!((pair.id.as_deref(), pair.created_at), (Some("9"), Timestamp::parse("2026-11-23T08:57:20Z")));
    }),
    ("039-DELETE-os-keypairs-name.json", |recorded| recorded.read(&keypairs::delete(&"vk-import".into()))),
    ("158-DELETE-os-keypairs-name-generated.json", |recorded| recorded.read(&keypairs::delete(&"vk-gen".into()))),
];

fn server(recorded: &Recorded, id: &str) -> Server {
    recorded.read(&servers::get(&id.into()))
}

/// Status and the running task.
fn state(server: &Server) -> (&str, Option<&str>) {
    let task = server.task_state.said().expect("task_state").as_ref();
    (server.status.as_str(), task.map(|task| task.0.as_str()))
}

const ONE_SERVER: &[Check] = &[
    ("047-GET-servers-id-while-building.json", |recorded| {
        let server = server(recorded, VERIFY);
        assert_eq!(state(&server), ("BUILD", Some("scheduling")));
        assert_eq!(server.host_id.said().map(String::as_str), Some(""));
        assert_eq!(server.security_groups.said(), None, "absent until a port exists");
    }),
    ("048-GET-servers-id-active.json", |recorded| {
        let server = server(recorded, VERIFY);
        assert_eq!(state(&server), ("ACTIVE", None));
        assert_eq!(server.zone.said(), Some(&Some("kr-pub-a".into())));
        assert_eq!(server.launched_at.said(), Some(&Timestamp::parse("2026-11-23T08:57:29Z")));
        let address = &server.addresses.said().expect("addresses")[0];
        assert_eq!(
            (address.network.as_str(), address.addr.as_str(), address.floating),
            ("demo-net", "10.20.1.247", false)
        );
    }),
    ("070-GET-servers-id-shutoff.json", |recorded| {
        let server = server(recorded, VERIFY);
        assert_eq!((server.status, server.power_state.said(), server.progress), (Status::Shutoff, Some(&4), None));
    }),
    ("085-GET-servers-id-shelved.json", |recorded| {
        assert_eq!(server(recorded, VERIFY).status, Status::ShelvedOffloaded);
    }),
    ("101-GET-servers-id-with-floating-IP.json", |recorded| {
        let server = server(recorded, VERIFY);
        let floating: Vec<_> = server.addresses.said().expect("addresses").iter().map(|one| one.floating).collect();
        assert_eq!(floating, [false, true]);
    }),
    ("110-GET-servers-id-VERIFY-RESIZE.json", |recorded| {
        assert_eq!(server(recorded, VERIFY).status, Status::VerifyResize);
    }),
    ("125-GET-servers-id-with-volume.json", |recorded| {
        let server = server(recorded, VERIFY);
        let volume = &server.volumes.said().expect("volumes")[0];
        assert_eq!(volume.id, "b3835d33-9e21-4156-a515-f1e3781be98c".into());
        assert_eq!(volume.delete_on_termination, None, "old microversions do not tell");
    }),
    ("131-GET-servers-id-boot-from-volume.json", |recorded| {
        let server = server(recorded, "439e28c9-1a82-418b-9d53-1bc6ed5759e5");
        assert_eq!(server.image.said(), Some(&None), "the empty string is no image");
        assert_eq!(server.key_name.said(), Some(&None));
    }),
    ("137-GET-servers-id-ERROR.json", |recorded| {
        let server = server(recorded, "4259801e-9ec5-4426-9cef-5cee0ec2c787");
        let fault = server.fault.expect("a fault");
        assert_eq!((fault.code, fault.message.as_str()), (Some(500), "No valid host was found. "));
        assert_eq!((server.status, server.zone.said()), (Status::Error, Some(&None)));
    }),
    ("153-GET-servers-id-just-after-DELETE.json", |recorded| {
        assert_eq!(state(&server(recorded, VERIFY)), ("ACTIVE", Some("deleting")));
    }),
];

fn page(recorded: &Recorded, query: ServerQuery) -> ServerPage {
    recorded.read(&servers::list(&query))
}

fn since(time: &str) -> ServerQuery {
    ServerQuery { changes_since: Some(Timestamp::parse(time).expect("a time")), ..ServerQuery::default() }
}

/// Name, status and task of each row.
fn rows(page: &ServerPage) -> Vec<(&str, &str, Option<&str>)> {
    page.servers.iter().map(|server| (server.name.as_str(), state(server).0, state(server).1)).collect()
}

const SERVER_LISTS: &[Check] = &[
    ("049-GET-servers.json", |recorded| {
        let names = recorded.read(&servers::list_names(&ServerQuery::default()));
        assert_eq!((names[0].id.as_str(), names[0].name.as_str()), (VERIFY, "verify-1"));
    }),
    ("050-GET-servers-detail.json", |recorded| {
        let page = page(recorded, ServerQuery::default());
        assert_eq!((rows(&page), page.has_next), (vec![("verify-1", "ACTIVE", None)], false));
    }),
    ("051-GET-servers-detail-status-ACTIVE-name-verify-limit-1.json", |recorded| {
        let name = Some(servers::escape_regex("verify"));
        let page =
            page(recorded, ServerQuery { status: Some(Status::Active), name, limit: Some(1), ..Default::default() });
        assert_eq!((page.servers.len(), page.has_next), (1, true), "a full page carries a next link");
    }),
    ("052-GET-servers-detail-status-NONSENSE.json", |recorded| {
        let status = Some(Status::parse("NONSENSE"));
        assert_eq!(page(recorded, ServerQuery { status, ..Default::default() }), ServerPage::default());
    }),
    ("159-GET-servers-detail-empty.json", |recorded| {
        let name = Some("verify".to_owned());
        assert_eq!(page(recorded, ServerQuery { name, ..Default::default() }), ServerPage::default());
    }),
    ("160-GET-servers-detail-changes-since-nothing-changed.json", |recorded| {
        assert_eq!(page(recorded, since("2026-11-23T09:50:42Z")), ServerPage::default());
    }),
    ("161-GET-servers-detail-changes-since-after-rename.json", |recorded| {
        assert_eq!(rows(&page(recorded, since("2026-11-23T09:50:42Z"))), [("cs-a2", "ACTIVE", None)]);
    }),
    ("162-GET-servers-detail-changes-since-after-addSecurityGroup.json", |recorded| {
        assert_eq!(page(recorded, since("2026-11-23T09:50:45Z")), ServerPage::default());
    }),
    ("163-GET-servers-detail-changes-since-while-stopping.json", |recorded| {
        let page = page(recorded, since("2026-11-23T09:50:45Z"));
        assert_eq!(rows(&page), [("cs-a2", "ACTIVE", Some("powering-off"))]);
    }),
    ("164-GET-servers-detail-changes-since-while-deleting.json", |recorded| {
        let page = page(recorded, since("2026-11-23T09:50:45Z"));
        assert_eq!(rows(&page), [("cs-b", "ACTIVE", Some("deleting")), ("cs-a2", "SHUTOFF", None)]);
    }),
    ("165-GET-servers-detail-changes-since-after-delete.json", |recorded| {
        let page = page(recorded, since("2026-11-23T09:50:45Z"));
        assert_eq!(rows(&page), [("cs-b", "DELETED", None), ("cs-a2", "SHUTOFF", None)]);
        assert_eq!(page.servers[0].terminated_at.said(), Some(&Timestamp::parse("2026-11-23T09:50:48Z")));
    }),
    ("166-GET-servers-changes-since-short-list-after-delete.json", |recorded| {
        let names = recorded.read(&servers::list_names(&since("2026-11-23T09:50:45Z")));
        assert_eq!(names.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["cs-b", "cs-a2"]);
    }),
    ("167-GET-servers-detail-changes-since-limit-1.json", |recorded| {
        let page = page(recorded, ServerQuery { limit: Some(1), ..since("2026-11-23T09:50:45Z") });
        assert_eq!((rows(&page), page.has_next), (vec![("cs-b", "DELETED", None)], true));
    }),
    ("169-GET-servers-detail-changes-since-future.json", |recorded| {
        assert_eq!(page(recorded, since("2099-01-01T00:00:00Z")), ServerPage::default());
    }),
];

/// A request that is valid wherever nothing is known; the recorded ones also had fields of later rows.
fn any_create() -> CreateRequest {
    let draft = Draft {
        name: "verify-1".into(),
        image: Some("389ccc28-f48e-43c7-ad22-e4053345afef".into()),
        flavor: Some("bde2f249-8e4e-4c9e-81d6-a8cfbc26a519".into()),
        network: Some("c644acaa-dc83-42d2-b53c-f9a3ac76aaa9".into()),
        ..Draft::default()
    };
    let limits = Limits::of(RuleSet::OpenStack, None);
    let nothing = Context { limits: &limits, images: None, flavors: None, zones: None, subnets: None, keys: None };
    validate(&draft, &nothing).expect("a valid draft")
}

fn created(recorded: &Recorded) -> (String, bool) {
    match recorded.read(&servers::create(&any_create())) {
        Created::Server { id, admin_pass } => (id.0, admin_pass.is_some()),
        Created::Reservation(id) => (id.0, false),
    }
}

const CREATES: &[Check] = &[
    ("046-POST-servers-image-network-key-sg-az-metadata-user-data.json", |recorded| {
        assert_eq!(created(recorded), (VERIFY.into(), true));
    }),
    ("130-POST-servers-block-device-mapping-v2-image-volume.json", |recorded| {
        assert_eq!(created(recorded), ("439e28c9-1a82-418b-9d53-1bc6ed5759e5".into(), true));
    }),
    ("136-POST-servers-that-no-host-can-hold.json", |recorded| {
        assert_eq!(created(recorded), ("4259801e-9ec5-4426-9cef-5cee0ec2c787".into(), true));
    }),
    ("139-POST-servers-min-count-2-max-count-2-return-reservation-id.json", |recorded| {
        assert_eq!(created(recorded), ("r-c5l0lcwo".into(), false));
    }),
    ("149-POST-servers-unknown-key-on-v2.json", |recorded| assert!(created(recorded).1)),
];

const ACTIONS: &[Check] = &[
    ("065-PUT-servers-id-rename.json", |recorded| {
        let name = server_name("verify-1-renamed", &Limits::of(RuleSet::Nhn, None), false).expect("a name");
        let server = recorded.read_exact(&servers::rename(&VERIFY.into(), &name));
        assert_eq!((server.name.as_str(), server.task_state.said()), ("verify-1-renamed", None));
    }),
    ("069-action-os-stop.json", |recorded| recorded.read_exact(&servers::stop(&VERIFY.into()))),
    ("073-action-os-start.json", |recorded| recorded.read_exact(&servers::start(&VERIFY.into()))),
    ("074-action-reboot-SOFT.json", |recorded| {
        recorded.read_exact(&servers::reboot(&VERIFY.into(), RebootKind::Soft));
    }),
    ("075-action-reboot-HARD.json", |recorded| {
        recorded.read_exact(&servers::reboot(&VERIFY.into(), RebootKind::Hard));
    }),
    ("152-DELETE-servers-id.json", |recorded| recorded.read_exact(&servers::delete(&VERIFY.into()))),
];
