use super::*;
use crate::json::parse;
use crate::rules::samples::server;
use crate::wire::Told;
use crate::wire::root::Wire;

fn volume(fields: &str) -> Volume {
    Volume::read(&parse(&format!(r#"{{"id": "v", {fields}}}"#)).expect(fields)).expect(fields)
}

#[test]
fn only_free_volumes_of_the_same_zone() {
    let server = Server { zone: Told::Said(Some("a".into())), ..server("s") };
    let check = |fields: &str, expect: Result<(), NotAttachable>| {
        assert_eq!(attachable(&volume(fields), &server), expect, "{fields}");
    };
    check(r#""status": "available", "availability_zone": "a""#, Ok(()));
    check(r#""status": "available""#, Ok(()));
    check(r#""status": "available", "availability_zone": "b""#, Err(NotAttachable::OtherZone("b".into())));
    for word in ["in-use", "creating", "error", "reserved", "a word nobody knows", ""] {
        let expect = Err(NotAttachable::Status(VolumeStatus::parse(word)));
        check(&format!(r#""status": "{word}", "availability_zone": "a""#), expect);
    }
    check(r#""status": "in-use", "attachments": [{"server_id": "s"}]"#, Err(NotAttachable::Here));
    let nowhere = Server { zone: Told::Unsaid, ..server.clone() };
    assert_eq!(attachable(&volume(r#""status": "available", "availability_zone": "b""#), &nowhere), Ok(()));
}

#[test]
fn the_root_disk_is_never_offered() {
    let (root, data) = (volume(r#""bootable": "true""#), volume(r#""bootable": "false""#));
    for device in ["/dev/vda", "/dev/sda", "vda", "/dev/xvda"] {
        assert_eq!(detachable(Some(device), Some(&data), false), Err(NotDetachable::Root), "{device}");
    }
    // A bootable volume besides the root can be detached: its device shows that it is not the root.
    assert_eq!(detachable(Some("/dev/vdb"), Some(&root), false), Ok(()));
    assert_eq!(detachable(Some("/dev/sdb"), None, true), Ok(()));
    assert_eq!(detachable(None, Some(&root), false), Err(NotDetachable::MaybeRoot));
    assert_eq!(detachable(None, Some(&data), true), Err(NotDetachable::MaybeRoot));
    assert_eq!(detachable(None, None, false), Err(NotDetachable::MaybeRoot));
    assert_eq!(detachable(None, Some(&data), false), Ok(()));
}

#[test]
fn the_root_volume_by_its_device_or_because_nothing_else_can_be() {
    use crate::wire::AttachedVolume;
    let one = |id: &str, device: &str, bootable: &str| {
        let attachment =
            if device == "-" { String::new() } else { format!(r#"{{"server_id": "s", "device": "{device}"}}"#) };
        let text = format!(r#"{{"id": "{id}", "bootable": "{bootable}", "attachments": [{attachment}]}}"#);
        Volume::read(&parse(&text).expect("JSON")).expect("a volume")
    };
    let named = |ids: &[&str]| {
        let own = |id: &&str| AttachedVolume { id: (*id).into(), delete_on_termination: None };
        Server { volumes: Told::Said(ids.iter().map(own).collect()), ..server("s") }
    };
    for (ids, known, expect) in [
        (&["a", "b"][..], vec![one("a", "/dev/vdb", "true"), one("b", "/dev/vda", "false")], Some("b")),
        (&[][..], vec![one("a", "", "false"), one("b", "", "true")], Some("b")),
        (&["a"][..], vec![one("a", "-", "false"), one("x", "-", "true")], Some("a")),
        (&["a", "b"][..], vec![one("a", "", "true"), one("b", "", "true")], None),
        (&["a"][..], vec![one("x", "-", "true")], None),
        (&["a"][..], vec![], None),
    ] {
        assert_eq!(root_volume(&named(ids), &known).map(|root| root.id.as_str()), expect, "{ids:?} {known:?}");
    }
}
