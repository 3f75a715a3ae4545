//! Which optional features a cloud supports (rows N08, N09): assumed from its rule set, corrected by its responses.
//! Each is probed at most once, and hidden if unsupported; "About this cloud" lists them all.

use crate::config::RuleSet;
use crate::error::{Asked, Failure, FailureKind};

#[cfg(test)]
mod tests;

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        /// An optional feature of the API.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Feature {
            $($(#[$doc])* $name,)*
        }

        impl Feature {
            /// All features, in the order of "About this cloud".
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
    /// `os-server-groups`: placement policies (row N08).
    ServerGroups;
    /// `shelve` and `unshelve` (row N08).
    Shelve;
    /// `shelveOffload`.
    ShelveOffload;
    /// `confirmResize` and `revertResize` (row S26): NHN confirms automatically.
    ConfirmResize;
    /// `os-volume_upload_image` for an instance (row N07); plain OpenStack uses `createImage` instead.
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
    /// A link to the VNC console.
    Console;
    /// `os-server-password`.
    Password;
}

/// Whether a cloud supports a feature.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Offer {
    /// Supported: documented or observed.
    Yes,
    /// Not supported: according to its guide or to its responses.
    No,
    /// Not known yet.
    Unasked,
}

/// How the support is known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Source {
    /// From the rule set.
    Rules,
    /// From a response of the cloud.
    Answer,
    /// It is not known.
    Nobody,
}

/// The features of one cloud.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offers([Offer; Feature::ALL.len()]);

impl Feature {
    /// Whether using it changes nothing, whatever the HTTP method: read-only mode allows it.
    pub fn only_reads(self) -> bool {
        use Feature::*;
        matches!(self, Limits | VolumeLimits | ConsoleLog | Console | Password)
    }

    /// What is assumed before the first response (nhn-api.md §5.1, §5.5). NHN's guide does not mention half of Nova: an
    /// action that it does not document counts as unsupported, and an undocumented read is probed once, except
    /// `os-interface`, which was probed and does not exist.
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
    /// The assumptions for a cloud of this rule set.
    pub fn assumed(rules: RuleSet) -> Self {
        Self(Feature::ALL.map(|feature| feature.assumed(rules)))
    }

    /// Whether the cloud supports it.
    pub fn of(&self, feature: Feature) -> Offer {
        self.0.get(place(feature)).copied().unwrap_or(Offer::Unasked)
    }

    /// How the support is known, on a cloud of this rule set. A response that confirms the assumption counts as
    /// assumed.
    pub fn source(&self, feature: Feature, rules: RuleSet) -> Source {
        match self.of(feature) {
            Offer::Unasked => Source::Nobody,
            offer if offer == feature.assumed(rules) => Source::Rules,
            _ => Source::Answer,
        }
    }

    /// Records an observation.
    pub fn learn(&mut self, feature: Feature, seen: Offer) {
        if let Some(known) = self.0.get_mut(place(feature)) {
            *known = seen;
        }
    }

    /// All features, in the order of "About this cloud".
    pub fn list(&self) -> impl Iterator<Item = (Feature, Offer)> {
        Feature::ALL.into_iter().zip(self.0.iter().copied())
    }
}

/// What a refusal says about a feature: `Some(No)` only if the cloud does not know the call at all, so that a missing
/// resource or a temporary failure hides nothing.
pub fn told_by(failure: &Failure) -> Option<Offer> {
    let says = |words: &str| failure.message.to_ascii_lowercase().contains(words);
    let unknown = match failure.kind {
        FailureKind::NotFound if failure.asked() == Asked::One => return None,
        // An unknown path is answered by an HTML page or an empty body; a missing resource is named.
        FailureKind::NotFound => says("the resource could not be found") || !says("found"),
        FailureKind::Invalid => failure.status == 405 || says("no such action") || says("unavailable console type"),
        FailureKind::Server => failure.status == 501,
        // The policy forbids it for this person, so for them it is unsupported.
        FailureKind::Forbidden => says("policy doesn't allow"),
        _ => return None,
    };
    unknown.then_some(Offer::No)
}

fn place(feature: Feature) -> usize {
    Feature::ALL.iter().position(|known| *known == feature).unwrap_or(usize::MAX)
}
