//! One field of an instance at a time, in every form that was seen or is plausible.

use cloud::calls::servers;
use cloud::wire::Told::{Said, Unsaid};
use cloud::wire::{Address, AttachedVolume, Fault, FlavorRef, Server};
use cloud::{Reply, Status, TaskState, Timestamp};

/// Reads `{"server": {"id": "x", FIELD}}`.
fn server(field: &str) -> Server {
    let body = format!(r#"{{"server": {{"id": "x"{}{field}}}}}"#, if field.is_empty() { "" } else { ", " });
    let reply = Reply { status: 200, headers: Vec::new(), body };
    servers::get(&"x".into()).finish(&reply).unwrap_or_else(|failure| panic!("{field}: {failure:?}"))
}

/// All other fields must be the same as without the field.
fn check(field: &str, expect: impl FnOnce(&mut Server)) {
    let mut expected = server("");
    expect(&mut expected);
    assert_eq!(server(field), expected, "{field}");
}

#[test]
fn words_and_ids() {
    check(r#""name": null"#, |server| server.name = String::new());
    check(r#""name": 7"#, |server| server.name = "7".into());
    check(r#""id": 12"#, |server| server.id = "12".into());
    check(r#""status": "shutoff""#, |server| server.status = Status::Shutoff);
    check(r#""status": "BUILDING""#, |server| server.status = Status::Build);
    check(r#""status": "DREAMING""#, |server| server.status = Status::Other("DREAMING".into()));
    check(r#""key_name": null"#, |server| server.key_name = Said(None));
    check(r#""key_name": """#, |server| server.key_name = Said(None));
    check(r#""key_name": "k""#, |server| server.key_name = Said(Some("k".into())));
    check(r#""OS-EXT-AZ:availability_zone": """#, |server| server.zone = Said(None));
    check(r#""OS-EXT-STS:task_state": null"#, |server| server.task_state = Said(None));
    check(r#""OS-EXT-STS:task_state": "x""#, |server| server.task_state = Said(Some(TaskState("x".into()))));
    check(r#""hostId": null"#, |server| server.host_id = Said(String::new()));
    check(r#""config_drive": true"#, |server| server.config_drive = Said("true".into()));
    check(r#""nobody:knows": {"deep": [{}, [1, {"id": 2}]]}"#, |_| ());
}

#[test]
fn numbers_flags_and_times() {
    check(r#""OS-EXT-STS:power_state": "4""#, |server| server.power_state = Said(4));
    check(r#""OS-EXT-STS:power_state": null"#, |server| server.power_state = Unsaid);
    check(r#""progress": 33.0"#, |server| server.progress = Some(33));
    check(r#""progress": "soon""#, |server| server.progress = None);
    check(r#""NHN-EXT-ATTR:protect": "True""#, |server| server.protect = Said(true));
    check(r#""NHN-EXT-ATTR:protect": 0"#, |server| server.protect = Said(false));
    check(r#""locked": true"#, |server| server.locked = Said(true));
    check(r#""locked": null"#, |server| server.locked = Unsaid);
    check(r#""created": "2026-01-05 03:04:05""#, |server| server.created = Timestamp::parse("2026-01-05T03:04:05Z"));
    check(r#""created": "yesterday""#, |server| server.created = None);
    check(r#""created": 1700000000"#, |server| server.created = None);
    check(r#""OS-SRV-USG:terminated_at": null"#, |server| server.terminated_at = Said(None));
}

#[test]
fn things_that_may_be_objects() {
    check(r#""image": """#, |server| server.image = Said(None));
    check(r#""image": null"#, |server| server.image = Said(None));
    check(r#""image": {}"#, |server| server.image = Said(None));
    check(r#""image": [{"id": "i"}]"#, |server| server.image = Said(None));
    check(r#""image": "i""#, |server| server.image = Said(Some("i".into())));
    check(r#""image": {"links": [], "id": "i"}"#, |server| server.image = Said(Some("i".into())));
    let flavor =
        |id: Option<&str>, name: Option<&str>| FlavorRef { id: id.map(Into::into), name: name.map(Into::into) };
    check(r#""flavor": {"id": "f", "links": []}"#, |server| server.flavor = Said(flavor(Some("f"), None)));
    check(r#""flavor": {"original_name": "m2", "vcpus": 2}"#, |server| server.flavor = Said(flavor(None, Some("m2"))));
    check(r#""flavor": """#, |server| server.flavor = Said(flavor(None, None)));
    let fault = |message: &str| Some(Fault { code: None, message: message.into(), created: None });
    check(r#""fault": null"#, |server| server.fault = None);
    check(r#""fault": "no host""#, |server| server.fault = fault("no host"));
    check(r#""fault": {"message": "no host", "code": "many"}"#, |server| server.fault = fault("no host"));
    let inner =
        r#""fault": {"message": "Build failed: {\"NeutronError\": {\"message\": \"No &lt;free&gt; port<br />\"}}"}"#;
    check(inner, |server| server.fault = fault("Build failed: No <free> port"));
}

#[test]
fn lists_and_maps() {
    let address = |network: &str, addr: &str| Address {
        network: network.into(),
        addr: addr.into(),
        version: 4,
        floating: false,
        mac: None,
    };
    check(r#""addresses": null"#, |server| server.addresses = Said(vec![]));
    check(r#""addresses": []"#, |server| server.addresses = Said(vec![]));
    check(r#""addresses": {"b": [{"addr": "1"}], "odd": 7, "a": [{"addr": "2"}, "odd", {"version": 4}]}"#, |server| {
        server.addresses = Said(vec![address("b", "1"), address("a", "2")]);
    });
    check(r#""addresses": {"a": [{"addr": "fe80::1", "version": "6", "OS-EXT-IPS:type": "floating"}]}"#, |server| {
        server.addresses = Said(vec![Address { version: 6, floating: true, ..address("a", "fe80::1") }]);
    });
    check(r#""security_groups": null"#, |server| server.security_groups = Said(vec![]));
    check(r#""security_groups": [{"name": "a", "id": "7"}, {"id": "8"}, "b", {"name": null}]"#, |server| {
        server.security_groups = Said(vec!["a".into(), "b".into()]);
    });
    let volume = |id: &str, delete_on_termination| AttachedVolume { id: id.into(), delete_on_termination };
    check(
        r#""os-extended-volumes:volumes_attached": [{"id": "a"}, {"id": "b", "delete_on_termination": "true"}, {}]"#,
        |server| server.volumes = Said(vec![volume("a", None), volume("b", Some(true))]),
    );
    check(r#""metadata": {"a": 1, "b": null, "c": true, "d": {"e": 1}, "f": "g"}"#, |server| {
        let pairs = [("a", "1"), ("b", ""), ("c", "true"), ("d", ""), ("f", "g")];
        server.metadata = Said(pairs.map(|(key, value)| (key.into(), value.into())).into_iter().collect());
    });
}

/// 10,000 of them are in the browser at once, where pointers, and so they, are half as large.
#[test]
fn a_server_is_small() {
    assert!(size_of::<Server>() <= 800, "{} bytes", size_of::<Server>());
}
