use serde_json::{Value, json};

use crate::config::RuleSet::{self, Nhn, OpenStack};
use crate::create::samples::{World, draft};
use crate::create::{Draft, validate};

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

#[test]
fn every_choice_reaches_the_body() {
    let draft = Draft {
        delete_root_on_termination: true,
        zone: Some("kr-pub-a".into()),
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
    // A size left over from another flavor is not sent.
    let draft = Draft { flavor: Some("u2.c1m1".into()), root_disk_gb: "999".to_owned(), ..draft() };
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
    let draft = Draft { flavor: Some("u2.c1m1".into()), root_disk_gb: " ".to_owned(), key: None, ..draft() };
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
    // `big` wants 30 GB and the flavor's disk has 20: a volume is the way out.
    let draft =
        Draft { image: Some("big".into()), flavor: Some("u2.c1m1".into()), root_disk_gb: "30".to_owned(), ..draft() };
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
