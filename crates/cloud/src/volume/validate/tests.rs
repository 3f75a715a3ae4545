use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::calls::volumes;
use crate::exchange::Reply;
use crate::rules::samples;
use crate::wire::{Image, ImageStatus, Snapshot, Zone};

/// Volume `v` of 50 GB with this status.
fn stored(status: &str) -> Volume {
    let body = format!(r#"{{"volume": {{"id": "v", "size": 50, "status": "{status}"}}}}"#);
    volumes::get(&"v".into()).finish(&Reply { status: 200, body, ..Reply::default() }).expect("a volume")
}

fn snapshots() -> Vec<Snapshot> {
    let of = |id: &str, status| Snapshot {
        id: id.into(),
        name: String::new(),
        description: String::new(),
        status,
        size_gb: 50,
        volume: "v".into(),
        progress: None,
        created_at: None,
    };
    vec![of("snap", SnapshotStatus::Available), of("coming", SnapshotStatus::Creating)]
}

fn images() -> Vec<Image> {
    let windows = samples::image("windows", "windows", 50, 0);
    let saving = Image { id: "saving".into(), status: ImageStatus::Saving, ..windows.clone() };
    vec![windows, saving, samples::image("tiny", "linux", 0, 0)]
}

fn check(draft: &VolumeDraft, expect: Result<Value, Vec<(Field, Problem)>>) {
    let zone = |name: &str, available| Zone { name: name.into(), available };
    let (images, snapshots, zones) = (images(), snapshots(), [zone("a", true), zone("b", false)]);
    let context = VolumeContext { images: Some(&images), snapshots: Some(&snapshots), zones: Some(&zones) };
    let found = volume(draft, &context)
        .map(|request| serde_json::from_str::<Value>(&request.to_json().write()).expect("JSON")["volume"].take());
    let found = found.map_err(|all| all.into_iter().map(|error| (error.field, error.problem)).collect::<Vec<_>>());
    assert_eq!(found, expect, "{draft:?}");
}

fn sized(size: &str) -> VolumeDraft {
    VolumeDraft { size_gb: size.to_owned(), ..VolumeDraft::default() }
}

#[test]
fn what_is_sent() {
    check(&sized(" 20 "), Ok(json!({"size": 20})));
    let full = VolumeDraft {
        name: " data ".into(),
        description: "d".into(),
        kind: Some("General SSD".into()),
        zone: Some("a".into()),
        source: Source::Snapshot("snap".into()),
        ..sized("50")
    };
    let mut body = json!({"size": 50, "name": "data", "description": "d", "volume_type": "General SSD",
        "availability_zone": "a", "snapshot_id": "snap"});
    check(&full, Ok(body.clone()));
    let bootable = VolumeDraft { source: Source::Image("windows".into()), ..full };
    let object = body.as_object_mut().expect("an object");
    object.remove("snapshot_id");
    object.insert("imageRef".into(), "windows".into());
    check(&bootable, Ok(body));
    check(
        &VolumeDraft { source: Source::Image("tiny".into()), ..sized("1") },
        Ok(json!({"size": 1, "imageRef": "tiny"})),
    );
}

#[test]
fn what_is_refused() {
    let size = |problem| Err(vec![(Field::Size, problem)]);
    check(&sized(""), size(Problem::Missing));
    for text in ["1.5", "-1", "+1", "1e3", "ten", "99999999999999999999"] {
        check(&sized(text), size(Problem::NotANumber));
    }
    check(&sized("0"), size(Problem::TooSmall { min: 1 }));
    let of = |source, size: &str| VolumeDraft { source, ..sized(size) };
    check(&of(Source::Snapshot("snap".into()), "49"), size(Problem::TooSmall { min: 50 }));
    check(&of(Source::Image("windows".into()), "49"), size(Problem::TooSmall { min: 50 }));
    let source = |problem| Err(vec![(Field::Source, problem)]);
    check(&of(Source::Snapshot("coming".into()), "50"), source(Problem::NotReady));
    check(&of(Source::Image("saving".into()), "50"), source(Problem::NotReady));
    check(&of(Source::Snapshot("gone".into()), "50"), source(Problem::Gone));
    check(&of(Source::Image("gone".into()), "50"), source(Problem::Gone));
    check(&of(Source::Image("".into()), "50"), source(Problem::Missing));
    let zone = |zone: &str| VolumeDraft { zone: Some(zone.into()), ..sized("1") };
    check(&zone("b"), Err(vec![(Field::Zone, Problem::ZoneUnavailable)]));
    check(&zone("c"), Err(vec![(Field::Zone, Problem::Gone)]));
    let bad =
        VolumeDraft { name: "n".repeat(256), description: "\u{200b}".into(), zone: Some("c".into()), ..sized("") };
    check(
        &bad,
        Err(vec![
            (Field::Name, Problem::TooLong { max: 255 }),
            (Field::Description, Problem::ControlCharacter),
            (Field::Size, Problem::Missing),
            (Field::Zone, Problem::Gone),
        ]),
    );
}

#[test]
fn lists_that_could_not_be_loaded_refuse_nothing() {
    for source in [Source::Snapshot("any".into()), Source::Image("any".into())] {
        let draft = VolumeDraft { zone: Some("any".into()), source, ..sized("1") };
        assert!(volume(&draft, &VolumeContext::default()).is_ok());
    }
}

#[test]
fn a_volume_only_grows() {
    let check = |typed: &str, expect: Result<u64, Problem>| {
        assert_eq!(new_size(typed, &stored("available")).map(NewSize::gb), expect, "{typed:?}");
    };
    check("51", Ok(51));
    check("50", Err(Problem::TooSmall { min: 51 }));
    check("", Err(Problem::Missing));
    check("x", Err(Problem::NotANumber));
}

/// An attached volume is copied as it is at that moment, and only then with `force`.
#[test]
fn force_goes_with_attached_volumes_only() {
    for (status, forced) in [("available", false), ("in-use", true)] {
        let volume = stored(status);
        let draft = SnapshotDraft { name: "s".into(), description: String::new() };
        let sent = snapshot(&draft, &volume).expect("a snapshot").to_json().write();
        assert_eq!(sent, format!(r#"{{"snapshot":{{"volume_id":"v","force":{forced},"name":"s"}}}}"#));
        let sent =
            image(&ImageDraft { name: "i".into(), protected: false }, &volume).expect("an image").to_json().write();
        let expect = r#"{"os-volume_upload_image":{"image_name":"i","force":FORCED,"disk_format":"qcow2","container_format":"bare"}}"#;
        assert_eq!(sent, expect.replace("FORCED", &forced.to_string()));
    }
    let named = |name: &str| image(&ImageDraft { name: name.into(), protected: true }, &stored("available"));
    assert!(named("i").expect("an image").to_json().write().contains(r#""visibility":"private","protected":true"#));
    assert_eq!(named(" "), Err(vec![FieldError { field: Field::Name, problem: Problem::Missing }]));
}

proptest! {
    #[test]
    fn nothing_typed_panics_or_passes_unchecked(name: String, size in "[0-9]{0,4}|\\PC{0,6}") {
        let draft = VolumeDraft { name, ..sized(&size) };
        if let Ok(request) = volume(&draft, &VolumeContext::default()) {
            prop_assert_eq!(request.size_gb.to_string(), size.trim().trim_start_matches('0'));
            prop_assert!(request.name.chars().count() <= 255);
        }
    }
}
