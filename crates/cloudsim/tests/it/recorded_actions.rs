//! The optional calls against recorded answers of a real Nova: shapes as in `conformance`, and for refusals the status and
//! the exact message, without ids.

use cloud::catalog::Service;
use serde_json::{Value, json};

use crate::conformance::{recorded, same_shape};
use crate::sim::{Sim, message};

#[test]
fn what_is_read() {
    let mut sim = Sim::user("stock@maru.test");
    let id = sim.id("staging-api");
    for (file, path) in [
        ("009-GET-limits.json", "/limits".to_owned()),
        ("010-GET-os-quota-sets-tid.json", format!("/os-quota-sets/{}", cloudsim::DEMO_TENANT)),
        ("058-GET-servers-id-os-interface.json", format!("/servers/{id}/os-interface")),
        ("059-GET-servers-id-os-security-groups.json", format!("/servers/{id}/os-security-groups")),
        ("121-GET-os-volume-attachments-empty.json", format!("/servers/{id}/os-volume_attachments")),
    ] {
        same_shape(file, &sim.get(&path).value(), &[]);
    }
}

#[test]
fn what_is_done() {
    let mut sim = Sim::user("stock@maru.test");
    let id = sim.id("staging-api");
    let path = format!("/servers/{id}");
    let volume = sim.first(Service::Volume, "/volumes?name=backup-2026", "/volumes/0/id");
    let network = sim.first(Service::Network, "/networks", "/networks/0/id");
    let image = sim.image("Debian");
    let attachments = format!("{path}/os-volume_attachments");
    let interface = json!({ "interfaceAttachment": { "net_id": network } });
    let attach = json!({ "volumeAttachment": { "volumeId": volume } });
    let action = format!("{path}/action");
    for (file, method, path, body, status) in [
        (
            "063-POST-servers-id-metadata.json",
            "POST",
            format!("{path}/metadata"),
            json!({ "metadata": { "a": "1" } }),
            200,
        ),
        ("089-action-os-getConsoleOutput.json", "POST", action.clone(), json!({ "os-getConsoleOutput": {} }), 200),
        (
            "090-action-os-getVNCConsole.json",
            "POST",
            action.clone(),
            json!({ "os-getVNCConsole": { "type": "novnc" } }),
            200,
        ),
        ("105-POST-servers-id-os-interface.json", "POST", format!("{path}/os-interface"), interface, 200),
        ("122-POST-os-volume-attachments.json", "POST", attachments.clone(), attach, 200),
        ("123-GET-os-volume-attachments.json", "GET", attachments.clone(), Value::Null, 200),
        ("124-GET-os-volume-attachments-id.json", "GET", format!("{attachments}/{volume}"), Value::Null, 200),
        ("115-action-rebuild.json", "POST", action.clone(), json!({ "rebuild": { "imageRef": image } }), 202),
    ] {
        let response = sim.compute(method, &path, &body);
        assert_eq!(response.status, status, "{file}: {}", response.body);
        same_shape(file, &response.value(), &[]);
    }
    sim.wait(60_000);
    let rescue = sim.action(&id, &json!({ "rescue": null }));
    same_shape("087-action-rescue.json", &rescue.value(), &[]);
}

#[test]
fn states_on_the_way() {
    let key = [
        ("-.server.key_name: null", "the recording was made without a key"),
        ("+.server.key_name: text", "the recording was made without a key"),
    ];
    for (file, body, ms) in [
        ("085-GET-servers-id-shelved.json", json!({ "shelve": null }), 60_000),
        ("110-GET-servers-id-VERIFY-RESIZE.json", json!({ "resize": { "flavorRef": "FLAVOR" } }), 60_000),
    ] {
        let mut sim = Sim::user("stock@maru.test");
        let (id, flavor) = (sim.id("staging-api"), sim.flavor("m2.c2m4"));
        sim.compute("PUT", &format!("/servers/{id}/metadata"), &json!({ "metadata": { "purpose": "verify" } }));
        let body = serde_json::from_str(&body.to_string().replace("FLAVOR", &flavor)).expect("JSON");
        assert_eq!(sim.action(&id, &body).status, 202);
        sim.wait(ms);
        let allowed: &[_] = if recorded(file).pointer("/server/key_name") == Some(&Value::Null) { &key } else { &[] };
        same_shape(file, &sim.get(&format!("/servers/{id}")).value(), allowed);
    }
}

/// Replaces ids, also those of tenants, by `ID`; what follows a colon is data too.
fn plain(text: &str) -> String {
    let id = |word: &str| word.len() >= 32 && word.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    let words = text.split(' ').map(|word| if id(word.trim_end_matches(':')) { "ID" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn refusals_in_the_same_words() {
    const NOBODY: &str = "00000000-0000-0000-0000-000000000000";
    let mut sim = Sim::user("stock@maru.test");
    let id = sim.id("staging-api");
    let booted = sim.id("golden-from-volume");
    let volume = sim.first(Service::Volume, "/volumes?name=backup-2026", "/volumes/0/id");
    let root =
        sim.first(Service::Compute, &format!("/servers/{booted}/os-volume_attachments"), "/volumeAttachments/0/id");
    let own = sim.server(&id).pointer("/flavor/id").cloned().unwrap_or_default();
    let action = format!("/servers/{id}/action");
    let list = format!("/servers/{id}/os-volume_attachments");
    let attach = |volume: &str| json!({ "volumeAttachment": { "volumeId": volume } });
    assert_eq!(sim.compute("POST", &list, &attach(&volume)).status, 200);
    let detach = format!("/servers/{booted}/os-volume_attachments/{volume}");
    for (file, status, method, path, body) in [
        ("077-action-unknown-action.json", 400, "POST", &action, json!({ "noSuchAction": {} })),
        (
            "091-action-os-getSPICEConsole.json",
            400,
            "POST",
            &action,
            json!({ "os-getSPICEConsole": { "type": "spice-html5" } }),
        ),
        (
            "096-action-addSecurityGroup-missing.json",
            404,
            "POST",
            &action,
            json!({ "addSecurityGroup": { "name": "no-such-group" } }),
        ),
        (
            "098-action-removeSecurityGroup-not-attached.json",
            404,
            "POST",
            &action,
            json!({ "removeSecurityGroup": { "name": "web" } }),
        ),
        ("107-action-resize-to-the-same-flavor.json", 400, "POST", &action, json!({ "resize": { "flavorRef": own } })),
        (
            "108-action-resize-to-a-missing-flavor.json",
            400,
            "POST",
            &action,
            json!({ "resize": { "flavorRef": "nope" } }),
        ),
        ("126-POST-os-volume-attachments-twice.json", 400, "POST", &list, attach(&volume)),
        ("127-POST-os-volume-attachments-missing-volume.json", 404, "POST", &list, attach(NOBODY)),
        ("129-DELETE-os-volume-attachments-id-again.json", 404, "DELETE", &detach, Value::Null),
        (
            "135-DELETE-os-volume-attachments-of-the-root-disk.json",
            400,
            "DELETE",
            &format!("/servers/{booted}/os-volume_attachments/{root}"),
            Value::Null,
        ),
    ] {
        let response = sim.compute(method, path, &body);
        assert_eq!(response.status, status, "{file}: {}", response.body);
        let real = recorded(file);
        let words = real.as_object().and_then(|map| map.values().next()?.get("message")?.as_str());
        assert_eq!(plain(&message(&response)), plain(words.unwrap_or_default()), "{file}");
        same_shape(file, &response.value(), &[]);
    }
}
