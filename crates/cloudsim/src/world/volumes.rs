//! Volumes besides those of instances: free ones, one in error; snapshots; the types there are.

use cloud::Timestamp;

use crate::clock::later;
use crate::model::{Project, VolumeType};
use crate::rng::named;

pub(super) fn types(seed: u64) -> Vec<VolumeType> {
    let kind = |name: &str, description: &str| VolumeType {
        id: named(seed, "volume type", name),
        name: name.to_owned(),
        description: description.to_owned(),
    };
    vec![
        kind("General SSD", "SSD"),
        kind("General HDD", "HDD"),
        kind("Encrypted SSD", "SSD, encrypted"),
        kind("Encrypted HDD", "HDD, encrypted"),
    ]
}

struct Row {
    name: Option<&'static str>,
    size_gb: u64,
    kind: &'static str,
    status: &'static str,
    bootable: bool,
    age_days: i64,
}

const TABLE: [Row; 4] = [
    Row {
        name: Some("backup-2026"),
        size_gb: 200,
        kind: "General HDD",
        status: "available",
        bootable: false,
        age_days: 40,
    },
    Row {
        name: Some("공유-데이터"),
        size_gb: 100,
        kind: "General SSD",
        status: "available",
        bootable: false,
        age_days: 39,
    },
    Row { name: None, size_gb: 20, kind: "General SSD", status: "available", bootable: true, age_days: 38 },
    Row {
        name: Some("import-failed"),
        size_gb: 500,
        kind: "General HDD",
        status: "error",
        bootable: false,
        age_days: 3,
    },
];

pub(super) fn fill(project: &mut Project, now: Timestamp) {
    let zone = project.zones.first().map(|zone| zone.name.clone()).unwrap_or_default();
    for row in &TABLE {
        let created = later(now, -row.age_days * 86_400_000);
        let mut volume = project.blank_volume(row.size_gb, &zone, created);
        volume.name = row.name.map(str::to_owned);
        volume.kind = row.kind.to_owned();
        volume.status = row.status;
        volume.bootable = row.bootable;
        project.volumes.push(volume);
    }
}
