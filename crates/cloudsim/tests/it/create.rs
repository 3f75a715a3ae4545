//! `POST /servers`: what is accepted and refused under both rule sets (rows S13–S15).

use cloud::catalog::Service;
use serde_json::{Value, json};

use crate::sim::{Sim, message};

/// A body that is accepted; each case changes one thing.
fn body(sim: &mut Sim, stock: bool) -> Value {
    let (image, key) = (sim.image("Ubuntu Server 24.04"), "dev-laptop");
    let network = if stock {
        json!({ "uuid": sim.first(Service::Network, "/networks", "/networks/0/id") })
    } else {
        json!({ "subnet": sim.first(Service::Network, "/vpcsubnets", "/vpcsubnets/0/id") })
    };
    let flavor = sim.flavor("m2.c2m4");
    let mut server = json!({ "name": "새-서버", "imageRef": image, "flavorRef": flavor, "networks": [network],
                             "key_name": key, "security_groups": [{ "name": "web" }] });
    if !stock {
        server["block_device_mapping_v2"] = json!([{ "uuid": image, "boot_index": 0, "volume_size": 30,
            "source_type": "image", "destination_type": "volume", "delete_on_termination": 1 }]);
    }
    server
}

fn create(sim: &mut Sim, server: &Value) -> cloudsim::Response {
    sim.compute("POST", "/servers", &json!({ "server": server }))
}

#[test]
fn a_new_instance_is_followed_until_active() {
    for (user, stock) in [("demo@maru.test", false), ("stock@maru.test", true)] {
        let mut sim = Sim::user(user);
        let server = body(&mut sim, stock);
        let response = create(&mut sim, &server);
        assert_eq!(response.status, 202, "{}", response.body);
        let answer = response.value();
        let mut keys: Vec<&String> = answer.get("server").and_then(Value::as_object).expect("server").keys().collect();
        keys.sort();
        assert_eq!(keys, ["OS-DCF:diskConfig", "adminPass", "id", "links", "security_groups"]);
        let id = answer.pointer("/server/id").and_then(Value::as_str).unwrap_or_default().to_owned();
        assert!(response.header("location").is_some_and(|href| href.ends_with(&id)));
        assert_eq!(sim.state(&id), "BUILD/scheduling");
        sim.wait(6_000);
        let server = sim.server(&id);
        assert_eq!(server.get("status"), Some(&json!("ACTIVE")));
        assert_eq!(server.get("security_groups"), Some(&json!([{ "name": "web" }])));
        let volumes = server.get("os-extended-volumes:volumes_attached").and_then(Value::as_array).map(Vec::len);
        assert_eq!(volumes, Some(usize::from(!stock)));
    }
}

#[test]
fn a_batch_answers_a_reservation_and_is_found_by_it() {
    let mut sim = Sim::user("demo@maru.test");
    let mut server = body(&mut sim, false);
    server["min_count"] = json!(2);
    server["max_count"] = json!(3);
    server["return_reservation_id"] = json!(true);
    let response = create(&mut sim, &server).value();
    let reservation = response.get("reservation_id").and_then(Value::as_str).expect("a reservation").to_owned();
    assert_eq!(response.get("server"), None);
    let list = sim.get(&format!("/servers?reservation_id={reservation}")).value();
    let names = list.get("servers").and_then(Value::as_array).into_iter().flatten().filter_map(|s| s.get("name"));
    assert_eq!(names.collect::<Vec<_>>(), ["새-서버-3", "새-서버-2", "새-서버-1"]);
}

/// Changes one key, and expects the refusal.
fn refused(user: &str, cases: Vec<(&str, Value, u16, &str)>) {
    for (key, value, status, words) in cases {
        let mut sim = Sim::user(user);
        let mut server = body(&mut sim, user.starts_with("stock"));
        server[key] = value.clone();
        let response = create(&mut sim, &server);
        assert_eq!(response.status, status, "{user} {key}={value}: {}", response.body);
        assert!(message(&response).contains(words), "{user} {key}={value}: {}", response.body);
    }
}

#[test]
fn what_both_refuse() {
    for user in ["demo@maru.test", "stock@maru.test"] {
        refused(
            user,
            vec![
                ("name", Value::Null, 400, "'name' is a required property"),
                ("name", json!("x".repeat(256)), 400, "is too long"),
                ("flavorRef", json!("nope"), 400, "Flavor nope could not be found."),
                (
                    "imageRef",
                    json!("nope"),
                    400,
                    if user.starts_with("stock") { "Can not find" } else { "does not match" },
                ),
                ("availability_zone", json!("mars"), 400, "The requested availability zone is not available"),
                ("key_name", json!("nope"), 400, "Invalid key_name provided."),
                (
                    "security_groups",
                    json!([{ "name": "nope" }]),
                    400,
                    "Unable to find security_group with name or id 'nope'",
                ),
                ("networks", json!([{ "uuid": "nope" }]), 400, "Network nope could not be found."),
                ("networks", json!([{}]), 400, "network uuid is not in proper format"),
                ("user_data", json!("abc"), 400, "is not valid under any of the given schemas"),
                ("user_data", json!("a".repeat(65_536)), 400, "too long"),
                ("metadata", json!({ "k": "v".repeat(256) }), 400, "is too long"),
                ("metadata", json!({ "k": 1 }), 400, "is not of type 'string'"),
                ("min_count", json!(0), 400, "is less than the minimum of 1"),
            ],
        );
    }
}

#[test]
fn what_only_nhn_refuses() {
    let mapping = |size: u64| json!([{ "boot_index": 0, "volume_size": size, "source_type": "image", "destination_type": "volume" }]);
    refused(
        "demo@maru.test",
        vec![
            ("block_device_mapping_v2", json!([]), 400, "Missing Block Device Mapping attribute"),
            ("block_device_mapping_v2", mapping(9), 400, "Volume is smaller than the minimum size"),
            ("block_device_mapping_v2", mapping(1001), 400, "larger than the allowed 1000 GB"),
            ("availability_zone", json!("kr-pub-c"), 400, "The requested availability zone is not available"),
            ("networks", json!([{ "subnet": "nope" }]), 400, "Subnet nope could not be found."),
            ("max_count", json!(11), 400, "11 is greater than the maximum of 10"),
        ],
    );
    // A stock cloud has no subnet here.
    refused(
        "stock@maru.test",
        vec![("networks", json!([{ "subnet": "x" }]), 400, "network uuid is not in proper format")],
    );
}

#[test]
fn windows_needs_room() {
    for (flavor, size, name, words) in [
        ("m2.c1m2", 50, "win", ""),
        ("t2.c1m1", 50, "win", "Flavor's memory is too small for requested image."),
        ("u2.c2m4", 50, "win", "not available for the U2 flavor type"),
        ("m2.c2m4", 49, "win", "Volume is smaller than the minimum size"),
        ("m2.c2m4", 50, "sixteen-letters-", "is too long"),
        ("m2.c2m4", 50, "fifteen-letters", ""),
    ] {
        let mut sim = Sim::user("demo@maru.test");
        let mut server = body(&mut sim, false);
        let image = sim.image("Windows 2022");
        server["imageRef"] = json!(image);
        server["flavorRef"] = json!(sim.flavor(flavor));
        server["name"] = json!(name);
        server["block_device_mapping_v2"][0]["uuid"] = json!(image);
        server["block_device_mapping_v2"][0]["volume_size"] = json!(size);
        let response = create(&mut sim, &server);
        assert_eq!(
            response.status,
            if words.is_empty() { 202 } else { 400 },
            "{flavor} {size} {name}: {}",
            response.body
        );
        assert!(message(&response).contains(words), "{}", response.body);
    }
}

#[test]
fn u2_boots_from_its_own_disk_with_or_without_a_mapping() {
    for mapping in [json!([]), json!([{ "boot_index": 0, "source_type": "image", "destination_type": "local" }])] {
        let mut sim = Sim::user("demo@maru.test");
        let mut server = body(&mut sim, false);
        server["flavorRef"] = json!(sim.flavor("u2.c1m2"));
        server["block_device_mapping_v2"] = mapping;
        let response = create(&mut sim, &server);
        assert_eq!(response.status, 202, "{}", response.body);
        let id = response.value().pointer("/server/id").and_then(Value::as_str).unwrap_or_default().to_owned();
        assert_eq!(sim.server(&id).get("os-extended-volumes:volumes_attached"), Some(&json!([])));
    }
}

#[test]
fn a_disabled_flavor_is_not_there() {
    let mut sim = Sim::user("demo@maru.test");
    let mut server = body(&mut sim, false);
    server["flavorRef"] = json!(sim.flavor("m1.c2m4"));
    assert_eq!(create(&mut sim, &server).status, 400);
}

#[test]
fn quota_counts_instances_cores_and_memory() {
    let mut sim = Sim::user("quota@maru.test");
    let mut server = body(&mut sim, false);
    assert_eq!(create(&mut sim, &server).status, 202);
    assert_eq!(create(&mut sim, &server).status, 202);
    let third = create(&mut sim, &server);
    assert_eq!(third.status, 403);
    assert_eq!(
        message(&third),
        "Quota exceeded for instances, cores, ram: Requested 1, 2, 4096, but already used 2, 4, 8192 of 2, 4, 8192 \
         instances, cores, ram"
    );
    server["flavorRef"] = json!(sim.flavor("x1.c32m256"));
    let mut fresh = Sim::user("quota@maru.test");
    let words = message(&create(&mut fresh, &server));
    assert_eq!(
        words,
        "Quota exceeded for cores, ram: Requested 32, 262144, but already used 0, 0 of 4, 8192 cores, ram"
    );
}

#[test]
fn a_volume_that_is_to_stay_stays() {
    for (delete, kept) in [(true, 0), (false, 1)] {
        let mut sim = Sim::user("demo@maru.test");
        let mut server = body(&mut sim, false);
        server["block_device_mapping_v2"][0]["delete_on_termination"] = json!(delete);
        let id =
            create(&mut sim, &server).value().pointer("/server/id").and_then(Value::as_str).expect("id").to_owned();
        sim.wait(6_000);
        let volume = sim.server(&id).pointer("/os-extended-volumes:volumes_attached/0/id").cloned().expect("a volume");
        sim.compute("DELETE", &format!("/servers/{id}"), &Value::Null);
        sim.wait(1_500);
        let volumes = sim.to(Service::Volume, "GET", "/volumes/detail", &Value::Null).value();
        let volumes = volumes.get("volumes").and_then(Value::as_array).cloned().unwrap_or_default();
        assert_eq!(volumes.iter().filter(|known| known.get("id") == Some(&volume)).count(), kept);
    }
}
