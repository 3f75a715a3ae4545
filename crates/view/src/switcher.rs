//! The scopes that the switcher offers: open ones, other regions and projects, and clouds to sign in to.

use cloud::wire::Project;
use cloud::{RegionName, Scope, TenantId};

use crate::fold;

/// A project with a session.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signed {
    /// The scope that was shown last.
    pub scope: Scope,
    pub project: String,
    /// The regions for which its token is valid.
    pub regions: Vec<RegionName>,
    /// The session has ended.
    pub ended: bool,
}

/// What is needed to open a scope.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum State {
    /// It is shown now.
    Here,
    /// Nothing: it was shown before, or is another region of an open project.
    Open,
    /// Signing in again, because its session has ended.
    Ended,
    /// A token, which is exchanged for the current one without typing.
    Reachable,
}

/// An entry of the switcher.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    pub scope: Scope,
    pub project: String,
    pub cloud: String,
    pub state: State,
}

/// All entries that contain every typed word: open scopes, most recent first, then their other regions, then projects
/// listed by identity, by name. `signed` is sorted by most recent use and contains each shown region separately.
pub fn choices(
    here: Option<&Scope>,
    signed: &[Signed],
    told: &[(Scope, Vec<Project>)],
    cloud_name: impl Fn(&str) -> String,
    typed: &str,
) -> Vec<Choice> {
    let mut all: Vec<Choice> = Vec::new();
    let mut add = |scope: Scope, project: &str, state| {
        if all.iter().all(|known| known.scope != scope) {
            let cloud = cloud_name(&scope.cloud);
            all.push(Choice { scope, project: project.to_owned(), cloud, state });
        }
    };
    let state = |signed: &Signed, scope: &Scope| match signed.ended {
        _ if here == Some(scope) => State::Here,
        true => State::Ended,
        false => State::Open,
    };
    for one in signed {
        add(one.scope.clone(), &one.project, state(one, &one.scope));
    }
    for one in signed {
        for region in &one.regions {
            let scope = Scope { region: region.clone(), ..one.scope.clone() };
            add(scope.clone(), &one.project, state(one, &scope));
        }
    }
    for (from, projects) in told {
        let is_signed =
            |id: &TenantId| signed.iter().any(|one| one.scope.cloud == from.cloud && one.scope.tenant == *id);
        let others = projects.iter().filter(|project| !is_signed(&project.id));
        let mut others: Vec<(&str, &TenantId)> = others.map(|project| (name_of(project), &project.id)).collect();
        others.sort_by_key(|(name, id)| (fold(name), id.as_str().to_owned()));
        for (name, id) in others {
            add(Scope { tenant: id.clone(), ..from.clone() }, name, State::Reachable);
        }
    }
    let typed = fold(typed);
    all.retain(|choice| typed.split_whitespace().all(|word| holds(choice, word)));
    all
}

fn name_of(project: &Project) -> &str {
    if project.name.is_empty() { project.id.as_str() } else { &project.name }
}

fn holds(choice: &Choice, word: &str) -> bool {
    let Scope { cloud, region, tenant } = &choice.scope;
    let texts = [cloud, region.as_str(), tenant.as_str(), &choice.project, &choice.cloud];
    texts.into_iter().any(|text| fold(text).contains(word))
}

/// The badge of a project: a letter and one of [`HUES`] colours, always the same for a project.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// The first letter or digit of its name.
    pub letter: String,
    /// Below [`HUES`].
    pub hue: u8,
}

/// The number of badge colours.
pub const HUES: u8 = 8;

/// The badge of a project. Different ids mostly get different colours, even if the names begin alike.
pub fn mark(scope: &Scope, name: &str) -> Mark {
    let letter = name.chars().find(|letter| letter.is_alphanumeric()).unwrap_or('?');
    let bytes = scope.cloud.bytes().chain(scope.tenant.as_str().bytes()).chain(name.bytes());
    // FNV-1a is short and distributes ids that differ in one digit.
    let hash = bytes.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    Mark { letter: letter.to_uppercase().collect(), hue: (hash ^ (hash >> 16)) as u8 % HUES }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope(text: &str) -> Scope {
        let mut parts = text.split('/').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        Scope { cloud: next(), region: RegionName(next()), tenant: TenantId(next()) }
    }

    fn signed(at: &str, project: &str, regions: &[&str], ended: bool) -> Signed {
        let regions = regions.iter().map(|region| RegionName((*region).to_owned())).collect();
        Signed { scope: scope(at), project: project.to_owned(), regions, ended }
    }

    fn project(id: &str, name: &str) -> Project {
        Project { id: TenantId(id.into()), name: name.into(), enabled: true }
    }

    fn check(typed: &str, expect: &[(&str, State)]) {
        let signed = [
            signed("demo/KR2/p1", "shop", &["KR1", "KR2"], false),
            signed("demo/KR1/p1", "shop", &["KR1", "KR2"], false),
            signed("lab/one/p1", "shop test", &["one"], true),
        ];
        let told = [(
            scope("demo/KR2/p1"),
            vec![project("p3", "Web"), project("p1", "shop"), project("p2", "api"), project("p4", "")],
        )];
        let name = |cloud: &str| if cloud == "demo" { "Demo cloud".to_owned() } else { cloud.to_owned() };
        let choices = choices(Some(&scope("demo/KR2/p1")), &signed, &told, name, typed);
        let found: Vec<_> = choices.iter().map(|choice| (choice.scope.clone(), choice.state)).collect();
        let expect: Vec<_> = expect.iter().map(|(at, state)| (scope(at), *state)).collect();
        assert_eq!(found, expect, "{typed}");
    }

    #[test]
    fn what_is_open_comes_first_and_words_narrow_it() {
        use State::*;
        let all = [
            ("demo/KR2/p1", Here),
            ("demo/KR1/p1", Open),
            ("lab/one/p1", Ended),
            ("demo/KR2/p2", Reachable),
            ("demo/KR2/p4", Reachable),
            ("demo/KR2/p3", Reachable),
        ];
        check("", &all);
        check("kr1", &[("demo/KR1/p1", Open)]);
        check("SHOP test", &[("lab/one/p1", Ended)]);
        check("web demo", &[("demo/KR2/p3", Reachable)]);
        check("nothing", &[]);
    }

    #[test]
    fn a_project_has_one_mark() {
        assert_eq!(mark(&scope("demo/KR1/p1"), "shop"), mark(&scope("demo/KR2/p1"), "shop"));
        for (name, letter) in [("shop", "S"), ("가게", "가"), ("_9x", "9"), ("", "?"), ("ßtraße", "SS")] {
            let mark = mark(&scope("demo/KR1/p1"), name);
            assert!(mark.letter == letter && mark.hue < HUES, "{name} {mark:?}");
        }
        let hues: std::collections::BTreeSet<u8> =
            (0..40).map(|n| mark(&scope(&format!("demo/KR1/p{n}")), "x").hue).collect();
        assert_eq!(hues.len(), usize::from(HUES), "colours are spread");
    }
}
