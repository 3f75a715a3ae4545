use super::*;
use crate::calls::{flavors, keypairs, network};
use crate::exchange::Reply;
use crate::wire::FlavorName;

fn reply(body: &str) -> Reply {
    Reply { status: 200, headers: Vec::new(), body: body.to_owned() }
}

/// A list that was split into pages without a limit in the request (Nova's `max_limit`, Neutron's `pagination_max_limit`):
/// `expect` is the query of the second request.
#[track_caller]
fn check(link: &str, expect: Option<&str>) {
    let query = flavors::FlavorQuery { min_ram_mb: Some(512), min_disk_gb: None };
    let body = format!(r#"{{"flavors": [{{"id": "a", "name": "u2"}}, {{"id": "b/1", "name": "m2"}}]{link}}}"#);
    let call = flavors::list(&query);
    let page = call.finish(&reply(&body)).expect("a page");
    assert_eq!(page.len(), 2);
    let asked = page.next.as_ref().map(|next| flavors::list(&query).from_page(next, &page).request.path);
    assert_eq!(asked.as_deref(), expect.map(|query| format!("/flavors/detail?{query}")).as_deref(), "{link}");
}

#[test]
fn the_first_page_is_not_taken_for_all() {
    let links = |href: &str| format!(r#", "flavors_links": [{{"rel": "next", "href": "{href}"}}]"#);
    check("", None);
    check(r#", "flavors_links": []"#, None);
    check(r#", "flavors_links": null"#, None);
    check(r#", "flavors_links": [{"rel": "previous", "href": "http://c/flavors?marker=a"}]"#, None);
    check(&links("http://c/v2.1/flavors/detail?limit=100&marker=b&minRam=512"), Some("limit=100&marker=b&minRam=512"));
    // A cloud behind a proxy names an internal host, or none: only the query counts.
    check(&links("//inner:8774/../../flavors?marker=b#x"), Some("marker=b"));
    check(r#", "next": "/v2/flavors?marker=b""#, Some("marker=b"));
    // An unusable link still says that there is more.
    for broken in ["", "http://c/flavors/detail", "?", "http://c/?a b=c", "http://c/?x=한"] {
        check(&links(broken), Some("minRam=512&marker=b%2F1"));
    }
}

#[test]
fn every_list_is_led_on_by_its_own_kind_of_link() {
    let next = |body: &str, links: &str| {
        let body = format!(r#"{{{body}, "{links}": [{{"rel": "next", "href": "x?marker=m"}}]}}"#);
        reply(&body)
    };
    let query = Some(NextPage::Query("marker=m".to_owned()));
    let names = keypairs::list().finish(&next(r#""keypairs": [{"keypair": {"name": "k"}}]"#, "keypairs_links"));
    assert_eq!(names.map(|page| (page.len(), page.next)), Ok((1, query.clone())));
    let groups = network::security_groups();
    let groups = groups.finish(&next(r#""security_groups": [{"id": "g"}]"#, "security_groups_links"));
    assert_eq!(groups.map(|page| (page.len(), page.next)), Ok((1, query.clone())));
    let ports = network::ports(None).finish(&next(r#""ports": [{"id": "p"}]"#, "ports_links"));
    assert_eq!(ports.map(|page| (page.len(), page.next)), Ok((1, query)));
}

#[test]
fn pages_join_with_each_row_once() {
    let rows = |ids: &str| -> Vec<FlavorName> {
        ids.chars().map(|id| FlavorName { id: id.to_string().as_str().into(), name: String::new() }).collect()
    };
    for (before, page, all) in [
        ("", "", ""),
        ("", "abc", "abc"),
        ("abc", "de", "abcde"),
        ("abc", "cde", "abcde"),
        ("abc", "abc", "abc"),
        ("ab", "cc", "abc"),
    ] {
        let page = Page { rows: rows(page), next: None };
        assert_eq!(page.after(&rows(before)), rows(all), "{before} {all}");
    }
}
