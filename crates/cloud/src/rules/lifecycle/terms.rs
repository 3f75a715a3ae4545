//! What else than the state decides about an action: whose rules the cloud follows, what it offers, the flavor, and
//! whether the person has switched changes off.

use super::{Action, FlavorRule, Refusal, allowed_for};
use crate::config::RuleSet;
use crate::rules::offers::{Feature, Offer, Offers};
use crate::wire::{FlavorName, Server};

/// The terms under which an action is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// Whose rules.
    pub rules: RuleSet,
    /// What the cloud offers, as far as it is known.
    pub offers: &'a Offers,
    /// The flavor of the instance: its name tells all that matters here. `None`: not known, and then the cloud has the
    /// word.
    pub flavor: Option<&'a FlavorName>,
    /// Every change is blocked, for demos and on call.
    pub read_only: bool,
}

/// [`allowed_for`] here. What the cloud has not got is named first: such an action is not shown at all.
pub fn allowed_here(action: Action, server: &Server, terms: &Terms<'_>) -> Result<(), Refusal> {
    if let Some(feature) = feature_of(action).filter(|feature| terms.offers.of(*feature) == Offer::No) {
        return Err(Refusal::NotOffered(feature));
    }
    if let Some(rule) = flavor_rule(action, terms) {
        return Err(Refusal::NotOnThisFlavor(rule));
    }
    if terms.read_only && !action.only_reads() {
        return Err(Refusal::ReadOnly);
    }
    allowed_for(action, server)
}

/// The part of the API an action belongs to, where a cloud may be without it. The ways out of a state are not among
/// them, unlocking included: an instance that is in the state shows that its cloud has got it.
pub fn feature_of(action: Action) -> Option<Feature> {
    Some(match action {
        Action::ConfirmResize | Action::RevertResize => Feature::ConfirmResize,
        Action::CreateImageFromVolume => Feature::ImageFromVolume,
        Action::Shelve => Feature::Shelve,
        Action::ShelveOffload => Feature::ShelveOffload,
        Action::Pause => Feature::Pause,
        Action::Suspend => Feature::Suspend,
        Action::Rescue => Feature::Rescue,
        Action::Lock => Feature::Lock,
        Action::Rebuild => Feature::Rebuild,
        Action::AttachInterface | Action::DetachInterface => Feature::Interfaces,
        Action::EditMetadata => Feature::Metadata,
        Action::Console => Feature::Console,
        Action::ConsoleLog => Feature::ConsoleLog,
        Action::Password => Feature::Password,
        _ => return None,
    })
}

/// The rule of the flavor that stands in the way; only NHN has such rules.
fn flavor_rule(action: Action, terms: &Terms<'_>) -> Option<FlavorRule> {
    let flavor = terms.flavor.filter(|_| terms.rules == RuleSet::Nhn)?;
    match action {
        Action::CreateImage if !flavor.is_u2() => Some(FlavorRule::OnlyU2),
        Action::CreateImageFromVolume | Action::Resize if flavor.is_u2() => Some(FlavorRule::NeverU2),
        Action::Shelve if flavor.is_gpu() => Some(FlavorRule::NeverGpu),
        _ => None,
    }
}
