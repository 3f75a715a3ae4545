//! The simulator against recorded answers of a real Nova (rows S11, S12, S17): the same keys in the same places. Differences
//! must be listed with their reason, and one that is listed but does not occur fails too.

use std::collections::BTreeSet;
use std::path::PathBuf;

use cloud::calls::{compute, flavors, keypairs, servers};
use cloud::catalog::Service;
use serde_json::{Value, json};

use crate::sim::Sim;

pub fn recorded(file: &str) -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/openstack").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Every path in a value, with the kind of its value. Items of a list are one path; the keys of `metadata` and `addresses`
/// are data.
fn shape(value: &Value, at: &str, places: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            let data = at.ends_with("metadata") || at.ends_with("addresses") || at.ends_with("extra_specs");
            for (key, value) in map {
                shape(value, &format!("{at}.{}", if data { "*" } else { key }), places);
            }
        }
        Value::Array(list) => {
            places.insert(format!("{at}: list"));
            list.iter().for_each(|item| shape(item, &format!("{at}[]"), places));
        }
        Value::Null => drop(places.insert(format!("{at}: null"))),
        Value::Bool(_) => drop(places.insert(format!("{at}: bool"))),
        Value::Number(_) => drop(places.insert(format!("{at}: number"))),
        Value::String(_) => drop(places.insert(format!("{at}: text"))),
    }
}

/// A difference and its reason: `+` only the simulator has it, `-` only the recording.
pub type Allowed = (&'static str, &'static str);

pub fn same_shape(file: &str, simulated: &Value, allowed: &[Allowed]) {
    let (mut real, mut ours) = (BTreeSet::new(), BTreeSet::new());
    shape(&recorded(file), "", &mut real);
    shape(simulated, "", &mut ours);
    let differences: BTreeSet<String> = real
        .difference(&ours)
        .map(|place| format!("-{place}"))
        .chain(ours.difference(&real).map(|place| format!("+{place}")))
        .collect();
    let allowed: BTreeSet<String> = allowed.iter().map(|(place, _why)| (*place).to_owned()).collect();
    assert_eq!(differences, allowed, "{file}");
}

/// A stock cloud with one plain, active instance, as in the recordings.
fn recorded_world() -> (Sim, String) {
    let mut sim = Sim::user("stock@maru.test");
    let id = sim.id("staging-api");
    (sim, id)
}

fn create(sim: &mut Sim, name: &str) -> Value {
    let body = json!({ "server": {
        "name": name, "imageRef": sim.image("Debian"), "flavorRef": sim.flavor("m2.c2m4"), "key_name": "dev-laptop",
        "metadata": { "purpose": "verify" }, "availability_zone": "nova",
    }});
    let response = sim.compute("POST", "/servers", &body);
    assert_eq!(response.status, 202, "{}", response.body);
    response.value()
}

#[test]
fn a_server_through_its_life() {
    let (mut sim, _) = recorded_world();
    let made = create(&mut sim, "verify");
    same_shape("046-POST-servers-image-network-key-sg-az-metadata-user-data.json", &made, &[]);
    let id = made.pointer("/server/id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let path = format!("/servers/{id}");
    let get = |sim: &mut Sim| sim.get(&path).value();
    same_shape("047-GET-servers-id-while-building.json", &get(&mut sim), &[]);
    sim.wait(6_000);
    same_shape("048-GET-servers-id-active.json", &get(&mut sim), &[]);
    let renamed = sim.compute("PUT", &path, &json!({ "server": { "name": "x" } })).value();
    same_shape("065-PUT-servers-id-rename.json", &renamed, &[]);
    sim.action(&id, &json!({ "os-stop": null }));
    sim.wait(2_000);
    same_shape("070-GET-servers-id-shutoff.json", &get(&mut sim), &[]);
    sim.action(&id, &json!({ "os-start": null }));
    sim.wait(2_000);
    sim.compute("DELETE", &path, &Value::Null);
    same_shape("153-GET-servers-id-just-after-DELETE.json", &get(&mut sim), &[]);
}

#[test]
fn servers_that_are_different() {
    let (mut sim, _) = recorded_world();
    let made = create(&mut sim, "fail-build-x");
    let failed = made.pointer("/server/id").and_then(Value::as_str).unwrap_or_default().to_owned();
    sim.wait(2_000);
    let failed = sim.get(&format!("/servers/{failed}")).value();
    same_shape(
        "137-GET-servers-id-ERROR.json",
        &failed,
        &[
            ("+.server.key_name: text", "the recording was made without a key"),
            ("-.server.key_name: null", "the recording was made without a key"),
            ("+.server.metadata.*: text", "the recording was made without metadata"),
        ],
    );
    let volume = sim.id("golden-from-volume");
    let volume = sim.get(&format!("/servers/{volume}")).value();
    same_shape(
        "131-GET-servers-id-boot-from-volume.json",
        &volume,
        &[
            ("+.server.key_name: text", "the recording was made without a key"),
            ("-.server.key_name: null", "the recording was made without a key"),
            ("+.server.metadata.*: text", "the recording was made without metadata"),
        ],
    );
}

#[test]
fn lists() {
    let (mut sim, _) = recorded_world();
    let list = sim.get("/servers?name=staging-api").value();
    same_shape("049-GET-servers.json", &list, &[]);
    let page = sim.get("/servers/detail?status=ACTIVE&name=staging-api&limit=1").value();
    same_shape("051-GET-servers-detail-status-ACTIVE-name-verify-limit-1.json", &page, &[]);
    same_shape("159-GET-servers-detail-empty.json", &sim.get("/servers/detail?name=nobody").value(), &[]);
}

#[test]
fn flavors_zones_and_images() {
    let (mut sim, _) = recorded_world();
    same_shape("012-GET-flavors.json", &sim.get("/flavors").value(), &[]);
    same_shape("013-GET-flavors-detail.json", &sim.get("/flavors/detail").value(), &[]);
    let zones = sim.get("/os-availability-zone").value();
    same_shape("021-GET-os-availability-zone.json", &zones, &[]);
    let images = sim.to(Service::Image, "GET", "/images", &Value::Null).value();
    same_shape(
        "020-glance-GET-images.json",
        &images,
        &[
            ("+.images[].name: null", "a private image nobody named"),
            ("+.images[].image_type: text", "images of instances, which were recorded elsewhere"),
        ],
    );
}

#[test]
fn key_pairs() {
    let (mut sim, _) = recorded_world();
    let made = sim.compute("POST", "/os-keypairs", &json!({ "keypair": { "name": "vk" } })).value();
    same_shape("030-POST-os-keypairs-generate.json", &made, &[]);
    let key = made.pointer("/keypair/public_key").cloned().unwrap_or_default();
    let body = json!({ "keypair": { "name": "vk2", "public_key": key } });
    same_shape("031-POST-os-keypairs-import.json", &sim.compute("POST", "/os-keypairs", &body).value(), &[]);
    same_shape("037-GET-os-keypairs.json", &sim.get("/os-keypairs").value(), &[]);
    same_shape("038-GET-os-keypairs-name.json", &sim.get("/os-keypairs/vk").value(), &[]);
}

#[test]
fn neighbours() {
    let (mut sim, _) = recorded_world();
    let mut get = |service, path: &str| sim.to(service, "GET", path, &Value::Null).value();
    same_shape("027-neutron-GET-networks.json", &get(Service::Network, "/networks"), &[]);
    same_shape("028-neutron-GET-subnets.json", &get(Service::Network, "/subnets"), &[]);
    same_shape("029-neutron-GET-security-groups.json", &get(Service::Network, "/security-groups"), &[]);
}

#[test]
fn refusals() {
    let (mut sim, id) = recorded_world();
    for (file, method, path, body) in [
        (
            "032-POST-os-keypairs-duplicate-name.json",
            "POST",
            "/os-keypairs".to_owned(),
            json!({ "keypair": { "name": "dev-laptop" } }),
        ),
        ("053-GET-servers-detail-marker-missing.json", "GET", "/servers/detail?marker=0".to_owned(), Value::Null),
        ("055-GET-servers-id-missing.json", "GET", "/servers/0".to_owned(), Value::Null),
        (
            "068-action-os-start-on-ACTIVE-conflict.json",
            "POST",
            format!("/servers/{id}/action"),
            json!({ "os-start": null }),
        ),
        (
            "076-action-reboot-bad-type.json",
            "POST",
            format!("/servers/{id}/action"),
            json!({ "reboot": { "type": "X" } }),
        ),
        (
            "054-GET-servers-detail-all-tenants-1-as-member.json",
            "GET",
            "/servers/detail?all_tenants=1".to_owned(),
            Value::Null,
        ),
        (
            "168-GET-servers-detail-changes-since-malformed.json",
            "GET",
            "/servers/detail?changes-since=x".to_owned(),
            Value::Null,
        ),
    ] {
        let answer = sim.compute(method, &path, &body);
        same_shape(file, &answer.value(), &[]);
    }
    let token = std::mem::take(&mut sim.token);
    same_shape("005-GET-servers-detail-without-token.json", &sim.get("/servers/detail").value(), &[]);
    sim.token = token;
}

#[test]
fn everything_decodes_with_the_calls_the_pages_use() {
    for user in ["demo@maru.test", "stock@maru.test"] {
        let mut sim = Sim::user(user);
        let page = sim.call(&servers::list(&servers::ServerQuery::default())).expect("servers");
        assert_eq!(page.servers.len(), 16);
        assert!(page.servers.iter().any(|server| matches!(server.image.said(), Some(None))), "one boots from a volume");
        assert!(page.servers.iter().any(|server| server.fault.is_some()));
        assert!(page.servers.iter().flat_map(|s| s.addresses.said().into_iter().flatten()).any(|a| a.floating));
        assert_eq!(page.servers.iter().any(|s| s.protect.said() == Some(&true)), user.starts_with("demo"));
        let short: Value = serde_json::from_str(&sim.get("/servers").body).expect("JSON");
        assert_eq!(short["servers"].as_array().map(Vec::len), Some(16));
        for server in &page.servers {
            let one = sim.call(&servers::get(&server.id)).expect("one server");
            assert_eq!(one.name, server.name);
        }
        let flavors = sim.call(&flavors::list(&flavors::FlavorQuery::default())).expect("flavors");
        assert_eq!(flavors.iter().filter(|flavor| flavor.disabled).count(), 1);
        assert_eq!(
            sim.call(&compute::zones()).expect("zones").iter().all(|zone| zone.available),
            user.starts_with("stock")
        );
        for key in sim.call(&keypairs::list()).expect("key pairs") {
            let one = sim.call(&keypairs::get(&key.name)).expect("one key pair");
            assert!(one.created_at.is_some() && one.id.is_some());
        }
    }
}
