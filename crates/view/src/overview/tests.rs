//! The overview over made-up lists.

use std::sync::Arc;

use cloud::calls::{flavors, network, quota, servers, volumes as cinder};
use cloud::config::RuleSet;
use cloud::wire::{Allowance, Flavor, FloatingIp, SecurityGroup, Server, Volume};
use cloud::{Reply, Timestamp};

use super::*;
use crate::instances::StatusGroup;

const NOW: Timestamp = Timestamp(1_800_000_000_000);

fn reply(body: String) -> Reply {
    Reply { status: 200, headers: Vec::new(), body }
}

/// `id status task minutes`: created and changed that many minutes ago, in zone `a`, flavor `f`, group `g`.
fn rows(lines: &[&str]) -> Vec<Arc<Server>> {
    let one = |line: &&str| {
        let words: Vec<&str> = line.split(' ').collect();
        let task = if words[2] == "-" { "null".to_owned() } else { format!("\"{}\"", words[2]) };
        let at = Timestamp(NOW.0 - words[3].parse::<i64>().expect("minutes") * 60_000).to_utc();
        let (id, status) = (words[0], words[1]);
        format!(
            r#"{{"id":"{id}","name":"n{id}","status":"{status}","OS-EXT-STS:task_state":{task},"created":"{at}",
            "updated":"{at}","flavor":{{"id":"f"}},"security_groups":[{{"name":"g"}}],
            "OS-EXT-AZ:availability_zone":"a","fault":{{"code":500,"message":"No valid host"}}}}"#
        )
    };
    let list: Vec<String> = lines.iter().map(one).collect();
    let page = servers::list(&Default::default()).finish(&reply(format!(r#"{{"servers":[{}]}}"#, list.join(","))));
    page.expect("instances").servers.into_iter().map(Arc::new).collect()
}

/// `id status size server`.
fn disks(lines: &[&str]) -> Vec<Volume> {
    let one = |line: &&str| {
        let words: Vec<&str> = line.split(' ').collect();
        let on = if words[3] == "-" { String::new() } else { format!(r#"{{"server_id":"{}"}}"#, words[3]) };
        let (id, status, size) = (words[0], words[1], words[2]);
        format!(r#"{{"id":"{id}","name":"v{id}","status":"{status}","size":{size},"attachments":[{on}]}}"#)
    };
    let list: Vec<String> = lines.iter().map(one).collect();
    let page = cinder::list(100, None).finish(&reply(format!(r#"{{"volumes":[{}]}}"#, list.join(","))));
    page.expect("volumes").rows
}

fn ips() -> Vec<FloatingIp> {
    let body = r#"{"floatingips":[{"id":"1","floating_ip_address":"203.0.113.1","port_id":"p"},
        {"id":"2","floating_ip_address":"203.0.113.2","port_id":null}]}"#;
    network::floating_ips().finish(&reply(body.to_owned())).expect("addresses").rows
}

/// One group `g` with one rule.
fn group(rule: &str) -> Vec<SecurityGroup> {
    let body = format!(
        r#"{{"security_groups":[{{"id":"sg","name":"g","security_group_rules":[{{"id":"r","direction":"ingress",{rule}}}]}}]}}"#
    );
    network::security_groups().finish(&reply(body)).expect("groups").rows
}

fn needs(lists: &Lists<'_>) -> Vec<(Need, usize)> {
    attention(lists, NOW).into_iter().map(|alarm| (alarm.need, alarm.all)).collect()
}

#[test]
fn instances_by_status_and_zone() {
    let counts = instances(&rows(&["1 ACTIVE - 1", "2 ACTIVE powering-off 1", "3 SHUTOFF - 1", "4 ERROR - 1"]));
    let groups: Vec<usize> = StatusGroup::ALL.into_iter().map(|group| counts.of(group)).collect();
    assert_eq!((counts.all, groups), (4, vec![1, 1, 1, 1, 0]));
    let zones: Vec<_> =
        counts.zones.iter().map(|row| (row.zone.as_ref().map(|zone| zone.as_str()), row.count.all)).collect();
    assert_eq!(zones, [(Some("a"), 4)]);
    assert_eq!(instances(&[]), Instances::default());
}

#[test]
fn volumes_and_addresses() {
    let counts = volumes(&disks(&["1 in-use 10 s", "2 available 20 -", "3 error 30 -", "4 creating 40 -", "5 x 1 -"]));
    let expect = Volumes { all: 5, gb: 101, attached: 1, free: 1, busy: 1, failed: 1, other: 1 };
    assert_eq!(counts, expect);
    assert_eq!(addresses(&ips()), Addresses { all: 2, free: 1 });
}

/// The limit of each period, and one minute more.
#[test]
fn an_instance_needs_a_person() {
    let check = |line: &str, rules: RuleSet, expect: Option<Need>| {
        let servers = rows(&[line]);
        let lists = Lists { servers: Some(&servers), rules, ..Lists::default() };
        let found: Vec<Need> = needs(&lists).into_iter().map(|(need, _)| need).collect();
        assert_eq!(found, Vec::from_iter(expect), "{line}");
    };
    let nhn = RuleSet::Nhn;
    check("1 ACTIVE - 9999", nhn, None);
    check("1 SHUTOFF - 9999", nhn, None);
    check("1 ERROR - 0", nhn, Some(Need::InError));
    check("1 ERROR spawning 9999", nhn, Some(Need::InError));
    check("1 BUILD spawning 10", nhn, None);
    check("1 BUILD spawning 11", nhn, Some(Need::LongBuild));
    check("1 ACTIVE powering-off 30", nhn, None);
    check("1 ACTIVE powering-off 31", nhn, Some(Need::Stuck));
    check("1 DELETED - 9999", nhn, None);
    check("1 VERIFY_RESIZE - 1", RuleSet::OpenStack, Some(Need::Unconfirmed));
    check("1 VERIFY_RESIZE - 1", nhn, None);
    check("1 VERIFY_RESIZE - 31", nhn, Some(Need::Stuck));
}

#[test]
fn the_most_urgent_first_and_few_by_name() {
    let many: Vec<String> = (0..NAMED + 2).map(|id| format!("{id} ERROR - 1")).collect();
    let servers = rows(&many.iter().map(String::as_str).collect::<Vec<_>>());
    let (disks, ips) = (disks(&["1 available 20 -", "2 in-use 5 s", "3 error_deleting 7 -"]), ips());
    let groups = group(
        r#""protocol":"tcp","port_range_min":1,"port_range_max":65535,"remote_ip_prefix":"0.0.0.0/0","ethertype":"IPv4""#,
    );
    let lists = Lists {
        servers: Some(&servers),
        volumes: Some(&disks),
        addresses: Some(&ips),
        groups: Some(&groups),
        rules: RuleSet::Nhn,
    };
    let expect = [
        (Need::InError, NAMED + 2),
        (Need::VolumeFailed, 1),
        (Need::OpenLogin, 1),
        (Need::FreeAddress, 1),
        (Need::FreeVolume, 1),
    ];
    assert_eq!(needs(&lists), expect);
    let alarms = attention(&lists, NOW);
    assert_eq!(alarms[0].items.len(), NAMED);
    assert_eq!(alarms[0].items[0].detail, "No valid host");
    assert_eq!((alarms[2].items[0].detail.as_str(), alarms[2].items[0].number), ("22, 3389", Some(NAMED as u64 + 2)));
    assert_eq!((alarms[4].items[0].name.as_str(), alarms[4].items[0].number), ("v1", Some(20)));
    assert_eq!(needs(&Lists::default()), [], "what is not known needs nobody");
}

#[test]
fn only_what_the_whole_world_reaches_is_open() {
    let check = |rule: &str, expect: &str| {
        let groups = group(rule);
        let alarms = attention(&Lists { groups: Some(&groups), ..Lists::default() }, NOW);
        let found = alarms.first().and_then(|alarm| alarm.items.first()).map_or("", |item| item.detail.as_str());
        assert_eq!(found, expect, "{rule}");
    };
    let tcp = r#""protocol":"tcp","ethertype":"IPv4""#;
    check(&format!(r#"{tcp},"port_range_min":22,"port_range_max":22,"remote_ip_prefix":"0.0.0.0/0""#), "22");
    check(&format!(r#"{tcp},"port_range_min":3389,"port_range_max":3389"#), "3389");
    check(r#""protocol":null,"ethertype":"IPv6","remote_ip_prefix":"::/0""#, "22, 3389");
    check(&format!(r#"{tcp},"port_range_min":22,"port_range_max":22,"remote_ip_prefix":"198.51.100.0/24""#), "");
    check(&format!(r#"{tcp},"port_range_min":80,"port_range_max":443,"remote_ip_prefix":"0.0.0.0/0""#), "");
    check(&format!(r#"{tcp},"remote_group_id":"sg""#), "");
}

#[test]
fn a_gauge_is_as_long_as_it_is_full() {
    let check = |used: u64, limit: u64, percent: u64, fill: Fill| {
        let found = gauge(Allowance { limit: Some(limit), used: Some(used) });
        assert_eq!(found, Some(Gauge { used, limit, percent, fill }));
    };
    check(0, 10, 0, Fill::Enough);
    check(1, 100_000, 1, Fill::Enough);
    check(79, 100, 79, Fill::Enough);
    check(80, 100, 80, Fill::Tight);
    check(99_999, 100_000, 99, Fill::Tight);
    check(100, 100, 100, Fill::Full);
    check(150, 100, 100, Fill::Full);
    check(0, 0, 100, Fill::Full);
    check(u64::MAX, u64::MAX - 1, 100, Fill::Full);
    for (limit, used) in [(None, Some(1)), (Some(1), None), (None, None)] {
        assert_eq!(gauge(Allowance { limit, used }), None);
    }
}

#[test]
fn what_the_cloud_does_not_tell_is_reckoned() {
    let body = r#"{"flavors":[{"id":"f","name":"f","vcpus":2,"ram":4096,"disk":0}]}"#;
    let flavors: Vec<Flavor> =
        flavors::list(&Default::default()).finish(&reply(body.to_owned())).expect("flavors").rows;
    let set = r#"{"quota_set":{"instances":10,"cores":20,"ram":51200}}"#;
    let quota = quota::quota_set(&"t".into()).finish(&reply(set.to_owned())).expect("a quota");
    let rows = rows(&["1 ACTIVE - 1", "2 SHUTOFF - 1"]);
    let told = used(&quota, &rows, Some(&flavors));
    assert_eq!((told.instances.used, told.vcpus.used, told.ram_mb.used), (Some(2), Some(4), Some(8192)));
    let unknown = used(&quota, &rows, Some(&[]));
    assert_eq!((unknown.instances.used, unknown.vcpus.used, unknown.ram_mb.used), (Some(2), None, None));
    let limits = r#"{"limits":{"absolute":{"maxTotalCores":20,"totalCoresUsed":7}}}"#;
    let quota = quota::limits().finish(&reply(limits.to_owned())).expect("limits");
    assert_eq!(used(&quota, &rows, Some(&flavors)).vcpus.used, Some(7), "the cloud's word holds");
}
