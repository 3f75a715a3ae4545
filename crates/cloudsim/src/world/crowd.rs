//! Any number of plain instances, for measurements.

use std::collections::BTreeMap;

use cloud::Timestamp;

use super::networks::CROWD;
use crate::clock::later;
use crate::model::{Project, Server, VmState};

const ROLES: [&str; 8] = ["web", "api", "worker", "cache", "db", "batch", "queue", "검색"];
const TEAMS: [&str; 6] = ["shop", "pay", "search", "media", "auth", "물류"];
const FLAVORS: [&str; 6] = ["m2.c1m2", "m2.c2m4", "c2.c2m2", "r2.c2m8", "u2.c1m2", "t2.c1m1"];

/// Adds `count` instances, oldest first.
pub(super) fn fill(project: &mut Project, now: Timestamp, count: usize) {
    let subnet = project.subnets.iter().find(|subnet| subnet.name == CROWD).map(|subnet| subnet.id.clone());
    let subnet = subnet.unwrap_or_default();
    for number in 0..count {
        let ago = i64::try_from(count - number).unwrap_or(1) * 600_000 + 25_000 * 3_600_000;
        let server = server(project, number, later(now, -ago), &subnet);
        project.add(server);
    }
}

fn server(project: &mut Project, number: usize, created: Timestamp, subnet: &str) -> Server {
    fn pick<'a>(list: &[&'a str], at: u64) -> &'a str {
        usize::try_from(at).ok().and_then(|at| list.get(at)).copied().unwrap_or_default()
    }
    let role = pick(&ROLES, project.rng.below(8));
    let team = pick(&TEAMS, project.rng.below(6));
    let flavor = pick(&FLAVORS, project.rng.below(6));
    let stopped = project.rng.below(100) < 15;
    let usable = project.zones.iter().filter(|zone| zone.available).count().max(1);
    let zone = project.zones.get(number % usable).map(|zone| zone.name.clone()).unwrap_or_default();
    // The public Linux images are first in the list.
    let image = project.images.get(number % 4).map(|image| image.id.clone());
    Server {
        id: project.rng.uuid(),
        name: format!("{team}-{role}-{number:05}"),
        vm: if stopped { VmState::Stopped } else { VmState::Active },
        task: None,
        status_word: None,
        created,
        updated: later(created, 30_000),
        launched: Some(later(created, 29_000)),
        terminated: None,
        gone: false,
        placed: true,
        zone: zone.clone(),
        wished_zone: Some(zone),
        image,
        flavor: project.flavors.iter().find(|known| known.name == flavor).map(|f| f.id.clone()).unwrap_or_default(),
        key: project.keys.first().map(|key| key.name.clone()),
        groups: vec![if number.is_multiple_of(3) { "web" } else { "default" }.to_owned()],
        nics: project.nic(subnet).into_iter().collect(),
        wired: true,
        disks: Vec::new(),
        metadata: BTreeMap::new(),
        fault: None,
        protect: false,
        reservation: format!("r-{number:08}"),
        locked: false,
        resize: None,
        password_cleared: false,
        plan: 0,
        plan_end: (None, false),
        told: Default::default(),
    }
}
