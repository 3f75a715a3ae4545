//! What rules of security groups say, on every page that shows them.

use cloud::wire::SecurityGroupRule;

use crate::locales::{Text, filled};

/// The type and code of a rule for ICMP; `None`: it is for all of them.
pub fn icmp(rule: &SecurityGroupRule) -> Option<Text> {
    let number = |number: u16| Text::from(number.to_string());
    Some(match (rule.port_min?, rule.port_max) {
        (kind, None) => filled(|t| t.security_groups().icmp_type, [("type", number(kind))]),
        (kind, Some(code)) => {
            filled(|t| t.security_groups().icmp_type_code, [("type", number(kind)), ("code", number(code))])
        }
    })
}
