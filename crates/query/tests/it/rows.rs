//! A list for the tests.

use cloud::Timestamp;
use query::{Cells, Clock, Field, Fields, Kind, Lines, Row, Value};

pub const FIELDS: Fields = Fields(&[
    Field::new(0, "name", Kind::Text),
    Field::new(1, "status", Kind::Word).words(&["error", "running", "changing"]),
    Field::new(2, "vcpus", Kind::Number),
    Field::new(3, "ram", Kind::Bytes { unit: 1 << 20 }),
    Field::new(4, "age", Kind::Age),
    Field::new(5, "created", Kind::Time),
    Field::new(6, "ip", Kind::Address).also(&["address"]),
    Field::new(7, "is", Kind::Flags).words(&["protected", "locked"]),
    Field::new(8, "meta", Kind::Pairs),
    Field::new(9, "zone", Kind::Text),
]);

/// Noon in Korea.
pub fn clock() -> Clock {
    Clock { now: Timestamp::parse("2026-11-30T03:00:00Z").expect("a time"), offset_min: 540 }
}

/// An instance, roughly.
#[derive(Clone, Debug, Default)]
pub struct Vm {
    pub name: &'static str,
    pub status: &'static [&'static str],
    pub vcpus: Option<i64>,
    pub ram_mib: Option<i64>,
    pub created: Option<i64>,
    pub ips: &'static [&'static str],
    pub protected: bool,
    pub locked: bool,
    pub meta: &'static [(&'static str, &'static str)],
    pub zone: &'static str,
    /// Shared by all rows of its project.
    pub project: &'static str,
}

pub struct Prepared {
    vm: Vm,
    lines: Lines,
    shared: String,
}

impl Vm {
    pub fn prepared(&self) -> Prepared {
        let mut lines = Lines::default();
        lines.add(self.name);
        lines.end_group();
        self.ips.iter().for_each(|ip| lines.add(ip));
        lines.end_group();
        self.meta.iter().for_each(|(key, value)| lines.add_pair(key, value));
        lines.end_group();
        lines.add(self.zone);
        lines.end_group();
        self.status.iter().for_each(|word| lines.add(word));
        lines.end_group();
        Prepared { vm: self.clone(), lines: lines.finish(), shared: self.project.to_owned() + "\n" }
    }

    /// The same, put together by the names of fields.
    pub fn cells(&self) -> Cells {
        let mut cells = Cells::new(FIELDS)
            .text("name", self.name)
            .text("zone", self.zone)
            .word(self.project)
            .number("vcpus", self.vcpus)
            .number("ram", self.ram_mib.map(|mib| mib << 20))
            .number("age", self.created)
            .number("created", self.created)
            .flag("is", "locked", self.locked)
            .flag("is", "protected", self.protected);
        for word in self.status {
            cells = cells.hidden("status", word);
        }
        for ip in self.ips {
            cells = cells.text("ip", ip);
        }
        for (key, value) in self.meta {
            cells = cells.pair("meta", key, value);
        }
        cells
    }
}

impl Row for Prepared {
    fn searched(&self) -> [&str; 2] {
        [self.lines.between(0, 3), &self.shared]
    }

    fn value(&self, field: u8) -> Value<'_> {
        match field {
            0 => Value::Texts(self.lines.group(0)),
            1 => Value::Texts(self.lines.group(4)),
            2 => Value::number(self.vm.vcpus),
            3 => Value::number(self.vm.ram_mib.map(|mib| mib << 20)),
            4 | 5 => Value::number(self.vm.created),
            6 => Value::Texts(self.lines.group(1)),
            7 => Value::Flags(u32::from(self.vm.protected) | u32::from(self.vm.locked) << 1),
            8 => Value::Texts(self.lines.group(2)),
            9 => Value::Texts(self.lines.group(3)),
            _ => Value::Nothing,
        }
    }
}

pub fn ms(text: &str) -> Option<i64> {
    Timestamp::parse(text).map(|time| time.0)
}

/// Instances that differ in every field.
pub fn world() -> Vec<Vm> {
    vec![
        Vm {
            name: "Web-1",
            status: &["running", "active"],
            vcpus: Some(2),
            ram_mib: Some(4096),
            created: ms("2026-11-30T01:00:00Z"),
            ips: &["10.0.0.5", "203.0.113.9"],
            protected: true,
            meta: &[("Role", "Web"), ("team", "shop")],
            zone: "kr-a",
            project: "shop",
            ..Vm::default()
        },
        Vm {
            name: "web-10",
            status: &["changing", "active", "powering-off"],
            vcpus: Some(8),
            ram_mib: Some(16384),
            created: ms("2026-11-29T01:00:00Z"),
            ips: &["10.0.0.50", "fd00::12"],
            locked: true,
            meta: &[("role", "web-admin"), ("note", "")],
            zone: "kr-a2",
            project: "shop",
            ..Vm::default()
        },
        Vm {
            name: "DB Main",
            status: &["error"],
            vcpus: Some(4),
            ram_mib: Some(1536),
            created: ms("2026-08-01T00:00:00Z"),
            ips: &["192.168.7.4"],
            meta: &[("role", "db")],
            zone: "kr-b",
            project: "bank",
            ..Vm::default()
        },
        Vm { name: "새 서버", status: &["dreaming"], project: "bank", ..Vm::default() },
    ]
}
