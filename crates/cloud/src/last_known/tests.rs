use proptest::prelude::*;

use super::*;
use crate::wire::Told;

const SERVER: &str = r#"{"id": "a-1", "name": "웹 \"1\"", "status": "ACTIVE", "OS-EXT-STS:task_state": "rebooting",
    "created": "2026-11-30T05:02:01Z", "updated": "2026-11-30T06:00:00Z", "tenant_id": "t", "user_id": "u",
    "addresses": {"net": [{"addr": "10.0.0.4", "version": 4}, {"addr": "203.0.113.9", "version": 4, "OS-EXT-IPS:type": "floating"}],
        "six": [{"addr": "2001:db8::1", "version": 6}]},
    "flavor": {"id": "f-1"}, "key_name": "laptop", "OS-EXT-AZ:availability_zone": null, "locked": true,
    "NHN-EXT-ATTR:protect": true, "metadata": {"password": "hunter2"}, "fault": {"message": "secret"}, "adminPass": "x"}"#;

fn server(text: &str) -> Server {
    Server::read(&parse(text).expect("JSON")).expect("a server")
}

fn head(cloud: &str, tenant: &str, user: &str, at: i64) -> Head {
    let scope = Scope { cloud: cloud.to_owned(), region: "R".into(), tenant: tenant.into() };
    Head { scope, project: "Shop".to_owned(), user: user.into(), at: Timestamp(at) }
}

#[test]
fn a_list_is_read_as_it_was_written() {
    let (full, short) = (server(SERVER), server(r#"{"id": "b"}"#));
    let text = write([&full, &short], |server| server.key_name.said().map(|_| "m1.small"));
    let read = read(&text).expect("a list");
    let [first, second] = read.as_slice() else { panic!("{text}") };
    assert_eq!(*second, short, "what a cloud left out is left out");
    assert_eq!(first.flavor.said().and_then(|flavor| flavor.name.as_deref()), Some("m1.small"));
    let mut expect = full.clone();
    (expect.updated, expect.fault) = (None, None);
    (expect.tenant_id, expect.user_id, expect.metadata) = (Told::Unsaid, Told::Unsaid, Told::Unsaid);
    expect.flavor.clone_from(&first.flavor);
    assert_eq!(*first, expect);
}

#[test]
fn nothing_else_of_an_instance_is_written() {
    let full = server(SERVER);
    let text = write([&full], |_| None);
    for secret in ["hunter2", "secret", "metadata", "adminPass", "user_id"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
}

#[test]
fn a_head_is_read_as_it_was_written() {
    let one = head("demo", "t \"1\"", "u", 1_764_000_000_000);
    assert_eq!(Head::read(&one.write()), Some(one));
}

#[test]
fn garbage_and_other_versions_are_nothing() {
    let good = head("demo", "t", "u", 5).write();
    for text in [
        "",
        "null",
        "[]",
        "{}",
        "\u{0}",
        r#"{"version": 2, "servers": []}"#,
        r#"{"version": "1", "servers": []}"#,
        &good.replace("\"version\":1", "\"version\":2"),
        &good.replace("\"user\":\"u\"", "\"user\":\"\""),
        &good.replace("\"at_ms\":5", "\"at_ms\":null"),
    ] {
        assert_eq!(Head::read(text), None, "{text}");
    }
    assert_eq!(read(r#"{"version": 2, "servers": [{"id": "a"}]}"#), None);
    assert_eq!(read(r#"{"servers": [{"id": "a"}]}"#), None);
    // A row without an id is dropped.
    assert_eq!(read(r#"{"version": 1, "servers": [7, {}, {"id": "a"}]}"#).map(|rows| rows.len()), Some(1));
}

#[test]
fn each_scope_and_user_has_a_list_of_its_own() {
    let heads = [
        head("a", "t", "u", 0),
        head("a", "t", "v", 0),
        head("a", "tu", "", 0),
        head("b", "t", "u", 0),
        head("a\",\"R", "t", "u", 0),
    ];
    for (at, one) in heads.iter().enumerate() {
        for other in heads.iter().skip(at + 1) {
            assert_ne!(one.key(), other.key());
        }
    }
}

#[test]
fn a_list_is_over_after_thirty_days_and_from_a_wrong_future() {
    let day = 86_400_000;
    for (age, over) in [(0, false), (30 * day, false), (30 * day + 1, true), (-day, false), (-day - 1, true)] {
        assert_eq!(head("a", "t", "u", 1_000 * day - age).is_over(Timestamp(1_000 * day)), over, "{age}");
    }
}

#[test]
fn without_a_session_the_last_user_sees_their_own_lists_only() {
    let heads = [
        head("a", "mine", "me", 8),
        head("a", "older", "me", 5),
        head("a", "theirs", "you", 9),
        head("b", "x", "me", 3),
    ];
    let at = |cloud: &str, tenant: &str| head(cloud, tenant, "", 0).scope;
    for (user, wanted, expect) in [
        ("me", None, Some("mine")),
        ("me", Some(at("a", "mine")), Some("mine")),
        ("me", Some(at("a", "older")), Some("older")),
        ("me", Some(at("a", "theirs")), None),
        ("me", Some(at("b", "x")), None),
        ("me", Some(at("a", "nobody's")), None),
        ("you", None, Some("theirs")),
        ("you", Some(at("a", "mine")), None),
        ("nobody", None, None),
        ("", None, None),
    ] {
        let newest = newest(&heads, &user.into(), wanted.as_ref());
        assert_eq!(newest.map(|head| head.scope.tenant.as_str()), expect, "{user} {wanted:?}");
    }
}

#[test]
fn what_is_to_be_removed_is_a_text_of_one_line_for_each_project() {
    let scope = |cloud: &str, tenant: &str| head(cloud, tenant, "u", 0).scope;
    let one = removal::add("", Some(&scope("a", "t \"1\"")));
    let two = removal::add(&one, Some(&scope("b", "\n[]")));
    assert_eq!(removal::add(&two, Some(&scope("a", "t \"1\""))), two, "once");
    let all = removal::add(&two, None);
    assert_eq!(removal::add(&all, Some(&scope("c", "t"))), all);
    let elsewhere = Scope { region: "S".into(), ..scope("a", "t \"1\"") };
    for (marked, of, expect) in [
        ("", scope("a", "t"), false),
        (&one, scope("a", "t \"1\""), true),
        (&one, elsewhere, true),
        (&one, scope("b", "t \"1\""), false),
        (&one, scope("b", "\n[]"), false),
        (&two, scope("b", "\n[]"), true),
        (&all, scope("c", "anything"), true),
        ("\n{\nnull\n[1]\n[[], []]", scope("a", "t"), false),
    ] {
        assert_eq!(removal::includes(marked, &of), expect, "{marked} {of:?}");
    }
    assert_eq!([&one, &two, &all].map(|marked| removal::is_all(marked)), [false, false, true]);
    // Another tab added one meanwhile.
    assert!(!removal::includes(&removal::without(&two, &one), &scope("a", "t \"1\"")));
    assert!(removal::includes(&removal::without(&two, &one), &scope("b", "\n[]")));
    assert_eq!(removal::without(&two, &two), "");
    assert_eq!(removal::without(&all, &two), all);
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in ".{0,200}", at in any::<i64>(), now in any::<i64>()) {
        let _ = (read(&text), Head::read(&text));
        let _ = head("a", "t", "u", at).is_over(Timestamp(now));
    }
}
