//! How to log in to an instance, and why that may fail: the data of the SSH card on its page. The result is a command
//! that a person pastes into a shell, so no text from the cloud may contain anything that a shell interprets.

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

/// How to log in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Way {
    /// SSH, port 22.
    Ssh,
    /// Remote Desktop, port 3389: Windows.
    Rdp,
}

/// Why an instance may be unreachable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Obstacle {
    /// It is not running.
    NotRunning(Status),
    /// It has no address.
    NoAddress,
    /// It has only private addresses: no floating IP.
    OnlyInside,
    /// None of its security groups opens this port to the outside.
    PortClosed(u16),
    /// It was created without a key pair.
    NoKey,
    /// Its key pair is not (or no longer) one of this account.
    KeyUnknown(KeyName),
    /// The user name is not known.
    LoginUnknown,
}

/// The data for the card; a `None` list could not be loaded and yields no obstacle.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    pub server: &'a Server,
    /// Its image, if it is in the list.
    pub image: Option<&'a Image>,
    pub groups: Option<&'a [SecurityGroup]>,
    pub keys: Option<&'a [KeyPair]>,
    /// The floating IPs that the network service assigns to the instance ([`FloatingIp::is_of`]). The instance itself
    /// may list them minutes later or never.
    pub floating: &'a [FloatingIp],
}

/// From where a port is open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OpenTo {
    /// A range of addresses; `0.0.0.0/0`: anywhere.
    Range(String),
    /// An address group, by id; its addresses are not reported.
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

    /// The user name, from the image or the instance.
    pub fn login(&self) -> Option<Login> {
        login(self.image, self.server)
    }

    /// Everything that may prevent a login, most certain first.
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

    /// The address to use: the preferred one in its metadata, else a floating, a public, or any address.
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

    /// From which networks a TCP port is open, by the rules of the instance's groups; `None` if its groups or their
    /// rules are not known. A rule for members of a group opens nothing to the outside.
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

    /// `ssh -i ~/.ssh/key.pem user@address`; `None` for Windows, or without an address or user name.
    pub fn command(&self) -> Option<String> {
        let (user, address) = self.ends()?;
        let key = self.key_file().map(|file| format!("-i ~/.ssh/{} ", quoted(&file))).unwrap_or_default();
        Some(format!("ssh {key}{user}@{address}"))
    }

    /// The block for `~/.ssh/config`; `None` as for [`Known::command`].
    pub fn config(&self) -> Option<String> {
        let (_, address) = self.ends()?;
        let alias = plain(&self.server.name);
        self.config_as(if alias.is_empty() { address.to_string() } else { alias }.as_str())
    }

    /// The block with another name for the host, which must be safe in that file. It has no user name if none is known.
    pub fn config_as(&self, alias: &str) -> Option<String> {
        let address = self.address()?;
        let mut block = format!("Host {alias}\n    HostName {address}\n");
        if let Some(login) = self.login() {
            block.push_str(&format!("    User {}\n", login.user));
        }
        if let Some(path) = self.key_path() {
            // A percent sign begins a token in that file; the file name contains no double quotes.
            let path = path.replace('%', "%%");
            block.push_str(&format!("    IdentityFile \"{path}\"\n    IdentitiesOnly yes\n"));
        }
        Some(block)
    }

    /// Where the private key is if it was stored in the usual folder, under the name that Maru suggests.
    pub fn key_path(&self) -> Option<String> {
        Some(["~/.ssh/", &self.key_file()?].concat())
    }

    fn ends(&self) -> Option<(String, IpAddr)> {
        let user = self.login().filter(|_| self.way() == Way::Ssh)?;
        Some((user.user, self.address()?))
    }

    /// The private key's file name, as Maru suggests it when it offers the file.
    fn key_file(&self) -> Option<String> {
        Some(private_key_file(self.server.key_name.said()?.as_ref()?.as_str()))
    }
}

/// Whether the address is private.
fn inside(address: &IpAddr) -> bool {
    match address {
        IpAddr::V4(ip) => {
            // Shared address space, used by carriers and clouds as another private range.
            let shared = Ipv4Addr::new(100, 64, 0, 0).to_bits() >> 22 == ip.to_bits() >> 22;
            ip.is_private() || ip.is_loopback() || ip.is_link_local() || shared
        }
        IpAddr::V6(ip) => ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
    }
}

/// Whether the rule opens the port to the outside; members of a group are inside.
fn opens(rule: &SecurityGroupRule, port: u16) -> bool {
    rule.remote_group.is_none() && security::lets_in(rule, &Protocol::Tcp, port)
}

/// Quotes a word for a shell.
fn quoted(text: &str) -> String {
    let bare = text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '_' | '-'));
    if bare { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

/// Replaces every run of characters that are blank or special to a shell by one `-`.
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
    // A leading dash would begin an option, a leading dot a hidden file.
    out.trim_matches(['-', '.']).to_owned()
}
