use super::*;

fn read(text: &str) -> AppConfig {
    serde_json::from_str(text).expect("a configuration")
}

#[test]
fn what_is_left_out_has_a_default() {
    assert_eq!(read("{}"), AppConfig { proxy: None, clouds: vec![] });
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
    assert_eq!(cloud, AppConfig { proxy: Some("proxy/".into()), clouds: vec![expect] });
}

#[test]
fn all_fields() {
    let text = r#"{"proxy": null, "clouds": [{"id": "demo", "name": "Demo", "identity": "https://h/v3",
        "regions": ["KR1", "KR2"], "rules": "openstack", "max_root_disk_gb": 2000, "direct": true,
        "demo": {"tenant": "t", "user": "u", "password": "p"}, "of a newer version": 1}]}"#;
    let config = read(text);
    let cloud = &config.clouds[0];
    assert_eq!((cloud.rules, cloud.max_root_disk_gb, cloud.direct), (RuleSet::OpenStack, Some(2000), true));
    assert_eq!(cloud.demo.as_ref().map(|demo| demo.user.as_str()), Some("u"));
    assert_eq!(read(&serde_json::to_string(&config).expect("JSON")), config);
}

#[test]
fn mistakes_are_named() {
    for (text, word) in [
        (r#"{"clouds": [{"id": "a", "name": "A"}]}"#, "identity"),
        (r#"{"clouds": [{"id": "a", "name": "A", "identity": "h", "rules": "aws"}]}"#, "aws"),
    ] {
        let error = serde_json::from_str::<AppConfig>(text).expect_err(text).to_string();
        assert!(error.contains(word), "{error}");
    }
}
