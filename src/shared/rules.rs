//! Security group rules as text.

use cloud::wire::SecurityGroupRule;

use crate::locales::{Text, filled};

/// The type and code of an ICMP rule; `None` if it allows all.
pub fn icmp(rule: &SecurityGroupRule) -> Option<Text> {
    let number = |number: u16| Text::from(number.to_string());
    Some(match (rule.port_min?, rule.port_max) {
        (kind, None) => filled(|t| t.security_groups().icmp_type, [("type", number(kind))]),
        (kind, Some(code)) => {
            filled(|t| t.security_groups().icmp_type_code, [("type", number(kind)), ("code", number(code))])
        }
    })
}
