//! Faults of whole services, asked for by the user name one signs in with: `slow@maru.test`. Several join with `+`
//! (`slow+empty@maru.test`); words nobody knows are ignored after the first, so that `demo+anything@maru.test` works.

use cloud::config::RuleSet;
use cloud::rules::offers::{Feature, Offer, Offers};

use crate::options::DEMO_PASSWORD;

/// How much later everything comes that is slow, ms.
pub(crate) const SLOW_MS: u64 = 2_000;
/// A disabled project more, and the ids' first digit has them all.
const PROJECTS_MAX: usize = 15;

/// Which world a project is filled with.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) enum World {
    /// The believable dozen.
    #[default]
    Demo,
    /// No instances at all.
    Empty,
    /// So many instances.
    Many(usize),
    /// No instances and hardly any quota.
    Quota,
}

/// How a token and its catalog differ from the usual ones.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Oddity {
    /// All but compute is of every region, `*`.
    EveryRegion,
    /// Images are of another region only.
    ElsewhereImages,
    /// No endpoint names a version.
    NoVersions,
    /// A version of 2010 comes before the one of today.
    OldFirst,
    /// The endpoint of images leads out of the console's proxy.
    Steering,
    /// The token is of no project, and has no catalog.
    NoProject,
    /// A second factor is asked for.
    SecondFactor,
    /// The user is in the domain CORP, the project in the default one.
    TwoDomains,
}

/// What is wrong with the second region.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Trouble {
    /// Every answer is 503.
    Down,
    /// No request is ever answered.
    Hangs,
    /// Every answer is 200, and its body is no JSON.
    Garbage,
    /// Every answer comes late.
    Slow,
}

/// What a user name asks for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Persona {
    /// The name as typed.
    pub user: String,
    pub world: World,
    /// A stock OpenStack instead of NHN Cloud.
    pub stock: bool,
    /// Kinds missing in the catalog.
    pub missing: Vec<&'static str>,
    /// Services that answer 503.
    pub down: Vec<&'static str>,
    /// Parts of the API this cloud has not got.
    pub lacks: Vec<Feature>,
    pub oddities: Vec<Oddity>,
    /// The catalog has the first region only.
    pub one_region: bool,
    pub second_region: Option<Trouble>,
    /// How many projects the user has; `None`: two.
    pub more_projects: Option<usize>,
    /// One project more is listed, and disabled.
    pub closed_project: bool,
    /// The user's first project, where it is not the demo's.
    pub home: Option<String>,
    pub slow_ms: u64,
    pub short_session: bool,
    pub readonly: bool,
    pub no_links: bool,
    pub limited: bool,
    /// What is deleted can be restored for a while (`reclaim_instance_interval`).
    pub soft_delete: bool,
    /// The policy of the cloud lets members take a shelved instance off its host; a stock one lets administrators only.
    pub offload: bool,
    /// A marker is the first row of a page, as the guide words it, not the last of the one before.
    pub inclusive: bool,
}

impl Persona {
    /// The persona of a user who may sign in; `None` for everyone else.
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

    /// Takes over what one word asks for; false when nobody knows it.
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

    /// Words with a number or a name in them.
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

    /// How many projects the user may use.
    pub(crate) fn projects(&self) -> usize {
        self.more_projects.unwrap_or(2)
    }

    /// Whether its name asks for this.
    pub(crate) fn is_odd(&self, oddity: Oddity) -> bool {
        self.oddities.contains(&oddity)
    }

    /// How long its tokens live, s. NHN's live about half a day, a little less.
    pub(crate) fn token_life_s(&self) -> i64 {
        if self.short_session { 60 } else { 43_133 }
    }
}

/// The feature of this name, its words joined as in `console-log`.
fn feature(words: &str) -> Option<Feature> {
    let name = words.replace('-', "");
    Feature::ALL.into_iter().find(|feature| format!("{feature:?}").eq_ignore_ascii_case(&name))
}

/// What today's guide does not name (nhn-api.md §5.5).
fn beside_the_guide() -> impl Iterator<Item = Feature> {
    let guide = Offers::assumed(RuleSet::Nhn);
    Feature::ALL.into_iter().filter(move |feature| guide.of(*feature) != Offer::Yes)
}
