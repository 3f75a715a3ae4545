//! What a set of rules allows: used for the warning of the rule editor, and for the question of the SSH card whether a
//! port is open (row N05). Rules only ever allow, so one matching rule is enough.

use std::net::IpAddr;

use super::draft::{Ethertype, Protocol};
use crate::Cidr;
use crate::ids::SecurityGroupId;
use crate::wire::SecurityGroupRule;

#[cfg(test)]
mod tests;

/// Who can reach a port.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reach {
    /// Any address.
    Anywhere,
    /// Only these.
    Only {
        ranges: Vec<Cidr>,
        /// Security groups, whose members are in the project's own networks.
        groups: Vec<SecurityGroupId>,
        /// Address groups by id; their addresses are not reported.
        others: Vec<String>,
    },
    /// Nobody.
    Closed,
}

/// Whether the rule allows all addresses: it names no remote side, or a range of all addresses.
pub fn is_open_to_world(rule: &SecurityGroupRule) -> bool {
    let range = rule.remote_prefix.as_deref();
    rule.ingress
        && rule.remote_group.is_none()
        && rule.remote_other.is_none()
        && range.is_none_or(|text| Cidr::parse(text).is_some_and(Cidr::is_world))
}

/// Who can reach a port over this address family. The port is ignored if the protocol has none.
pub fn reach<'a>(
    rules: impl IntoIterator<Item = &'a SecurityGroupRule>,
    over: Ethertype,
    protocol: &Protocol,
    port: u16,
) -> Reach {
    let (mut ranges, mut groups, mut others) = (Vec::new(), Vec::new(), Vec::new());
    let v6 = over == Ethertype::V6;
    let over_it = |rule: &&SecurityGroupRule| rule.ethertype.eq_ignore_ascii_case("IPv6") == v6;
    for rule in rules.into_iter().filter(over_it).filter(|rule| lets_in(rule, protocol, port)) {
        if is_open_to_world(rule) {
            return Reach::Anywhere;
        }
        // A range that cannot be parsed is ignored.
        let range = rule.remote_prefix.as_deref().and_then(Cidr::parse);
        ranges.extend(range.filter(|range| !ranges.contains(range)));
        groups.extend(rule.remote_group.clone().filter(|group| !groups.contains(group)));
        others.extend(rule.remote_other.clone().filter(|other| !others.contains(other)));
    }
    let nobody = ranges.is_empty() && groups.is_empty() && others.is_empty();
    if nobody { Reach::Closed } else { Reach::Only { ranges, groups, others } }
}

/// Whether this address can reach the port. Rules for group members allow nobody from outside.
pub fn admits<'a>(
    rules: impl IntoIterator<Item = &'a SecurityGroupRule>,
    protocol: &Protocol,
    port: u16,
    address: IpAddr,
) -> bool {
    let over = if address.is_ipv4() { Ethertype::V4 } else { Ethertype::V6 };
    match reach(rules, over, protocol, port) {
        Reach::Anywhere => true,
        Reach::Only { ranges, .. } => ranges.iter().any(|range| range.contains(address)),
        Reach::Closed => false,
    }
}

/// Whether the rule is about incoming traffic with this protocol to this port, from any source and over either address
/// family.
pub fn lets_in(rule: &SecurityGroupRule, protocol: &Protocol, port: u16) -> bool {
    rule.ingress && speaks(rule, protocol) && (!protocol.has_ports() || covers(rule, port))
}

/// Services send protocols as name or number; null and `any` mean all.
fn speaks(rule: &SecurityGroupRule, protocol: &Protocol) -> bool {
    let Some(word) = rule.protocol.as_deref().filter(|word| !word.eq_ignore_ascii_case("any")) else { return true };
    let names: &[&str] = match protocol {
        // Only a rule for all protocols matches.
        Protocol::Any => &[],
        Protocol::Tcp => &["tcp", "6"],
        Protocol::Udp => &["udp", "17"],
        Protocol::Icmp => &["icmp", "1", "ipv6-icmp", "icmpv6", "58"],
        Protocol::Other(other) => &[other.as_str()],
    };
    names.iter().any(|name| name.eq_ignore_ascii_case(word))
}

/// No ports at all mean every port; one limit alone means that port.
fn covers(rule: &SecurityGroupRule, port: u16) -> bool {
    match (rule.port_min, rule.port_max) {
        (None, None) => true,
        (Some(only), None) | (None, Some(only)) => port == only,
        (Some(min), Some(max)) => (min..=max).contains(&port),
    }
}
