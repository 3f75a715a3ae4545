use super::*;
use crate::calls::{attachments, servers, volumes};
use crate::exchange::Reply;

fn read<T>(call: crate::Call<T>, body: &str) -> T {
    (call.read)(&Reply { status: 200, headers: Vec::new(), body: body.to_owned() }).expect(body)
}

/// Each as `id device state`, with `!` if it cannot be detached.
fn check(named: &str, rows: Option<&str>, known: Option<&str>, expect: &[&str]) {
    let body = format!(r#"{{"server": {{"id": "s", "os-extended-volumes:volumes_attached": [{named}]}}}}"#);
    let server = read(servers::get(&"s".into()), &body);
    let rows = rows
        .map(|rows| read(attachments::list(&"s".into(), None, None), &format!(r#"{{"volumeAttachments": [{rows}]}}"#)));
    let known = known.map(|rows| read(volumes::list(1000, None), &format!(r#"{{"volumes": [{rows}]}}"#)).rows);
    let all = attached(&server, rows.as_deref(), known.as_deref());
    let words = |one: &Attached| {
        let status = one.status.as_ref().map_or("?", VolumeStatus::as_str);
        let stays = if one.detachable.is_err() { "!" } else { "" };
        format!("{} {} {status}{stays}", one.line.id, one.device.as_deref().unwrap_or("-"))
    };
    assert_eq!(all.iter().map(words).collect::<Vec<_>>(), expect, "{named} {rows:?} {known:?}");
}

#[test]
fn what_three_services_tell_is_one_list() {
    let rows = r#"{"id": "b", "volumeId": "b", "serverId": "s", "device": "/dev/vdb"},
                  {"id": "a", "volumeId": "a", "serverId": "s", "device": "/dev/vda"}"#;
    let known = r#"{"id": "a", "status": "in-use", "bootable": "true", "attachments": [{"server_id": "s"}]},
                   {"id": "b", "status": "detaching", "attachments": [{"server_id": "s"}]},
                   {"id": "c", "status": "available"}"#;
    check(r#"{"id": "a"}, {"id": "b"}"#, Some(rows), Some(known), &["a /dev/vda in-use!", "b /dev/vdb detaching"]);
    // Without block storage, devices and what can be detached are still known.
    check(r#"{"id": "a"}, {"id": "b"}"#, Some(rows), None, &["a /dev/vda ?!", "b /dev/vdb ?"]);
    // The instance does not yet list the volume that was just attached.
    check(r#"{"id": "a"}"#, Some(rows), None, &["a /dev/vda ?!", "b /dev/vdb ?"]);
    // Without devices, nothing that may be the root disk can be detached.
    check(r#"{"id": "a"}, {"id": "b"}"#, None, None, &["a - ?!", "b - ?!"]);
    check(r#"{"id": "a"}, {"id": "b"}"#, None, Some(known), &["a - in-use!", "b - detaching"]);
    // Block storage knows the device before compute was asked.
    let told = r#"{"id": "b", "status": "in-use", "attachments": [{"server_id": "s", "device": "/dev/vdb"}]}"#;
    check("", None, Some(told), &["b /dev/vdb in-use"]);
    check("", Some(""), Some(""), &[]);
}
