//! The fields of the table of instances in the search language (docs/guide/search.md), and their values.

use cloud::Scope;
use cloud::rules::lifecycle::moving;
use cloud::wire::{Address, Server};
use query::{Field, Fields, Kind, Lines, Row, Value};

use super::index::Entry;
use super::texts::group;

const VCPUS: u8 = 32;
const RAM: u8 = 33;
const DISK: u8 = 34;
const AGE: u8 = 35;
const CREATED: u8 = 36;
const UPDATED: u8 = 37;
const IS: u8 = 38;
const HAS: u8 = 39;
pub(super) const PROJECT: u8 = 40;
pub(super) const REGION: u8 = 41;
pub(super) const CLOUD: u8 = 42;

const AGES: &[&str] = &["1h", "1d", "7d", "30d", "90d", "1y"];
const DAYS: &[&str] = &["today", "yesterday", "now-1h", "now-7d", "now-30d"];

/// The fields of an instance, in the order in which they are suggested.
pub const FIELDS: Fields = Fields(&[
    text(group::NAME, "name", &[]),
    Field {
        kind: Kind::Word,
        words: &["error", "changing", "running", "stopped", "other"],
        ..text(group::STATUS, "status", &["state"])
    },
    Field { kind: Kind::Address, ..text(group::ADDRESS, "ip", &["address"]) },
    text(group::ZONE, "zone", &["az"]),
    text(group::FLAVOR, "flavor", &["type"]),
    text(group::IMAGE, "image", &["os"]),
    text(group::KEY, "key", &["keypair"]),
    text(group::NETWORK, "network", &["vpc"]),
    text(group::GROUP, "group", &["security-group", "sg"]),
    Field { kind: Kind::Pairs, ..text(group::METADATA, "meta", &["metadata"]) },
    Field { words: AGES, ..field(AGE, "age", Kind::Age) },
    Field { words: DAYS, ..field(CREATED, "created", Kind::Time) },
    Field { words: DAYS, ..field(UPDATED, "updated", Kind::Time) },
    Field { also: &["cpu", "vcpu"], ..field(VCPUS, "vcpus", Kind::Number) },
    Field { also: &["memory"], ..field(RAM, "ram", Kind::Bytes { unit: 1 << 20 }) },
    field(DISK, "disk", Kind::Bytes { unit: 1 << 30 }),
    Field { words: &["protected", "locked", "changing"], ..field(IS, "is", Kind::Flags) },
    Field {
        words: &["floating-ip", "ipv6", "key", "image", "volume", "metadata", "task"],
        ..field(HAS, "has", Kind::Flags)
    },
    Field { kind: Kind::Word, ..text(group::TASK, "task", &[]) },
    field(PROJECT, "project", Kind::Text),
    field(REGION, "region", Kind::Text),
    field(CLOUD, "cloud", Kind::Text),
    text(group::ID, "id", &["uuid"]),
]);

/// A field whose values are texts; its number is that of their group.
const fn text(group: u8, name: &'static str, also: &'static [&'static str]) -> Field {
    Field { id: group, name, also, kind: Kind::Text, words: &[] }
}

const fn field(id: u8, name: &'static str, kind: Kind) -> Field {
    Field { id, name, also: &[], kind, words: &[] }
}

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
            HAS => Value::Flags(has(server)),
            PROJECT => Value::Texts(self.scope.lines.group(0)),
            REGION => Value::Texts(self.scope.lines.group(1)),
            CLOUD => Value::Texts(self.scope.lines.group(2)),
            group => Value::Texts(entry.texts.group(group)),
        }
    }
}

/// In the order of the words of `has`.
fn has(server: &Server) -> u32 {
    let address = |is: fn(&Address) -> bool| server.addresses.said().is_some_and(|all| all.iter().any(is));
    bits([
        address(|address| address.floating),
        address(|address| address.version == 6),
        server.key_name.said().is_some_and(Option::is_some),
        server.image.said().is_some_and(Option::is_some),
        server.volumes.said().is_some_and(|volumes| !volumes.is_empty()),
        server.metadata.said().is_some_and(|pairs| !pairs.is_empty()),
        server.task_state.said().is_some_and(Option::is_some),
    ])
}

fn bits<const N: usize>(flags: [bool; N]) -> u32 {
    flags.iter().rev().fold(0, |bits, flag| bits << 1 | u32::from(*flag))
}

fn units(amount: u64, unit: i64) -> i64 {
    i64::try_from(amount).unwrap_or(i64::MAX).saturating_mul(unit)
}
