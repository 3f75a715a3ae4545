use super::*;
use crate::json::parse;
use crate::wire::root::Wire;

fn volume(fields: &str) -> Volume {
    Volume::read(&parse(&format!(r#"{{"id": "v", {fields}}}"#)).expect(fields)).expect(fields)
}

fn snapshot(of: &str) -> Snapshot {
    Snapshot::read(&parse(&format!(r#"{{"id": "s", "volume_id": "{of}"}}"#)).expect(of)).expect(of)
}

#[test]
fn a_volume_goes_only_when_nothing_hangs_on_it() {
    let check = |fields: &str, snapshots: &[&str], expect: Result<(), NotDeletable>| {
        let snapshots: Vec<Snapshot> = snapshots.iter().map(|of| snapshot(of)).collect();
        assert_eq!(deletable(&volume(fields), Some(&snapshots)), expect, "{fields} {snapshots:?}");
    };
    for word in ["available", "error", "error_deleting", "error_extending"] {
        check(&format!(r#""status": "{word}""#), &["other"], Ok(()));
    }
    for word in ["creating", "deleting", "reserved", "novel"] {
        let expect = Err(NotDeletable::Status(VolumeStatus::parse(word)));
        check(&format!(r#""status": "{word}""#), &[], expect);
    }
    check(r#""status": "in-use""#, &[], Err(NotDeletable::Attached));
    check(r#""status": "error", "attachments": [{"server_id": "s"}]"#, &["v"], Err(NotDeletable::Attached));
    check(r#""status": "available""#, &["v", "other", "v"], Err(NotDeletable::HasSnapshots(2)));
    assert_eq!(deletable(&volume(r#""status": "available""#), None), Ok(()), "unknown snapshots stand in nobody's way");
}

#[test]
fn only_a_free_volume_grows_and_one_in_use_can_be_copied() {
    for (word, grows, copies) in [
        ("available", true, true),
        ("in-use", false, true),
        ("creating", false, false),
        ("error", false, false),
        ("novel", false, false),
    ] {
        let volume = volume(&format!(r#""status": "{word}""#));
        let state = || VolumeStatus::parse(word);
        assert_eq!(extendable(&volume), if grows { Ok(()) } else { Err(state()) }, "{word}");
        assert_eq!(copyable(&volume), if copies { Ok(()) } else { Err(state()) }, "{word}");
    }
}
