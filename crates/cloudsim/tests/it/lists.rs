//! Lists: order, paging, filters, deltas (rows S10, S11).

use cloudsim::Options;
use serde_json::{Value, json};

use crate::sim::Sim;

fn names(sim: &mut Sim, path: &str) -> Vec<String> {
    let body = sim.get(path).value();
    let list = body.get("servers").and_then(Value::as_array).cloned().unwrap_or_default();
    list.iter().filter_map(|server| Some(server.get("name")?.as_str()?.to_owned())).collect()
}

#[test]
fn filters() {
    let mut sim = Sim::user("demo@maru.test");
    let flavor = sim.flavor("r2.c4m32");
    let windows = sim.image("Windows 2022");
    for (query, expected) in [
        ("status=SHUTOFF".to_owned(), vec!["배치-서버", "주문-데이터베이스-예비"]),
        ("status=shutoff&name=배치".to_owned(), vec!["배치-서버"]),
        ("name=web".to_owned(), vec!["web-prod-02", "web-prod-01"]),
        ("name=WEB-prod-0[12]".to_owned(), vec!["web-prod-02", "web-prod-01"]),
        ("name=^prod".to_owned(), vec!["prod-default-w-lv2knm4wzpxc-node-0"]),
        (format!("flavor={flavor}"), vec!["주문-데이터베이스-예비", "주문-데이터베이스"]),
        (format!("image={windows}"), vec!["win-ad-01"]),
        ("reservation_id=r-none".to_owned(), vec![]),
        ("changes-since=2099-01-01T00:00:00Z".to_owned(), vec![]),
    ] {
        assert_eq!(names(&mut sim, &format!("/servers/detail?{query}")), expected, "{query}");
    }
}

#[test]
fn pages_follow_each_other_without_gap_or_repetition() {
    for (count, limit) in [(16, 5), (16, 16), (0, 3), (3, 1)] {
        let mut sim = Sim::with(Options { instances: Some(count), ..Options::default() }, "demo@maru.test");
        let all = names(&mut sim, "/servers");
        assert_eq!(all.len(), count);
        let (mut seen, mut path) = (Vec::new(), format!("/servers/detail?limit={limit}"));
        loop {
            seen.extend(names(&mut sim, &path));
            let body = sim.get(&path).value();
            let Some(next) = body.pointer("/servers_links/0/href").and_then(Value::as_str) else { break };
            path = format!("/servers/detail?{}", next.split_once('?').expect("a query").1);
        }
        assert_eq!(seen, all, "{count} in pages of {limit}");
    }
}

#[test]
fn the_next_link_keeps_the_filters_and_names_the_last_row() {
    let mut sim = Sim::user("demo@maru.test");
    let body = sim.get("/servers/detail?status=ACTIVE&name=web&limit=1").value();
    let id = body.pointer("/servers/0/id").and_then(Value::as_str).unwrap_or_default();
    let href = body.pointer("/servers_links/0/href").and_then(Value::as_str).unwrap_or_default();
    assert!(href.ends_with(&format!("/servers/detail?limit=1&name=web&status=ACTIVE&marker={id}")), "{href}");
    assert_eq!(Sim::user("no-links@maru.test").get("/servers?limit=1").value().get("servers_links"), None);
}

#[test]
fn default_and_largest_page() {
    for (user, path, rows) in [
        ("many@maru.test", "/servers", 100),
        ("many-1500@maru.test", "/servers?limit=2000", 1_000),
        ("stock+many-120@maru.test", "/servers", 120),
    ] {
        assert_eq!(names(&mut Sim::user(user), path).len(), rows, "{user}");
    }
}

#[test]
fn changes_since_tells_what_moved_and_nothing_else() {
    let mut sim = Sim::user("demo@maru.test");
    sim.wait(60_000);
    assert_eq!(names(&mut sim, "/servers?changes-since=2026-11-24T03:00:30Z"), Vec::<String>::new());
    let id = sim.id("dev-minji");
    sim.compute("PUT", &format!("/servers/{id}"), &json!({ "server": { "name": "renamed" } }));
    for since in ["2026-11-24T03:00:30Z", "2026-11-24T03:01:00Z", "2026-11-24T12:00:30%2B09:00", "2026-11-24 03:00:30"]
    {
        assert_eq!(names(&mut sim, &format!("/servers?changes-since={since}")), ["renamed"], "{since}");
    }
    assert_eq!(names(&mut sim, "/servers?changes-since=2026-11-24T03:01:01Z"), Vec::<String>::new());
}

#[test]
fn ten_thousand_are_listed_page_by_page() {
    let mut sim = Sim::with(Options { instances: Some(10_000), ..Options::default() }, "demo@maru.test");
    let (mut seen, mut marker) = (std::collections::HashSet::new(), String::new());
    loop {
        let body = sim.get(&format!("/servers?limit=1000{marker}")).value();
        let list = body.get("servers").and_then(Value::as_array).cloned().unwrap_or_default();
        let ids: Vec<String> = list.iter().filter_map(|s| Some(s.get("id")?.as_str()?.to_owned())).collect();
        let Some(last) = ids.last() else { break };
        marker = format!("&marker={last}");
        seen.extend(ids);
    }
    assert_eq!(seen.len(), 10_000);
}

#[test]
fn equal_seeds_give_equal_worlds() {
    let list = |seed| {
        Sim::with(Options { seed, instances: Some(50), ..Options::default() }, "demo@maru.test")
            .get("/servers/detail")
            .body
    };
    assert_eq!(list(7), list(7));
    assert_ne!(list(7), list(8));
}

#[test]
fn a_whole_list_is_cut_into_pages_when_told_so() {
    let mut sim = Sim::user("demo@maru.test");
    let ids = |body: &Value| -> Vec<String> {
        let flavors = body.get("flavors").and_then(Value::as_array).cloned().unwrap_or_default();
        flavors.iter().filter_map(|flavor| Some(flavor.get("id")?.as_str()?.to_owned())).collect()
    };
    let all = ids(&sim.get("/flavors").value());
    let fault = json!({ "path": "/flavors", "page_max": 3 });
    sim.send(cloudsim::Request::new("POST", "/_sim/faults").json(&fault));
    let (mut seen, mut path) = (Vec::new(), "/flavors?minRam=0".to_owned());
    loop {
        let body = sim.get(&path).value();
        let page = ids(&body);
        assert!((1..=3).contains(&page.len()), "{page:?}");
        seen.extend(page);
        let Some(next) = body.pointer("/flavors_links/0/href").and_then(Value::as_str) else { break };
        assert!(next.contains("minRam=0"), "{next}");
        path = format!("/flavors?{}", next.split_once('?').expect("a query").1);
    }
    assert_eq!(seen, all);
}
