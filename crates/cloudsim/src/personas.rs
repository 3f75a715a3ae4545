//! Personas: the user name selects how the cloud behaves: `slow@maru.test`. Several can be joined with `+`
//! (`slow+empty@maru.test`); after the first, unknown words are ignored, so that `demo+anything@maru.test` works.

use cloud::config::RuleSet;
use cloud::rules::offers::{Feature, Offer, Offers};

use crate::options::DEMO_PASSWORD;

/// The delay of `slow`, ms.
pub(crate) const SLOW_MS: u64 = 2_000;
/// With a disabled one, all values of the ids' first digit are used.
const PROJECTS_MAX: usize = 15;

/// The data of a project.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) enum World {
    /// The usual dozen.
    #[default]
    Demo,
    /// No instances.
    Empty,
    /// This many instances.
    Many(usize),
    /// No instances and a very small quota.
    Quota,
}

/// A peculiarity of tokens and catalog.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Oddity {
    /// All services except compute have the region `*`.
    EveryRegion,
    /// Images are only in another region.
    ElsewhereImages,
    /// No endpoint contains a version.
    NoVersions,
    /// A version of 2010 is listed before the current one.
    OldFirst,
    /// The endpoint of images leads out of the console's proxy.
    Steering,
    /// The token has no project and no catalog.
    NoProject,
    /// A second factor is required.
    SecondFactor,
    /// The user is in the domain CORP, the project in the default one.
    TwoDomains,
    /// The user has another id than everybody else of the project.
    Colleague,
}

/// A problem of the second region.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Trouble {
    /// Every response is 503.
    Down,
    /// There is never a response.
    Hangs,
    /// Every response is 200 with a body that is not JSON.
    Garbage,
    /// Every response is delayed.
    Slow,
}

/// The behaviour for a user.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Persona {
    /// The name as typed.
    pub user: String,
    pub world: World,
    /// A stock OpenStack instead of NHN Cloud.
    pub stock: bool,
    /// Service types missing in the catalog.
    pub missing: Vec<&'static str>,
    /// Services that answer 503.
    pub down: Vec<&'static str>,
    /// Unsupported features.
    pub lacks: Vec<Feature>,
    pub oddities: Vec<Oddity>,
    /// The catalog contains only the first region.
    pub one_region: bool,
    pub second_region: Option<Trouble>,
    /// The number of projects; `None`: two.
    pub more_projects: Option<usize>,
    /// A further project is listed as disabled.
    pub closed_project: bool,
    /// The user's first project, if not the demo's.
    pub home: Option<String>,
    pub slow_ms: u64,
    pub short_session: bool,
    pub readonly: bool,
    pub no_links: bool,
    pub limited: bool,
    /// Deleted instances can be restored for a while (`reclaim_instance_interval`).
    pub soft_delete: bool,
    /// Members may offload shelved instances; on a stock cloud only administrators may.
    pub offload: bool,
    /// A marker is the first row of the page, as in the guide, not the last of the previous one.
    pub inclusive: bool,
}

impl Persona {
    /// The persona of a user who may sign in.
    pub(crate) fn sign_in(user: &str, password: &str) -> Option<Self> {
        let words = user.strip_suffix("@maru.test")?;
        if password != DEMO_PASSWORD {
            return None;
        }
        let mut persona = Self { user: user.to_owned(), ..Self::default() };
        let mut known = words.split('+').map(|word| persona.learn(word));
        let first = known.next().unwrap_or_default();
        known.for_each(drop);
        first.then_some(persona)
    }

    /// Applies one word; false if it is unknown.
    fn learn(&mut self, word: &str) -> bool {
        match word {
            "demo" => {}
            "empty" => self.world = World::Empty,
            "many" => self.world = World::Many(1_000),
            "quota" => self.world = World::Quota,
            "stock" => self.stock = true,
            "no-image" => self.missing.push("image"),
            "no-network" => self.missing.push("network"),
            "no-volume" => self.missing.push("volume"),
            "image-down" => self.down.push("image"),
            "network-down" => self.down.push("network"),
            "volume-down" => self.down.push("volume"),
            "compute-down" => self.down.push("compute"),
            "every-region" => self.oddities.push(Oddity::EveryRegion),
            "images-elsewhere" => self.oddities.push(Oddity::ElsewhereImages),
            "no-versions" => self.oddities.push(Oddity::NoVersions),
            "old-first" => self.oddities.push(Oddity::OldFirst),
            "steering" => self.oddities.push(Oddity::Steering),
            "no-project" => self.oddities.push(Oddity::NoProject),
            "second-factor" => self.oddities.push(Oddity::SecondFactor),
            "colleague" => self.oddities.push(Oddity::Colleague),
            "two-domains" => self.oddities.push(Oddity::TwoDomains),
            "one-region" => self.one_region = true,
            "second-region-down" => self.second_region = Some(Trouble::Down),
            "second-region-hangs" => self.second_region = Some(Trouble::Hangs),
            "second-region-garbage" => self.second_region = Some(Trouble::Garbage),
            "second-region-slow" => self.second_region = Some(Trouble::Slow),
            "closed-project" => self.closed_project = true,
            "slow" => self.slow_ms = SLOW_MS,
            "short-session" => self.short_session = true,
            "readonly" => self.readonly = true,
            "no-links" => self.no_links = true,
            "limited" => self.limited = true,
            "soft-delete" => self.soft_delete = true,
            "offload" => self.offload = true,
            "inclusive" => self.inclusive = true,
            "guide-only" => self.lacks.extend(beside_the_guide()),
            "no-limits" => self.lacks.extend([Feature::Limits, Feature::VolumeLimits]),
            _ => return self.learn_counted(word),
        }
        true
    }

    /// Words that contain a number or a name.
    fn learn_counted(&mut self, word: &str) -> bool {
        let count = |prefix: &str| word.strip_prefix(prefix).and_then(|count| count.parse::<usize>().ok());
        if let Some(feature) = word.strip_prefix("no-").and_then(feature) {
            self.lacks.push(feature);
        } else if let Some(count) = count("many-") {
            self.world = World::Many(count.min(100_000));
        } else if let Some(count) = count("projects-") {
            self.more_projects = Some(count.clamp(1, PROJECTS_MAX));
        } else if word.len() == 32 && word.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            self.home = Some(word.to_owned());
        } else {
            return false;
        }
        true
    }

    /// The number of projects that the user may use.
    pub(crate) fn projects(&self) -> usize {
        self.more_projects.unwrap_or(2)
    }

    /// Whether it has this peculiarity.
    pub(crate) fn is_odd(&self, oddity: Oddity) -> bool {
        self.oddities.contains(&oddity)
    }

    /// Lifetime of its tokens, s. NHN's is a little less than half a day.
    pub(crate) fn token_life_s(&self) -> i64 {
        if self.short_session { 60 } else { 43_133 }
    }
}

/// The feature with this name, with words joined as in `console-log`.
fn feature(words: &str) -> Option<Feature> {
    let name = words.replace('-', "");
    Feature::ALL.into_iter().find(|feature| format!("{feature:?}").eq_ignore_ascii_case(&name))
}

/// Features that today's guide does not document (nhn-api.md §5.5).
fn beside_the_guide() -> impl Iterator<Item = Feature> {
    let guide = Offers::assumed(RuleSet::Nhn);
    Feature::ALL.into_iter().filter(move |feature| guide.of(*feature) != Offer::Yes)
}
