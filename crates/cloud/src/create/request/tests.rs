use serde_json::{Value, json};

use crate::KeyName;
use crate::config::RuleSet::{self, Nhn, OpenStack};
use crate::create::samples::{World, disk, draft, nic};
use crate::create::{BootFrom, ConnectTo, DiskDraft, DiskEnd, Draft, MadeOf, NicDraft, validate};

fn check(rules: RuleSet, draft: &Draft, expect: Value) {
    let world = World::new(rules);
    let request = validate(draft, &world.context()).expect("a draft without problems");
    let sent: Value = serde_json::from_str(&request.to_json().write()).expect("JSON");
    assert_eq!(sent, json!({ "server": expect }));
}

#[test]
fn nhn_names_the_subnet_and_maps_a_volume() {
    check(
        Nhn,
        &draft(),
        json!({
            "name": "web",
            "imageRef": "ubuntu",
            "flavorRef": "m2.c1m2",
            "networks": [{ "subnet": "subnet-1" }],
            "key_name": "my-key",
            "block_device_mapping_v2": [{
                "boot_index": 0,
                "uuid": "ubuntu",
                "source_type": "image",
                "destination_type": "volume",
                "volume_size": 20,
                "delete_on_termination": false,
            }],
            "min_count": 1,
            "max_count": 1,
        }),
    );
}

/// Bug: of two groups called `web` the create used the wrong one.
#[test]
fn a_group_whose_name_another_one_has_is_sent_by_id() {
    let sent = |chosen: &[&str]| {
        let world = World::new(Nhn);
        let groups = chosen.iter().map(|id| (*id).to_owned()).collect();
        let request = validate(&Draft { security_groups: groups, ..draft() }, &world.context()).expect("valid");
        serde_json::from_str::<serde_json::Value>(&request.to_json().write()).expect("JSON")["server"]["security_groups"]
            .clone()
    };
    assert_eq!(sent(&["g-1"]), json!([{ "name": "default" }]));
    assert_eq!(sent(&["g-1", "g-3"]), json!([{ "name": "default" }, { "name": "g-3" }]));
    assert_eq!(sent(&["typed"]), json!([{ "name": "typed" }]));
}

#[test]
fn every_choice_reaches_the_body() {
    let draft = Draft {
        root_end: DiskEnd::Delete,
        zone: "kr-pub-a".into(),
        security_groups: vec!["default".to_owned(), " web ".to_owned(), String::new(), "default".to_owned()],
        count: " 3 ".to_owned(),
        ..draft()
    };
    check(
        Nhn,
        &draft,
        json!({
            "name": "web",
            "imageRef": "ubuntu",
            "flavorRef": "m2.c1m2",
            "networks": [{ "subnet": "subnet-1" }],
            "availability_zone": "kr-pub-a",
            "key_name": "my-key",
            "security_groups": [{ "name": "default" }, { "name": "web" }],
            "block_device_mapping_v2": [{
                "boot_index": 0,
                "uuid": "ubuntu",
                "source_type": "image",
                "destination_type": "volume",
                "volume_size": 20,
                "delete_on_termination": true,
            }],
            "min_count": 3,
            "max_count": 3,
            "return_reservation_id": true,
        }),
    );
}

#[test]
fn u2_boots_from_its_local_disk() {
    // A size that was entered for another flavor is not sent.
    let draft = Draft { flavor: "u2.c1m1".into(), root_disk_gb: "999".to_owned(), ..draft() };
    check(
        Nhn,
        &draft,
        json!({
            "name": "web",
            "imageRef": "ubuntu",
            "flavorRef": "u2.c1m1",
            "networks": [{ "subnet": "subnet-1" }],
            "key_name": "my-key",
            "block_device_mapping_v2": [{
                "boot_index": 0,
                "uuid": "ubuntu",
                "source_type": "image",
                "destination_type": "local",
                "delete_on_termination": false,
            }],
            "min_count": 1,
            "max_count": 1,
        }),
    );
}

#[test]
fn openstack_names_the_network_and_uses_the_flavors_disk() {
    let draft = Draft { flavor: "u2.c1m1".into(), root_disk_gb: " ".to_owned(), key: KeyName::default(), ..draft() };
    check(
        OpenStack,
        &draft,
        json!({
            "name": "web",
            "imageRef": "ubuntu",
            "flavorRef": "u2.c1m1",
            "networks": [{ "uuid": "network-1" }],
            "min_count": 1,
            "max_count": 1,
        }),
    );
}

#[test]
fn openstack_maps_a_volume_of_the_size_typed() {
    // `big` needs 30 GB and the flavor's disk has 20, so a volume is required.
    let draft = Draft { image: "big".into(), flavor: "u2.c1m1".into(), root_disk_gb: "30".to_owned(), ..draft() };
    check(
        OpenStack,
        &draft,
        json!({
            "name": "web",
            "imageRef": "big",
            "flavorRef": "u2.c1m1",
            "networks": [{ "uuid": "network-1" }],
            "key_name": "my-key",
            "block_device_mapping_v2": [{
                "boot_index": 0,
                "uuid": "big",
                "source_type": "image",
                "destination_type": "volume",
                "volume_size": 30,
                "delete_on_termination": false,
            }],
            "min_count": 1,
            "max_count": 1,
        }),
    );
}

#[test]
fn everything_at_once() {
    let draft = Draft {
        root_kind: "General SSD".to_owned(),
        zone: "kr-pub-a".into(),
        nic: NicDraft { fixed_ip: " 192.168.0.9 ".to_owned(), ..nic("subnet-1") },
        more_nics: vec![
            NicDraft { to: ConnectTo::Network, network: "network-9".into(), ..NicDraft::default() },
            NicDraft { to: ConnectTo::Port, port: "port-free".into(), ..nic("subnet-1") },
        ],
        disks: vec![
            DiskDraft { kind: " General HDD ".to_owned(), boots: true, ..disk(MadeOf::Blank, "", "5") },
            DiskDraft { boots: true, ..disk(MadeOf::Volume, "data-a", "") },
            DiskDraft { boots: true, end: DiskEnd::Delete, ..disk(MadeOf::Image, "big", "30") },
            disk(MadeOf::Snapshot, "snap", "40"),
        ],
        script: "#!/bin/sh\n".to_owned(),
        metadata: vec![("role".to_owned(), "web".to_owned()), (" ".to_owned(), String::new())],
        server_group: "apart".into(),
        ..draft()
    };
    let world = World::new(Nhn);
    let request = validate(&draft, &world.context()).expect("a draft without problems");
    let sent: Value = serde_json::from_str(&request.to_json().write()).expect("JSON");
    assert_eq!(sent["os:scheduler_hints"], json!({ "group": "apart" }));
    let server = &sent["server"];
    assert_eq!(
        server["networks"],
        json!([{ "subnet": "subnet-1", "fixed_ip": "192.168.0.9" }, { "uuid": "network-9" }, { "port": "port-free" }])
    );
    assert_eq!((&server["user_data"], &server["metadata"]), (&json!("IyEvYmluL3NoCg=="), &json!({ "role": "web" })));
    assert_eq!(
        server["block_device_mapping_v2"],
        json!([
            { "boot_index": 0, "uuid": "ubuntu", "source_type": "image", "destination_type": "volume",
              "volume_size": 20, "volume_type": "General SSD", "delete_on_termination": false },
            { "boot_index": -1, "source_type": "blank", "destination_type": "volume",
              "volume_size": 5, "volume_type": "General HDD", "delete_on_termination": false },
            { "boot_index": 1, "uuid": "data-a", "source_type": "volume", "destination_type": "volume",
              "delete_on_termination": false },
            { "boot_index": 2, "uuid": "big", "source_type": "image", "destination_type": "volume",
              "volume_size": 30, "delete_on_termination": true },
            { "boot_index": -1, "uuid": "snap", "source_type": "snapshot", "destination_type": "volume",
              "volume_size": 40, "delete_on_termination": false },
        ])
    );
}

/// NHN's guide does not have `config_drive`.
#[test]
fn a_config_drive_is_asked_of_a_stock_cloud_only() {
    for (rules, wanted, expect) in
        [(OpenStack, true, json!(true)), (OpenStack, false, Value::Null), (Nhn, true, Value::Null)]
    {
        let draft = Draft { config_drive: wanted, ..draft() };
        let request = validate(&draft, &World::new(rules).context()).expect("a draft without problems");
        let sent: Value = serde_json::from_str(&request.to_json().write()).expect("JSON");
        assert_eq!(sent["server"]["config_drive"], expect, "{rules:?} {wanted}");
    }
}

#[test]
fn a_root_that_is_a_volume_or_a_snapshot_names_no_image() {
    let of = |boot_from, id: &str, size: &str| {
        let (volume, snapshot) = (id.into(), id.into());
        let sized = Draft { zone: "kr-pub-a".into(), root_disk_gb: size.to_owned(), ..draft() };
        let draft = Draft { boot_from, volume, snapshot, ..sized };
        let request = validate(&draft, &World::new(Nhn).context()).expect("no problems");
        serde_json::from_str::<Value>(&request.to_json().write()).expect("JSON")["server"].clone()
    };
    let volume = of(BootFrom::Volume, "root-a", "");
    assert_eq!(volume["imageRef"], Value::Null);
    assert_eq!(
        volume["block_device_mapping_v2"],
        json!([{ "boot_index": 0, "uuid": "root-a", "source_type": "volume", "destination_type": "volume",
                 "delete_on_termination": false }])
    );
    let snapshot = of(BootFrom::Snapshot, "snap", "40");
    assert_eq!(snapshot["imageRef"], Value::Null);
    assert_eq!(
        snapshot["block_device_mapping_v2"],
        json!([{ "boot_index": 0, "uuid": "snap", "source_type": "snapshot", "destination_type": "volume",
                 "volume_size": 40, "delete_on_termination": false }])
    );
}

#[test]
fn more_disks_beside_the_flavors_own_need_it_named_too() {
    let draft = Draft {
        flavor: "u2.c1m1".into(),
        root_disk_gb: String::new(),
        disks: vec![disk(MadeOf::Blank, "", "5")],
        ..draft()
    };
    let request = validate(&draft, &World::new(OpenStack).context()).expect("no problems");
    let sent: Value = serde_json::from_str(&request.to_json().write()).expect("JSON");
    let disks = &sent["server"]["block_device_mapping_v2"];
    assert_eq!((&disks[0]["destination_type"], &disks[0]["uuid"]), (&json!("local"), &json!("ubuntu")));
    assert_eq!((&disks[1]["source_type"], &disks[1]["boot_index"]), (&json!("blank"), &json!(-1)));
}

#[test]
fn openstack_makes_a_port_where_the_network_has_more_subnets() {
    let world = World::new(OpenStack);
    let on = |nic: NicDraft| {
        let draft = Draft { nic, ..draft() };
        validate(&draft, &world.context()).expect("no problems")
    };
    let networks = |request: &crate::create::CreateRequest| {
        serde_json::from_str::<Value>(&request.to_json().write()).expect("JSON")["server"]["networks"].clone()
    };
    let request = on(nic("subnet-2b"));
    let ports = request.ports_to_make();
    assert_eq!((ports.len(), ports[0].network.as_str(), ports[0].subnet.as_str()), (1, "network-2", "subnet-2b"));
    assert_eq!(networks(&request.on_ports(["made".into()])), json!([{ "port": "made" }]));
    assert!(on(nic("subnet-1")).ports_to_make().is_empty());
    // The subnet follows from the address.
    let fixed = on(NicDraft { fixed_ip: "10.0.0.130".to_owned(), ..nic("subnet-2b") });
    assert!(fixed.ports_to_make().is_empty());
    assert_eq!(networks(&fixed), json!([{ "uuid": "network-2", "fixed_ip": "10.0.0.130" }]));
}

#[test]
fn a_batch_may_be_content_with_fewer() {
    let draft = Draft { count: "5".to_owned(), min_count: " 2 ".to_owned(), ..draft() };
    let request = validate(&draft, &World::new(Nhn).context()).expect("no problems");
    let sent: Value = serde_json::from_str(&request.to_json().write()).expect("JSON");
    assert_eq!((&sent["server"]["min_count"], &sent["server"]["max_count"]), (&json!(2), &json!(5)));
    assert_eq!((request.min_count(), request.count()), (2, 5));
}
