//! Rules that are wanted so often that one click fills the form (row N05).

use super::draft::{Ethertype, Protocol, Remote, RuleDraft};
use crate::Cidr;

/// What is to be let in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Preset {
    /// TCP 22.
    Ssh,
    /// TCP 80.
    Http,
    /// TCP 443.
    Https,
    /// TCP 3389.
    Rdp,
    /// Pings and their kin.
    Icmp,
}

impl Preset {
    /// All, in the order they are offered.
    pub const ALL: [Preset; 5] = [Preset::Ssh, Preset::Http, Preset::Https, Preset::Rdp, Preset::Icmp];

    /// The port, where it is about one.
    pub fn port(self) -> Option<u16> {
        match self {
            Preset::Ssh => Some(22),
            Preset::Http => Some(80),
            Preset::Https => Some(443),
            Preset::Rdp => Some(3389),
            Preset::Icmp => None,
        }
    }

    /// It is a way to log in: never offered to the whole world by itself.
    pub fn is_login(self) -> bool {
        matches!(self, Preset::Ssh | Preset::Rdp)
    }

    /// The form filled in. Web ports are for everybody; a way to log in is for `from`, the person's own address, and
    /// waits for one where none is known.
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
