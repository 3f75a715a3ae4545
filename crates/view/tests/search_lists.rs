//! The short lists searched with the search language.

use std::sync::Arc;

use cloud::calls::{flavors, images, keypairs, network, server_groups, volumes};
use cloud::wire::{
    Flavor, FloatingIp, Image, KeyPair, Network, Port, SecurityGroup, ServerGroup, Snapshot, Subnet, Volume, Zone,
};
use cloud::{Reply, Timestamp};
use query::{Cells, Clock, Compiled, Fields, Query};
use view::flavors::{FLAVOR_FIELDS, flavor_cells};
use view::instances::Labels;
use view::key_pairs::{KEY_PAIR_FIELDS, key_pair_cells};
use view::listing::{Listing, Rules, SortKey, found};
use view::network::{
    FLOATING_IP_FIELDS, Line, NETWORK_FIELDS, POLICY_FIELDS, SECURITY_GROUP_FIELDS, floating_ip_cells,
    floating_ip_term, network_cells, places, policy_cells, security_group_cells,
};
use view::ports::{PORT_FIELDS, lines, port_cells};
use view::storage::{
    IMAGE_FIELDS, SNAPSHOT_FIELDS, VOLUME_FIELDS, image_cells, image_term, snapshot_cells, volume_cells, volume_term,
};
use view::zones::{self, Count, Counts, ZONE_FIELDS, zone_cells};
use view::{Known, storage::VolumeGroup};

/// Checks for each query which rows fit, by number from 1.
#[track_caller]
fn check<T>(fields: Fields, rows: &[T], cells: &dyn Fn(&T) -> Cells, table: &[(&str, &str)]) {
    for (at, field) in fields.0.iter().enumerate() {
        assert!(fields.0.iter().skip(at + 1).all(|other| other.id != field.id), "{}", field.name);
    }
    let now = Timestamp::parse("2026-11-30T03:00:00Z").expect("a time");
    for (text, expect) in table {
        let compiled = Compiled::new(&Query::parse(text), fields, Clock { now, offset_min: 0 });
        assert_eq!(compiled.problems(), [], "{text}");
        let rules = Rules { cells, key: &|_, _| SortKey::Nothing, base: "" };
        let found = found(rows, &compiled, None, &rules);
        let numbers = found.iter().filter_map(|row| rows.iter().position(|own| std::ptr::eq(own, *row)));
        assert_eq!(numbers.map(|at| (at + 1).to_string()).collect::<String>(), *expect, "{text}");
    }
}

fn reply(key: &str, rows: &str) -> Reply {
    Reply { status: 200, headers: Vec::new(), body: format!(r#"{{"{key}":[{rows}]}}"#) }
}

fn some_volumes() -> Vec<Volume> {
    let rows = r#"
        {"id":"v1","name":"web-10","status":"in-use","size":100,"availability_zone":"a","volume_type":"SSD",
         "attachments":[{"server_id":"s1"}],"created_at":"2026-11-29T00:00:00Z","description":"logs"},
        {"id":"v2","name":"web-2","status":"available","size":20,"availability_zone":"b","bootable":"true"},
        {"id":"v3","name":"","status":"error_deleting","size":5,"created_at":"2026-01-01T00:00:00Z"},
        {"id":"v4","name":"데이터","status":"extending","size":2048,"attachments":[{"server_id":"s9"}]}"#;
    volumes::list(100, None).finish(&reply("volumes", rows)).expect("volumes").rows
}

#[test]
fn volumes_by_query() {
    let mut servers = Labels::default();
    servers.insert("s1", "Web-Prod");
    let table = [
        ("", "1234"),
        ("web prod", "1"),
        ("데이터", "4"),
        ("status:error", "3"),
        ("status:changing,available", "24"),
        ("status:error_deleting", "3"),
        ("size>=100", "14"),
        ("size:2t", "4"),
        ("type:ssd", "1"),
        ("zone=b", "2"),
        ("instance:web", "1"),
        ("attached=s1,s9", "14"),
        ("-is:attached", "23"),
        ("is:bootable", "2"),
        ("age>90d", "3"),
        ("created>=2026-11", "1"),
        ("description:log", "1"),
        ("id=v3", "3"),
        ("name:\"\"", "3"),
    ];
    check(VOLUME_FIELDS, &some_volumes(), &|volume| volume_cells(volume, &servers), &table);
    assert_eq!(VolumeGroup::ALL.len(), VOLUME_FIELDS.find("status").expect("a field").field.words.len());
}

#[test]
fn addresses_of_earlier_versions() {
    let check = |listing: &Listing, fields, term, expect: &str| {
        assert_eq!(listing.clone().in_terms(fields, term).search, expect)
    };
    let volumes = |query| Listing::of_query(&["tab", "status", "zone"], query);
    check(&volumes("q=web&tab=snapshots"), VOLUME_FIELDS, volume_term, "web");
    check(&volumes("q=web+2&status=busy&zone=b"), VOLUME_FIELDS, volume_term, "web 2 status:changing zone=b");
    check(&volumes("status=in-use"), VOLUME_FIELDS, volume_term, "status:in-use");
    let images = Listing::of_query(&["visibility"], "visibility=private");
    check(&images, IMAGE_FIELDS, image_term, "visibility:private");
    let ips = |query| Listing::of_query(&["show"], query);
    check(&ips("show=free&q=x"), FLOATING_IP_FIELDS, floating_ip_term, "x is:free");
    check(&ips("show=used"), FLOATING_IP_FIELDS, floating_ip_term, "is:attached");
    check(&ips("show=nonsense"), FLOATING_IP_FIELDS, floating_ip_term, "");
}

#[test]
fn snapshots_by_query() {
    let rows = r#"
        {"id":"p1","name":"before","status":"available","size":100,"volume_id":"v1","created_at":"2026-11-30T00:00:00Z"},
        {"id":"p2","name":"","status":"creating","size":5,"volume_id":"gone"}"#;
    let all: Vec<Snapshot> = volumes::snapshots(100, None).finish(&reply("snapshots", rows)).expect("snapshots").rows;
    let known = Known::new(some_volumes().into(), |volume: &Volume| volume.id.as_str());
    let table = [
        ("web", "1"),
        ("volume:web-10", "1"),
        ("volume=v1,gone", "12"),
        ("status:creating", "2"),
        ("size<10g", "2"),
        ("created:today", "1"),
    ];
    check(SNAPSHOT_FIELDS, &all, &|snapshot| snapshot_cells(snapshot, &known), &table);
}

#[test]
fn images_by_query() {
    let rows = r#"
        {"id":"i1","name":"Ubuntu Server","status":"active","visibility":"public","min_disk":10,"min_ram":1024,"size":2147483648,
         "os_type":"linux","os_distro":"Ubuntu","os_version":"24.04","login_username":"ubuntu","protected":true},
        {"id":"i2","name":"mine","status":"queued","visibility":"private","created_at":"2026-11-01T00:00:00Z"},
        {"id":"i3","name":"bad","status":"killed","visibility":"private"}"#;
    let all: Vec<Image> = images::list(100, None).finish(&reply("images", rows)).expect("images").rows;
    let table = [
        ("ubuntu 24.04", "1"),
        ("os:linux", "1"),
        ("status:ready", "1"),
        ("status:changing,failed", "23"),
        ("visibility:private", "23"),
        ("size>1g", "1"),
        ("disk<=10", "1"),
        ("ram:1g", "1"),
        ("ram:\"\"", "23"),
        ("is:protected", "1"),
        ("user=ubuntu", "1"),
        ("age>7d", "2"),
    ];
    check(IMAGE_FIELDS, &all, &image_cells, &table);
}

#[test]
fn floating_ips_by_query() {
    let rows = r#"
        {"id":"a","floating_ip_address":"203.0.113.10","floating_network_id":"p","status":"ACTIVE","port_id":"x","fixed_ip_address":"10.0.0.9"},
        {"id":"b","floating_ip_address":"203.0.113.9","floating_network_id":"p","status":"DOWN"}"#;
    let ips = network::floating_ips().finish(&reply("floatingips", rows)).expect("floating IPs");
    let line = |ip: FloatingIp| {
        let user = (ip.id.as_str() == "a").then(|| ("s1".into(), "web".to_owned()));
        Line { user, pool: "public".into(), ip }
    };
    let lines: Vec<Line> = ips.into_iter().map(line).collect();
    let table = [
        ("web", "1"),
        ("ip:203.0.113.0/28", "12"),
        ("ip:203.0.113.9", "2"),
        ("fixed:10.0.0.0/8", "1"),
        ("instance=web", "1"),
        ("instance=s1", "1"),
        ("is:free", "2"),
        ("is:attached", "1"),
        ("status:down", "2"),
        ("pool:public", "12"),
    ];
    check(FLOATING_IP_FIELDS, &lines, &floating_ip_cells, &table);
}

#[test]
fn networks_by_query() {
    let rows = r#"{"id":"n1","name":"office"},{"id":"n2","name":"lab"}"#;
    let networks = network::networks(network::NetworkDialect::Neutron).finish(&reply("networks", rows));
    let rows = r#"{"id":"s1","name":"front","network_id":"n1","cidr":"10.0.0.0/24","gateway_ip":"10.0.0.1"},
                  {"id":"s2","name":"","network_id":"n1","cidr":"10.0.1.0/24"}"#;
    let subnets = network::subnets(network::NetworkDialect::Neutron).finish(&reply("subnets", rows));
    let networks: Vec<Network> = networks.expect("networks").into_iter().collect();
    let subnets: Vec<Subnet> = subnets.expect("subnets").into_iter().collect();
    let all = places(&networks, &subnets, &[]);
    let table = [
        ("office", "12"),
        ("ip:10.0.1.77", "2"),
        ("ip:10.0.0.0/16", "12"),
        ("ip:10.0.", "12"),
        ("-ip:*", "3"),
        ("gateway:10.0.0.1", "1"),
        ("network=lab", "3"),
        ("instances:0", "123"),
    ];
    check(NETWORK_FIELDS, &all, &network_cells, &table);
}

#[test]
fn policies_and_zones_by_query() {
    let rows = r#"{"id":"1","name":"spread","policies":["anti-affinity"],"members":["s1","s2"]},
                  {"id":"2","name":"near","policies":["affinity"],"members":[]}"#;
    let all: Vec<ServerGroup> =
        server_groups::list().finish(&reply("server_groups", rows)).expect("policies").into_iter().collect();
    let table = [("placement:affinity", "2"), ("instances>0", "1"), ("instance:s2", "1"), ("s1", "1")];
    let cells =
        |group: &ServerGroup| policy_cells(group, &group.members.iter().map(ToString::to_string).collect::<Vec<_>>());
    check(POLICY_FIELDS, &all, &cells, &table);
    let zone = |name: &str, available| Zone { name: name.into(), available };
    let counts = Counts::from([(Some("kr-a".into()), Count { all: 4, running: 1 })]);
    let all = zones::lines(&[zone("kr-a", true), zone("kr-b", false)], Some(&counts));
    let table = [("kr", "12"), ("is:available", "1"), ("instances:0", "2"), ("running>=1", "1")];
    check(ZONE_FIELDS, &all, &zone_cells, &table);
}

#[test]
fn security_groups_by_query() {
    let rows = r#"
        {"id":"g1","name":"web","description":"front","security_group_rules":[
            {"id":"r1","direction":"ingress","ethertype":"IPv4","protocol":"tcp","port_range_min":22,"port_range_max":22,"remote_ip_prefix":"0.0.0.0/0"}]},
        {"id":"g2","name":"default","description":""}"#;
    let all = network::security_groups().finish(&reply("security_groups", rows)).expect("groups");
    let all: Vec<SecurityGroup> = all.into_iter().collect();
    let users = |group: &SecurityGroup| Some(if group.name == "web" { 3 } else { 0 });
    let table = [
        ("front", "1"),
        ("description:\"\"", "2"),
        ("rules:0", "2"),
        ("instances>=1", "1"),
        ("is:unused", "2"),
        ("is:open", "1"),
    ];
    check(SECURITY_GROUP_FIELDS, &all, &|group| security_group_cells(group, users(group)), &table);
}

#[test]
fn key_pairs_by_query() {
    let rows = r#"
        {"keypair":{"name":"ops","fingerprint":"aa:bb:cc","public_key":"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJbpOJvM5zmuAxCwPRMrMXrCxrhOsjZ0MPWmR5Gc3bDn a"}},
        {"keypair":{"name":"old","fingerprint":"11:22:33","public_key":"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAAQC7 b"}}"#;
    let all = keypairs::list().finish(&reply("keypairs", rows)).expect("key pairs");
    let all: Vec<KeyPair> = all.into_iter().collect();
    let table = [
        ("ops", "1"),
        ("type:*rsa*", "2"),
        ("fingerprint:\"22:33\"", "2"),
        ("22:33", "2"),
        ("instances:2", "1"),
        ("is:unused", "2"),
    ];
    let users = |pair: &KeyPair| Some(if pair.name.as_str() == "ops" { 2 } else { 0 });
    check(KEY_PAIR_FIELDS, &all, &|pair| key_pair_cells(pair, users(pair)), &table);
}

#[test]
fn ports_by_query() {
    let port = |id: &str, address: &str, owner: &str| {
        format!(
            r#"{{"id":"{id}","mac_address":"fa:16:3e:00:00:{id}","status":"ACTIVE","network_id":"n1","device_owner":"{owner}",
            "device_id":"","security_groups":["g1"],"fixed_ips":[{{"ip_address":"{address}","subnet_id":"s"}}]}}"#
        )
    };
    let rows = [port("01", "10.0.0.10", "network:dhcp"), port("02", "10.0.1.9", "")].join(",");
    let ports: Vec<Port> = network::ports(None).finish(&reply("ports", &rows)).expect("ports").into_iter().collect();
    let all = lines(&ports, &[], &[], &[] as &[Arc<cloud::wire::Server>]);
    let table = [
        ("3e:00:00:02", "2"),
        ("mac:fa:16:3e:00:00:01", "1"),
        ("ip:10.0.1.0/24", "2"),
        ("owner:dhcp", "1"),
        ("is:free", "2"),
        ("network=n1 sg:g1", "12"),
        ("status:active", "12"),
    ];
    check(PORT_FIELDS, &all, &port_cells, &table);
}

#[test]
fn flavors_by_query() {
    let rows = r#"
        {"id":"f1","name":"m2.c2m4","vcpus":2,"ram":4096,"disk":20,"os-flavor-access:is_public":true},
        {"id":"f2","name":"g2.c8m32","vcpus":8,"ram":32768,"disk":0,"os-flavor-access:is_public":false,"extra_specs":{"gpu:model":"T4"}}"#;
    let all = flavors::list(&flavors::FlavorQuery::default()).finish(&reply("flavors", rows)).expect("flavors");
    let all: Vec<Flavor> = all.into_iter().collect();
    let table = [
        ("c8", "2"),
        ("family:m2", "1"),
        ("vcpus<=4 ram>=4g", "1"),
        ("ram:32768", "2"),
        ("disk:0", "2"),
        ("is:gpu", "2"),
        ("-is:public", "2"),
        ("spec.\"gpu:model\":t4", "2"),
        ("T4", "2"),
    ];
    check(FLAVOR_FIELDS, &all, &flavor_cells, &table);
}
