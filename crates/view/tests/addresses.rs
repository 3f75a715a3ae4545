//! Addresses: routes, dialogs, queries.

use cloud::ServerId;
use proptest::prelude::*;
use view::query;
use view::routes::{PAGES, Route, Thing};

#[test]
fn every_page_has_its_address() {
    let table = [
        (Route::Overview, "/overview"),
        (Route::CreateInstance, "/instances/new"),
        (Route::Instance("7f3c".into()), "/instances/7f3c"),
        (Route::Instance("new".into()), "/instances/%6Eew"),
        (Route::Instance("a/b c".into()), "/instances/a%2Fb%20c"),
        (Route::One(Thing::Volume, "d00d".into()), "/volumes/d00d"),
        (Route::One(Thing::Image, "a/b".into()), "/images/a%2Fb"),
        (Route::SecurityGroup("a/b".into()), "/security-groups/a%2Fb"),
        (Route::One(Thing::Network, "n 1".into()), "/networks/n%201"),
        (Route::One(Thing::Policy, "p1".into()), "/policies/p1"),
        (Route::One(Thing::Flavor, "f/1".into()), "/flavors/f%2F1"),
        (Route::One(Thing::KeyPair, "a/b:c".into()), "/keypairs/a%2Fb%3Ac"),
        (Route::One(Thing::KeyPair, "열쇠".into()), "/keypairs/%EC%97%B4%EC%87%A0"),
    ];
    let plain = PAGES.iter().map(|(page, word)| (page.clone(), format!("/{word}")));
    for (route, path) in table.map(|(route, path)| (route, path.to_owned())).into_iter().chain(plain) {
        assert_eq!(route.path(), path);
        assert_eq!(Route::at(&path), route, "{path}");
    }
}

#[test]
fn a_dialog_that_shows_one_thing_has_an_address_over_its_list() {
    let table = [
        (Thing::Volume, Route::Volumes, "/volumes/a%2Fb"),
        // In the other tab of the same page.
        (Thing::Snapshot, Route::Volumes, "/snapshots/a%2Fb"),
        (Thing::Image, Route::Images, "/images/a%2Fb"),
        (Thing::FloatingIp, Route::FloatingIps, "/floating-ips/a%2Fb"),
        (Thing::Network, Route::Networks, "/networks/a%2Fb"),
        (Thing::Policy, Route::Policies, "/policies/a%2Fb"),
        (Thing::Flavor, Route::Flavors, "/flavors/a%2Fb"),
        (Thing::KeyPair, Route::KeyPairs, "/keypairs/a%2Fb"),
    ];
    for (thing, page, path) in &table {
        let route = Route::One(*thing, "a/b".into());
        assert_eq!((route.path().as_str(), &route.page()), (*path, page), "{thing:?}");
        assert_eq!(Route::at(path), route);
        for (other, ..) in &table {
            assert_eq!(route.shown(*other), (other == thing).then_some("a/b"), "{thing:?} {other:?}");
        }
    }
    for page in [Route::Instance("s".into()), Route::SecurityGroup("g".into()), Route::Volumes] {
        assert_eq!((page.page(), page.shown(Thing::Volume)), (page.clone(), None), "a page of its own");
    }
}

#[test]
fn odd_addresses_lead_somewhere() {
    let table = [
        ("", Route::Instances),
        ("/", Route::Instances),
        ("/instances/", Route::Instances),
        ("//instances", Route::Instances),
        ("/instances?q=a/b", Route::Instances),
        ("/zones#top", Route::Zones),
        ("/instances/a/b", Route::NotFound),
        ("/Instances", Route::NotFound),
        ("/nonsense", Route::NotFound),
        ("/keypairs/%ZZ", Route::One(Thing::KeyPair, "%ZZ".into())),
        ("/keypairs/%", Route::One(Thing::KeyPair, "%".into())),
        ("/keypairs/%FF", Route::One(Thing::KeyPair, "\u{fffd}".into())),
    ];
    for (path, route) in table {
        assert_eq!(Route::at(path), route, "{path}");
    }
}

#[test]
fn pairs_are_read_as_forms_write_them() {
    let read: Vec<_> = query::pairs("?a=1+2&b=%2B&=x&c&&d=e=f").collect();
    let expected = [("a", "1 2"), ("b", "+"), ("", "x"), ("c", ""), ("d", "e=f")];
    assert_eq!(read, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_id_survives_its_address(id in "\\PC{1,20}") {
        let route = Route::Instance(ServerId(id.clone()));
        prop_assert_eq!(Route::at(&route.path()), route);
        let route = Route::One(Thing::KeyPair, id);
        prop_assert_eq!(Route::at(&route.path()), route);
    }

    #[test]
    fn nothing_in_an_address_panics(text in any::<String>()) {
        let _ = Route::at(&text);
        let _ = query::decode(&text);
    }

    #[test]
    fn what_is_encoded_is_decoded_and_needs_no_second_encoding(text in any::<String>()) {
        let encoded = query::encode(&text);
        prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
        prop_assert_eq!(query::decode(&encoded), text);
    }
}
