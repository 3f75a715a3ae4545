//! Columns, groups and sums of the table of instances.

use std::collections::BTreeSet;
use std::sync::Arc;

use cloud::wire::{Flavor, Server};
use cloud::{Reply, Scope, TenantId, Timestamp};
use proptest::prelude::*;
use query::Clock;
use view::Datum;
use view::instances::{
    Column, Everywhere, Group, GroupBy, Grouping, Listed, Names, RowIndex, Search, Sizes, Sort, chosen, heading,
    heading_id, since, value,
};

fn servers(json: &str) -> Vec<Arc<Server>> {
    let reply = Reply { status: 200, headers: Vec::new(), body: json.to_owned() };
    let query = cloud::calls::servers::ServerQuery::default();
    let page = cloud::calls::servers::list(&query).finish(&reply).expect("a list");
    page.servers.into_iter().map(Arc::new).collect()
}

fn world() -> Vec<Arc<Server>> {
    servers(
        r#"{"servers": [
        {"id": "1", "name": "web-01", "status": "ACTIVE", "created": "2026-11-30T00:00:00Z", "flavor": {"id": "f1"},
         "OS-EXT-AZ:availability_zone": "kr-b", "metadata": {"role": "web"}, "key_name": "ops",
         "security_groups": [{"name": "web"}], "addresses": {"blue": [{"addr": "10.0.0.5", "version": 4}],
         "green": [{"addr": "10.1.0.5", "version": 4}]}},
        {"id": "2", "name": "web-2", "status": "ACTIVE", "created": "2026-11-20T00:00:00Z", "flavor": {"id": "f2"},
         "OS-EXT-AZ:availability_zone": "kr-a", "metadata": {"role": "web"}, "updated": "2026-11-21T00:00:00Z"},
        {"id": "3", "name": "db", "status": "ERROR", "created": "2020-01-01T00:00:00Z", "flavor": {"id": "unknown"},
         "OS-EXT-AZ:availability_zone": "kr-a", "updated": "2026-11-30T00:00:00Z",
         "fault": {"code": 500, "message": "No valid host was found.", "created": "2026-11-29T00:00:00Z"}},
        {"id": "4", "name": "7", "status": "SHUTOFF", "OS-EXT-STS:task_state": "powering-on", "flavor": {"id": "f1"}}
        ]}"#,
    )
}

fn names() -> Names {
    let flavors = r#"{"flavors": [{"id": "f1", "name": "m2.small", "vcpus": 2, "ram": 4096, "disk": 20},
                                  {"id": "f2", "name": "m2.large", "vcpus": 8, "ram": 16384, "disk": 0}]}"#;
    let reply = Reply { status: 200, headers: Vec::new(), body: flavors.to_owned() };
    let query = cloud::calls::flavors::FlavorQuery::default();
    let flavors: Vec<Flavor> =
        cloud::calls::flavors::list(&query).finish(&reply).expect("flavors").into_iter().collect();
    let mut names = Names { sizes: Sizes::of(&flavors), ..Names::default() };
    flavors.iter().for_each(|flavor| names.flavors.insert(flavor.id.as_str(), &flavor.name));
    names
}

fn index() -> RowIndex {
    let mut index = RowIndex::default();
    index.update(&world(), &names());
    index
}

fn now() -> Timestamp {
    Timestamp::parse("2026-11-30T12:00:00Z").expect("a time")
}

fn grouping(by: &str, folded: &[&str]) -> Grouping {
    let by = GroupBy::parse(by).unwrap_or_else(|| panic!("{by}"));
    Grouping { by, folded: folded.iter().map(|key| (*key).to_owned()).collect(), now: now() }
}

fn clock() -> Clock {
    Clock { now: now(), offset_min: 0 }
}

/// `key: row row; …` of what is shown.
fn shown(index: &mut RowIndex, query: &str, grouping: &Grouping) -> String {
    let search = Search::of_query(query);
    let grouped = index.grouped(&search.compiled(clock(), None), search.sort, grouping);
    let words = grouped.shown.iter().map(|id| match heading(id) {
        Some(key) => format!("[{key}]"),
        None => id.to_string(),
    });
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn rows_are_in_groups() {
    let check = |by: &str, expect: &str| {
        assert_eq!(shown(&mut index(), "sort=name&dir=asc", &grouping(by, &[])), expect, "{by}");
    };
    check("status", "[error] 3 [changing] 4 [running] 1 2");
    check("zone", "[kr-a] 3 2 [kr-b] 1 [] 4");
    check("flavor", "[m2.large] 2 [m2.small] 4 1 [unknown] 3");
    check("key", "[ops] 1 [] 4 3 2");
    check("network", "[blue, green] 1 [] 4 3 2");
    check("age", "[day] 1 [month] 2 [older] 3 [] 4");
    check("prefix", "[7] 4 [db] 3 [web] 1 2");
    check("meta.role", "[web] 1 2 [] 4 3");
    check("image", "[] 4 3 1 2");
}

#[test]
fn search_order_and_folding_apply_in_groups() {
    let mut index = index();
    assert_eq!(shown(&mut index, "q=web&sort=name&dir=desc", &grouping("zone", &[])), "[kr-a] 2 [kr-b] 1");
    assert_eq!(shown(&mut index, "sort=name", &grouping("zone", &["kr-a", ""])), "[kr-a] [kr-b] 1 []");
    assert_eq!(shown(&mut index, "sort=name", &grouping("prefix", &[])), "[7] 4 [db] 3 [web] 1 2");
    assert_eq!(shown(&mut index, "q=none", &grouping("prefix", &[])), "");
    // Folded rows are there all the same, for what is done with all that match.
    let search = Search::of_query("sort=name");
    let grouped = index.grouped(&search.compiled(clock(), None), search.sort, &grouping("zone", &["kr-a"]));
    assert_eq!(grouped.ids.iter().map(|id| &**id).collect::<Vec<_>>(), ["3", "2", "1", "4"]);
}

#[test]
fn groups_have_counts_and_sums() {
    let grouped = index().grouped(&Search::default().compiled(clock(), None), Sort::default(), &grouping("zone", &[]));
    let group = |key: &str, rows, vcpus, ram_mb, unknown| Group { key: key.into(), rows, vcpus, ram_mb, unknown };
    let expect = [group("kr-a", 2, 8, 16384, 1), group("kr-b", 1, 2, 4096, 0), group("", 1, 2, 4096, 0)];
    assert_eq!(grouped.groups, expect);
}

#[test]
fn every_column_has_its_value() {
    let (world, names) = (world(), names());
    let texts = |texts: &[&str]| Datum::Texts(texts.iter().map(|text| (*text).to_owned()).collect());
    let check =
        |row: usize, column, expect: Datum| assert_eq!(value(column, &world[row], &names), expect, "{column:?}");
    check(0, Column::Vcpus, Datum::Number(2));
    check(0, Column::Ram, Datum::Number(4096));
    check(0, Column::Disk, Datum::Number(20));
    check(0, Column::Network, texts(&["blue", "green"]));
    check(0, Column::Group, texts(&["web"]));
    check(0, Column::Metadata, texts(&["role=web"]));
    check(0, Column::Since, Datum::Nothing);
    check(0, Column::Reason, Datum::Nothing);
    check(2, Column::Reason, Datum::text("No valid host was found."));
    check(2, Column::Since, Datum::time(Timestamp::parse("2026-11-29T00:00:00Z")));
    check(2, Column::Vcpus, Datum::Nothing);
    check(3, Column::Task, Datum::text("powering-on"));
    assert_eq!(since(&world[1]), Timestamp::parse("2026-11-21T00:00:00Z"));
    for column in Column::ALL {
        assert_eq!(Column::parse(column.as_str()), Some(column));
    }
}

#[test]
fn every_column_sorts() {
    let mut index = index();
    let mut check = |query: &str, expect: &str| {
        let search = Search::of_query(query);
        let ids = index.find(&search.compiled(clock(), None), search.sort);
        assert_eq!(ids.join(" "), expect, "{query}");
    };
    check("sort=vcpus&dir=asc", "1 4 2 3");
    check("sort=vcpus&dir=desc", "2 1 4 3");
    check("sort=since&dir=asc", "2 3 1 4");
    check("sort=reason&dir=asc", "3 1 2 4");
    check("sort=id&dir=desc", "4 3 2 1");
}

#[test]
fn columns_and_groups_are_in_the_address() {
    let check = |query: &str, expect: &str| assert_eq!(Search::of_query(query).to_query(), expect, "{query}");
    check("columns=status,ram", "columns=name%2Cstatus%2Cram");
    check("columns=ram,name,ram,nonsense", "columns=name%2Cram");
    check("columns=name,project,region,status,flavor,address,zone,key,created", "");
    check("columns=name,status,flavor,address,zone,key,created", "");
    check("columns=", "");
    check("group=meta.role", "group=meta.role");
    check("group=meta.", "");
    check("group=nonsense", "");
    assert_eq!(chosen([].into_iter()), []);
    let needs = Search::of_query("columns=name,ram&group=image").needs();
    assert!(needs.images && needs.sizes);
    assert!(!Search::of_query("columns=name,zone").needs().sizes);
}

#[test]
fn rows_of_several_scopes_share_groups() {
    let (rows, names) = (world(), names());
    let scope = |region: &str| Scope { cloud: "demo".into(), region: region.into(), tenant: TenantId("t".into()) };
    let (one, two) = (scope("KR1"), scope("KR2"));
    let list = |number, scope, project| Listed { number, scope, project, cloud: "Demo", rows: &rows, names: &names };
    let mut table = Everywhere::default();
    table.update(&[list(0, &one, "Shop"), list(1, &two, "Bank")]);
    let everything = Search::default().compiled(clock(), None);
    let mut count = |by: &str| {
        let grouped = table.grouped(&everything, Sort::default(), &grouping(by, &[]));
        grouped.groups.iter().map(|group| format!("{}:{}", group.key, group.rows)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(count("zone"), "kr-a:4 kr-b:2 :2");
    assert_eq!(count("project"), "Bank:4 Shop:4");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// Grouping loses no row and adds none, whatever is folded.
    #[test]
    fn every_row_is_in_one_group(
        by in prop::sample::select(GroupBy::ALL.to_vec()),
        folded in prop::collection::btree_set("(kr-a|kr-b|web||error|day)", 0..4),
        query in "(web|db|status:running|-zone=kr-a| ){0,3}",
    ) {
        let mut index = index();
        let search = Search { text: query, ..Search::default() };
        let compiled = search.compiled(clock(), None);
        let all: BTreeSet<_> = index.find(&compiled, search.sort).iter().cloned().collect();
        let grouped = index.grouped(&compiled, search.sort, &Grouping { by, folded: folded.clone(), now: now() });
        prop_assert_eq!(grouped.ids.iter().cloned().collect::<BTreeSet<_>>(), all);
        prop_assert_eq!(grouped.groups.iter().map(|group| group.rows).sum::<usize>(), grouped.ids.len());
        let hidden: usize = grouped.groups.iter().filter(|group| folded.contains(&*group.key)).map(|group| group.rows).sum();
        prop_assert_eq!(grouped.shown.len(), grouped.ids.len() + grouped.groups.len() - hidden);
        for group in &grouped.groups {
            prop_assert!(grouped.shown.contains(&heading_id(&group.key)));
        }
    }
}
