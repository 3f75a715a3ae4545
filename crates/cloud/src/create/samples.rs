//! A small cloud to fill the form against.

use super::{Context, Draft};
use crate::config::RuleSet;
use crate::ids::*;
use crate::rules::limits::Limits;
use crate::rules::samples::{flavor, image};
use crate::wire::*;

/// What the lists hold.
pub(super) struct World {
    pub limits: Limits,
    pub images: Vec<Image>,
    pub flavors: Vec<Flavor>,
    pub zones: Vec<Zone>,
    pub subnets: Vec<Subnet>,
    pub keys: Vec<KeyPair>,
}

impl World {
    pub fn new(rules: RuleSet) -> Self {
        let zone = |name: &str, available| Zone { name: name.into(), available };
        Self {
            limits: Limits::of(rules, None),
            images: vec![
                image("ubuntu", "linux", 0, 0),
                image("big", "linux", 30, 0),
                image("huge", "linux", 1200, 0),
                image("windows", "windows", 50, 2048),
                Image { status: "queued".to_owned(), ..image("queued", "linux", 0, 0) },
            ],
            flavors: vec![
                flavor("m2.c1m1", 1024, 0),
                flavor("m2.c1m2", 2048, 0),
                flavor("u2.c1m1", 2048, 20),
                Flavor { disabled: true, ..flavor("m2.off", 2048, 0) },
            ],
            zones: vec![zone("kr-pub-a", true), zone("kr-pub-b", false)],
            subnets: vec![Subnet {
                id: "subnet-1".into(),
                name: "Default Network".to_owned(),
                network_id: "network-1".into(),
                cidr: "192.168.0.0/24".to_owned(),
                free_addresses: None,
            }],
            keys: vec![KeyPair {
                name: "my-key".into(),
                public_key: String::new(),
                fingerprint: String::new(),
                user_id: None,
                id: None,
                created_at: None,
                private_key: None,
            }],
        }
    }

    /// Every list is there.
    pub fn context(&self) -> Context<'_> {
        Context {
            limits: &self.limits,
            images: Some(&self.images),
            flavors: Some(&self.flavors),
            zones: Some(&self.zones),
            subnets: Some(&self.subnets),
            keys: Some(&self.keys),
        }
    }

    /// No list could be loaded.
    pub fn blind(&self) -> Context<'_> {
        Context::unknown(&self.limits)
    }
}

/// A draft that is right under both rule sets: Linux on a flavor without a disk.
pub(super) fn draft() -> Draft {
    Draft {
        name: "web".to_owned(),
        image: Some("ubuntu".into()),
        flavor: Some("m2.c1m2".into()),
        root_disk_gb: "20".to_owned(),
        subnet: Some("subnet-1".into()),
        network: Some("network-1".into()),
        key: Some(KeyName::from("my-key")),
        ..Draft::default()
    }
}
