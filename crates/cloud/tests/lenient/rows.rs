//! Invalid rows in lists, and answers that are not a list.

use cloud::calls::flavors::FlavorQuery;
use cloud::calls::network::NetworkDialect;
use cloud::calls::servers::ServerQuery;
use cloud::calls::{compute, flavors, identity, images, keypairs, network, servers, volumes};
use cloud::wire::Page;
use cloud::{Call, FailureKind, Reply};

fn reply(body: &str) -> Reply {
    Reply { status: 200, headers: Vec::new(), body: body.to_owned() }
}

fn rows<T>(call: &Call<Page<T>>, body: &str) -> Vec<T> {
    call.finish(&reply(body)).unwrap_or_else(|failure| panic!("{body}: {failure:?}")).rows
}

#[test]
fn a_row_without_an_id_is_dropped_and_the_rest_survives() {
    let check = |body: &str, expect: &[&str]| {
        let page = servers::list(&ServerQuery::default()).finish(&reply(body)).expect("a page");
        let ids: Vec<_> = page.servers.iter().map(|server| server.id.as_str()).collect();
        assert_eq!(ids, expect, "{body}");
    };
    check(r#"{"servers": []}"#, &[]);
    check(r#"{"total_servers": 0, "servers": null}"#, &[]);
    check(r#"{"servers": [{"name": "no id"}, {"id": "a"}, null, 7, "b", [], {"id": null}, {"id": "c"}]}"#, &["a", "c"]);
    check(r#"{"servers_links": "odd", "servers": [{"id": "a", "status": {"odd": 1}}]}"#, &["a"]);
}

#[test]
fn an_answer_without_its_list_is_a_failure_and_never_an_empty_list() {
    for body in ["", "null", "[]", "{}", r#"{"servers": {}}"#, r#"{"flavors": []}"#, "<html>", "{"] {
        let failure = servers::list(&ServerQuery::default()).finish(&reply(body)).expect_err(body);
        assert_eq!((failure.kind, failure.raw.as_str()), (FailureKind::Unreadable, body));
        assert!(!failure.message.is_empty());
    }
    assert!(servers::get(&"a".into()).finish(&reply(r#"{"server": {"name": "no id"}}"#)).is_err());
    assert!(servers::get(&"a".into()).finish(&reply(r#"{"server": null}"#)).is_err());
}

#[test]
fn next_pages() {
    let check = |body: &str, expect: bool| {
        let page = servers::list(&ServerQuery::default()).finish(&reply(body)).expect("a page");
        assert_eq!(page.has_next, expect, "{body}");
    };
    check(r#"{"servers": []}"#, false);
    check(r#"{"servers": [], "servers_links": []}"#, false);
    check(r#"{"servers": [], "servers_links": [{"rel": "prev", "href": ""}]}"#, false);
    check(r#"{"servers": [], "servers_links": [{"href": "x"}, {"rel": "next"}]}"#, true);
    let images = |body: &str| images::list(25, None).finish(&reply(body)).expect("a page").next.is_some();
    assert!(images(r#"{"images": [], "next": "/v2/images?marker=a"}"#));
    assert!(!images(r#"{"images": [], "first": "/v2/images", "next": null}"#));
}

#[test]
fn flavors_as_seen() {
    let check = |field: &str, expect: (u64, bool, bool, Option<f64>)| {
        let body = format!(r#"{{"flavors": [{{"id": 7, "name": null, {field}}}]}}"#);
        let all = rows(&flavors::list(&FlavorQuery::default()), &body);
        let flavor = all.first().expect("a flavor");
        assert_eq!((flavor.swap, flavor.disabled, flavor.is_public, flavor.rxtx_factor), expect, "{field}");
    };
    check(r#""swap": """#, (0, false, true, None));
    check(r#""swap": 512"#, (512, false, true, None));
    check(r#""swap": "512""#, (512, false, true, None));
    check(r#""swap": -1"#, (0, false, true, None));
    check(r#""OS-FLV-DISABLED:disabled": "true", "rxtx_factor": "1.5""#, (0, true, true, Some(1.5)));
    check(r#""os-flavor-access:is_public": false, "rxtx_factor": 1"#, (0, false, false, Some(1.0)));
}

#[test]
fn zones_key_pairs_and_volumes_as_seen() {
    let zones = reply(
        r#"{"availabilityZoneInfo": [{"zoneName": "a", "zoneState": {"available": "false"}},
        {"zoneName": "b", "zoneState": null}, {"zoneState": {"available": true}}]}"#,
    );
    let zones = compute::zones().finish(&zones).expect("zones");
    assert_eq!(
        zones.iter().map(|zone| (zone.name.as_str(), zone.available)).collect::<Vec<_>>(),
        [("a", false), ("b", false)]
    );
    let pairs = rows(
        &keypairs::list(),
        r#"{"keypairs": [{"keypair": {"name": "wrapped"}}, {"name": "bare"}, {"keypair": null}]}"#,
    );
    assert_eq!(pairs.iter().map(|pair| pair.name.as_str()).collect::<Vec<_>>(), ["wrapped", "bare"]);
    let page = volumes::list(1000, None).finish(&reply(
        r#"{"volumes": [{"id": "v", "name": null, "size": "50", "bootable": "true",
        "attachments": [{"server_id": "s", "device": "/dev/vda"}, {}]}]}"#,
    ));
    let volumes = page.expect("a page").rows;
    let volume = volumes.first().expect("a volume");
    assert_eq!((volume.name.as_str(), volume.size_gb, volume.bootable, volume.attachments.len()), ("", 50, true, 1));
}

/// Both dialects are decoded to the same types (nhn-api.md §3.1, §3.2).
#[test]
fn networks_in_both_dialects() {
    for (dialect, networks, subnets) in [
        (
            NetworkDialect::Nhn,
            "vpcs",
            r#"{"vpcsubnets": [{"id": "s", "vpc_id": "n", "cidr": "c", "available_ip_count": 249, "gateway": "192.168.0.1",
                "routingtable": {"id": "t", "gateway_id": null}}]}"#,
        ),
        (
            NetworkDialect::Neutron,
            "networks",
            r#"{"subnets": [{"id": "s", "network_id": "n", "cidr": "c", "gateway_ip": "192.168.0.1"}]}"#,
        ),
    ] {
        let body = format!(
            r#"{{"{networks}": [{{"id": "n", "name": "Default", "router:external": "true", "shared": true}}]}}"#
        );
        let network = rows(&network::networks(dialect), &body).remove(0);
        assert_eq!((network.id.as_str(), network.external, network.shared), ("n", true, true));
        let subnet = rows(&network::subnets(dialect), subnets).remove(0);
        assert_eq!(
            (subnet.network_id.as_str(), subnet.free_addresses.is_some()),
            ("n", dialect == NetworkDialect::Nhn)
        );
        assert_eq!(subnet.gateway.as_deref(), Some("192.168.0.1"));
        // Without an internet gateway a floating IP is refused; a stock cloud does not report it beforehand.
        assert_eq!(subnet.internet_gateway.said(), (dialect == NetworkDialect::Nhn).then_some(&None));
    }
    let ips = rows(
        &network::floating_ips(),
        r#"{"floatingips": [{"id": "f", "floating_ip_address": "203.0.113.9",
        "status": "DOWN", "port_id": null, "fixed_ip_address": null}]}"#,
    );
    assert_eq!((ips[0].address.as_str(), &ips[0].port, &ips[0].fixed_address), ("203.0.113.9", &None, &None));
}

/// NHN's example (nhn-api.md §1.2): any order, two formats of time, extra keys.
#[test]
fn a_v2_token() {
    let parts = [
        r#""token": {"id": "gAAAAABn-made-up", "issued_at": "2026-03-02T01:20:30.000123", "expires": "2026-03-02T13:19:00Z",
            "tenant": {"id": "aa11", "name": "c_MadeUp01", "groupId": "G", "enabled": "true", "swift": true}}"#,
        r#""serviceCatalog": [{"type": "compute", "name": "nova", "endpoints": [
            {"region": "KR1", "publicURL": "https://kr1.example/v2/aa11"}]}]"#,
        r#""user": {"id": "u1", "username": "uuid", "roles": [{"name": "project_admin"}], "roles_links": []}"#,
        r#""metadata": {"roles": ["77aa"], "is_admin": 0}"#,
    ];
    let credentials = identity::Credentials::V2 { tenant: "aa11".into(), user: "me".into(), password: "secret".into() };
    for turn in 0..parts.len() {
        let mut parts = parts;
        parts.rotate_left(turn);
        let body = format!(r#"{{"access": {{{}}}}}"#, parts.join(","));
        let token = identity::issue(&credentials).finish(&reply(&body)).expect("a token");
        assert_eq!(
            (token.id.as_str(), token.tenant_id.as_str(), token.tenant_name.as_str()),
            ("gAAAAABn-made-up", "aa11", "c_MadeUp01")
        );
        assert_eq!(token.expires.map(cloud::Timestamp::to_utc).as_deref(), Some("2026-03-02T13:19:00Z"));
        assert_eq!((token.user_id, token.catalog.entries.len()), (Some("u1".into()), 1));
        assert!(!format!("{:?}", identity::issue(&credentials).finish(&reply(&body))).contains("gAAAAABn"));
    }
}
