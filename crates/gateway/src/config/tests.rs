//! Valid configurations, and the messages for invalid ones.

use std::time::Duration;

use super::keys::{Default, TABLES};
use super::{Config, Log, keys};

const EXAMPLE: &str = include_str!("../../gateway.example.toml");

#[test]
fn the_example_is_valid() {
    let config = Config::from_toml(EXAMPLE).expect("the example");
    let app = config.app_config();
    assert_eq!(app.proxy.as_deref(), Some("proxy/"));
    let ids: Vec<_> = app.clouds.iter().map(|cloud| (cloud.id.as_str(), cloud.direct)).collect();
    assert_eq!(ids, [("nhn", false), ("lab", true)]);
    let reaches = |authority: &str| config.allow.find(authority).is_some();
    assert!(reaches("api-identity-infrastructure.nhncloudservice.com"), "identity's host is implied");
    assert!(reaches("kr1-api-instance-infrastructure.nhncloudservice.com"));
    assert!(!reaches("openstack.example:5000"), "a direct cloud needs no proxy");
    let direct: Vec<_> = config.direct_origins().iter().map(ToString::to_string).collect();
    let lab = ["5000", "8774", "9292", "9696"].map(|port| format!("https://openstack.example:{port}"));
    assert_eq!(direct, lab);
}

#[test]
fn no_proxy_when_every_cloud_is_direct() {
    let text = "[[cloud]]\nid='a'\nname='A'\nidentity='https://a.example/v3/'\ndirect=true\n";
    let app = Config::from_toml(text).expect("a configuration").app_config();
    assert_eq!(app.proxy, None);
    assert_eq!(app.clouds.first().map(|cloud| cloud.identity.as_str()), Some("https://a.example/v3"));
}

#[test]
fn errors_name_line_and_what_to_write() {
    let cloud = "[[cloud]]\nid = 'a'\nname = 'A'\nidentity = 'https://a.example/v3'\n";
    let check = |text: String, line: usize, part: &str| {
        let error = Config::from_toml(&text).expect_err(&text);
        assert_eq!(error.line, Some(line), "{text}\n{error}");
        assert!(error.to_string().contains(part), "{text}\n{error}");
    };
    check(format!("{cloud}host = []\n"), 5, "unknown field `host`");
    check(format!("{cloud}[cros]\n"), 5, "unknown field `cros`");
    check(format!("{cloud}[cors]\norigin = 'https://b.example'\n"), 6, "unknown field `origin`");
    check(format!("{cloud}demo = {{}}\n"), 5, "unknown field `demo`");
    check(format!("{cloud}direct = 1\n"), 5, "`direct` of [[cloud]]: invalid type: integer `1`, expected a boolean");
    check(format!("{cloud}rules = 'aws'\n"), 5, "unknown variant `aws`");
    check(format!("{cloud}regions = [\n"), 5, "");
    check(
        format!("{cloud}hosts = [\n 'https://b.example',\n 'b.example']\n"),
        7,
        "line 7, `hosts` of [[cloud]]: `b.example` is not an address",
    );
    check(
        format!("{cloud}hosts = ['https://b.example/v2?a']\n"),
        5,
        "`hosts` of [[cloud]]: `https://b.example/v2?a` has",
    );
    check(format!("{cloud}hosts = ['http://a.example:443']\n"), 2, "keep one");
    check(format!("{cloud}[cors]\norigins = ['*']\n"), 6, "`*` is not an address");
    check(format!("{cloud}[proxy]\nread_timeout_s = 0\n"), 6, "`read_timeout_s` of [proxy]: 0 is not between 1 and");
    check(format!("{cloud}[proxy]\nmax_body_bytes = 9e9\n"), 6, "`max_body_bytes` of [proxy]: invalid type");
    check(
        format!("{cloud}[proxy]\nprivate = [\n  '10.0.0.0/8', # ours\n  '10.0.0/8',\n]\n"),
        8,
        "`private` of [proxy]",
    );
    check(format!("{cloud}[server]\ntls_cert = 'a.pem'\n"), 6, "`tls_cert` of [server]: needs `tls_key`");
    check(format!("{cloud}[server]\n# own\ntls_key = 'a.pem'\n"), 7, "`tls_key` of [server]: needs `tls_cert`");
    check(format!("{cloud}[server]\nlog = 'some'\n"), 6, "`log` of [server]: unknown variant `some`");
    check(
        format!("{cloud}[server]\npublic = 'console.example'\n"),
        6,
        "`public` of [server]: `console.example` is not",
    );
    check(format!("{cloud}[server]\nmax_headers = -1\n"), 6, "`max_headers` of [server]");
    check(format!("{cloud}{cloud}"), 6, "used twice");
    check(cloud.replace("'a'", "'A b'"), 2, "a-z, 0-9");
    check(cloud.replace("https://a.example/v3", "a.example/v3"), 4, "`a.example/v3` is not an address");
    check(cloud.replace("name = 'A'\n", ""), 1, "line 1, [[cloud]]: missing field `name`");
}

#[test]
fn the_demo_comes_first_and_needs_its_id() {
    let text = "[[cloud]]\nid='demo'\nname='A'\nidentity='https://a.example/v3'\n";
    let taken = Config::from_toml(text).expect("a configuration");
    let demo = taken.clouds.first().expect("one cloud").clone();
    assert!(taken.clone().add_first(demo.clone()).is_err_and(|message| message.contains("used twice")));
    let mut free = Config::from_toml(&text.replace("demo", "other")).expect("a configuration");
    free.add_first(demo).expect("free");
    let ids: Vec<_> = free.clouds.iter().map(|cloud| cloud.config.id.as_str()).collect();
    assert_eq!(ids, ["demo", "other"]);
}

#[test]
fn what_is_set_holds() {
    let text = "[[cloud]]\nid='a'\nname='A'\nidentity='https://a.example/identity/v3'\n\
                hosts=['https://a.example/compute', 'https://b.example']\n\
                [server]\nlog='all'\nmax_headers=50\nmetrics_from=[]\npublic='https://console.example'\n\
                [proxy]\nconnect_timeout_s=1\nread_timeout_s=2\ntotal_timeout_s=3\nprivate=['10.0.0.0/8']\n";
    let config = Config::from_toml(text).expect("a configuration");
    assert_eq!((config.server.log, config.server.max_headers), (Log::All, 50));
    assert!(config.server.metrics_from.is_empty());
    let proxy = &config.proxy;
    let timeouts = [proxy.connect_timeout, proxy.read_timeout, proxy.total_timeout];
    assert_eq!(timeouts, [1, 2, 3].map(Duration::from_secs));
    let permits =
        |host: &str, path: &str| config.allow.find(host).is_some_and(|origin| config.allow.permits(&origin, path));
    assert!(permits("a.example", "/identity/v3/auth/tokens") && permits("a.example", "/compute/v2.1"));
    assert!(!permits("a.example", "/dashboard"), "a listed path narrows its host, identity's too");
    assert!(permits("b.example", "/anything"));
}

/// A busy network service takes longer than the page's default timeout.
#[test]
fn how_long_the_page_waits_is_told_to_it() {
    let check = |page: &str, expect: (Option<u32>, Option<u32>)| {
        let app = Config::from_toml(&format!("[page]\n{page}\n")).expect("a configuration").app_config();
        assert_eq!((app.read_timeout_s, app.write_timeout_s), expect, "{page}");
    };
    check("", (None, None));
    check("read_timeout_s=30\nwrite_timeout_s=120", (None, None));
    check("write_timeout_s=140", (None, Some(140)));
    check("read_timeout_s=60", (Some(60), None));
    assert!(Config::from_toml("[page]\nwrite_timeout_s=0\n").is_err());
}

/// The keys that the reader accepts in a table, from its own error message.
fn taken(table: &str) -> Vec<String> {
    let probe = format!("{table}\nid = 'a'\nname = 'A'\nidentity = 'https://a.example'\nno_such_key = 1\n");
    let probe = if table == "[[cloud]]" { probe } else { format!("{table}\nno_such_key = 1\n") };
    let error = Config::from_toml(&probe).expect_err("an unknown key").message;
    let (_, listed) = error.split_once("expected ").unwrap_or_else(|| panic!("{error}"));
    listed.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_key_that_is_read_is_in_the_reference_and_no_other() {
    for (table, _) in TABLES {
        let mut listed: Vec<_> =
            keys::all().iter().filter(|key| key.table == table).map(|key| key.name.to_owned()).collect();
        let mut taken = taken(table);
        taken.sort();
        listed.sort();
        assert_eq!(listed, taken, "{table}");
    }
    let error = Config::from_toml("[no_such_table]\n").expect_err("an unknown table").message;
    let tables: Vec<_> = error.split('`').skip(3).step_by(2).collect();
    let listed = TABLES.map(|(table, _)| table.trim_matches(['[', ']']));
    assert_eq!(tables, listed);
}

#[test]
fn what_the_reference_says_holds_when_a_key_is_left_out() {
    let cloud = "[[cloud]]\nid = 'a'\nname = 'A'\nidentity = 'https://a.example'\n";
    let plain = Config::from_toml(cloud).expect("a configuration");
    for key in keys::all() {
        let Default::Value(value) = &key.default else { continue };
        let table = if key.table == "[[cloud]]" { "" } else { key.table };
        let text = format!("{cloud}{table}\n{} = {value}\n", key.name);
        let typed = Config::from_toml(&text).unwrap_or_else(|error| panic!("{text}\n{error}"));
        assert_eq!(typed, plain, "{text}");
    }
}
