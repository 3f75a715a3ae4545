//! Validation of new placement policies (row N08).

use super::limits::{POLICY_NAME_MAX, unprintable};
use crate::config::RuleSet;
use crate::wire::Placement;

/// A name accepted by [`policy_name`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PolicyNameInput(String);

impl PolicyNameInput {
    /// The name as sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is wrong with a policy's name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PolicyNameError {
    Empty,
    /// Longer than [`POLICY_NAME_MAX`] characters.
    TooLong {
        /// The current length.
        is: usize,
    },
    Unprintable,
}

/// Validates a policy's name. Surrounding blanks are dropped; two policies may share a name.
pub fn policy_name(typed: &str) -> Result<PolicyNameInput, PolicyNameError> {
    let name = typed.trim();
    match name.chars().count() {
        0 => Err(PolicyNameError::Empty),
        is if is > POLICY_NAME_MAX => Err(PolicyNameError::TooLong { is }),
        _ if name.chars().any(unprintable) => Err(PolicyNameError::Unprintable),
        _ => Ok(PolicyNameInput(name.to_owned())),
    }
}

/// The kinds a cloud supports. NHN has one (nhn-api.md §5.1); Nova's soft ones need a newer microversion than Maru
/// uses.
pub fn kinds(rules: RuleSet) -> &'static [Placement] {
    match rules {
        RuleSet::Nhn => &[Placement::AntiAffinity],
        RuleSet::OpenStack => &[Placement::AntiAffinity, Placement::Affinity],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_at_the_edge_and_past_it() {
        let check = |typed: &str, expect: Result<&str, PolicyNameError>| {
            assert_eq!(policy_name(typed).as_ref().map(PolicyNameInput::as_str).map_err(|error| *error), expect);
        };
        check(" db ", Ok("db"));
        check("데이터베이스 분산", Ok("데이터베이스 분산"));
        check("", Err(PolicyNameError::Empty));
        check(" \t", Err(PolicyNameError::Empty));
        check(&"가".repeat(255), Ok(&"가".repeat(255)));
        check(&"가".repeat(256), Err(PolicyNameError::TooLong { is: 256 }));
        check("a\u{7}b", Err(PolicyNameError::Unprintable));
    }

    #[test]
    fn nhn_takes_one_policy_only() {
        assert_eq!(kinds(RuleSet::Nhn), [Placement::AntiAffinity]);
        assert!(kinds(RuleSet::OpenStack).contains(&Placement::Affinity));
    }
}
