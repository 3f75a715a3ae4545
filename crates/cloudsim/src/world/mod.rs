//! What a project finds when someone first signs in to it. Equal seeds give equal worlds; ages count back from the
//! moment of that first sign-in, so that what is in motion is in motion before the person's eyes.

mod crowd;
mod flavors;
mod images;
mod instances;
mod keys;
mod networks;

use cloud::Timestamp;
use cloud::config::RuleSet;

use crate::clock::later;
use crate::identity::catalog::STOCK_REGION;
use crate::model::{Project, Quota, Volume, Zone};
use crate::personas::World;
use crate::rng::{Rng, named};

pub(crate) use instances::describe;
pub(crate) use keys::make as make_key;

/// What a world is made from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan<'a> {
    pub seed: u64,
    pub tenant: &'a str,
    pub region: &'a str,
    pub world: World,
    /// The number of instances, when it is not the believable dozen.
    pub instances: Option<usize>,
    pub speed: f64,
    pub now: Timestamp,
}

/// Makes a project's world.
pub(crate) fn make(plan: Plan<'_>) -> Project {
    let Plan { seed, tenant, region, world, .. } = plan;
    let rules = if region == STOCK_REGION { RuleSet::OpenStack } else { RuleSet::Nhn };
    let user = named(seed, "user", tenant).replace('-', "");
    let mut project =
        Project::new(tenant, &user, region, rules, Rng::of(seed, &format!("{tenant}/{region}/{world:?}")));
    project.speed = plan.speed;
    project.flavors = flavors::all(seed, rules);
    project.images = images::all(seed, plan.now);
    project.zones = zones(region);
    networks::fill(&mut project, plan.now);
    keys::fill(&mut project, plan.now);
    match world {
        World::Empty => {}
        World::Quota => project.quota = Quota { instances: 2, cores: 4, ram_mb: 8192 },
        World::Demo | World::Many(_) => populate(&mut project, plan),
    }
    project
}

fn populate(project: &mut Project, plan: Plan<'_>) {
    free_volumes(project, plan.now);
    // The second region shows that regions differ.
    if plan.region == "KR2" {
        return instances::fill(project, plan.now, 3);
    }
    let wanted = match plan.world {
        World::Many(count) => Some(count),
        _ => plan.instances,
    };
    let Some(wanted) = wanted else { return instances::fill(project, plan.now, usize::MAX) };
    // Older ones first: lists go backwards, and the believable ones are to be on top.
    crowd::fill(project, plan.now, wanted.saturating_sub(instances::COUNT));
    instances::fill(project, plan.now, wanted);
}

fn zones(region: &str) -> Vec<Zone> {
    let zone = |name: &str, available| Zone { name: name.to_owned(), available };
    match region {
        "KR2" => vec![zone("kr2-pub-a", true), zone("kr2-pub-b", true)],
        STOCK_REGION => vec![zone("nova", true), zone("kr-pub-b", true)],
        _ => vec![zone("kr-pub-a", true), zone("kr-pub-b", true), zone("kr-pub-c", false)],
    }
}

fn free_volumes(project: &mut Project, now: Timestamp) {
    let zone = project.zones.first().map(|zone| zone.name.clone()).unwrap_or_default();
    for (name, size_gb, bootable) in
        [(Some("backup-2026"), 200, false), (Some("공유-데이터"), 100, false), (None, 20, true)]
    {
        let id = project.rng.uuid();
        let created = later(now, -40 * 86_400_000);
        let name = name.map(str::to_owned);
        project.volumes.push(Volume { id, name, size_gb, zone: zone.clone(), bootable, created });
    }
}
