//! The fields of the table of instances in the search language (docs/guide/search.md), and their values.

use cloud::Scope;
use cloud::rules::lifecycle::moving;
use cloud::wire::{Address, Server};
use query::{Field, Fields, Kind, Lines, Row, Value};

use super::index::Entry;
use super::texts::group;

pub(super) const VCPUS: u8 = 32;
pub(super) const RAM: u8 = 33;
pub(super) const DISK: u8 = 34;
const AGE: u8 = 35;
const CREATED: u8 = 36;
const UPDATED: u8 = 37;
const IS: u8 = 38;
pub(super) const HAS: u8 = 39;
pub(super) const PROJECT: u8 = 40;
pub(super) const REGION: u8 = 41;
pub(super) const CLOUD: u8 = 42;

const STATUSES: &[&str] = &["error", "changing", "running", "stopped", "other"];
const PARTS: &[&str] = &["floating-ip", "ipv6", "key", "image", "volume", "metadata", "task", BACKUP];
/// An image of the instance.
pub(super) const BACKUP: &str = "backup";
const AGES: &[&str] = &["1h", "1d", "7d", "30d", "90d", "1y"];
const TIMES: &[&str] = &["today", "yesterday", "now-1h", "now-7d", "now-30d"];

/// The fields of an instance, in the order in which they are suggested.
pub const FIELDS: Fields = Fields(&[
    Field::new(group::NAME, "name", Kind::Text),
    Field::new(group::STATUS, "status", Kind::Word).also(&["state"]).words(STATUSES),
    Field::new(group::ADDRESS, "ip", Kind::Address).also(&["address"]),
    Field::new(group::ZONE, "zone", Kind::Text).also(&["az"]),
    Field::new(group::FLAVOR, "flavor", Kind::Text).also(&["type"]),
    Field::new(group::IMAGE, "image", Kind::Text).also(&["os"]),
    Field::new(group::KEY, "key", Kind::Text).also(&["keypair"]),
    Field::new(group::NETWORK, "network", Kind::Text).also(&["vpc"]),
    Field::new(group::GROUP, "group", Kind::Text).also(&["security-group", "sg"]),
    Field::new(group::METADATA, "meta", Kind::Pairs).also(&["metadata"]),
    Field::new(AGE, "age", Kind::Age).words(AGES),
    Field::new(CREATED, "created", Kind::Time).words(TIMES),
    Field::new(UPDATED, "updated", Kind::Time).words(TIMES),
    Field::new(VCPUS, "vcpus", Kind::Number).also(&["cpu", "vcpu"]),
    Field::new(RAM, "ram", Kind::Bytes { unit: 1 << 20 }).also(&["memory"]),
    Field::new(DISK, "disk", Kind::Bytes { unit: 1 << 30 }),
    Field::new(IS, "is", Kind::Flags).words(&["protected", "locked", "changing"]),
    Field::new(HAS, "has", Kind::Flags).words(PARTS),
    Field::new(group::TASK, "task", Kind::Word),
    Field::new(PROJECT, "project", Kind::Text),
    Field::new(REGION, "region", Kind::Text),
    Field::new(CLOUD, "cloud", Kind::Text),
    Field::new(group::ID, "id", Kind::Text).also(&["uuid"]),
]);

/// What all instances of a scope have in common.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct ScopeNames {
    /// Project, region and cloud, each a group.
    lines: Lines,
    /// For display.
    names: [String; 3],
    /// Words are searched in it.
    is_searched: bool,
}

impl ScopeNames {
    /// `project` and `cloud`: the names that a person reads.
    pub(super) fn new(scope: &Scope, project: &str, cloud: &str, is_searched: bool) -> Self {
        let mut lines = Lines::default();
        let region = scope.region.as_str();
        for (name, id) in [(project, scope.tenant.as_str()), (region, ""), (cloud, "")] {
            lines.add(name);
            lines.add(id);
            lines.end_group();
        }
        Self { lines: lines.finish(), names: [project, region, cloud].map(str::to_owned), is_searched }
    }

    /// The name for a field.
    pub(super) fn name(&self, field: u8) -> &str {
        let [project, region, cloud] = &self.names;
        match field {
            PROJECT => project,
            REGION => region,
            CLOUD => cloud,
            _ => "",
        }
    }

    /// The texts in which words are searched.
    pub(super) fn searched(&self) -> &str {
        if self.is_searched { self.lines.between(0, 2) } else { "" }
    }
}

/// An instance of the table as a row of a search.
pub(super) struct Searched<'a> {
    pub(super) entry: &'a Entry,
    pub(super) scope: &'a ScopeNames,
}

impl Row for Searched<'_> {
    fn searched(&self) -> [&str; 2] {
        [self.entry.texts.searched(), self.scope.searched()]
    }

    fn value(&self, field: u8) -> Value<'_> {
        let entry = self.entry;
        let server = &entry.server;
        match field {
            VCPUS => Value::number(entry.size.map(|size| i64::from(size.vcpus))),
            RAM => Value::number(entry.size.map(|size| units(size.ram_mb, 1 << 20))),
            DISK => Value::number(entry.size.map(|size| units(size.disk_gb, 1 << 30))),
            AGE | CREATED => Value::number(server.created.map(|time| time.0)),
            UPDATED => Value::number(server.updated.map(|time| time.0)),
            IS => Value::Flags(bits([
                server.protect.said() == Some(&true),
                server.locked.said() == Some(&true),
                moving(server),
            ])),
            HAS => Value::Flags(has(server, entry.is_imaged)),
            PROJECT => Value::Texts(self.scope.lines.group(0)),
            REGION => Value::Texts(self.scope.lines.group(1)),
            CLOUD => Value::Texts(self.scope.lines.group(2)),
            group => Value::Texts(entry.texts.group(group)),
        }
    }
}

/// In the order of [`PARTS`].
fn has(server: &Server, is_imaged: bool) -> u32 {
    let address = |is: fn(&Address) -> bool| server.addresses.said().is_some_and(|all| all.iter().any(is));
    bits([
        address(|address| address.floating),
        address(|address| address.version == 6),
        server.key_name.said().is_some_and(Option::is_some),
        server.image.said().is_some_and(Option::is_some),
        server.volumes.said().is_some_and(|volumes| !volumes.is_empty()),
        server.metadata.said().is_some_and(|pairs| !pairs.is_empty()),
        server.task_state.said().is_some_and(Option::is_some),
        is_imaged,
    ])
}

fn bits<const N: usize>(flags: [bool; N]) -> u32 {
    flags.iter().rev().fold(0, |bits, flag| bits << 1 | u32::from(*flag))
}

fn units(amount: u64, unit: i64) -> i64 {
    i64::try_from(amount).unwrap_or(i64::MAX).saturating_mul(unit)
}
