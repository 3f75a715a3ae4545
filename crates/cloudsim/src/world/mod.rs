//! The initial data of a project. Equal seeds give equal data; ages are relative to the first sign-in, so that changes
//! in progress can be watched.

mod crowd;
mod elsewhere;
mod flavors;
mod images;
mod instances;
mod keys;
mod networks;
mod volumes;

use cloud::Timestamp;
use cloud::config::RuleSet;

use crate::identity::catalog::{is_first, is_stock};
use crate::identity::v3::user_id;
use crate::model::{Project, Quota, Zone};
use crate::personas::World;
use crate::rng::{Rng, named};

pub(crate) use instances::describe;
pub(crate) use keys::make as make_key;

/// The parameters of the data.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan<'a> {
    pub seed: u64,
    pub tenant: &'a str,
    /// Its position among its user's projects; 0 is the first.
    pub number: usize,
    pub region: &'a str,
    pub world: World,
    /// The number of instances, if not the default.
    pub instances: Option<usize>,
    pub speed: f64,
    pub now: Timestamp,
}

impl Plan<'_> {
    /// The id of a resource that all projects of a region share, like a flavor.
    fn shared(&self, kind: &str, name: &str) -> String {
        match self.region {
            "KR1" => named(self.seed, kind, name),
            region => named(self.seed, kind, &format!("{region}/{name}")),
        }
    }

    /// The prefix of its public addresses, different for each scope.
    fn public(&self) -> String {
        match (self.number, is_first(self.region)) {
            (0, true) => "203.0.113".to_owned(),
            (number, first) => {
                format!("198.18.{}", 4 * number + 2 * usize::from(is_stock(self.region)) + usize::from(!first))
            }
        }
    }
}

/// Creates a project's data.
pub(crate) fn make(plan: Plan<'_>) -> Project {
    let Plan { seed, tenant, region, world, .. } = plan;
    let rules = if is_stock(region) { RuleSet::OpenStack } else { RuleSet::Nhn };
    let rng = Rng::of(seed, &format!("{tenant}/{region}/{world:?}"));
    let mut project = Project::new(tenant, &user_id(seed, tenant), region, rules, rng);
    project.speed = plan.speed;
    project.public = plan.public();
    project.flavors = flavors::all(&plan, rules);
    project.images = images::all(&plan);
    project.zones = zones(region);
    project.volume_types = volumes::types(&plan);
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
    let wanted = match plan.world {
        World::Many(count) => Some(count),
        _ => plan.instances,
    };
    match (plan.number, is_first(plan.region)) {
        (0, true) => {}
        // The second region differs visibly.
        (0, false) => return instances::fill(project, plan.now, 3),
        (_, first) => {
            project.quota = Quota::SECOND;
            match (plan.world, first) {
                (World::Many(count), true) => return crowd::fill(project, plan.now, count),
                _ => return elsewhere::fill(project, plan.now, first),
            }
        }
    }
    let Some(wanted) = wanted else {
        project.quota = Quota::TEAM;
        return instances::fill(project, plan.now, usize::MAX);
    };
    // Older ones first: lists are newest first, and the default ones should be on top.
    crowd::fill(project, plan.now, wanted.saturating_sub(instances::COUNT));
    instances::fill(project, plan.now, wanted);
}

fn zones(region: &str) -> Vec<Zone> {
    let zone = |name: &str, available| Zone { name: name.to_owned(), available };
    match region {
        "KR2" => vec![zone("kr2-pub-a", true), zone("kr2-pub-b", true)],
        "RegionOne" => vec![zone("nova", true), zone("kr-pub-b", true)],
        "RegionTwo" => vec![zone("nova", true), zone("two-b", true)],
        _ => vec![zone("kr-pub-a", true), zone("kr-pub-b", true), zone("kr-pub-c", false)],
    }
}
