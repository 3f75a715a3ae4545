//! What else than the state decides about an action: whose rules the cloud follows, what it offers, the flavor, and
//! whether the person has switched changes off.

use super::{Action, FlavorRule, Refusal, allowed_for};
use crate::config::RuleSet;
use crate::rules::offers::{Offer, Offers};
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

/// The rule of the flavor that stands in the way.
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
