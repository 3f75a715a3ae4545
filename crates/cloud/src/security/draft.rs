//! What a person typed and chose for a rule; nothing here is checked.

use crate::ids::SecurityGroupId;

/// Which way the traffic goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Direction {
    /// To the instance.
    #[default]
    Ingress,
    /// From the instance.
    Egress,
}

/// Which addresses the rule is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Ethertype {
    /// IPv4.
    #[default]
    V4,
    /// IPv6; NHN makes no such rules (nhn-api.md §3.4).
    V6,
}

/// Which protocol.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Protocol {
    /// All of them.
    Any,
    /// TCP.
    #[default]
    Tcp,
    /// UDP.
    Udp,
    /// ICMP, or ICMPv6 in a rule for IPv6.
    Icmp,
    /// A name or number of another one, as typed.
    Other(String),
}

/// Who is on the other side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Remote {
    /// Everybody.
    Anywhere,
    /// An address or a range of them, as typed.
    Range(String),
    /// The ports that have this group; `None`: not chosen yet.
    Group(Option<SecurityGroupId>),
}

/// The form as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleDraft {
    /// Which way.
    pub direction: Direction,
    /// Which addresses.
    pub ethertype: Ethertype,
    /// Which protocol.
    pub protocol: Protocol,
    /// A port or a range of them, as typed: `22`, `8000-8100`; empty: all. Not asked where the protocol has none.
    pub ports: String,
    /// Who.
    pub remote: Remote,
    /// A note.
    pub description: String,
}

impl Default for RuleDraft {
    /// Nobody is let in by a form that was only opened: the range is still to be typed.
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
    /// It has ports; TCP, UDP, and their kin by name or number.
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
