use super::*;
use crate::exchange::Reply;
use crate::status::Status;
use crate::wire::{AdminPassword, Pairs};

fn made(location: Option<&str>, body: &str) -> Option<String> {
    let headers = location.map(|url| ("location".to_owned(), url.to_owned())).into_iter().collect();
    let reply = Reply { status: 202, headers, body: body.to_owned() };
    create_image(&"s".into(), "golden", &Pairs::default()).finish(&reply).expect("an answer").map(|id| id.0)
}

#[test]
fn the_image_is_named_by_the_header_or_the_body_or_not_at_all() {
    let id = Some("cebf630b".to_owned());
    for url in [
        "http://h:9292/images/cebf630b",
        "https://h/v2/images/cebf630b/",
        "/v2/images/cebf630b",
        "https://h/images/cebf630b?x=/y#z",
    ] {
        assert_eq!(made(Some(url), ""), id, "{url}");
    }
    assert_eq!(made(None, r#"{"image_id": "cebf630b"}"#), id);
    assert_eq!(made(Some(""), r#"{"image_id": "cebf630b"}"#), id);
    // The URL in the storage behind the service ends in something that is not an id.
    for url in ["rbd://fsid/pool/cebf630b/snap", "swift+https://h/images/cebf630b", "https://h/v2/images/", "cebf630b"]
    {
        assert_eq!(made(Some(url), ""), None, "{url}");
        assert_eq!(made(Some(url), r#"{"image_id": "cebf630b"}"#), id, "{url}");
    }
    for body in ["", "{}", "null", "<html>", r#"{"image_id": ""}"#] {
        assert_eq!(made(None, body), None, "{body}");
    }
}

#[test]
fn the_optional_parts_of_each_body() {
    let sent = |request: &crate::Request| request.body.clone().unwrap_or_default();
    let id = ServerId::from("s");
    let meta: Pairs = [("k".to_owned(), "v\"".to_owned())].into_iter().collect();
    assert_eq!(
        sent(&resize(&id, &"f".into(), Some(DiskConfig::Manual)).request),
        r#"{"resize":{"flavorRef":"f","OS-DCF:diskConfig":"MANUAL"}}"#
    );
    assert_eq!(sent(&create_image(&id, "n", &Pairs::default()).request), r#"{"createImage":{"name":"n"}}"#);
    assert_eq!(sent(&rescue(&id, Some(&"i".into())).request), r#"{"rescue":{"rescue_image_ref":"i"}}"#);
    assert_eq!(
        sent(&rebuild(&id, &"i".into(), Some("n"), Some(&meta)).request),
        r#"{"rebuild":{"imageRef":"i","name":"n","metadata":{"k":"v\""}}}"#
    );
}

#[test]
fn passwords_are_read_and_never_printed() {
    let reply = |body: &str| Reply { status: 200, headers: Vec::new(), body: body.to_owned() };
    let password = rescue(&"s".into(), None).finish(&reply(r#"{"adminPass": "hunter2"}"#)).expect("an answer");
    assert_eq!(password, Some(AdminPassword("hunter2".to_owned())));
    assert!(!format!("{password:?}").contains("hunter2"));
    for body in ["", "{}", r#"{"adminPass": null}"#] {
        assert_eq!(rescue(&"s".into(), None).finish(&reply(body)), Ok(None), "{body}");
    }
    let rebuilt = rebuild(&"s".into(), &"i".into(), None, None);
    let rebuilt = rebuilt.finish(&reply(r#"{"server": {"id": "s", "status": "REBUILD", "adminPass": "hunter2"}}"#));
    assert!(!format!("{rebuilt:?}").contains("hunter2"));
}

#[test]
fn what_needs_no_argument_is_sent_by_its_word() {
    let of = |action: Action| action.call(&"a b".into()).map(|call| call.request);
    for action in Action::ALL.iter().copied().filter(|action| *action != Action::Delete) {
        let (Some(request), word) = (of(action), action.definition().word) else { continue };
        assert!(!word.is_empty(), "{action:?}");
        assert_eq!(request.path, "/servers/a%20b/action", "{action:?}");
        let argument = match action {
            Action::SoftReboot => r#"{"type":"SOFT"}"#,
            Action::HardReboot => r#"{"type":"HARD"}"#,
            _ => "null",
        };
        assert_eq!(request.body, Some(format!(r#"{{"{word}":{argument}}}"#)), "{action:?}");
    }
    assert_eq!(of(Action::Delete), Some(crate::calls::servers::delete(&"a b".into()).request));
    for action in [Action::Resize, Action::Rescue, Action::Rebuild, Action::Rename, Action::AttachVolume] {
        assert_eq!(of(action), None, "{action:?}");
    }
}

#[test]
fn a_word_names_its_action() {
    assert_eq!(Action::of_word("os-start"), Some(Action::Start));
    assert_eq!(Action::of_word("reboot"), Some(Action::SoftReboot));
    assert_eq!(Action::of_word("rescue"), Some(Action::Rescue));
    for word in ["", "start", "Pause", "evacuate"] {
        assert_eq!(Action::of_word(word), None, "{word:?}");
    }
}

#[test]
fn an_action_is_found_by_its_name() {
    for action in Action::ALL {
        assert_eq!(Action::of_name(action.name()), Some(*action));
    }
    for name in ["", "start", "os-start"] {
        assert_eq!(Action::of_name(name), None, "{name:?}");
    }
}

/// A definition that states something twice must not contradict itself.
#[test]
fn definitions_do_not_contradict_themselves() {
    for action in Action::ALL {
        let told = action.definition();
        let ends: &[Status] = if let Ends::In(statuses) = told.ends { statuses } else { &[] };
        let needs = told.needs.unwrap_or_default();
        let same = told.ends == Ends::Idle || needs.iter().any(|status| ends.contains(status));
        assert_eq!(told.looks_the_same, same, "{action:?}");
        assert_eq!(told.of_deleted, needs.contains(&Status::SoftDeleted), "{action:?}");
        assert!(!told.only_reads || (told.ends == Ends::Accepted && !told.stopped_by_lock), "{action:?}");
        assert!(told.shown != Shown::WhereAllowed || !needs.is_empty(), "{action:?} is shown where it is allowed");
        assert!(told.shown != Shown::UntilDone || !ends.is_empty(), "{action:?} is shown until it is done");
    }
}
