use super::*;

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
    // The address in the store behind the service ends in something, but in no id.
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
    assert_eq!(sent(&shelve_offload(&id).request), r#"{"shelveOffload":null}"#);
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
fn what_needs_no_argument_is_the_same_call_as_its_own() {
    use crate::calls::servers;
    let id = ServerId::from("s");
    let sent: Vec<(Action, String)> = Action::ALL
        .into_iter()
        .filter_map(|action| Some((action, without_argument(&id, action)?.request.body.unwrap_or_default())))
        .collect();
    assert_eq!(sent.len(), 19, "{sent:?}");
    let of = |action| without_argument(&id, action).map(|call| call.request);
    assert_eq!(of(Action::Start), Some(servers::start(&id).request));
    assert_eq!(of(Action::Stop), Some(servers::stop(&id).request));
    assert_eq!(of(Action::Delete), Some(servers::delete(&id).request));
    assert_eq!(of(Action::RevertResize), Some(revert_resize(&id).request));
    assert_eq!(of(Action::ShelveOffload), Some(shelve_offload(&id).request));
    let body = |action| of(action).and_then(|request| request.body);
    assert_eq!(body(Action::Restore).as_deref(), Some(r#"{"restore":null}"#));
    assert_eq!(body(Action::ForceDelete).as_deref(), Some(r#"{"forceDelete":null}"#));
    for action in [Action::Resize, Action::Rescue, Action::Rebuild, Action::Rename, Action::AttachVolume] {
        assert_eq!(of(action), None, "{action:?}");
    }
}
