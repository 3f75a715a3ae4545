//! What an operator may write, and what is told when it is wrong.

use super::Config;

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
    check(format!("{cloud}direct = 1\n"), 5, "boolean");
    check(format!("{cloud}rules = 'aws'\n"), 5, "unknown variant `aws`");
    check(format!("{cloud}regions = [\n"), 5, "");
    check(format!("{cloud}hosts = [\n 'https://b.example',\n 'b.example']\n"), 7, "`b.example` is no address");
    check(format!("{cloud}hosts = ['https://b.example/v2']\n"), 5, "write only scheme, host and port");
    check(format!("{cloud}hosts = ['http://a.example:443']\n"), 2, "keep one");
    check(format!("{cloud}[cors]\norigins = ['*']\n"), 6, "`*` is no address");
    check(format!("{cloud}[proxy]\ntimeout_s = 0\n"), 6, "timeout_s");
    check(format!("{cloud}{cloud}"), 6, "used twice");
    check(cloud.replace("'a'", "'A b'"), 2, "a-z, 0-9");
    check(cloud.replace("https://a.example/v3", "a.example/v3"), 4, "`a.example/v3` is no address");
    check(cloud.replace("name = 'A'\n", ""), 1, "missing field `name`");
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
