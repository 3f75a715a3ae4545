//! What decides about an action besides the state: the rule set, the cloud's features, the flavor, and read-only mode.

use super::{Action, FlavorRule, Refusal, allowed_for};
use crate::config::RuleSet;
use crate::rules::offers::{Offer, Offers};
use crate::wire::{FlavorName, Server};

/// The conditions under which an action is checked.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    pub rules: RuleSet,
    /// The features of the cloud.
    pub offers: &'a Offers,
    /// The instance's flavor; only its name matters. `None`: not known, so the cloud decides.
    pub flavor: Option<&'a FlavorName>,
    /// Read-only mode.
    pub read_only: bool,
}

/// [`allowed_for`] under these conditions. A missing feature is reported first, because such an action is not shown at
/// all.
pub fn allowed_here(action: Action, server: &Server, terms: &Terms<'_>) -> Result<(), Refusal> {
    if let Some(feature) = action.feature().filter(|feature| terms.offers.of(*feature) == Offer::No) {
        return Err(Refusal::NotOffered(feature));
    }
    if let Some(rule) = flavor_rule(action, terms) {
        return Err(Refusal::NotOnThisFlavor(rule));
    }
    if terms.read_only && !action.definition().only_reads {
        return Err(Refusal::ReadOnly);
    }
    allowed_for(action, server)
}

/// The rule by which the flavor does not allow it.
fn flavor_rule(action: Action, terms: &Terms<'_>) -> Option<FlavorRule> {
    let flavor = terms.flavor.filter(|_| terms.rules == RuleSet::Nhn)?;
    let rule = action.definition().flavor?;
    let holds = match rule {
        FlavorRule::OnlyU2 => flavor.is_u2(),
        FlavorRule::NeverU2 => !flavor.is_u2(),
        FlavorRule::NeverGpu => !flavor.is_gpu(),
    };
    (!holds).then_some(rule)
}
