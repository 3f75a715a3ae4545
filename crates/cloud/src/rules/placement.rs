//! Which placement policies can be made (row N08).

use crate::config::RuleSet;
use crate::wire::Placement;

/// The kinds a cloud takes, by its rule set: the guide has one, stock Nova four.
pub fn kinds(rules: RuleSet) -> Vec<Placement> {
    let words: &[&str] = match rules {
        RuleSet::Nhn => &["anti-affinity"],
        RuleSet::OpenStack => &["anti-affinity", "affinity", "soft-anti-affinity", "soft-affinity"],
    };
    words.iter().map(|word| Placement::parse(word)).collect()
}
