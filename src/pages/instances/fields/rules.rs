//! The rules of a security group in one line.

use crate::locales::{Text, filled, tx};
use crate::shared::rules::icmp;
use cloud::wire::{SecurityGroup, SecurityGroupRule};

/// How many rules the line shows; the others are counted.
const SHOWN: usize = 3;

/// A summary of the incoming rules. Outgoing traffic is nearly always unrestricted.
pub fn summary(group: &SecurityGroup) -> Text {
    let incoming: Vec<_> = group.rules.iter().filter(|rule| rule.ingress).cloned().collect();
    if incoming.is_empty() {
        return tx(|t| t.create().rules_none);
    }
    let own = group.clone();
    Text::live(move || {
        let mut said: Vec<_> = incoming.iter().map(|rule| rule_words(rule, &own).get().into_owned()).collect();
        // Equal rules for IPv4 and IPv6 are shown once.
        said.dedup();
        let more = said.len().saturating_sub(SHOWN);
        said.truncate(SHOWN);
        if more > 0 {
            said.push(filled(|t| t.create().rules_more, [("n", more.into())]).get().into_owned());
        }
        filled(|t| t.create().rules_in, [("rules", said.join(", ").into())])
    })
}

fn rule_words(rule: &SecurityGroupRule, group: &SecurityGroup) -> Text {
    let from = match (&rule.remote_prefix, &rule.remote_group) {
        (Some(prefix), _) => prefix.clone().into(),
        (None, Some(id)) if *id == group.id => tx(|t| t.create().rules_itself),
        (None, Some(id)) => id.0.clone().into(),
        (None, None) => match &rule.remote_other {
            Some(id) => filled(|t| t.security_groups().who_addresses, [("id", id.clone().into())]),
            None => tx(|t| t.create().rules_anywhere),
        },
    };
    filled(|t| t.create().rules_one, [("what", ports(rule)), ("from", from)])
}

/// The protocol and ports, such as `TCP 22`, `TCP 8000–8100` or `ICMP`.
fn ports(rule: &SecurityGroupRule) -> Text {
    let Some(protocol) = &rule.protocol else { return tx(|t| t.create().rules_all) };
    let mut words = protocol.to_ascii_uppercase();
    if rule.is_icmp() {
        if let Some(icmp) = icmp(rule) {
            words.push_str(&[" (", &icmp.get(), ")"].concat());
        }
    } else if let (Some(min), Some(max)) = (rule.port_min, rule.port_max) {
        words.push(' ');
        words.push_str(&min.to_string());
        if max != min {
            words.push('–');
            words.push_str(&max.to_string());
        }
    }
    words.into()
}
