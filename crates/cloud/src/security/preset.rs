//! Common rules that fill the form with one click (row N05).

use super::draft::{Ethertype, Protocol, Remote, RuleDraft};
use crate::Cidr;

/// What the rule allows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Preset {
    Ssh,
    Http,
    Https,
    Rdp,
    Icmp,
}

impl Preset {
    /// All presets, in display order.
    pub const ALL: [Preset; 5] = [Preset::Ssh, Preset::Http, Preset::Https, Preset::Rdp, Preset::Icmp];

    /// The port, if it has one.
    pub fn port(self) -> Option<u16> {
        match self {
            Preset::Ssh => Some(22),
            Preset::Http => Some(80),
            Preset::Https => Some(443),
            Preset::Rdp => Some(3389),
            Preset::Icmp => None,
        }
    }

    /// Whether it allows logging in: such rules are never opened to all addresses by default.
    pub fn is_login(self) -> bool {
        matches!(self, Preset::Ssh | Preset::Rdp)
    }

    /// The form filled in. Web ports are open to all addresses; login ports to `from`, the person's own address, or to
    /// no address if that is not known.
    pub fn draft(self, from: Option<&str>) -> RuleDraft {
        let remote = if matches!(self, Preset::Http | Preset::Https) {
            Remote::Anywhere
        } else {
            Remote::Range(from.unwrap_or_default().to_owned())
        };
        let v6 = matches!(&remote, Remote::Range(text) if Cidr::parse(text).is_some_and(|cidr| !cidr.is_v4()));
        RuleDraft {
            ethertype: if v6 { Ethertype::V6 } else { Ethertype::V4 },
            protocol: if self == Preset::Icmp { Protocol::Icmp } else { Protocol::Tcp },
            ports: self.port().map(|port| port.to_string()).unwrap_or_default(),
            remote,
            ..RuleDraft::default()
        }
    }
}
