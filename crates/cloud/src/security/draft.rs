//! The form of a security group rule as typed, before validation.

use crate::ids::SecurityGroupId;

/// The direction of the traffic.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Direction {
    #[default]
    Ingress,
    Egress,
}

/// The address family of the rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Ethertype {
    #[default]
    V4,
    /// NHN does not accept such rules (nhn-api.md §3.4).
    V6,
}

/// The protocol of the rule.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Protocol {
    Any,
    #[default]
    Tcp,
    Udp,
    /// ICMP, or ICMPv6 in a rule for IPv6.
    Icmp,
    /// Another one by name or number, as typed.
    Other(String),
}

/// The other side of the traffic.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Remote {
    /// Any address.
    Anywhere,
    /// An address or a range, as typed.
    Range(String),
    /// The ports in this group; `None`: not chosen yet.
    Group(Option<SecurityGroupId>),
}

/// The form's state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleDraft {
    pub direction: Direction,
    pub ethertype: Ethertype,
    pub protocol: Protocol,
    /// A port or a range, as typed: `22`, `8000-8100`; empty: all. Ignored if the protocol has no ports.
    pub ports: String,
    pub remote: Remote,
    pub description: String,
}

impl Default for RuleDraft {
    /// A new form allows no address: the range must be typed.
    fn default() -> Self {
        Self {
            direction: Direction::default(),
            ethertype: Ethertype::default(),
            protocol: Protocol::default(),
            ports: String::new(),
            remote: Remote::Range(String::new()),
            description: String::new(),
        }
    }
}

impl Protocol {
    /// Whether the protocol has ports: TCP, UDP and similar, by name or number.
    pub fn has_ports(&self) -> bool {
        match self {
            Protocol::Tcp | Protocol::Udp => true,
            Protocol::Any | Protocol::Icmp => false,
            Protocol::Other(word) => ["tcp", "udp", "sctp", "dccp", "udplite", "6", "17", "33", "132", "136"]
                .iter()
                .any(|known| word.trim().eq_ignore_ascii_case(known)),
        }
    }
}
