use super::*;

fn read(text: &str) -> AppConfig {
    AppConfig::parse(text).expect("a configuration")
}

#[test]
fn what_is_left_out_has_a_default() {
    assert_eq!(read("{}"), AppConfig::default());
    let cloud = read(r#"{"proxy": "proxy/", "clouds": [{"id": "a", "name": "A", "identity": "https://h/v2.0"}]}"#);
    let expect = CloudConfig {
        id: "a".into(),
        name: "A".into(),
        identity: "https://h/v2.0".into(),
        regions: vec![],
        rules: RuleSet::Nhn,
        max_root_disk_gb: None,
        direct: false,
        demo: None,
    };
    assert_eq!(cloud, AppConfig { proxy: Some("proxy/".into()), clouds: vec![expect], ..AppConfig::default() });
}

/// A busy network service needs longer than 30 s for a write.
#[test]
fn a_write_is_waited_for_longer_than_a_read_and_both_can_be_set() {
    for (text, read_ms, write_ms) in [
        ("{}", 30_000, 120_000),
        (r#"{"read_timeout_s": 5}"#, 5_000, 120_000),
        (r#"{"write_timeout_s": 600}"#, 30_000, 600_000),
    ] {
        let config = read(text);
        assert_eq!((config.read_timeout_ms(), config.write_timeout_ms()), (read_ms, write_ms), "{text}");
    }
    for text in [r#"{"read_timeout_s": 0}"#, r#"{"write_timeout_s": "2 min"}"#] {
        let refused = AppConfig::parse(text).expect_err("refused");
        assert!(refused.contains("expected a number of seconds, 1 or more"), "{refused}");
    }
}

#[test]
fn all_fields() {
    let text = r#"{"proxy": null, "session": true, "clouds": [{"id": "demo", "name": "Demo", "identity": "https://h/v3",
        "regions": ["KR1", "KR2"], "rules": "openstack", "max_root_disk_gb": 2000, "direct": true,
        "demo": {"tenant": "t", "user": "u", "password": "p"}, "of a newer version": 1}]}"#;
    let config = read(text);
    assert!(config.session);
    let cloud = &config.clouds[0];
    assert_eq!((cloud.rules, cloud.max_root_disk_gb, cloud.direct), (RuleSet::OpenStack, Some(2000), true));
    assert_eq!(cloud.demo.as_ref().map(|demo| demo.user.as_str()), Some("u"));
    assert_eq!(read(&serde_json::to_string(&config).expect("JSON")), config);
}

/// Without the proxy the cloud needs the token itself, and a static host cannot keep it.
#[test]
fn tokens_are_kept_for_what_goes_through_the_proxy_only() {
    for (file, direct, expect) in [
        (r#""session": true, "proxy": "proxy/""#, false, true),
        (r#""session": true, "proxy": "proxy/""#, true, false),
        (r#""session": true"#, false, false),
        (r#""session": false, "proxy": "proxy/""#, false, false),
        (r#""proxy": "proxy/""#, false, false),
    ] {
        let cloud = format!(r#"{{"id": "a", "name": "A", "identity": "https://h/v3", "direct": {direct}}}"#);
        let config = read(&format!(r#"{{{file}, "clouds": [{cloud}]}}"#));
        assert_eq!(config.keeps_tokens_of(&config.clouds[0]), expect, "{file} {direct}");
    }
}

#[test]
fn mistakes_are_named() {
    for (text, word) in [
        (r#"{"clouds": [{"id": "a", "name": "A"}]}"#, "clouds[0]: missing field `identity`"),
        (
            r#"{"clouds": [{"id": "a", "name": "A", "identity": "h", "rules": "aws"}]}"#,
            "clouds[0]: rules: unknown variant `aws`, expected `nhn` or `openstack`",
        ),
        (r#"{"proxy": 7}"#, "proxy: expected a text"),
        (r#"{"session": 1}"#, "session: expected true or false"),
        (r#"{"clouds": {}}"#, "clouds: expected a list"),
        (r#"{"clouds": [7]}"#, "clouds[0]: missing field `id`"),
        ("null", "not an object"),
        ("{\n\"proxy\" 7}", "line 2 column 9"),
    ] {
        let error = AppConfig::parse(text).expect_err(text);
        assert!(error.contains(word), "{error}");
    }
}

#[test]
fn mistakes_in_a_cloud_are_named() {
    for (field, word) in [
        (r#""regions": ["KR1", 7]"#, "regions: expected a list of texts"),
        (r#""rules": true"#, "rules: expected a text"),
        (r#""max_root_disk_gb": "2000""#, "max_root_disk_gb: expected a number of GB"),
        (r#""max_root_disk_gb": -1"#, "max_root_disk_gb: expected a number of GB"),
        (r#""direct": "true""#, "direct: expected true or false"),
        (r#""demo": "t""#, "demo: expected an object"),
        (r#""demo": {"tenant": "t", "user": "u"}"#, "missing field `password`"),
    ] {
        let text = format!(r#"{{"clouds": [{{"id": "a", "name": "A", "identity": "h", {field}}}]}}"#);
        let error = AppConfig::parse(&text).expect_err(&text);
        assert_eq!(error, format!("clouds[0]: {word}"), "{text}");
    }
}

/// The page decodes the word by hand, the gateway with serde: they must agree.
#[test]
fn rule_sets_have_one_word() {
    for rules in RuleSet::ALL {
        assert_eq!(serde_json::to_value(rules).expect("a word"), rules.as_str());
    }
}
