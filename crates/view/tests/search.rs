//! The table of instances searched with the search language.

use std::sync::Arc;

use cloud::wire::{Flavor, Server};
use cloud::{Reply, Scope, TenantId, Timestamp};
use proptest::prelude::*;
use query::complete::Occurring;
use query::{Clock, Compiled, Op, Query, Reason, Term};
use view::instances::{
    Column, Everywhere, FIELDS, GroupBy, Imaged, Listed, Names, Needs, RowIndex, Search, Sizes, Sort, StateWords,
    chosen,
};

fn servers(json: &str) -> Vec<Arc<Server>> {
    let reply = Reply { status: 200, headers: Vec::new(), body: json.to_owned() };
    let query = cloud::calls::servers::ServerQuery::default();
    let page = cloud::calls::servers::list(&query).finish(&reply).expect("a list");
    page.servers.into_iter().map(Arc::new).collect()
}

/// Four instances that differ in every field.
fn world() -> Vec<Arc<Server>> {
    servers(
        r#"{"servers": [
        {"id": "id-1", "name": "Web-1", "status": "ACTIVE", "created": "2026-11-29T03:00:00Z", "updated": "2026-11-30T02:00:00Z",
         "OS-EXT-AZ:availability_zone": "kr-a", "flavor": {"id": "f1"}, "image": {"id": "i1"}, "key_name": "ops",
         "security_groups": [{"name": "default"}, {"name": "web"}], "metadata": {"Role": "web", "team": "shop"},
         "NHN-EXT-ATTR:protect": true, "OS-EXT-STS:task_state": null,
         "addresses": {"blue": [{"addr": "10.0.0.5", "version": 4}, {"addr": "203.0.113.9", "version": 4, "OS-EXT-IPS:type": "floating"}],
                       "green": [{"addr": "fd00::5", "version": 6}]}},
        {"id": "id-2", "name": "web-10", "status": "ACTIVE", "created": "2026-11-01T00:00:00Z", "updated": "2026-11-01T00:00:00Z",
         "OS-EXT-STS:task_state": "powering-off", "OS-EXT-AZ:availability_zone": "kr-b", "flavor": {"id": "f2"},
         "addresses": {"green": [{"addr": "192.168.0.7", "version": 4}]}, "locked": true},
        {"id": "id-3", "name": "db", "status": "SHELVED_OFFLOADED", "created": "2026-01-01T00:00:00Z", "image": "",
         "OS-EXT-STS:task_state": null, "flavor": {"original_name": "m2.large"},
         "os-extended-volumes:volumes_attached": [{"id": "v1"}]},
        {"id": "id-4", "name": "", "status": "ERROR", "OS-EXT-STS:task_state": null}
        ]}"#,
    )
}

fn names() -> Names {
    let flavors = r#"{"flavors": [{"id": "f1", "name": "m2.small", "vcpus": 2, "ram": 4096, "disk": 20},
                                  {"id": "f2", "name": "m2.large", "vcpus": 8, "ram": 16384, "disk": 0}]}"#;
    let reply = Reply { status: 200, headers: Vec::new(), body: flavors.to_owned() };
    let flavors =
        cloud::calls::flavors::list(&cloud::calls::flavors::FlavorQuery::default()).finish(&reply).expect("flavors");
    let flavors: Vec<Flavor> = flavors.into_iter().collect();
    let mut names = Names { sizes: Sizes::of(&flavors), ..Names::default() };
    flavors.iter().for_each(|flavor| names.flavors.insert(flavor.id.as_str(), &flavor.name));
    names.images.insert("i1", "Ubuntu Server 24.04");
    let images = r#"{"images": [{"id": "i8", "status": "queued", "instance_uuid": "id-1"},
                                {"id": "i9", "status": "active", "instance_uuid": "id-3"}, {"id": "i1", "status": "active"}]}"#;
    let reply = Reply { status: 200, headers: Vec::new(), body: images.to_owned() };
    names.imaged = Imaged::of(&cloud::calls::images::list(10, None).finish(&reply).expect("images").rows);
    names.states = StateWords { language: "ko", of: |_| "실행 중".into() };
    names
}

fn scope() -> Scope {
    Scope { cloud: "demo".into(), region: "KR1".into(), tenant: TenantId("t-1".into()) }
}

fn index() -> RowIndex {
    let mut index = RowIndex::default();
    index.update(&world(), &names());
    index.set_scope(&scope(), "Shop", "Demo cloud");
    index
}

fn compiled(text: &str) -> Compiled {
    let now = Timestamp::parse("2026-11-30T03:00:00Z").expect("a time");
    Compiled::new(&Query::parse(text), FIELDS, Clock { now, offset_min: 540 })
}

fn shown(rows: &[Arc<str>]) -> String {
    let mut rows: Vec<&str> = rows.iter().map(|id| id.rsplit('-').next().unwrap_or_default()).collect();
    rows.sort_unstable();
    rows.concat()
}

#[test]
fn every_field() {
    let mut index = index();
    let mut check = |text: &str, expect: &str| {
        let compiled = compiled(text);
        assert_eq!(compiled.problems(), [], "{text}");
        assert_eq!(shown(&index.find(&compiled, Sort::default())), expect, "{text}");
    };
    check("", "1234");
    check("WEB ubuntu", "1");
    check("kr-b,db", "23");
    check("실행", "1234");
    check("f1", "");
    check("name:web", "12");
    check("name=web-1", "1");
    check("id=id-3", "3");
    check("status:running", "1");
    check("status:active", "12");
    check("status:changing", "2");
    check("status:powering-off", "2");
    check("status:stopped,error", "34");
    check("status:shelved*", "3");
    check("status:실행", "");
    check("zone=kr-a", "1");
    check("zone:kr", "12");
    check("-zone:kr", "34");
    check("flavor:m2", "123");
    check("flavor=m2.large", "23");
    check("flavor=f2", "2");
    check("image:ubuntu", "1");
    check("image=i1", "1");
    check("image:\"\"", "234");
    check("key:ops", "1");
    check("network=green", "12");
    check("group:web", "1");
    check("sg=web,default", "1");
    check("ip:10.0.0.0/24", "1");
    check("ip:192.168.0.7", "2");
    check("ip:203.*", "1");
    check("meta.role:web", "1");
    check("meta:shop", "1");
    check("vcpus:8", "23");
    check("ram<=4g", "1");
    check("ram:16384", "23");
    check("disk:20", "1");
    check("disk:0", "23");
    check("age>7d", "23");
    check("age<2d", "1");
    check("created>=2026-11", "12");
    check("updated:today", "1");
    check("updated<now-7d", "2");
    check("is:protected", "1");
    check("is:locked,changing", "2");
    check("has:floating-ip", "1");
    check("has:ipv6", "1");
    check("has:key,volume", "13");
    check("-has:image", "234");
    check("has:backup", "3");
    check("-has:backup", "124");
    check("has:metadata", "1");
    check("has:task", "2");
    check("task:powering-off", "2");
    check("project:shop", "1234");
    check("project=t-1 region:kr1 cloud:demo", "1234");
    check("project:bank", "");
    // Words are not searched in what all rows have in common.
    check("shop", "1");
    check("demo", "");
}

#[test]
fn what_makes_no_sense_for_instances() {
    let check = |text: &str, expect: &[(&str, Reason)]| {
        let compiled = compiled(text);
        let said: Vec<_> = compiled.problems().iter().map(|problem| (problem.span.of(text), problem.reason)).collect();
        assert_eq!(said, expect);
    };
    check("size:5 has:floating", &[("size", Reason::UnknownField), ("floating", Reason::UnknownWord)]);
    check("status>5 ram:large", &[("5", Reason::NotComparable), ("large", Reason::NotASize)]);
}

#[test]
fn in_all_projects() {
    let (rows, names) = (world(), names());
    let other = Scope { tenant: TenantId("t-2".into()), ..scope() };
    let list = |number, scope, project| Listed { number, scope, project, cloud: "Demo", rows: &rows, names: &names };
    let scope = scope();
    let mut all = Everywhere::default();
    all.update(&[list(1, &scope, "Shop"), list(2, &other, "Bank")]);
    let mut check =
        |text: &str, expect: usize| assert_eq!(all.find(&compiled(text), Sort::default()).len(), expect, "{text}");
    check("", 8);
    check("web", 4);
    check("web bank", 2);
    check("shop", 5);
    check("project:shop,t-2 status:error", 2);
    check("-project:shop", 4);
    check("-bank", 4);
    let field = |name| FIELDS.find(name).expect("a field").field;
    let values = all.occurring().values(field("project"), "");
    assert_eq!(values.iter().map(|one| (one.text.as_str(), one.rows)).collect::<Vec<_>>(), [("Bank", 4), ("Shop", 4)]);
}

#[test]
fn values_that_occur() {
    let index = index();
    let check = |name: &str, expect: &str| {
        let found = FIELDS.find(name).expect("a field");
        let values = index.occurring().values(found.field, found.key);
        let values: Vec<String> = values.iter().map(|one| format!("{} {}", one.text, one.rows)).collect();
        assert_eq!(values.join(", "), expect, "{name}");
    };
    check("status", "active 2, changing 1, error 1, running 1, shelved_offloaded 1, stopped 1");
    check("zone", "kr-a 1, kr-b 1");
    check("flavor", "m2.large 2, m2.small 1");
    check("image", "Ubuntu Server 24.04 1");
    check("key", "ops 1");
    check("network", "blue 1, green 2");
    check("group", "default 1, web 1");
    check("task", "powering-off 1");
    check("vcpus", "2 1, 8 2");
    check("ram", "16g 2, 4g 1");
    check("is", "changing 1, locked 1, protected 1");
    check("has", "backup 1, floating-ip 1, image 1, ipv6 1, key 1, metadata 1, task 1, volume 1");
    check("region", "KR1 4");
    check("meta.role", "web 1");
    check("meta", "shop 1, web 1");
    check("name", "");
    check("ip", "");
    let meta = FIELDS.find("meta").expect("a field").field;
    let keys: Vec<String> = index.occurring().keys(meta).into_iter().map(|key| key.text).collect();
    assert_eq!(keys, ["Role", "team"]);
}

/// Fields must not take each other's numbers or names.
#[test]
fn fields_differ() {
    for (at, field) in FIELDS.0.iter().enumerate() {
        for other in FIELDS.0.iter().skip(at + 1) {
            assert_ne!(field.id, other.id, "{} {}", field.name, other.name);
            assert!(
                !field.is_called(other.name) && !other.also.iter().any(|name| field.is_called(name)),
                "{}",
                field.name
            );
        }
        assert!(field.words.len() <= 32);
    }
}

#[test]
fn addresses_of_earlier_versions() {
    let check = |address: &str, expect: &str| assert_eq!(Search::of_query(address).text, expect, "{address}");
    check("", "");
    check("q=web+10", "web 10");
    check("q=web&status=busy", "web status:changing");
    check("status=running&zone=kr-a&flavor=f1&sort=name", "status:running zone=kr-a flavor=f1");
    check("zone=kr+a", "zone=\"kr a\"");
    check("status=nonsense", "");
    check("q=zone:kr-b&zone=kr-a", "zone=kr-a");
}

#[test]
fn what_a_search_needs_of_other_resources() {
    let check = |text: &str, images: bool, sizes: bool| {
        let search = Search { text: text.to_owned(), ..Search::default() };
        assert_eq!(search.needs(), Needs { images, sizes }, "{text}");
    };
    check("", false, false);
    check("status:error zone=kr-a nonsense:1 meta.os:x", false, false);
    check("web", true, false);
    check("-has:backup", true, false);
    check("os:ubuntu", true, false);
    check("-cpu>=8", false, true);
    check("memory:8g image:x", true, true);
}

#[test]
fn links_of_other_pages() {
    let check = |terms: &[Term], expect: &str| {
        let search = Search::of(terms);
        assert_eq!(search.to_query(), expect);
        assert_eq!(Search::of_query(expect), search);
    };
    check(&[], "");
    check(&[Term::field("status", Op::Contains, "error")], "q=status%3Aerror");
    let age = Term::field("age", Op::More, "90d");
    check(&[Term::field("zone", Op::Equals, "kr a"), age.opposite()], "q=zone%3D%22kr%20a%22%20-age%3E90d");
    assert!(!Search::of_query("sort=name&q=+").narrows() && Search::of_query("zone=a").narrows());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_search_survives_its_address(text in "\\PC{0,20}", column in prop::sample::select(Column::ALL.to_vec()), descending in any::<bool>(),
        columns in prop::collection::vec(prop::sample::select(Column::ALL.to_vec()), 0..6), group in "(meta[.]\\PC{1,9}|zone|status)?") {
        let (columns, group) = (chosen(columns.into_iter()), GroupBy::parse(&group));
        let search = Search { text, sort: Sort { column, descending }, columns, group };
        prop_assert_eq!(Search::of_query(&search.to_query()), search);
    }
}
