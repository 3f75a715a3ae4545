//! Uses of volumes: snapshots, images, instances (rows N06, N07).

use cloud::catalog::Service;
use cloudsim::Request;
use serde_json::{Value, json};

use crate::asks::{Asks, column, text};
use crate::sim::ORIGIN;

fn volumes(user: &str) -> Asks {
    Asks::new(user, Service::Volume)
}

fn state(asks: &mut Asks, id: &str) -> String {
    let response = asks.ask("GET", &format!("/volumes/{id}"), &Value::Null);
    if response.status != 200 { response.status.to_string() } else { text(&response.value()["volume"], "status") }
}

#[test]
fn snapshots_live_like_volumes() {
    let mut asks = volumes("demo@maru.test");
    let volume = asks.id("/volumes", "volumes", "공유-데이터");
    let used = asks.id("/volumes", "volumes", "web-prod-01-data");
    let of = |id: &str| json!({ "snapshot": { "volume_id": id, "name": "s" } });
    asks.refused("POST", "/snapshots", &of(&used), 400, "status must be available, but current status is: in-use.");
    asks.refused("POST", "/snapshots", &of("nope"), 404, "Volume nope could not be found.");
    asks.refused("POST", "/snapshots", &json!({ "snapshot": {} }), 400, "'volume_id' is a required property");
    asks.make("/snapshots", "snapshot", json!({ "volume_id": used, "force": true }));
    for (name, made) in [("s", "available"), ("error-s", "error"), ("stuck-s", "creating")] {
        let body = json!({ "volume_id": volume, "name": name, "description": "d" });
        let snapshot = asks.make("/snapshots", "snapshot", body);
        assert_eq!((snapshot["status"].as_str(), snapshot["size"].as_u64()), (Some("creating"), Some(100)));
        let path = format!("/snapshots/{}", text(&snapshot, "id"));
        asks.sim.wait(2_000);
        assert_eq!(asks.get(&path)["snapshot"]["status"], made, "{name}");
        if made == "creating" {
            asks.refused("DELETE", &path, &Value::Null, 400, "Snapshot status must be available or error");
            continue;
        }
        asks.taken("DELETE", &path, &Value::Null, 202);
        asks.sim.wait(1_500);
        asks.refused("GET", &path, &Value::Null, 404, "could not be found.");
    }
    let of_volume = asks.get(&format!("/snapshots/detail?volume_id={volume}"));
    assert_eq!(column(&of_volume, "snapshots", "name"), ["stuck-s"]);
}

#[test]
fn an_image_of_a_volume_is_made_while_the_volume_is_busy() {
    let mut asks = volumes("demo@maru.test");
    let id = asks.id("/volumes", "volumes", "web-prod-01-data");
    let path = format!("/volumes/{id}/action");
    let upload = |name: &str, force: bool| json!({ "os-volume_upload_image": { "image_name": name, "force": force } });
    asks.refused("POST", &path, &upload("golden", false), 400, "status is in-use.");
    asks.refused("POST", &path, &upload("", true), 400, "'image_name' is a required property");
    for (name, ends) in [("golden", "active"), ("fail-image-golden", "killed"), ("stuck-golden", "saving")] {
        let answer = asks.ask("POST", &path, &upload(name, true));
        assert_eq!(answer.status, 202, "{}", answer.body);
        let told = answer.value()["os-volume_upload_image"].clone();
        assert_eq!((text(&told, "status"), text(&told, "image_name")), ("uploading".to_owned(), name.to_owned()));
        assert_eq!(told["volume_type"]["name"], "General SSD", "an object here, a text elsewhere");
        let image = format!("/images/{}", text(&told, "image_id"));
        let look = |asks: &mut Asks| {
            let image = asks.sim.to(Service::Image, "GET", &image, &Value::Null).value();
            (text(&image, "status"), image["size"].as_u64().unwrap_or_default())
        };
        assert_eq!(look(&mut asks), ("queued".to_owned(), 0));
        assert_eq!(state(&mut asks, &id), "uploading");
        asks.sim.wait(4_000);
        let (status, size) = look(&mut asks);
        assert_eq!(status, "saving");
        assert!(size > 0);
        asks.sim.wait(4_000);
        let (status, grown) = look(&mut asks);
        assert_eq!(status, ends, "{name}");
        assert!(grown > size, "{name}");
        assert_eq!(state(&mut asks, &id), "in-use");
    }
}

#[test]
fn stock_cinder_takes_protection_from_its_version_3_1_on() {
    let body = |protected: bool| json!({ "os-volume_upload_image": { "image_name": "x", "protected": protected, "visibility": "private" } });
    for (user, version, status) in [
        ("demo@maru.test", "", 202),
        ("stock@maru.test", "", 400),
        ("stock@maru.test", "volume 3.0", 400),
        ("stock@maru.test", "volume 3.1", 202),
        ("stock@maru.test", "volume 3.59", 202),
    ] {
        let mut asks = volumes(user);
        let id = asks.id("/volumes", "volumes", "backup-2026");
        let base = asks.sim.endpoints.base(Service::Volume).expect("a volume service");
        let target = format!("{}/volumes/{id}/action", base.strip_prefix(ORIGIN).unwrap_or(base));
        let request = Request::new("POST", &target).json(&body(true)).with_header("openstack-api-version", version);
        let response = asks.sim.send(request);
        assert_eq!(response.status, status, "{user} {version}: {}", response.body);
        assert_eq!(response.body.contains("Additional properties are not allowed"), status == 400);
    }
}

#[test]
fn deleting_an_instance_keeps_a_volume_with_snapshots() {
    let mut asks = volumes("demo@maru.test");
    let server = asks.sim.id("web-prod-01");
    let root = asks.sim.server(&server).pointer("/os-extended-volumes:volumes_attached/0/id").cloned().expect("a root");
    let root = root.as_str().expect("a text").to_owned();
    asks.make("/snapshots", "snapshot", json!({ "volume_id": root, "force": true }));
    asks.sim.wait(2_000).compute("DELETE", &format!("/servers/{server}"), &Value::Null);
    asks.sim.wait(1_500);
    // It should be deleted with its instance, but its snapshot prevents that.
    assert_eq!(state(&mut asks, &root), "available");
    let data = asks.id("/volumes", "volumes", "web-prod-01-data");
    assert_eq!(asks.get(&format!("/volumes/{data}"))["volume"]["attachments"], json!([]));
}

#[test]
fn the_volumes_of_an_instance_without_a_host_are_reserved() {
    let mut asks = volumes("demo@maru.test");
    let server = asks.sim.id("archive-node");
    let list = asks.get("/volumes/detail");
    let own = list["volumes"].as_array().expect("a list").iter();
    let own: Vec<&Value> = own.filter(|volume| volume["attachments"][0]["server_id"] == json!(server)).collect();
    assert_eq!(own.iter().map(|volume| text(volume, "status")).collect::<Vec<_>>(), ["reserved"]);
}
