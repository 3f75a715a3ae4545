use proptest::prelude::*;

use super::*;

fn noted(id: &str, name: &str, nonce: Option<&str>) -> Noted {
    Noted {
        id: id.to_owned(),
        cloud: "demo".to_owned(),
        region: "KR1".to_owned(),
        tenant: "t".to_owned(),
        user: "u@example.com".to_owned(),
        name: name.to_owned(),
        count: 3,
        nonce: nonce.map(str::to_owned),
        at_ms: 1_764_000_000_000,
    }
}

#[test]
fn a_create_under_way_is_noted_until_its_end_is_known() {
    let mut all = Vec::new();
    note(&mut all, noted("p-1", "web", Some("ab")));
    note(&mut all, noted("p-2", "웹 \"1\"", None));
    assert_eq!(read(&write(&all).expect("something to keep")), all);
    settle(&mut all, "p-1");
    assert_eq!(all, [noted("p-2", "웹 \"1\"", None)]);
    settle(&mut all, "p-2");
    assert_eq!(write(&all), None);
}

#[test]
fn the_notes_do_not_grow_for_ever() {
    let mut all = Vec::new();
    (0..100).for_each(|n| note(&mut all, noted(&format!("p-{n}"), "web", None)));
    assert_eq!((all.len(), all.first().map(|noted| noted.id.as_str())), (20, Some("p-80")));
}

#[test]
fn a_page_knows_its_own_notes() {
    for (id, page, own) in [("ab-1", "ab", true), ("abc-1", "ab", false), ("cd-1", "ab", false), ("ab", "ab", false)] {
        assert_eq!(noted(id, "web", None).is_of(page), own, "{id} {page}");
    }
}

#[test]
fn what_is_no_note_counts_as_nothing() {
    for text in ["", "[", "null", "{}", "[1, null, {}]", r#"[{"id": "a", "cloud": "c", "tenant": "t", "name": "n"}]"#] {
        assert_eq!(read(text), [], "{text}");
    }
}

proptest! {
    #[test]
    fn anything_in_the_storage_is_read(text in ".*") {
        read(&text);
    }

    #[test]
    fn what_was_kept_comes_back(name in ".+", user in ".*", nonce in proptest::option::of("[0-9a-f]{32}"), at_ms in 0..i64::MAX / 2) {
        let all = vec![Noted { name, user, nonce, at_ms, ..noted("p-1", "", None) }];
        prop_assert_eq!(read(&write(&all).unwrap_or_default()), all);
    }
}
