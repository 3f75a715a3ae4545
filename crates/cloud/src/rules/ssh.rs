//! How to get into an instance, and why that may fail: what the SSH card of its page shows. Whatever comes from the
//! cloud ends in a command that a person pastes into a shell, so nothing gets there that a shell would read.

use std::net::{IpAddr, Ipv4Addr};

use crate::ids::KeyName;
use crate::keypair::private_key_file;
use crate::rules::managed;
use crate::security::{self, Protocol};
use crate::status::Status;
use crate::wire::{Address, FloatingIp, Image, KeyPair, SecurityGroup, SecurityGroupRule, Server};

mod login;
#[cfg(test)]
mod tests;

pub use login::{Login, login};

/// Which way leads in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Way {
    /// SSH, port 22.
    Ssh,
    /// Remote Desktop, port 3389: Windows.
    Rdp,
}

/// Why an instance may not be reachable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Obstacle {
    /// It does not run.
    NotRunning(Status),
    /// It has no address at all.
    NoAddress,
    /// Only addresses of its own network: no floating IP.
    OnlyInside,
    /// None of its security groups lets this port in from outside.
    PortClosed(u16),
    /// It was made without a key pair.
    NoKey,
    /// Its key pair is not among those of this account (any more).
    KeyUnknown(KeyName),
    /// Nobody knows the user name.
    LoginUnknown,
}

/// What is known when the card is drawn; a `None` list could not be loaded, and says nothing then.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The instance.
    pub server: &'a Server,
    /// Its image, where the list has it.
    pub image: Option<&'a Image>,
    /// The security groups of the project.
    pub groups: Option<&'a [SecurityGroup]>,
    /// The key pairs of the account.
    pub keys: Option<&'a [KeyPair]>,
    /// The floating IPs that the network service gives the instance ([`FloatingIp::is_of`]). The instance itself may not
    /// list them, for minutes or for good.
    pub floating: &'a [FloatingIp],
}

/// From where a port is open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OpenTo {
    /// A range of addresses; `0.0.0.0/0`: anywhere.
    Range(String),
    /// The addresses of a group of addresses, by its id: which they are is not told.
    AddressGroup(String),
}

impl Way {
    /// Its port.
    pub fn port(self) -> u16 {
        match self {
            Way::Ssh => 22,
            Way::Rdp => 3389,
        }
    }
}

impl Known<'_> {
    /// SSH, or Remote Desktop for Windows.
    pub fn way(&self) -> Way {
        let windows = self.image.is_some_and(Image::is_windows) || managed::is_windows(self.server);
        if windows { Way::Rdp } else { Way::Ssh }
    }

    /// The user name, from what the image or the instance tells.
    pub fn login(&self) -> Option<Login> {
        login(self.image, self.server)
    }

    /// Everything that may stand in the way, the surest first.
    pub fn obstacles(&self) -> Vec<Obstacle> {
        let mut found = Vec::new();
        if self.server.status != Status::Active {
            found.push(Obstacle::NotRunning(self.server.status.clone()));
        }
        match self.address() {
            None if self.server.addresses.said().is_some() => found.push(Obstacle::NoAddress),
            Some(address) if inside(&address) => found.push(Obstacle::OnlyInside),
            _ => (),
        }
        let port = self.way().port();
        if self.open_to(port) == Some(Vec::new()) {
            found.push(Obstacle::PortClosed(port));
        }
        match self.server.key_name.said() {
            Some(None) if self.way() == Way::Ssh => found.push(Obstacle::NoKey),
            Some(Some(name)) if self.keys.is_some_and(|keys| !keys.iter().any(|key| key.name == *name)) => {
                found.push(Obstacle::KeyUnknown(name.clone()));
            }
            _ => (),
        }
        if self.login().is_none() {
            found.push(Obstacle::LoginUnknown);
        }
        found
    }

    /// The address to go to: the operator's own choice, a floating one, a public one, any.
    pub fn address(&self) -> Option<IpAddr> {
        let said = self.server.access_ipv4.said().and_then(|text| text.parse().ok());
        let all = self.server.addresses.said().map(Vec::as_slice).unwrap_or_default();
        let find = |wanted: fn(&Address, &IpAddr) -> bool| {
            all.iter().filter_map(|row| Some((row, row.addr.parse().ok()?))).find(|(row, ip)| wanted(row, ip))
        };
        let floating = find(|row, _| row.floating).map(|(_, ip)| ip);
        let bound = || self.floating.iter().filter(|ip| !ip.is_moving()).find_map(|ip| ip.address.parse().ok());
        let own = || find(|_, ip| !inside(ip)).or_else(|| find(|_, _| true)).map(|(_, ip)| ip);
        said.or(floating).or_else(bound).or_else(own)
    }

    /// From which networks a TCP port is open, by the rules of the instance's groups; `None`: its groups or their rules
    /// are not known. A rule for members of a group opens nothing to the outside.
    pub fn open_to(&self, port: u16) -> Option<Vec<OpenTo>> {
        let (groups, named) = (self.groups?, self.server.security_groups.said()?);
        let mut known = groups.iter().filter(|group| named.contains(&group.name)).peekable();
        if known.peek().is_none() && !named.is_empty() {
            return None;
        }
        let mut from: Vec<OpenTo> = Vec::new();
        for rule in known.flat_map(|group| &group.rules).filter(|rule| opens(rule, port)) {
            let any = if rule.ethertype.eq_ignore_ascii_case("ipv6") { "::/0" } else { "0.0.0.0/0" };
            let one = match (&rule.remote_prefix, &rule.remote_other) {
                (None, Some(group)) => OpenTo::AddressGroup(group.clone()),
                (prefix, _) => OpenTo::Range(prefix.as_deref().unwrap_or(any).to_owned()),
            };
            if !from.contains(&one) {
                from.push(one);
            }
        }
        Some(from)
    }

    /// `ssh -i ~/.ssh/key.pem user@address`; `None`: Windows, or no address or no user name to put into it.
    pub fn command(&self) -> Option<String> {
        let (user, address) = self.ends()?;
        let key = self.key_file().map(|file| format!("-i ~/.ssh/{} ", quoted(&file))).unwrap_or_default();
        Some(format!("ssh {key}{user}@{address}"))
    }

    /// The block for `~/.ssh/config`; `None` as for [`Known::command`].
    pub fn config(&self) -> Option<String> {
        let (user, address) = self.ends()?;
        let alias = plain(&self.server.name);
        let alias = if alias.is_empty() { address.to_string() } else { alias };
        let mut block = format!("Host {alias}\n    HostName {address}\n    User {user}\n");
        if let Some(file) = self.key_file() {
            // A percent sign begins a token there; the file's name has no double quotes.
            let file = file.replace('%', "%%");
            block.push_str(&format!("    IdentityFile \"~/.ssh/{file}\"\n    IdentitiesOnly yes\n"));
        }
        Some(block)
    }

    fn ends(&self) -> Option<(String, IpAddr)> {
        let user = self.login().filter(|_| self.way() == Way::Ssh)?;
        Some((user.user, self.address()?))
    }

    /// The private key's file, as Maru names it when it offers one.
    fn key_file(&self) -> Option<String> {
        Some(private_key_file(self.server.key_name.said()?.as_ref()?.as_str()))
    }
}

/// An address that only its own network knows.
fn inside(address: &IpAddr) -> bool {
    match address {
        IpAddr::V4(ip) => {
            // Shared address space: carriers and clouds use it as another private one.
            let shared = Ipv4Addr::new(100, 64, 0, 0).to_bits() >> 22 == ip.to_bits() >> 22;
            ip.is_private() || ip.is_loopback() || ip.is_link_local() || shared
        }
        IpAddr::V6(ip) => ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
    }
}

/// To the outside: who is a member of a group is inside.
fn opens(rule: &SecurityGroupRule, port: u16) -> bool {
    rule.remote_group.is_none() && security::lets_in(rule, &Protocol::Tcp, port)
}

/// A word as a shell takes it.
fn quoted(text: &str) -> String {
    let bare = text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '_' | '-'));
    if bare { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

/// Only what is neither blank nor read by a shell; every other run of characters becomes one `-`.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        let safe = letter.is_alphanumeric() || matches!(letter, '.' | '_' | '-');
        match letter {
            _ if safe => out.push(letter),
            _ if out.ends_with('-') => (),
            _ => out.push('-'),
        }
    }
    // A leading dash would be an option, a leading dot a hidden file.
    out.trim_matches(['-', '.']).to_owned()
}
