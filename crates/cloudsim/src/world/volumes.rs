//! Volumes other than root disks: unattached ones, one in error; snapshots; volume types.

use cloud::Timestamp;

use super::Plan;
use crate::clock::later;
use crate::model::coming::Coming;
use crate::model::{Attachment, Disk, Project, Snapshot, VolumeType};

pub(super) fn types(plan: &Plan<'_>) -> Vec<VolumeType> {
    let kind = |name: &str, description: &str| VolumeType {
        id: plan.shared("volume type", name),
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
    data(project, "주문-데이터베이스", 300, now);
    data(project, "web-prod-01", 100, now);
    snapshots(project, now);
}

/// A second disk of an instance.
fn data(project: &mut Project, server: &str, size_gb: u64, now: Timestamp) {
    let found = project.servers().iter().find(|known| known.name == server && !known.disks.is_empty());
    let Some((id, zone)) = found.map(|server| (server.id.clone(), server.zone.clone())) else { return };
    let created = later(now, -30 * 86_400_000);
    let mut volume = project.blank_volume(size_gb, &zone, created);
    volume.name = Some(format!("{server}-data"));
    volume.status = "in-use";
    volume.attached = Some(Attachment { server: id.clone(), device: "/dev/vdb".to_owned(), at: created });
    let disk = Disk { id: volume.id.clone(), size_gb, delete_on_termination: false, root: false };
    project.volumes.push(volume);
    if let Some(server) = project.server_mut(&id) {
        server.disks.push(disk);
    }
}

fn snapshots(project: &mut Project, now: Timestamp) {
    for (volume, name, age_days) in
        [("backup-2026", Some("backup-2026-10-01"), 20), ("주문-데이터베이스-data", None, 2)]
    {
        let source = project.volumes.iter().find(|known| known.name.as_deref() == Some(volume));
        let Some((volume, size_gb)) = source.map(|volume| (volume.id.clone(), volume.size_gb)) else { continue };
        let (id, name) = (project.rng.uuid(), name.map(str::to_owned));
        let (status, coming, created) = ("available", Coming::default(), later(now, -age_days * 86_400_000));
        project.snapshots.push(Snapshot {
            id,
            name,
            description: None,
            volume,
            size_gb,
            status,
            coming,
            metadata: Default::default(),
            created,
        });
    }
}
