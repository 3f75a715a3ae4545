//! The table of instances: search, filters, sort, and their address.

use std::sync::Arc;

use cloud::wire::{Address, FlavorRef, Server, Told};
use cloud::{ServerId, Status, TaskState, Timestamp};
use proptest::prelude::*;
use view::instances::{Column, Facet, Names, RowIndex, Search, Sort, StateWords, StatusGroup, natural_key};

fn row(id: &str, name: &str) -> Server {
    Server {
        id: ServerId(id.into()),
        name: name.into(),
        status: Status::Active,
        task_state: Told::Said(None),
        vm_state: Told::Unsaid,
        power_state: Told::Unsaid,
        created: Some(Timestamp(1_000)),
        updated: None,
        launched_at: Told::Unsaid,
        terminated_at: Told::Unsaid,
        tenant_id: Told::Unsaid,
        user_id: Told::Unsaid,
        host_id: Told::Unsaid,
        addresses: Told::Unsaid,
        access_ipv4: Told::Unsaid,
        access_ipv6: Told::Unsaid,
        image: Told::Unsaid,
        flavor: Told::Unsaid,
        key_name: Told::Unsaid,
        zone: Told::Unsaid,
        security_groups: Told::Unsaid,
        disk_config: Told::Unsaid,
        config_drive: Told::Unsaid,
        progress: None,
        volumes: Told::Unsaid,
        metadata: Told::Unsaid,
        fault: None,
        protect: Told::Unsaid,
        locked: Told::Unsaid,
    }
}

fn address(addr: &str, floating: bool) -> Address {
    Address { network: "vpc".into(), addr: addr.into(), version: 4, floating, mac: None }
}

/// Four instances that differ in every property.
fn world() -> Vec<Arc<Server>> {
    let mut web2 = row("id-1", "Web-2");
    web2.addresses = Told::Said(vec![address("10.0.0.12", false), address("203.0.113.9", true)]);
    web2.zone = Told::Said(Some("kr-a".into()));
    web2.flavor = Told::Said(FlavorRef { id: Some("f1".into()), name: None });
    web2.key_name = Told::Said(Some("Ops".into()));
    web2.image = Told::Said(Some("i1".into()));
    web2.created = Some(Timestamp(2_000));
    let mut web10 = row("id-2", "web-10");
    web10.status = Status::Shutoff;
    web10.addresses = Told::Said(vec![address("203.0.113.5", true), address("10.0.0.9", false)]);
    web10.zone = Told::Said(Some("kr-b".into()));
    web10.flavor = Told::Said(FlavorRef { id: None, name: Some("m2.c10m4".into()) });
    web10.created = Some(Timestamp(3_000));
    let mut db = row("id-3", "db");
    db.task_state = Told::Said(Some(TaskState("powering-off".into())));
    db.flavor = Told::Said(FlavorRef { id: Some("f2".into()), name: None });
    db.key_name = Told::Said(Some("alice".into()));
    db.created = None;
    let mut broken = row("id-4", "");
    broken.status = Status::Error;
    broken.zone = Told::Said(Some("kr-a".into()));
    broken.metadata = Told::Said([("team".to_owned(), "Payments".to_owned())].into_iter().collect());
    [web2, web10, db, broken].into_iter().map(Arc::new).collect()
}

fn names() -> Names {
    let mut names = Names::default();
    for (id, name) in [("f2", "m2.c10m2"), ("f1", "old"), ("f1", "m2.c2m4")] {
        names.flavors.insert(id, name);
    }
    names.images.insert("i1", "Ubuntu Server 22.04");
    names.states = StateWords {
        language: "ko",
        of: |server| if server.status == Status::Shutoff { "중지됨".into() } else { String::new() },
    };
    names
}

fn find(index: &mut RowIndex, search: &Search) -> Arc<[Arc<str>]> {
    index.find(&search.compiled(Default::default(), None), search.sort)
}

fn shown(query: &str) -> String {
    let mut index = RowIndex::default();
    index.update(&world(), &names());
    let rows = find(&mut index, &Search::of_query(query));
    rows.iter().map(|id| id.trim_start_matches("id-")).collect()
}

#[test]
fn search_and_filters() {
    let table = [
        ("", "2143"),
        ("q=WEB", "21"),
        ("q=web+10", "21"),
        ("q=10.0.0.9", "2"),
        ("q=203.0.113", "21"),
        ("q=ops", "1"),
        ("q=ubuntu+web", "1"),
        ("q=ubuntu+db", ""),
        ("q=c10", "23"),
        ("q=id-4", "4"),
        ("q=kr-b", "2"),
        ("q=error", "4"),
        ("q=shutoff", "2"),
        ("q=%EC%A4%91%EC%A7%80%EB%90%A8", "2"),
        ("q=team", "4"),
        ("q=payments", "4"),
        ("q=+++", "2143"),
        ("status=running", "1"),
        ("status=stopped", "2"),
        ("status=busy", "3"),
        ("status=error", "4"),
        ("status=nonsense", "2143"),
        ("zone=kr-a", "14"),
        ("flavor=f2", "3"),
        ("zone=kr-a&q=web", "1"),
    ];
    for (query, expected) in table {
        assert_eq!(shown(query), expected, "{query}");
    }
}

#[test]
fn every_column_sorts_both_ways_and_what_is_missing_stands_last() {
    let table = [
        ("name", "4312", "2134"),
        ("status", "4312", "2134"),
        ("zone", "1423", "2143"),
        ("flavor", "1324", "2314"),
        ("address", "2134", "1234"),
        ("key", "3124", "1324"),
        ("created", "4123", "2143"),
    ];
    for (column, up, down) in table {
        assert_eq!(shown(&format!("sort={column}&dir=asc")), up, "{column}");
        assert_eq!(shown(&format!("sort={column}&dir=desc")), down, "{column}");
    }
    assert_eq!(shown("sort=nonsense&dir=asc"), "2143");
}

#[test]
fn natural_order() {
    let sorted = ["", "-", "1", "01x", "2", "10", "a", "A1", "a2", "a10", "a10b", "b-2-3", "b-2-20", "b-10-1", "가"];
    for pair in sorted.windows(2) {
        assert!(natural_key(pair[0]) < natural_key(pair[1]), "{pair:?}");
    }
    assert_eq!(natural_key("Web-007"), natural_key("web-7"));
}

#[test]
fn facets_count_all_rows() {
    let mut index = RowIndex::default();
    index.update(&world(), &names());
    let facets = index.facets();
    let told = |facets: &[Facet]| -> Vec<String> {
        facets.iter().map(|facet| format!("{} {} {}", facet.id, facet.name, facet.rows)).collect()
    };
    assert_eq!(told(&facets.zones), ["kr-a kr-a 2", "kr-b kr-b 1"]);
    assert_eq!(told(&facets.flavors).last().map(String::as_str), Some("f2 m2.c10m2 1"));
    assert_eq!(StatusGroup::ALL.map(|group| facets.of_group(group)), [1, 1, 1, 1, 0]);
}

#[test]
fn an_update_is_seen_by_search_and_sort() {
    let mut index = RowIndex::default();
    let mut rows = world();
    index.update(&rows, &Names::default());
    assert_eq!(find(&mut index, &Search::of_query("q=ubuntu")).len(), 0);
    index.update(&rows, &names());
    assert_eq!(find(&mut index, &Search::of_query("q=ubuntu")).len(), 1, "names came later");
    let mut renamed = (*rows[1]).clone();
    renamed.name = "aaa".into();
    rows[1] = Arc::new(renamed);
    rows.remove(0);
    index.update(&rows, &names());
    let by_name = find(&mut index, &Search::of_query("sort=name&dir=asc"));
    assert_eq!(by_name.iter().map(|id| &**id).collect::<Vec<_>>(), ["id-4", "id-2", "id-3"]);
}

fn searches() -> impl Strategy<Value = Search> {
    let text = prop_oneof![r"\PC{0,12}", "(web|db|10|status:running|zone=kr-a|-key:ops| |,){0,5}"];
    let sort = (prop::sample::select(Column::ALL.to_vec()), any::<bool>());
    (text, sort).prop_map(|(text, (column, descending))| Search {
        text,
        sort: Sort { column, descending },
        ..Search::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn junk_in_an_address_is_no_harm(query in any::<String>()) {
        let search = Search::of_query(&query);
        prop_assert_eq!(Search::of_query(&search.to_query()), search);
    }

    /// Whatever was selected before, an index gives the same result as a new one.
    #[test]
    fn an_index_keeps_no_memory_of_earlier_questions(asked in prop::collection::vec(searches(), 1..5)) {
        let mut old = RowIndex::default();
        old.update(&world(), &names());
        for search in &asked {
            let mut new = RowIndex::default();
            new.update(&world(), &names());
            prop_assert_eq!(find(&mut old, search), find(&mut new, search));
        }
    }

    /// Numbers compare as numbers, wherever they are in the text.
    #[test]
    fn natural_order_of_numbers(a in 0u64..100_000, b in 0u64..100_000, before in "[a-z-]{0,4}", after in "[a-z-]{0,4}") {
        let key = |number: u64| natural_key(&format!("{before}{number}{after}"));
        prop_assert_eq!(key(a).cmp(&key(b)), a.cmp(&b));
    }
}
