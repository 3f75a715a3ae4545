//! What a cloud offers beyond the guide's core (rows N08, N09 and the ways out): assumed by its rule set, corrected by what
//! it answers. Each part is asked once and hidden where the cloud has not got it; "About this cloud" lists them all.

use crate::config::RuleSet;
use crate::error::{Asked, Failure, FailureKind};

#[cfg(test)]
mod tests;

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        /// A part of the API that a cloud may be without.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Feature {
            $($(#[$doc])* $name,)*
        }

        impl Feature {
            /// All, in the order of "About this cloud".
            pub const ALL: [Feature; [$(Feature::$name),*].len()] = [$(Feature::$name),*];
        }
    };
}

features! {
    /// `GET /limits` or `os-quota-sets` (row N09).
    Limits;
    /// `GET /limits` of block storage (row N09).
    VolumeLimits;
    /// `os-getConsoleOutput` (row N09).
    ConsoleLog;
    /// Server metadata (row N08).
    Metadata;
    /// `os-server-groups` (row N08): placement policies.
    ServerGroups;
    /// `shelve` and `unshelve` (row N08).
    Shelve;
    /// `shelveOffload`.
    ShelveOffload;
    /// `confirmResize` and `revertResize` (row S26): NHN confirms by itself.
    ConfirmResize;
    /// `os-volume_upload_image` for an instance (row N07); plain OpenStack has `createImage` for all.
    ImageFromVolume;
    /// `pause` and `unpause`.
    Pause;
    /// `suspend` and `resume`.
    Suspend;
    /// `rescue` and `unrescue`.
    Rescue;
    /// `lock` and `unlock`.
    Lock;
    /// `rebuild`.
    Rebuild;
    /// `changePassword`.
    SetPassword;
    /// `os-interface`.
    Interfaces;
    /// A link to the screen.
    Console;
    /// `os-server-password`.
    Password;
}

/// Whether a cloud offers something.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Offer {
    /// It does: documented, or seen.
    Yes,
    /// It does not: by its guide, or by what it answered.
    No,
    /// Nobody asked yet.
    Unasked,
}

/// How it is known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Source {
    /// By the rule set: documented, or left out of the guide.
    Rules,
    /// By what the cloud answered.
    Answer,
    /// It is not known.
    Nobody,
}

/// What one cloud offers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offers([Offer; Feature::ALL.len()]);

impl Feature {
    /// Asking for it changes nothing, so the page asks by itself; the rest shows when it is first used.
    pub fn can_be_asked(self) -> bool {
        use Feature::*;
        matches!(self, Limits | VolumeLimits | ConsoleLog | Metadata | ServerGroups | Interfaces | Console | Password)
    }

    /// It only looks, whatever the method of its request: the read-only switch lets it pass.
    pub fn only_reads(self) -> bool {
        use Feature::*;
        matches!(self, Limits | VolumeLimits | ConsoleLog | Console | Password)
    }

    /// What is assumed before anyone asked (nhn-api.md §5.1, §5.5). NHN's guide is silent on half of Nova; an action it
    /// does not name is not offered there, a read it does not name is asked once; `os-interface` was, and is not there.
    fn assumed(self, rules: RuleSet) -> Offer {
        use Feature::*;
        match (rules, self) {
            (_, Limits | VolumeLimits | ConsoleLog | Console | Password) => Offer::Unasked,
            (RuleSet::Nhn, Metadata | ServerGroups | Shelve | ImageFromVolume) => Offer::Yes,
            (RuleSet::Nhn, _) | (RuleSet::OpenStack, ImageFromVolume) => Offer::No,
            (RuleSet::OpenStack, _) => Offer::Yes,
        }
    }
}

impl Offers {
    /// What is assumed of a cloud of this rule set.
    pub fn assumed(rules: RuleSet) -> Self {
        Self(Feature::ALL.map(|feature| feature.assumed(rules)))
    }

    /// Whether the cloud offers it.
    pub fn of(&self, feature: Feature) -> Offer {
        self.0.get(place(feature)).copied().unwrap_or(Offer::Unasked)
    }

    /// How it is known, on a cloud of this rule set. What was answered as assumed counts as assumed.
    pub fn source(&self, feature: Feature, rules: RuleSet) -> Source {
        match self.of(feature) {
            Offer::Unasked => Source::Nobody,
            offer if offer == feature.assumed(rules) => Source::Rules,
            _ => Source::Answer,
        }
    }

    /// Takes in what was seen.
    pub fn learn(&mut self, feature: Feature, seen: Offer) {
        if let Some(known) = self.0.get_mut(place(feature)) {
            *known = seen;
        }
    }

    /// All of them, in the order of "About this cloud".
    pub fn list(&self) -> impl Iterator<Item = (Feature, Offer)> {
        Feature::ALL.into_iter().zip(self.0.iter().copied())
    }
}

/// What a refusal tells of a feature: `Some(No)` only where the cloud says that it does not know the call, so that one
/// missing instance, one missing key or one bad day hides nothing.
pub fn told_by(failure: &Failure) -> Option<Offer> {
    let says = |words: &str| failure.message.to_ascii_lowercase().contains(words);
    let unknown = match failure.kind {
        FailureKind::NotFound if failure.asked() == Asked::One => return None,
        // A path nobody serves is answered by a page or by nothing; where a thing is missing, it is named.
        FailureKind::NotFound => says("the resource could not be found") || !says("found"),
        FailureKind::Invalid => failure.status == 405 || says("no such action") || says("unavailable console type"),
        FailureKind::Server => failure.status == 501,
        // Policy keeps it from this person: to them it is not there.
        FailureKind::Forbidden => says("policy doesn't allow"),
        _ => return None,
    };
    unknown.then_some(Offer::No)
}

fn place(feature: Feature) -> usize {
    Feature::ALL.iter().position(|known| *known == feature).unwrap_or(usize::MAX)
}
