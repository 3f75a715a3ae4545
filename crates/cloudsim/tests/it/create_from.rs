//! `POST /servers` with several interfaces, disks or sources (rows S13, S14).

use cloud::catalog::Service;
use serde_json::{Value, json};

use crate::sim::{Sim, message};

/// The ids for the names in capitals in the cases.
struct Ids(Vec<(&'static str, String)>);

impl Ids {
    fn of(sim: &mut Sim) -> Self {
        let volume =
            |sim: &mut Sim, name: &str| sim.first(Service::Volume, &format!("/volumes?name={name}"), "/volumes/0/id");
        let bootable = sim.to(Service::Volume, "GET", "/volumes/detail", &Value::Null).value();
        let bootable = bootable.get("volumes").and_then(Value::as_array).into_iter().flatten();
        let free = |row: &&Value| {
            row.get("status") == Some(&json!("available")) && row.get("bootable") == Some(&json!("true"))
        };
        let bootable =
            bootable.clone().find(free).and_then(|row| row.get("id")?.as_str()).unwrap_or_default().to_owned();
        let snapshot = json!({ "snapshot": { "volume_id": bootable, "name": "s", "force": true } });
        let snapshot = sim.to(Service::Volume, "POST", "/snapshots", &snapshot).value();
        let snapshot = snapshot.pointer("/snapshot/id").and_then(Value::as_str).unwrap_or_default().to_owned();
        sim.wait(60_000);
        let network = sim.first(Service::Network, "/networks", "/networks/0/id");
        let subnets = sim.to(Service::Network, "GET", "/subnets", &Value::Null).value();
        let subnet = |at: usize| {
            let id = subnets.pointer(&format!("/subnets/{at}/id")).and_then(Value::as_str);
            id.unwrap_or_default().to_owned()
        };
        let used = sim.first(Service::Network, "/ports", "/ports/0/id");
        let port = json!({ "port": { "network_id": network, "fixed_ips": [{ "subnet_id": subnet(1) }] } });
        let port = sim.to(Service::Network, "POST", "/ports", &port).value();
        let port = port.pointer("/port/id").and_then(Value::as_str).unwrap_or_default().to_owned();
        Self(vec![
            ("BOOTABLE", bootable),
            ("BACKUP", volume(sim, "backup-2026")),
            ("BROKEN", volume(sim, "import-failed")),
            ("SNAPSHOT", snapshot),
            ("NETWORK", network),
            ("SUBNET1", subnet(0)),
            ("SUBNET2", subnet(1)),
            ("PORT", port),
            ("USED", used),
            ("IMAGE", sim.image("Ubuntu Server 24.04")),
        ])
    }

    fn fill(&self, value: &Value) -> Value {
        let text = self
            .0
            .iter()
            .fold(value.to_string(), |text, (word, id)| text.replace(&format!("\"{word}\""), &format!("\"{id}\"")));
        serde_json::from_str(&text).unwrap_or_default()
    }
}

fn root() -> Value {
    json!({ "uuid": "IMAGE", "boot_index": 0, "volume_size": 30, "source_type": "image", "destination_type": "volume" })
}

/// Creates with some keys changed; returns the answer, and the instance once it runs.
fn create(user: &str, changes: &Value) -> (Sim, cloudsim::Response, Value) {
    let mut sim = Sim::user(user);
    let ids = Ids::of(&mut sim);
    let mut server = json!({ "name": "new", "imageRef": "IMAGE", "flavorRef": sim.flavor("m2.c2m4"),
                             "networks": [{ "uuid": "NETWORK" }] });
    if user.starts_with("demo") {
        server["block_device_mapping_v2"] = json!([root()]);
    }
    for (key, value) in changes.as_object().into_iter().flatten() {
        server[key] = value.clone();
    }
    let response = sim.compute("POST", "/servers", &json!({ "server": ids.fill(&server) }));
    let id = response.value().pointer("/server/id").and_then(Value::as_str).unwrap_or_default().to_owned();
    sim.wait(6_000);
    let made = if id.is_empty() { Value::Null } else { sim.server(&id) };
    (sim, response, made)
}

#[test]
fn interfaces_of_every_kind() {
    for (user, networks, addresses) in [
        ("demo", json!([{ "subnet": "SUBNET1" }, { "subnet": "SUBNET2" }]), vec!["192.168.0.", "192.168.1."]),
        ("demo", json!([{ "subnet": "SUBNET2", "fixed_ip": "192.168.1.77" }]), vec!["192.168.1.77"]),
        ("demo", json!([{ "uuid": "NETWORK", "fixed_ip": "192.168.1.78" }]), vec!["192.168.1.78"]),
        ("demo", json!([{ "port": "PORT" }]), vec!["192.168.1."]),
        ("stock", json!([{ "uuid": "NETWORK" }, { "uuid": "NETWORK" }]), vec!["192.168.0.", "192.168.0."]),
        (
            "stock",
            json!([{ "uuid": "NETWORK", "fixed_ip": "192.168.0.99" }, { "port": "PORT" }]),
            vec!["192.168.0.99", "192.168.1."],
        ),
    ] {
        let (_, response, server) = create(&format!("{user}@maru.test"), &json!({ "networks": networks }));
        assert_eq!(response.status, 202, "{user} {networks}: {}", response.body);
        let shown = server.get("addresses").and_then(Value::as_object).into_iter().flat_map(|map| map.values());
        let shown: Vec<String> = shown
            .flat_map(|list| list.as_array().cloned().unwrap_or_default())
            .filter_map(|one| Some(one.get("addr")?.as_str()?.to_owned()))
            .collect();
        let fits =
            shown.len() == addresses.len() && shown.iter().zip(&addresses).all(|(is, part)| is.starts_with(part));
        assert!(fits, "{user} {networks}: {shown:?}");
    }
}

#[test]
fn interfaces_that_are_refused() {
    for (user, changes, status, words) in [
        ("demo", json!({ "networks": [{ "uuid": "NETWORK", "subnet": "SUBNET1" }] }), 400, "Only one of uuid, subnet"),
        ("demo", json!({ "networks": [{ "subnet": "SUBNET1", "port": "PORT" }] }), 400, "Only one of uuid, subnet"),
        ("demo", json!({ "networks": [{ "port": "USED" }] }), 409, "is still in use."),
        ("demo", json!({ "networks": [{ "port": "nope" }] }), 400, "Port nope could not be found."),
        (
            "stock",
            json!({ "networks": [{ "port": "PORT", "fixed_ip": "192.168.1.9" }] }),
            400,
            "cannot be specified together",
        ),
        (
            "stock",
            json!({ "networks": [{ "uuid": "NETWORK", "fixed_ip": "10.0.0.1" }] }),
            400,
            "is not a valid ip address",
        ),
        ("stock", json!({ "networks": [{ "uuid": "NETWORK", "fixed_ip": "x" }] }), 400, "'x' is not a 'ipv4'"),
        ("stock", json!({ "networks": [{ "port": "PORT" }], "max_count": 2 }), 400, "single configured port ID"),
        (
            "stock",
            json!({ "networks": [{ "uuid": "NETWORK", "fixed_ip": "192.168.0.99" }], "min_count": 2 }),
            400,
            "max_count cannot be greater than 1 if an fixed_ip is specified.",
        ),
    ] {
        let (_, response, _) = create(&format!("{user}@maru.test"), &changes);
        assert_eq!(response.status, status, "{user} {changes}: {}", response.body);
        assert!(message(&response).contains(words), "{user} {changes}: {}", response.body);
    }
}

/// Sizes in the order of the devices, with `+` for a disk that is deleted with the instance.
fn disks(sim: &mut Sim, server: &Value) -> Vec<String> {
    let ids = server.get("os-extended-volumes:volumes_attached").and_then(Value::as_array).cloned().unwrap_or_default();
    let ids = ids.iter().filter_map(|one| one.get("id")?.as_str());
    let show = |id: &str| {
        let volume = sim.to(Service::Volume, "GET", &format!("/volumes/{id}"), &Value::Null).value();
        let text = |key: &str| volume.pointer(&format!("/volume/{key}")).cloned().unwrap_or_default();
        let device = text("attachments/0/device");
        format!("{} {} {}", device.as_str().unwrap_or("-"), text("size"), text("status").as_str().unwrap_or("-"))
    };
    ids.map(show).collect()
}

#[test]
fn disks_of_every_source() {
    let extra = |source: &str, uuid: &str, size: u64| json!({ "uuid": uuid, "boot_index": -1, "volume_size": size, "source_type": source, "destination_type": "volume" });
    let boot = |source: &str, uuid: &str| json!({ "uuid": uuid, "boot_index": 0, "source_type": source, "destination_type": "volume" });
    let blank = json!({ "boot_index": -1, "volume_size": 40, "source_type": "blank", "destination_type": "volume",
                        "volume_type": "General HDD" });
    let none = Value::Null;
    let zone = json!("kr-pub-a");
    for (user, mapping, image, zone, expected, shows_image) in [
        ("demo", json!([blank, root()]), json!("IMAGE"), &none, vec!["/dev/vda 30 in-use", "/dev/vdb 40 in-use"], true),
        ("demo", json!([root()]), none.clone(), &none, vec!["/dev/vda 30 in-use"], true),
        (
            "demo",
            json!([root(), extra("volume", "BACKUP", 0), extra("image", "IMAGE", 25)]),
            json!("IMAGE"),
            &zone,
            vec!["/dev/vda 30 in-use", "/dev/vdb 200 in-use", "/dev/vdc 25 in-use"],
            true,
        ),
        ("demo", json!([boot("volume", "BOOTABLE")]), none.clone(), &zone, vec!["/dev/vda 20 in-use"], false),
        ("demo", json!([boot("snapshot", "SNAPSHOT")]), none.clone(), &zone, vec!["/dev/vda 20 in-use"], false),
        // A stock cloud boots from `imageRef` and uses the mapping for the other disks.
        ("stock", json!([extra("volume", "BACKUP", 0)]), json!("IMAGE"), &none, vec!["/dev/vda 200 in-use"], true),
        ("stock", json!([root()]), json!("IMAGE"), &none, vec!["/dev/vda 30 in-use"], false),
    ] {
        let mut changes = json!({ "block_device_mapping_v2": mapping, "imageRef": image });
        if !zone.is_null() {
            changes["availability_zone"] = zone.clone();
        }
        let (mut sim, response, server) = create(&format!("{user}@maru.test"), &changes);
        assert_eq!(response.status, 202, "{user} {mapping}: {}", response.body);
        assert_eq!(disks(&mut sim, &server), expected, "{user} {mapping}");
        assert_eq!(server.get("image").is_some_and(Value::is_object), shows_image, "{user} {mapping}");
    }
}

#[test]
fn disks_that_are_refused() {
    let with = |changes: Value| {
        let mut entry = root();
        for (key, value) in changes.as_object().into_iter().flatten() {
            entry[key] = value.clone();
        }
        entry
    };
    let zone = json!("kr-pub-a");
    let volume = with(json!({ "source_type": "volume", "uuid": "BOOTABLE" }));
    let boot = "Boot sequence for the instance";
    let blank = |changes: Value| {
        let mut entry = json!({ "boot_index": -1, "source_type": "blank", "destination_type": "volume" });
        for (key, value) in changes.as_object().into_iter().flatten() {
            entry[key] = value.clone();
        }
        entry
    };
    for (user, mapping, image, zone, count, words) in [
        ("demo", json!([with(json!({ "boot_index": 1 }))]), true, None, 1, boot),
        ("demo", json!([root(), root()]), true, None, 1, boot),
        ("demo", json!([blank(json!({ "boot_index": 0, "volume_size": 10 }))]), true, None, 1, boot),
        (
            "demo",
            json!([root(), blank(json!({}))]),
            true,
            None,
            1,
            "Blank volumes (source: 'blank', dest: 'volume') need",
        ),
        (
            "demo",
            json!([with(json!({ "volume_size": null }))]),
            true,
            None,
            1,
            "need to have a non-zero size specified",
        ),
        ("demo", json!([with(json!({ "destination_type": "local" }))]), true, None, 1, "for the U2 flavor type only"),
        ("demo", json!([with(json!({ "source_type": "floppy" }))]), true, None, 1, "'floppy' is not one of"),
        ("demo", json!([with(json!({ "destination_type": "tape" }))]), true, None, 1, "'tape' is not one of"),
        (
            "demo",
            json!([root(), blank(json!({ "volume_size": 10, "volume_type": "x" }))]),
            true,
            None,
            1,
            "Volume type x",
        ),
        (
            "demo",
            json!([root(), blank(json!({ "volume_size": 1001 }))]),
            true,
            None,
            1,
            "larger than the allowed 1000 GB",
        ),
        ("demo", json!([volume]), false, None, 1, "availability_zone is required"),
        ("demo", json!([volume]), false, Some(json!("kr-pub-b")), 1, "are not in the same availability_zone"),
        (
            "demo",
            json!([volume]),
            false,
            Some(zone.clone()),
            2,
            "Cannot attach one or more volumes to multiple instances",
        ),
        (
            "demo",
            json!([with(json!({ "source_type": "snapshot", "uuid": "SNAPSHOT" }))]),
            false,
            Some(zone.clone()),
            2,
            "max_count must be 1",
        ),
        ("stock", json!([volume]), false, None, 2, "Cannot attach one or more volumes to multiple instances"),
        (
            "stock",
            json!([with(json!({ "source_type": "volume", "uuid": "BACKUP" }))]),
            false,
            None,
            1,
            "is not bootable.",
        ),
        (
            "stock",
            json!([with(json!({ "source_type": "volume", "uuid": "BROKEN" }))]),
            false,
            None,
            1,
            "current status is error",
        ),
        (
            "stock",
            json!([with(json!({ "source_type": "volume", "uuid": "nope" }))]),
            false,
            None,
            1,
            "failed to get volume nope.",
        ),
        (
            "stock",
            json!([with(json!({ "source_type": "snapshot", "uuid": "nope" }))]),
            false,
            None,
            1,
            "failed to get snapshot nope.",
        ),
        (
            "stock",
            json!([with(json!({ "source_type": "volume", "uuid": null }))]),
            false,
            None,
            1,
            "Missing device UUID.",
        ),
        ("stock", json!([with(json!({ "uuid": "nope" }))]), true, None, 1, "Mapped image does not match imageRef."),
    ] {
        let mut changes = json!({ "block_device_mapping_v2": mapping, "min_count": count });
        if !image {
            changes["imageRef"] = Value::Null;
        }
        if let Some(zone) = zone {
            changes["availability_zone"] = zone;
        }
        let (_, response, _) = create(&format!("{user}@maru.test"), &changes);
        assert_eq!(response.status, 400, "{user} {mapping}: {}", response.body);
        assert!(message(&response).contains(words), "{user} {mapping}: {}", response.body);
    }
}

#[test]
fn a_database_image_on_a_volume_boots_elsewhere_only() {
    for (user, status) in [("demo@maru.test", 400), ("stock@maru.test", 202)] {
        let mut sim = Sim::user(user);
        let (image, zone) = (sim.image("MS-SQL"), if user.starts_with("demo") { "kr-pub-a" } else { "nova" });
        let volume = json!({ "volume": { "size": 100, "imageRef": image, "availability_zone": zone } });
        let volume = sim.to(Service::Volume, "POST", "/volumes", &volume).value();
        let volume = volume.pointer("/volume/id").cloned().unwrap_or_default();
        sim.wait(60_000);
        let root = json!({ "uuid": volume, "boot_index": 0, "source_type": "volume", "destination_type": "volume" });
        let server = json!({ "name": "sql", "flavorRef": sim.flavor("m2.c4m8"), "availability_zone": zone,
                             "block_device_mapping_v2": [root] });
        let response = sim.compute("POST", "/servers", &json!({ "server": server }));
        assert_eq!(response.status, status, "{user}: {}", response.body);
    }
}

#[test]
fn the_newer_face_takes_no_unknown_key_and_the_older_drops_it() {
    let mut sim = Sim::user("stock@maru.test");
    let ids = Ids::of(&mut sim);
    let server = json!({ "name": "new", "imageRef": "IMAGE", "flavorRef": sim.flavor("m2.c2m4"), "nonsense": 1,
                         "networks": [{ "uuid": "NETWORK" }] });
    let body = json!({ "server": ids.fill(&server) });
    let newer = sim.send(cloudsim::Request::new("POST", "/regionone/compute/v2.1/servers").json(&body));
    assert_eq!(newer.status, 400);
    assert!(message(&newer).contains("('nonsense' was unexpected)"), "{}", newer.body);
    assert_eq!(sim.compute("POST", "/servers", &body).status, 202);
}
