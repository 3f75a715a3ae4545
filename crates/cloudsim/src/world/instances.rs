//! The default instances, in every state that a console has to show.

use std::collections::BTreeMap;

use cloud::Timestamp;

use super::images;
use super::networks::DEFAULT;
use crate::clock::later;
use crate::model::{Disk, Fault, Floating, Project, Server, ServerGroup, Standard, VmState, steps};
use crate::rng::Rng;

/// The peculiarity of a row.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Trait {
    Plain,
    Floating,
    Protected,
    Node,
    VolumeBooted,
    ImageGone,
    NoHost,
    BuildingNow,
}

pub(super) struct Row {
    pub name: &'static str,
    pub vm: VmState,
    pub flavor: &'static str,
    /// Index in the list of images.
    pub image: usize,
    /// Index in the list of zones.
    pub zone: usize,
    pub age_hours: i64,
    pub web: bool,
    pub special: Trait,
}

pub(super) const fn row(name: &'static str, vm: VmState, flavor: &'static str, image: usize, age_hours: i64) -> Row {
    Row { name, vm, flavor, image, zone: 0, age_hours, web: false, special: Trait::Plain }
}

/// The number of rows.
pub(super) const COUNT: usize = TABLE.len();

/// Oldest first.
const TABLE: [Row; 16] = [
    Row { special: Trait::ImageGone, ..row("legacy-erp", VmState::Paused, "m2.c2m4", 1, 21_900) },
    row("report-2019", VmState::Suspended, "t2.c1m2", 3, 17_520),
    Row { zone: 1, ..row("archive-node", VmState::ShelvedOffloaded, "m2.c1m2", 1, 13_000) },
    Row { special: Trait::Protected, ..row("vault-01", VmState::Active, "m2.c2m4", 3, 9_100) },
    Row { special: Trait::Floating, ..row("win-ad-01", VmState::Active, "m2.c4m8", 4, 6_200) },
    row("주문-데이터베이스", VmState::Active, "r2.c4m32", 2, 4_400),
    Row { zone: 1, ..row("주문-데이터베이스-예비", VmState::Stopped, "r2.c4m32", 2, 4_390) },
    Row { web: true, special: Trait::Floating, ..row("web-prod-01", VmState::Active, "m2.c2m4", 1, 2_160) },
    Row { web: true, zone: 1, ..row("web-prod-02", VmState::Active, "m2.c2m4", 1, 2_159) },
    Row { special: Trait::Node, ..row("prod-default-w-lv2knm4wzpxc-node-0", VmState::Active, "m2.c4m8", 1, 1_000) },
    Row { special: Trait::VolumeBooted, ..row("golden-from-volume", VmState::Active, "c2.c2m2", 1, 700) },
    row("배치-서버", VmState::Stopped, "u2.c2m4", 0, 400),
    row("staging-api", VmState::Active, "u2.c1m2", 0, 170),
    Row { special: Trait::NoHost, zone: 1, ..row("ml-train-x1", VmState::Error, "x1.c64m512", 0, 30) },
    row("dev-minji", VmState::Active, "t2.c1m1", 3, 5),
    Row { special: Trait::BuildingNow, ..row("ci-runner-7", VmState::Building, "c2.c4m4", 0, 0) },
];

/// Adds the first `count` instances.
pub(super) fn fill(project: &mut Project, now: Timestamp, count: usize) {
    add(project, TABLE.get(..count).unwrap_or(&TABLE), now);
}

/// Adds instances, oldest first.
pub(super) fn add(project: &mut Project, rows: &[Row], now: Timestamp) {
    for row in rows {
        let server = server(project, row, now);
        let id = server.id.clone();
        project.add(server);
        match row.special {
            Trait::Floating => float(project, &id),
            Trait::BuildingNow => project.begin(&id, "scheduling", steps::BUILD, now),
            _ => {}
        }
    }
}

fn float(project: &mut Project, server: &str) {
    let number = project.floating.len() + 9;
    let (id, address) = (project.rng.uuid(), format!("{}.{number}", project.public));
    let port = project.server(server).and_then(|server| server.nics.first()).map(|nic| nic.port.clone());
    let pool = project.pool().map(|network| network.id.clone()).unwrap_or_default();
    let standard = Standard::new(project.server(server).map_or(Timestamp(0), |server| server.created));
    project.floating.push(Floating { id, address, pool, port, active_from: Timestamp(i64::MIN), standard });
}

fn server(project: &mut Project, row: &Row, now: Timestamp) -> Server {
    let seen_by_host = !matches!(row.special, Trait::NoHost | Trait::BuildingNow);
    let created = later(now, -row.age_hours * 3_600_000);
    let subnet = project.subnets.iter().find(|subnet| subnet.name == DEFAULT).map(|subnet| subnet.id.clone());
    let nics = subnet.and_then(|id| project.nic(&id)).into_iter().filter(|_| row.special != Trait::NoHost).collect();
    let zone = project.zones.get(row.zone).or(project.zones.first()).map(|zone| zone.name.clone()).unwrap_or_default();
    let flavor = project.flavors.iter().find(|flavor| flavor.name == row.flavor);
    let (flavor, local_gb) = flavor.map(|flavor| (flavor.id.clone(), flavor.disk_gb)).unwrap_or_default();
    let mut metadata = BTreeMap::new();
    let image = project.images.get(row.image);
    if let Some(image) = image {
        metadata = describe(image);
    }
    let image = match row.special {
        Trait::VolumeBooted => None,
        Trait::ImageGone => Some(images::gone()),
        _ => image.map(|image| image.id.clone()),
    };
    if row.special == Trait::Node {
        metadata.insert("magnum_cluster".to_owned(), "prod".to_owned());
    }
    let disks = root_disk(&mut project.rng, row, local_gb);
    let message = "No valid host was found. There are not enough hosts available.".to_owned();
    Server {
        id: project.rng.uuid(),
        name: row.name.to_owned(),
        vm: row.vm,
        task: None,
        status_word: None,
        created,
        updated: later(created, if seen_by_host { 34_000 } else { 2_000 }),
        launched: seen_by_host.then(|| later(created, 33_000)),
        terminated: None,
        gone: false,
        placed: seen_by_host,
        zone: zone.clone(),
        wished_zone: Some(zone),
        image,
        flavor,
        key: project.keys.get(row.zone).map(|key| key.name.clone()),
        groups: vec![if row.web { "web" } else { "default" }.to_owned()],
        nics,
        wired: seen_by_host,
        disks,
        metadata,
        fault: (row.vm == VmState::Error).then(|| Fault { message, created: later(created, 2_000) }),
        protect: row.special == Trait::Protected,
        reservation: format!("r-{}", project.rng.text(8, b"abcdefghijklmnopqrstuvwxyz0123456789")),
        locked: false,
        resize: None,
        password_cleared: false,
        plan: 0,
        plan_end: (None, false),
        told: Default::default(),
    }
}

fn root_disk(rng: &mut Rng, row: &Row, local_gb: u64) -> Vec<Disk> {
    let on_volume = local_gb == 0 || row.special == Trait::VolumeBooted;
    if !on_volume || row.special == Trait::NoHost {
        return Vec::new();
    }
    let size_gb = if row.image == 4 { 100 } else { 50 };
    vec![Disk { id: rng.uuid(), size_gb, delete_on_termination: row.zone == 0, root: true }]
}

/// The metadata that NHN's console writes to an instance.
pub(crate) fn describe(image: &crate::model::Image) -> BTreeMap<String, String> {
    let os_type = if image.os_type == "windows" { "Windows" } else { image.os_type };
    let pairs = [
        ("os_distro", image.os_distro),
        ("os_version", image.os_version),
        ("os_type", os_type),
        ("login_username", image.login),
        ("image_name", image.name.as_deref().unwrap_or_default()),
    ];
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

/// A placement policy: the two databases must be on two hosts.
pub(super) fn policy(project: &mut Project) {
    let members = project.servers().iter().filter(|server| server.name.starts_with("주문-데이터베이스"));
    let members: Vec<String> = members.map(|server| server.id.clone()).collect();
    if members.is_empty() {
        return;
    }
    let (id, name) = (project.rng.uuid(), "db-spread".to_owned());
    project.server_groups.push(ServerGroup { id, name, policy: "anti-affinity".to_owned(), per_host: None, members });
}
