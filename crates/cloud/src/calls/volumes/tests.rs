use super::*;
use crate::exchange::Method;
use crate::volume::{self, ImageDraft, SnapshotDraft, VolumeContext, VolumeDraft};

fn sent<T>(call: &Call<T>) -> (Method, &str, &str) {
    assert_eq!(call.request.service, Service::Volume);
    (call.request.method, &call.request.path, call.request.body.as_deref().unwrap_or_default())
}

fn read<T>(call: &Call<T>, body: &str) -> T {
    let reply = Reply { status: 200, body: body.to_owned(), ..Reply::default() };
    call.finish(&reply).unwrap_or_else(|failure| panic!("{body}: {failure:?}"))
}

#[test]
fn what_is_asked() {
    use Method::*;
    let id = VolumeId::from("a/b");
    let snapshot = SnapshotId::from("s?");
    assert_eq!(sent(&list(1000, None)), (Get, "/volumes/detail?limit=1000", ""));
    assert_eq!(sent(&list(1000, Some(&id))), (Get, "/volumes/detail?limit=1000&marker=a%2Fb", ""));
    assert_eq!(sent(&get(&id)), (Get, "/volumes/a%2Fb", ""));
    assert_eq!(sent(&delete(&id)), (Delete, "/volumes/a%2Fb", ""));
    assert_eq!(sent(&types()), (Get, "/types", ""));
    assert_eq!(sent(&snapshots(1000, None)), (Get, "/snapshots/detail?limit=1000", ""));
    assert_eq!(sent(&snapshots(1000, Some(&snapshot))), (Get, "/snapshots/detail?limit=1000&marker=s%3F", ""));
    assert_eq!(sent(&super::snapshot(&snapshot)), (Get, "/snapshots/s%3F", ""));
    assert_eq!(sent(&delete_snapshot(&snapshot)), (Delete, "/snapshots/s%3F", ""));
}

#[test]
fn what_is_changed() {
    use Method::Post;
    let stored = read(&get(&"v".into()), r#"{"volume": {"id": "v", "size": 20, "status": "in-use"}}"#);
    let draft = VolumeDraft { size_gb: "20".into(), ..VolumeDraft::default() };
    let request = volume::volume(&draft, &VolumeContext::default()).expect("a volume");
    assert_eq!(sent(&create(&request)), (Post, "/volumes", r#"{"volume":{"size":20}}"#));
    let size = volume::new_size("30", &stored).expect("a size");
    assert_eq!(sent(&extend(&stored.id, size)), (Post, "/volumes/v/action", r#"{"os-extend":{"new_size":30}}"#));
    let request = volume::snapshot(&SnapshotDraft::default(), &stored).expect("a snapshot");
    let body = r#"{"snapshot":{"volume_id":"v","force":true}}"#;
    assert_eq!(sent(&create_snapshot(&request)), (Post, "/snapshots", body));
    let image = volume::image(&ImageDraft { name: "golden".into(), protected: false }, &stored).expect("an image");
    let call = upload_image(&stored.id, &image);
    let (method, path, body) = sent(&call);
    assert_eq!((method, path), (Post, "/volumes/v/action"));
    assert!(body.starts_with(r#"{"os-volume_upload_image":{"image_name":"golden","force":true,"#), "{body}");
}

/// NHN's answer (nhn-api.md §4): the type is an object, and null is the text "null"; other clouds send plain values.
#[test]
fn the_answer_to_an_upload() {
    let image = volume::image(
        &ImageDraft { name: "golden".into(), protected: false },
        &read(&get(&"v".into()), r#"{"volume": {"id": "v"}}"#),
    );
    let call = upload_image(&"v".into(), &image.expect("an image"));
    let check = |kind: &str, expect: Option<&str>| {
        let body = format!(
            r#"{{"os-volume_upload_image": {{"id": "v", "status": "uploading", "image_id": "i", "image_name": "golden",
                "size": 20, "volume_type": {kind}}}}}"#
        );
        let upload = read(&call, &body);
        assert_eq!((upload.image.as_str(), upload.name.as_str(), upload.size_gb), ("i", "golden", 20));
        assert_eq!(upload.kind.as_deref(), expect, "{kind}");
    };
    check(r#"{"name": "General HDD", "qos_specs_id": "null", "description": "null"}"#, Some("General HDD"));
    check(r#"{"name": "null"}"#, None);
    check(r#""General SSD""#, Some("General SSD"));
    check("null", None);
    check(r#""null""#, None);
}

#[test]
fn snapshots_and_types_as_seen() {
    let page = read(
        &snapshots(1000, None),
        r#"{"snapshots": [{"id": "s", "name": null, "status": "creating", "size": 20, "volume_id": "v",
            "created_at": "2026-02-03T04:05:06.000000", "os-extended-snapshot-attributes:progress": "40%"}, {"name": "no id"}],
            "snapshots_links": [{"rel": "next", "href": "x"}]}"#,
    );
    let snapshot = &page.rows[0];
    assert!(page.next.is_some() && page.rows.len() == 1 && snapshot.status.is_busy());
    assert_eq!((snapshot.name.as_str(), snapshot.size_gb, snapshot.progress), ("", 20, Some(40)));
    assert_eq!((snapshot.volume.as_str(), snapshot.created_at.is_some()), ("v", true));
    let types =
        read(&types(), r#"{"volume_types": [{"id": "t", "name": "General SSD", "description": null}, {"id": "u"}]}"#);
    assert_eq!(types.iter().map(|kind| kind.name.as_str()).collect::<Vec<_>>(), ["General SSD"]);
}

#[test]
fn a_volume_on_its_way_to_an_instance_is_asked_again_soon() {
    let check = |body: &str, busy: bool| {
        let page = read(&list(1000, None), body);
        assert_eq!(page.rows.first().map(Volume::is_busy), Some(busy), "{body}");
    };
    check(r#"{"volumes": [{"id": "v", "status": "reserved", "attachments": []}]}"#, true);
    check(r#"{"volumes": [{"id": "v", "status": "reserved", "attachments": [{"server_id": "s"}]}]}"#, false);
    check(r#"{"volumes": [{"id": "v", "status": "attaching"}]}"#, true);
    check(r#"{"volumes": [{"id": "v", "status": "in-use"}]}"#, false);
}
