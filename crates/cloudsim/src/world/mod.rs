//! What a project finds when someone first signs in to it. Equal seeds give equal worlds; ages count back from the
//! moment of that first sign-in, so that what is in motion is in motion before the person's eyes.

mod crowd;
mod flavors;
mod images;
mod instances;
mod keys;
mod networks;
mod volumes;

use cloud::Timestamp;
use cloud::config::RuleSet;

use crate::identity::catalog::STOCK_REGION;
use crate::model::{Project, Quota, Zone};
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
    project.volume_types = volumes::types(seed);
    networks::fill(&mut project, plan.now);
    keys::fill(&mut project, plan.now);
    match world {
        World::Empty => {}
        World::Quota => {
            project.quota = Quota::SMALL;
            networks::narrow(&mut project, plan.now);
        }
        World::Demo | World::Many(_) => {
            populate(&mut project, plan);
            volumes::fill(&mut project, plan.now);
            images::own(&mut project, plan.now);
            networks::spare(&mut project, plan.now);
            instances::policy(&mut project);
        }
    }
    project
}

fn populate(project: &mut Project, plan: Plan<'_>) {
    // The second region shows that regions differ.
    if plan.region == "KR2" {
        return instances::fill(project, plan.now, 3);
    }
    let wanted = match plan.world {
        World::Many(count) => Some(count),
        _ => plan.instances,
    };
    let Some(wanted) = wanted else {
        project.quota = Quota::TEAM;
        return instances::fill(project, plan.now, usize::MAX);
    };
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
