//! The lists of networks, floating IPs, groups, policies and key pairs: search, filters, and missing values last.

use cloud::Reply;
use cloud::calls::{keypairs, network as calls, server_groups};
use cloud::wire::{FloatingIp, KeyPair, SecurityGroup, ServerGroup, Zone};
use query::{Compiled, Fields, Query};
use view::key_pairs::{KEY_PAIR_FIELDS, key_pairs};
use view::listing::{Listing, Order};
use view::network::{
    FLOATING_IP_FIELDS, Line, POLICY_FIELDS, SECURITY_GROUP_FIELDS, floating_ip_term, floating_ips, policies,
    security_groups,
};
use view::zones::{self, Count, Counts, ZONE_FIELDS};

fn listing(query: &str) -> Listing {
    Listing::of_query(&["show"], query).usually_by("name", false)
}

fn reply(body: &str) -> Reply {
    Reply { status: 200, headers: Vec::new(), body: body.to_owned() }
}

/// Checks for each query which rows remain, by id and in order.
fn check(fields: Fields, table: &[(&str, &str)], shown: impl Fn(&Compiled, Option<&Order>) -> String) {
    for (query, expect) in table {
        let listing = listing(query).in_terms(FLOATING_IP_FIELDS, floating_ip_term);
        let compiled = Compiled::new(&Query::parse(&listing.search), fields, Default::default());
        assert_eq!(shown(&compiled, listing.order.as_ref()), *expect, "{query}");
    }
}

#[test]
fn floating_ips_by_query() {
    let rows = r#"{"floatingips":[
        {"id":"a","floating_ip_address":"203.0.113.10","floating_network_id":"p","status":"ACTIVE","port_id":"x","fixed_ip_address":"10.0.0.9"},
        {"id":"b","floating_ip_address":"203.0.113.9","floating_network_id":"p","status":"DOWN"},
        {"id":"c","floating_ip_address":"203.0.113.77","floating_network_id":"p","status":"ACTIVE","port_id":"y","fixed_ip_address":"10.0.0.10"}]}"#;
    let ips: Vec<FloatingIp> = calls::floating_ips().finish(&reply(rows)).expect("floating IPs").into_iter().collect();
    let user = |id: &str| (id == "a").then(|| ("s".into(), "web".to_owned()));
    let lines: Vec<Line> =
        ips.into_iter().map(|ip| Line { user: user(ip.id.as_str()), pool: "public".into(), ip }).collect();
    let table = [
        ("", "bac"),
        ("q=web", "a"),
        ("q=10.0.0", "ac"),
        ("show=free", "b"),
        ("show=used", "ac"),
        ("sort=fixed", "acb"),
        ("sort=fixed&dir=desc", "cab"),
        ("sort=instance", "abc"),
        ("sort=instance&dir=desc", "abc"),
        ("sort=status", "acb"),
    ];
    check(FLOATING_IP_FIELDS, &table, |query, order| {
        floating_ips(&lines, query, order).iter().map(|line| line.ip.id.as_str()).collect()
    });
}

#[test]
fn groups_by_query() {
    let rows = r#"{"security_groups":[
        {"id":"1","name":"web","description":"","security_group_rules":[]},
        {"id":"2","name":"db","description":"inside","security_group_rules":[
            {"id":"r","direction":"ingress","ethertype":"IPv4","protocol":"tcp","port_range_min":22,"port_range_max":22,"remote_ip_prefix":"0.0.0.0/0"}]},
        {"id":"3","name":"app","description":"edge","security_group_rules":[]}]}"#;
    let groups: Vec<SecurityGroup> =
        calls::security_groups().finish(&reply(rows)).expect("groups").into_iter().collect();
    let users = |group: &SecurityGroup| (group.name != "app").then_some(group.name.len());
    // An empty description counts as none.
    let table = [
        ("", "321"),
        ("q=INSIDE", "2"),
        ("sort=description", "321"),
        ("sort=description&dir=desc", "231"),
        ("sort=used", "213"),
        ("sort=used&dir=desc", "123"),
        ("sort=open&dir=desc", "231"),
        ("sort=rules&dir=desc", "231"),
    ];
    check(SECURITY_GROUP_FIELDS, &table, |query, order| {
        security_groups(&groups, query, order, &users).iter().map(|group| group.id.as_str()).collect()
    });
}

#[test]
fn policies_by_query() {
    let rows = r#"{"server_groups":[
        {"id":"1","name":"spread","policies":["anti-affinity"],"members":["s1","s2"]},
        {"id":"2","name":"near","policies":["affinity"],"members":[]}]}"#;
    let groups: Vec<ServerGroup> = server_groups::list().finish(&reply(rows)).expect("policies").into_iter().collect();
    let members = |group: &ServerGroup| group.members.iter().map(|id| format!("name-of-{id}")).collect();
    let table = [
        ("", "21"),
        ("q=name-of-s2", "1"),
        ("q=affinity", "21"),
        ("sort=members&dir=desc", "12"),
        ("sort=placement", "21"),
    ];
    check(POLICY_FIELDS, &table, |query, order| {
        policies(&groups, query, order, &members).iter().map(|group| group.id.as_str()).collect()
    });
}

#[test]
fn key_pairs_by_query() {
    let rows = r#"{"keypairs":[
        {"keypair":{"name":"web-10","public_key":"ssh-rsa AAAA","fingerprint":"bb"}},
        {"keypair":{"name":"web-2","public_key":"ssh-ed25519 AAAA","fingerprint":"aa"}},
        {"keypair":{"name":"old","public_key":"","fingerprint":""}}]}"#;
    let pairs: Vec<KeyPair> = keypairs::list().finish(&reply(rows)).expect("key pairs").into_iter().collect();
    let users = |name: &cloud::KeyName| (name.as_str() != "old").then(|| name.as_str().len());
    let table = [
        ("", "old web-2 web-10"),
        ("q=ed25519", "web-2"),
        ("sort=fingerprint", "web-2 web-10 old"),
        ("sort=fingerprint&dir=desc", "web-10 web-2 old"),
        ("sort=used", "web-2 web-10 old"),
        ("sort=used&dir=desc", "web-10 web-2 old"),
    ];
    check(KEY_PAIR_FIELDS, &table, |query, order| {
        key_pairs(&pairs, query, order, &users).iter().map(|pair| pair.name.as_str()).collect::<Vec<_>>().join(" ")
    });
}

#[test]
fn zones_by_query() {
    let zone = |name: &str, available| Zone { name: name.into(), available };
    let all = [zone("kr-10", true), zone("kr-2", false), zone("jp-1", true)];
    let of = |name: &str, all, running| (Some(name.into()), Count { all, running });
    let counts =
        Counts::from([of("kr-10", 4, 1), of("jp-1", 3, 3), of("gone", 2, 2), (None, Count { all: 1, running: 0 })]);
    let lines = zones::lines(&all, Some(&counts));
    let table = [
        ("", "jp-1 kr-2 kr-10"),
        ("q=KR", "kr-2 kr-10"),
        ("sort=status", "jp-1 kr-10 kr-2"),
        ("sort=instances", "kr-2 jp-1 kr-10"),
        ("sort=running&dir=desc", "jp-1 kr-10 kr-2"),
    ];
    let names = |lines: &[zones::Line], query: &Compiled, order: Option<&Order>| {
        zones::zones(lines, query, order).iter().map(|line| line.zone.name.as_str()).collect::<Vec<_>>().join(" ")
    };
    check(ZONE_FIELDS, &table, |query, order| names(&lines, query, order));
    // Not counted yet: in the default order in both directions.
    let lines = zones::lines(&all, None);
    let table = [("sort=instances&dir=desc", "jp-1 kr-2 kr-10")];
    check(ZONE_FIELDS, &table, |query, order| names(&lines, query, order));
    assert_eq!(zones::elsewhere(&all, &counts), 3, "in a zone that is not listed, and in none");
}
