//! Rows S04–S08.

use cloud::calls::keypairs;
use cloud::keypair::{KeyNameInput, key_name, public_key};
use cloud::{KeyName, Timestamp};

use super::Check;

fn key(name: &str) -> KeyNameInput {
    key_name(name, []).expect("a key name")
}

pub const KEY_PAIRS: &[Check] = &[
    ("030-POST-os-keypairs-generate.json", |recorded| {
        let pair = recorded.read_exact(&keypairs::create(&key("vk-gen"), None));
        assert!(pair.private_key.as_deref().is_some_and(|key| key.starts_with("-----BEGIN RSA PRIVATE KEY-----")));
        assert!(!format!("{pair:?}").contains("BEGIN"), "Debug must not show the private key");
    }),
    ("031-POST-os-keypairs-import.json", |recorded| {
        let typed = recorded.asked()["keypair"]["public_key"].as_str().expect("a key");
        let typed = public_key(typed).expect("the key that Nova took");
        let pair = recorded.read_exact(&keypairs::create(&key("vk-import"), Some(&typed)));
        assert_eq!((pair.name.as_str(), pair.private_key), ("vk-import", None));
    }),
    ("034-POST-os-keypairs-name-a-b-c-on-v2.json", |recorded| {
        let pair = recorded.read_exact(&keypairs::create(&key("a.b@c"), None));
        assert_eq!(pair.name, KeyName("a.b@c".into()));
    }),
    ("035-DELETE-os-keypairs-a-b-c.json", |recorded| recorded.read(&keypairs::delete(&"a.b@c".into()))),
    ("037-GET-os-keypairs.json", |recorded| {
        let names: Vec<_> = recorded.read(&keypairs::list()).into_iter().map(|pair| pair.name.0).collect();
        assert_eq!(names, ["vk-gen", "vk-import"]);
    }),
    ("038-GET-os-keypairs-name.json", |recorded| {
        let pair = recorded.read(&keypairs::get(&"vk-gen".into()));
        assert_eq!((pair.id.as_deref(), pair.created_at), (Some("9"), Timestamp::parse("2026-11-23T08:57:20Z")));
    }),
    ("039-DELETE-os-keypairs-name.json", |recorded| recorded.read(&keypairs::delete(&"vk-import".into()))),
    ("158-DELETE-os-keypairs-name-generated.json", |recorded| recorded.read(&keypairs::delete(&"vk-gen".into()))),
];
