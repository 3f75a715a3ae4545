//! Block storage (row N06): volumes, types, quota.

use cloud::catalog::Service;
use serde_json::{Value, json};

use crate::asks::{Asks, column, text};

fn volumes(user: &str) -> Asks {
    Asks::new(user, Service::Volume)
}

fn state(asks: &mut Asks, id: &str) -> String {
    let response = asks.ask("GET", &format!("/volumes/{id}"), &Value::Null);
    if response.status != 200 { response.status.to_string() } else { text(&response.value()["volume"], "status") }
}

fn make(asks: &mut Asks, body: Value) -> String {
    text(&asks.make("/volumes", "volume", body), "id")
}

#[test]
fn a_volume_is_made_in_time_and_goes_in_time() {
    for (name, made, gone) in [
        ("plain", "available", "404"),
        ("error-x", "error", "404"),
        ("stuck-x", "creating", ""),
        ("fail-delete-x", "available", "error_deleting"),
    ] {
        let mut asks = volumes("demo@maru.test");
        let id = make(&mut asks, json!({ "name": name, "size": 10 }));
        assert_eq!(state(&mut asks, &id), "creating", "{name}");
        asks.sim.wait(2_000);
        assert_eq!(state(&mut asks, &id), made, "{name}");
        let path = format!("/volumes/{id}");
        if gone.is_empty() {
            asks.refused("DELETE", &path, &Value::Null, 400, "Volume status must be available");
            continue;
        }
        asks.taken("DELETE", &path, &Value::Null, 202);
        assert_eq!(state(&mut asks, &id), "deleting", "{name}");
        asks.sim.wait(1_500);
        assert_eq!(state(&mut asks, &id), gone, "{name}");
    }
}

#[test]
fn what_was_asked_for_is_what_is_there() {
    for (user, zone) in [("demo@maru.test", "kr-pub-b"), ("stock@maru.test", "kr-pub-b")] {
        let mut asks = volumes(user);
        let wanted = json!({ "name": "자료", "description": "d", "size": 30, "availability_zone": zone,
                             "volume_type": "General HDD", "metadata": { "k": "v" } });
        let id = make(&mut asks, wanted.clone());
        let shown = asks.get(&format!("/volumes/{id}"));
        for (key, value) in wanted.as_object().expect("an object") {
            assert_eq!(shown["volume"].get(key), Some(value), "{user} {key}");
        }
        assert_eq!(shown["volume"]["bootable"], "false");
        assert_eq!(shown["volume"]["attachments"], json!([]));
    }
}

#[test]
fn creates_that_are_refused() {
    let mut asks = volumes("demo@maru.test");
    let image = asks.sim.image("Windows 2022");
    let snapshot = asks.id("/snapshots", "snapshots", "backup-2026-10-01");
    for (body, status, words) in [
        (json!({ "size": 0 }), 400, "0 is less than the minimum of 1"),
        (json!({ "size": -3 }), 400, "-3 is less than the minimum of 1"),
        (json!({ "size": "many" }), 400, "does not match"),
        (json!({}), 400, "'size' is a required property"),
        (json!({ "size": 10, "name": "n".repeat(256) }), 400, "is too long"),
        (json!({ "size": 10, "availability_zone": "mars" }), 400, "Availability zone 'mars' is invalid."),
        (json!({ "size": 10, "volume_type": "gold" }), 404, "Volume type with name gold could not be found."),
        (json!({ "size": 10, "snapshot_id": "nope" }), 404, "Snapshot nope could not be found."),
        (json!({ "size": 199, "snapshot_id": snapshot }), 400, "cannot be smaller than the snapshot size 200GB"),
        (json!({ "size": 10, "imageRef": "nope" }), 400, "Invalid image identifier"),
        (json!({ "size": 49, "imageRef": image }), 400, "cannot be smaller than the image minDisk size 50GB."),
        (json!({ "size": 10, "name": "fail-500-x" }), 500, "has either erred"),
        (json!({ "size": 10, "name": "fail-quota-x" }), 413, "VolumeLimitExceeded"),
    ] {
        asks.refused("POST", "/volumes", &json!({ "volume": body }), status, words);
    }
    asks.refused("POST", "/volumes", &json!({ "size": 1 }), 400, "Missing required element 'volume'");
    // The largest allowed size is accepted.
    make(&mut asks, json!({ "size": 50, "imageRef": image }));
    make(&mut asks, json!({ "size": 200, "snapshot_id": snapshot }));
    make(&mut asks, json!({ "snapshot_id": snapshot }));
    make(&mut asks, json!({ "size": "1", "name": "n".repeat(255) }));
}

#[test]
fn from_an_image_or_a_snapshot_of_a_root_disk_one_can_boot() {
    let mut asks = volumes("demo@maru.test");
    let image = asks.sim.image("Debian");
    let id = make(&mut asks, json!({ "size": 20, "imageRef": image }));
    asks.sim.wait(2_000);
    let snapshot = text(&asks.make("/snapshots", "snapshot", json!({ "volume_id": id })), "id");
    asks.sim.wait(2_000);
    let copy = make(&mut asks, json!({ "snapshot_id": snapshot }));
    for id in [&id, &copy] {
        let shown = asks.get(&format!("/volumes/{id}"));
        assert_eq!(shown["volume"]["bootable"], "true");
        assert_eq!(shown["volume"]["volume_image_metadata"]["image_id"], json!(image));
    }
    assert_eq!(asks.get(&format!("/volumes/{copy}"))["volume"]["snapshot_id"], json!(snapshot));
}

#[test]
fn quota_counts_volumes_gigabytes_and_snapshots() {
    let mut asks = volumes("quota@maru.test");
    let first = make(&mut asks, json!({ "size": 100 }));
    asks.refused(
        "POST",
        "/volumes",
        &json!({ "volume": { "size": 101 } }),
        413,
        "Requested 101G, quota is 200G and 100G",
    );
    asks.sim.wait(2_000);
    asks.refused(
        "POST",
        &format!("/volumes/{first}/action"),
        &json!({ "os-extend": { "new_size": 201 } }),
        413,
        "VolumeSizeExceedsAvailableQuota",
    );
    make(&mut asks, json!({ "size": 1 }));
    make(&mut asks, json!({ "size": 1 }));
    let words = "Maximum number of volumes allowed (3) exceeded";
    asks.refused("POST", "/volumes", &json!({ "volume": { "size": 1 } }), 413, words);
    let small = text(&asks.get("/volumes")["volumes"][0], "id");
    asks.sim.wait(2_000);
    asks.make("/snapshots", "snapshot", json!({ "volume_id": small }));
    let again = json!({ "snapshot": { "volume_id": small } });
    asks.refused("POST", "/snapshots", &again, 413, "Maximum number of snapshots allowed (1) exceeded");
}

#[test]
fn a_volume_grows_when_nobody_uses_it() {
    let mut asks = volumes("demo@maru.test");
    let id = make(&mut asks, json!({ "name": "v", "size": 10 }));
    let failing = make(&mut asks, json!({ "name": "fail-extend-v", "size": 10 }));
    let path = format!("/volumes/{id}/action");
    let to = |size: u64| json!({ "os-extend": { "new_size": size } });
    asks.refused("POST", &path, &to(20), 400, "status must be 'available' to extend, currently creating.");
    asks.sim.wait(2_000);
    asks.refused("POST", &path, &to(10), 400, "must be greater than current size. (current: 10, extended: 10)");
    asks.refused("POST", &path, &json!({ "os-extend": {} }), 400, "is not of type 'integer'");
    asks.taken("POST", &path, &to(11), 202);
    asks.taken("POST", &format!("/volumes/{failing}/action"), &to(11), 202);
    assert_eq!(state(&mut asks, &id), "extending");
    asks.sim.wait(2_000);
    assert_eq!(state(&mut asks, &id), "available");
    assert_eq!(asks.get(&format!("/volumes/{id}"))["volume"]["size"], 11);
    assert_eq!(state(&mut asks, &failing), "error_extending");
    let used = asks.id("/volumes", "volumes", "web-prod-01-data");
    asks.refused("POST", &format!("/volumes/{used}/action"), &to(500), 400, "currently in-use.");
    asks.refused("POST", &path, &json!({ "os-fly": null }), 400, "There is no such action: os-fly");
}

#[test]
fn delete_spares_what_is_attached_or_has_snapshots() {
    let mut asks = volumes("demo@maru.test");
    let attached = asks.id("/volumes", "volumes", "web-prod-01-data");
    let with_snapshots = asks.id("/volumes", "volumes", "backup-2026");
    for id in [&attached, &with_snapshots] {
        asks.refused("DELETE", &format!("/volumes/{id}"), &Value::Null, 400, "must not be migrating, attached");
    }
    asks.refused("DELETE", "/volumes/nope", &Value::Null, 404, "Volume nope could not be found.");
    asks.taken("DELETE", &format!("/volumes/{with_snapshots}?cascade=true"), &Value::Null, 202);
    let left = column(&asks.get("/snapshots"), "snapshots", "volume_id");
    assert!(!left.is_empty() && !left.contains(&with_snapshots), "{left:?}");
}

#[test]
fn pages_follow_each_other() {
    let mut asks = volumes("demo@maru.test");
    let all = column(&asks.get("/volumes"), "volumes", "id");
    assert!(all.len() > 8, "{}", all.len());
    for limit in [1, 3, all.len()] {
        let (mut seen, mut path) = (Vec::new(), format!("/volumes/detail?limit={limit}"));
        loop {
            let page = asks.get(&path);
            seen.extend(column(&page, "volumes", "id"));
            let Some(next) = page.pointer("/volumes_links/0/href").and_then(Value::as_str) else { break };
            path = format!("/volumes/detail?{}", next.split_once('?').expect("a query").1);
        }
        assert_eq!(seen, all, "pages of {limit}");
    }
    assert_eq!(column(&asks.get("/volumes?offset=2&limit=2"), "volumes", "id"), all[2..4]);
    for (query, status, words) in [
        ("marker=nope", 404, "Volume nope could not be found."),
        ("limit=x", 400, "limit param must be an integer"),
        ("limit=-1", 400, "limit param must be positive"),
    ] {
        asks.refused("GET", &format!("/volumes?{query}"), &Value::Null, status, words);
    }
    assert_eq!(column(&asks.get("/volumes?status=error"), "volumes", "name"), ["import-failed"]);
}

#[test]
fn the_short_list_tells_names_only() {
    let mut asks = volumes("demo@maru.test");
    let list = asks.get("/volumes");
    let keys: Vec<String> = list["volumes"][0].as_object().expect("an object").keys().cloned().collect();
    assert_eq!(keys, ["id", "links", "name"]);
}

#[test]
fn types_have_names_and_limits_are_told_where_there_are_any() {
    let mut nhn = volumes("demo@maru.test");
    let types = nhn.get("/types");
    assert!(column(&types, "volume_types", "name").starts_with(&["General SSD".to_owned(), "General HDD".to_owned()]));
    assert_eq!(nhn.get("/limits")["limits"]["absolute"]["maxTotalVolumes"], json!(200));
    let mut without = volumes("no-limits@maru.test");
    without.refused("GET", "/limits", &Value::Null, 404, "The resource could not be found.");
    let mut stock = volumes("stock@maru.test");
    let before = stock.get("/limits")["limits"]["absolute"]["totalGigabytesUsed"].as_u64().expect("a number");
    make(&mut stock, json!({ "size": 7 }));
    assert_eq!(stock.get("/limits")["limits"]["absolute"]["totalGigabytesUsed"].as_u64(), Some(before + 7));
}
