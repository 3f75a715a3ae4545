//! What a set of rules lets in: the warning of the rule editor, and the SSH card's question whether a port is open
//! (row N05; issue 3, "an SSH card per instance"). Rules only ever allow, so it is enough to find one.

use std::net::IpAddr;

use super::draft::{Ethertype, Protocol};
use crate::Cidr;
use crate::ids::SecurityGroupId;
use crate::wire::SecurityGroupRule;

#[cfg(test)]
mod tests;

/// Who reaches a port.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reach {
    /// Everybody.
    Anywhere,
    /// These ranges, and the members of these groups.
    Only {
        /// Ranges of addresses.
        ranges: Vec<Cidr>,
        /// Groups; what has them is inside the project's own networks.
        groups: Vec<SecurityGroupId>,
        /// Address groups by id: which addresses are in them is not told.
        others: Vec<String>,
    },
    /// Nobody.
    Closed,
}

/// The rule lets the whole world in: nothing said of the other side, or a range of all addresses.
pub fn is_open_to_world(rule: &SecurityGroupRule) -> bool {
    let range = rule.remote_prefix.as_deref();
    rule.ingress
        && rule.remote_group.is_none()
        && rule.remote_other.is_none()
        && range.is_none_or(|text| Cidr::parse(text).is_some_and(Cidr::is_world))
}

/// Who reaches a port over addresses of this type. The port is not looked at where the protocol has none.
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
        // A range that cannot be read lets in who knows whom: it is not counted on.
        let range = rule.remote_prefix.as_deref().and_then(Cidr::parse);
        ranges.extend(range.filter(|range| !ranges.contains(range)));
        groups.extend(rule.remote_group.clone().filter(|group| !groups.contains(group)));
        others.extend(rule.remote_other.clone().filter(|other| !others.contains(other)));
    }
    let nobody = ranges.is_empty() && groups.is_empty() && others.is_empty();
    if nobody { Reach::Closed } else { Reach::Only { ranges, groups, others } }
}

/// Somebody at this address reaches the port. Groups let nobody in from outside.
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

/// The rule is about what comes in with this protocol to this port, from wherever and over either type of address.
pub fn lets_in(rule: &SecurityGroupRule, protocol: &Protocol, port: u16) -> bool {
    rule.ingress && speaks(rule, protocol) && (!protocol.has_ports() || covers(rule, port))
}

/// Services tell protocols by name or number; nothing and `any` are all of them.
fn speaks(rule: &SecurityGroupRule, protocol: &Protocol) -> bool {
    let Some(word) = rule.protocol.as_deref().filter(|word| !word.eq_ignore_ascii_case("any")) else { return true };
    let names: &[&str] = match protocol {
        // Only a rule for all of them is one.
        Protocol::Any => &[],
        Protocol::Tcp => &["tcp", "6"],
        Protocol::Udp => &["udp", "17"],
        Protocol::Icmp => &["icmp", "1", "ipv6-icmp", "icmpv6", "58"],
        Protocol::Other(other) => &[other.as_str()],
    };
    names.iter().any(|name| name.eq_ignore_ascii_case(word))
}

/// No ports at all are every port; one end alone is that port.
fn covers(rule: &SecurityGroupRule, port: u16) -> bool {
    match (rule.port_min, rule.port_max) {
        (None, None) => true,
        (Some(only), None) | (None, Some(only)) => port == only,
        (Some(min), Some(max)) => (min..=max).contains(&port),
    }
}
