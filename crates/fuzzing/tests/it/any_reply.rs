//! Properties over any JSON with the field names that the readers know: no reader panics, and a valid row next to invalid
//! ones survives.

use cloud::Reply;
use cloud::calls::servers;
use cloud::calls::servers::ServerQuery;
use fuzzing::answers::read_all;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// How many of [`KEYS`] are fields of an instance.
const SERVER_KEYS: usize = 17;

#[rustfmt::skip]
const KEYS: &[&str] = &[
    "name", "status", "created", "updated", "addresses", "image", "flavor", "key_name", "security_groups", "metadata",
    "fault", "progress", "OS-EXT-STS:task_state", "OS-EXT-STS:power_state", "OS-EXT-AZ:availability_zone",
    "os-extended-volumes:volumes_attached", "NHN-EXT-ATTR:protect",
    "id", "message", "code", "swap", "vcpus", "ram", "disk", "extra_specs", "rxtx_factor", "keypair", "private_key",
    "created_at", "instance_uuid", "zoneName", "zoneState", "available", "attachments", "server_id", "size", "bootable", "addr", "version",
    "tenant", "expires", "endpoints", "type", "region", "publicURL", "interface", "url", "catalog",
    "security_group_rules", "port_range_min", "min_disk", "rel", "servers", "server", "flavors", "images", "keypairs",
    "availabilityZoneInfo", "networks", "subnets", "floatingips", "volumes", "access", "token", "serviceCatalog", "user",
    "servers_links", "next", "reservation_id", "error", "header", "isSuccessful",
    "volumeId", "device", "port_id", "fixed_ips", "policies", "members", "absolute", "maxTotalCores", "cores", "in_use",
    "output", "password", "adminPass", "image_id",
];

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
        prop::sample::select(vec!["", "true", "2026-02-30T99:00:00Z", "2026-02-03 04:05:06", "12", "-1"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let key = prop_oneof![8 => prop::sample::select(KEYS).prop_map(str::to_owned), 1 => "\\PC{0,6}"];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..6).prop_map(|pairs| Value::Object(Map::from_iter(pairs))),
        ]
    })
}

/// Some fields of an instance, with arbitrary values.
fn any_server() -> impl Strategy<Value = Value> {
    prop::collection::vec((prop::sample::select(&KEYS[..SERVER_KEYS]), any_json()), 0..12).prop_map(|fields| {
        let mut server: Map<String, Value> = fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        server.insert("id".into(), "s".into());
        json!({ "server": server })
    })
}

const ROOTS: &[&str] = &[
    "servers",
    "server",
    "flavors",
    "availabilityZoneInfo",
    "keypairs",
    "keypair",
    "images",
    "vpcs",
    "subnets",
    "security_groups",
    "security_group",
    "floatingips",
    "floatingip",
    "ports",
    "port",
    "volumes",
    "volumeAttachments",
    "volumeAttachment",
    "interfaceAttachments",
    "metadata",
    "server_groups",
    "limits",
    "quota_set",
    "console",
    "remote_console",
    "volume",
    "volume_types",
    "snapshots",
    "snapshot",
    "access",
    "token",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_reader_panics(root in prop::sample::select(ROOTS), inner in any_json(), bare in any::<bool>()) {
        let value = if bare { inner } else { json!({ root: inner }) };
        read_all(&Reply { status: 200, headers: Vec::new(), body: value.to_string() });
    }

    #[test]
    fn a_good_row_survives_odd_neighbours(before in prop::collection::vec(any_json(), 0..4), after in any_json()) {
        let mut rows = before;
        rows.push(json!({"id": "good", "name": "good"}));
        rows.push(after);
        let reply = Reply { status: 200, headers: Vec::new(), body: json!({ "servers": rows }).to_string() };
        let page = servers::list(&ServerQuery::default()).finish(&reply).expect("a page");
        prop_assert!(page.servers.iter().any(|server| server.id.as_str() == "good" && server.name == "good"));
        prop_assert!(page.servers.iter().all(|server| !server.id.as_str().is_empty()));
    }

    /// However invalid its other fields are, an instance with an id is read, and fields that the cloud did not send stay
    /// unknown.
    #[test]
    fn an_instance_with_an_id_is_always_read(body in any_server()) {
        let reply = Reply { status: 200, headers: Vec::new(), body: body.to_string() };
        let server = servers::get(&"s".into()).finish(&reply).expect("a server");
        prop_assert_eq!(server.id.as_str(), "s");
        for (key, said) in [
            ("addresses", server.addresses.said().is_some()),
            ("security_groups", server.security_groups.said().is_some()),
            ("OS-EXT-STS:task_state", server.task_state.said().is_some()),
            ("metadata", server.metadata.said().is_some()),
        ] {
            prop_assert!(!said || body["server"].get(key).is_some(), "{} was not there", key);
        }
    }

    #[test]
    fn no_reply_panics(status in any::<u16>(), body in prop_oneof!["\\PC{0,200}", "<[a-z/]{0,5}>?.{0,40}", any_json().prop_map(|value| value.to_string())],
                       headers in prop::collection::vec((prop::sample::select(vec!["retry-after", "x-openstack-request-id", "content-type"]), "\\PC{0,30}"), 0..3)) {
        let headers = headers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let call = servers::get(&"s".into());
        if let Err(failure) = call.finish(&Reply { status, headers, body: body.clone() }) {
            prop_assert!(!failure.message.is_empty() && !failure.message.contains(char::is_control));
            prop_assert!(body.starts_with(&failure.raw));
            prop_assert_eq!(failure.status, status);
        }
    }
}
