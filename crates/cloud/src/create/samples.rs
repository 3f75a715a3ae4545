//! A small cloud for the tests of the form.

use super::{Context, DiskDraft, Draft, MadeOf, NicDraft};
use crate::config::RuleSet;
use crate::json::parse;
use crate::rules::limits::Limits;
use crate::rules::samples::{flavor, image};
use crate::wire::root::Wire;
use crate::wire::*;

/// Its lists.
pub(super) struct World {
    pub limits: Limits,
    pub images: Vec<Image>,
    pub flavors: Vec<Flavor>,
    pub zones: Vec<Zone>,
    pub subnets: Vec<Subnet>,
    pub ports: Vec<Port>,
    pub keys: Vec<KeyPair>,
    pub volumes: Vec<Volume>,
    pub snapshots: Vec<Snapshot>,
    pub security_groups: Vec<SecurityGroup>,
    pub server_groups: Vec<ServerGroup>,
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
                Image { status: ImageStatus::Queued, ..image("queued", "linux", 0, 0) },
            ],
            flavors: vec![
                flavor("m2.c1m1", 1024, 0),
                flavor("m2.c1m2", 2048, 0),
                flavor("u2.c1m1", 2048, 20),
                Flavor { disabled: true, ..flavor("m2.off", 2048, 0) },
            ],
            zones: vec![zone("kr-pub-a", true), zone("kr-pub-b", false)],
            subnets: all(r#"[{"id": "subnet-1", "network_id": "network-1", "cidr": "192.168.0.0/24"},
                    {"id": "subnet-2a", "network_id": "network-2", "cidr": "10.0.0.0/25"},
                    {"id": "subnet-2b", "network_id": "network-2", "cidr": "10.0.0.128/25"},
                    {"id": "subnet-6", "network_id": "network-6", "cidr": "2001:db8::/64"},
                    {"id": "subnet-odd", "network_id": "network-7", "cidr": "somewhere"}]"#),
            ports: all(r#"[{"id": "port-free", "device_id": ""}, {"id": "port-taken", "device_id": "s"}]"#),
            volumes: all(VOLUMES),
            snapshots: all(r#"[{"id": "snap", "status": "available", "size": 40, "volume_id": "root-a"},
                    {"id": "snap-b", "status": "available", "size": 5, "volume_id": "data-b"},
                    {"id": "snap-new", "status": "creating", "size": 5, "volume_id": "root-a"}]"#),
            security_groups: all(
                r#"[{"id": "g-1", "name": "default"}, {"id": "g-2", "name": "web"}, {"id": "g-3", "name": "web"}]"#,
            ),
            server_groups: all(r#"[{"id": "apart", "name": "apart", "policies": ["anti-affinity"]}]"#),
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

    /// A context with every list.
    pub fn context(&self) -> Context<'_> {
        Context {
            limits: &self.limits,
            images: Some(&self.images),
            flavors: Some(&self.flavors),
            zones: Some(&self.zones),
            subnets: Some(&self.subnets),
            keys: Some(&self.keys),
            volumes: Some(&self.volumes),
            snapshots: Some(&self.snapshots),
            security_groups: Some(&self.security_groups),
            server_groups: Some(&self.server_groups),
            ports: Some(&self.ports),
            pairs_max: None,
        }
    }

    /// A context without lists.
    pub fn blind(&self) -> Context<'_> {
        Context::unknown(&self.limits)
    }
}

/// Named by zone and content.
const VOLUMES: &str = r#"[
    {"id": "root-a", "status": "available", "size": 60, "bootable": "true", "availability_zone": "kr-pub-a",
     "volume_image_metadata": {"image_name": "Ubuntu Server 22.04"}},
    {"id": "root-b", "status": "available", "size": 60, "bootable": "true", "availability_zone": "kr-pub-b"},
    {"id": "root-small", "status": "available", "size": 49, "bootable": "true", "availability_zone": "kr-pub-a",
     "volume_image_metadata": {"os_type": "windows"}},
    {"id": "root-windows", "status": "available", "size": 50, "bootable": "true", "availability_zone": "kr-pub-a",
     "volume_image_metadata": {"os_type": "windows"}},
    {"id": "root-mysql", "status": "available", "size": 50, "bootable": "true", "availability_zone": "kr-pub-a",
     "volume_image_metadata": {"image_name": "Rocky Linux 8 with MySQL 8.0"}},
    {"id": "root-mssql", "status": "available", "size": 50, "bootable": "true", "availability_zone": "kr-pub-a",
     "volume_image_metadata": {"image_name": "Windows 2019 STD MS-SQL 2019"}},
    {"id": "data-a", "status": "available", "size": 10, "bootable": "false", "availability_zone": "kr-pub-a"},
    {"id": "data-b", "status": "available", "size": 10, "bootable": "false", "availability_zone": "kr-pub-b"},
    {"id": "used-a", "status": "in-use", "size": 10, "bootable": "true", "availability_zone": "kr-pub-a"}]"#;

fn all<T: Wire>(rows: &str) -> Vec<T> {
    parse(rows).expect(rows).rows().iter().map(|row| T::read(row).expect(rows)).collect()
}

/// An interface on a subnet, with all else at its default.
pub(super) fn nic(subnet: &str) -> NicDraft {
    NicDraft { subnet: subnet.into(), ..NicDraft::default() }
}

/// A disk with the given source, with all else at its default.
pub(super) fn disk(made_of: MadeOf, id: &str, size_gb: &str) -> DiskDraft {
    DiskDraft {
        made_of,
        image: id.into(),
        volume: id.into(),
        snapshot: id.into(),
        size_gb: size_gb.to_owned(),
        ..DiskDraft::default()
    }
}

/// A draft that is valid under both rule sets: Linux on a flavor without a disk.
pub(super) fn draft() -> Draft {
    Draft {
        name: "web".to_owned(),
        image: "ubuntu".into(),
        flavor: "m2.c1m2".into(),
        root_disk_gb: "20".to_owned(),
        nic: nic("subnet-1"),
        key: "my-key".into(),
        count: "1".to_owned(),
        ..Draft::default()
    }
}
