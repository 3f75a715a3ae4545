//! The tables of volumes, snapshots and images, and their state in the address.

use std::sync::Arc;

use cloud::Reply;
use cloud::calls::{images as image_calls, volumes as calls};
use cloud::wire::{Image, Snapshot, Volume};
use proptest::prelude::*;
use query::{Compiled, Fields, Query};
use view::instances::Labels;
use view::listing::{Listing, counted};
use view::storage::{IMAGE_FIELDS, SNAPSHOT_FIELDS, VOLUME_FIELDS, image_term, volume_term};
use view::{Known, storage};

const NAMES: &[&str] = &["tab", "status", "zone", "visibility"];

fn reply(key: &str, rows: &str) -> Reply {
    Reply { status: 200, headers: Vec::new(), body: format!(r#"{{"{key}":[{rows}]}}"#) }
}

fn compiled(listing: &Listing, fields: Fields) -> Compiled {
    Compiled::new(&Query::parse(&listing.search), fields, Default::default())
}

fn volumes() -> Vec<Volume> {
    let rows = r#"
        {"id":"1","name":"web-10","status":"in-use","size":100,"availability_zone":"a","volume_type":"SSD",
         "attachments":[{"server_id":"s1"}],"created_at":"2026-01-03T00:00:00Z"},
        {"id":"2","name":"web-2","status":"available","size":20,"availability_zone":"b","bootable":"true"},
        {"id":"3","name":"","status":"error","size":5,"created_at":"2026-01-01T00:00:00Z"},
        {"id":"4","name":"데이터","status":"extending","size":20,"attachments":[{"server_id":"s9"}]}"#;
    calls::list(100, None).finish(&reply("volumes", rows)).expect("a page of volumes").rows
}

#[test]
fn volumes_by_query() {
    let mut servers = Labels::default();
    servers.insert("s1", "Web-Prod");
    let check = |query: &str, expect: &str| {
        let all = volumes();
        let listing = Listing::of_query(NAMES, query).in_terms(VOLUME_FIELDS, volume_term);
        let found = storage::volumes(&all, &compiled(&listing, VOLUME_FIELDS), listing.order.as_ref(), &servers);
        assert_eq!(found.iter().map(|volume| volume.id.as_str()).collect::<String>(), expect, "{query}");
    };
    check("", "1234");
    check("q=WEB", "12");
    check("q=web+prod", "1");
    check("q=%EB%8D%B0%EC%9D%B4", "4");
    check("q=ssd", "1");
    check("status=error", "3");
    check("status=busy", "4");
    check("status=in-use", "1");
    check("status=nonsense", "");
    check("zone=b", "2");
    check("zone=a&q=web-2", "");
    check("sort=name", "3214");
    check("sort=name&dir=desc", "4123");
    check("sort=size", "3241");
    check("sort=status", "3412");
    check("sort=attached", "4123");
    check("sort=created", "3124");
    check("sort=created&dir=desc", "1324");
    check("sort=zone&dir=desc", "2134");
    check("sort=nonsense", "1234");
}

#[test]
fn snapshots_by_query() {
    let rows = r#"{"id":"x","name":"daily","volume_id":"1","size":100,"status":"available"},
                  {"id":"y","name":"","volume_id":"9","size":1,"status":"error"}"#;
    let all: Vec<Snapshot> = calls::snapshots(100, None).finish(&reply("snapshots", rows)).expect("a page").rows;
    let known = Known::new(Arc::from(volumes()), |volume: &Volume| volume.id.as_str());
    let check = |query: &str, expect: &str| {
        let listing = Listing::of_query(NAMES, query);
        let found = storage::snapshots(&all, &compiled(&listing, SNAPSHOT_FIELDS), listing.order.as_ref(), &known);
        assert_eq!(found.iter().map(|one| one.id.as_str()).collect::<String>(), expect, "{query}");
    };
    check("", "xy");
    check("q=web-10", "x");
    check("q=9", "y");
    check("sort=volume", "yx");
    check("sort=size", "yx");
}

#[test]
fn images_by_query() {
    let rows = r#"{"id":"1","name":"Ubuntu 24","status":"active","visibility":"public","os_distro":"ubuntu","size":9},
                  {"id":"2","name":"mine","status":"saving","visibility":"private","os_type":"windows","min_disk":50},
                  {"id":"3","name":"","status":"killed","visibility":"private","size":3}"#;
    let all: Vec<Image> = image_calls::list(10, None).finish(&reply("images", rows)).expect("a page").rows;
    let check = |query: &str, expect: &str| {
        let listing = Listing::of_query(NAMES, query).in_terms(IMAGE_FIELDS, image_term);
        let found = storage::images(&all, &compiled(&listing, IMAGE_FIELDS), listing.order.as_ref());
        assert_eq!(found.iter().map(|image| image.id.as_str()).collect::<String>(), expect, "{query}");
    };
    check("", "123");
    check("visibility=private", "23");
    check("q=windows", "2");
    check("sort=status", "321");
    check("sort=size", "312");
    check("sort=size&dir=desc", "132");
    check("sort=min_disk&dir=desc", "213");
}

#[test]
fn the_tab_narrows_nothing_and_stays() {
    let listing = Listing::of_query(NAMES, "?q=a&tab=snapshots&zone=z&sort=name&dir=desc&cloud=kr");
    assert_eq!(listing.to_query(), "q=a&tab=snapshots&zone=z&sort=name&dir=desc");
    assert!(listing.narrows());
    assert_eq!(listing.cleared().to_query(), "tab=snapshots&sort=name&dir=desc");
    assert!(!listing.cleared().narrows());
    assert_eq!(listing.at_tab("").to_query(), "");
}

#[test]
fn values_are_counted_by_value() {
    let counts = counted(["b", "", "a", "b"].into_iter());
    assert_eq!(counts, [("a".to_owned(), 1), ("b".to_owned(), 2)]);
}

proptest! {
    /// Every row is found by its id, and no other.
    #[test]
    fn known_rows_are_found(ids in prop::collection::hash_set("[a-z0-9-]{1,6}", 0..60), other in "[a-z0-9-]{0,6}") {
        let rows: Vec<String> = ids.iter().cloned().collect();
        let known = Known::new(Arc::from(rows), String::as_str);
        for id in &ids {
            prop_assert_eq!(known.get(id), Some(id));
        }
        prop_assert_eq!(known.get(&other).is_some(), ids.contains(&other));
    }

    /// A query is read as it was written.
    #[test]
    fn a_query_is_read_as_it_was_written(search in "\\PC{0,12}", zone in "\\PC{0,8}", column in "[a-z_]{0,8}", descending: bool) {
        let mut listing = Listing::of_query(NAMES, "");
        listing.search = search;
        listing.pick("zone", &zone);
        listing.order = Some(view::listing::Order { column, descending }).filter(|order| !order.column.is_empty());
        prop_assert_eq!(Listing::of_query(NAMES, &listing.to_query()), listing);
    }
}
