//! What needs a person's attention, with links.

use std::collections::BTreeMap;
use std::sync::Arc;

use cloud::config::RuleSet;
use cloud::rules::lifecycle::{MOTION_IS_STUCK_MS, build_took_long, moving, waits_for_confirmation};
use cloud::rules::ssh::Way;
use cloud::security::{Ethertype, Protocol, Reach, reach};
use cloud::wire::{FloatingIp, SecurityGroup, Server, Volume, VolumeStatus};
use cloud::{SecurityGroupId, ServerId, Status, Timestamp, VolumeId};

/// How many items of a kind are listed; the rest is a number.
pub const NAMED: usize = 5;

/// Kinds, most urgent first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Need {
    /// An instance in ERROR.
    InError,
    /// A volume with an error.
    VolumeFailed,
    /// A build that takes long (row S16).
    LongBuild,
    /// A task that does not end.
    Stuck,
    /// A resize that must be confirmed (row S26).
    Unconfirmed,
    /// A security group that opens SSH or Remote Desktop to all addresses.
    OpenLogin,
    /// An unattached floating IP.
    FreeAddress,
    /// An unattached volume.
    FreeVolume,
}

/// The page to open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    Instance(ServerId),
    Volume(VolumeId),
    Group(SecurityGroupId),
    Addresses,
}

/// An item that needs attention.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    pub target: Target,
    /// Name or address; may be empty.
    pub name: String,
    /// The server's message, the task, or the open ports; may be empty.
    pub detail: String,
    /// Since when, if known.
    pub since: Option<Timestamp>,
    /// For a volume: its size in GB. For a security group: the number of its instances.
    pub number: Option<u64>,
}

/// All items of one kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alarm {
    pub need: Need,
    /// The total number.
    pub all: usize,
    /// The first [`NAMED`] items.
    pub items: Vec<Item>,
}

/// The lists to check; a `None` list could not be read and is skipped.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lists<'a> {
    pub servers: Option<&'a [Arc<Server>]>,
    pub volumes: Option<&'a [Volume]>,
    pub addresses: Option<&'a [FloatingIp]>,
    pub groups: Option<&'a [SecurityGroup]>,
    pub rules: RuleSet,
}

/// Everything that needs attention, by kind, most urgent first.
pub fn attention(lists: &Lists<'_>, now: Timestamp) -> Vec<Alarm> {
    let mut found: BTreeMap<Need, Alarm> = BTreeMap::new();
    let mut add = |need: Need, item: &dyn Fn() -> Item| {
        let alarm = found.entry(need).or_insert_with(|| Alarm { need, all: 0, items: Vec::new() });
        alarm.all += 1;
        if alarm.items.len() < NAMED {
            alarm.items.push(item());
        }
    };
    for server in lists.servers.unwrap_or_default() {
        if let Some(need) = of_server(server, lists.rules, now) {
            add(need, &|| instance(server, need));
        }
    }
    for volume in lists.volumes.unwrap_or_default() {
        if let Some(need) = of_volume(volume) {
            add(need, &|| disk(volume));
        }
    }
    for group in lists.groups.unwrap_or_default() {
        let ports = open_logins(group);
        if !ports.is_empty() {
            add(Need::OpenLogin, &|| security_group(group, &ports, lists.servers));
        }
    }
    for address in lists.addresses.unwrap_or_default().iter().filter(|address| address.is_free()) {
        add(Need::FreeAddress, &|| item(Target::Addresses, &address.address));
    }
    found.into_values().collect()
}

fn of_server(server: &Server, rules: RuleSet, now: Timestamp) -> Option<Need> {
    let older = |since: Option<Timestamp>| since.is_some_and(|at| now.0.saturating_sub(at.0) > MOTION_IS_STUCK_MS);
    match &server.status {
        Status::Error => Some(Need::InError),
        Status::Build => server.created.filter(|created| build_took_long(*created, now)).map(|_| Need::LongBuild),
        _ if waits_for_confirmation(server, rules) => Some(Need::Unconfirmed),
        _ => (moving(server) && older(server.updated)).then_some(Need::Stuck),
    }
}

fn of_volume(volume: &Volume) -> Option<Need> {
    match &volume.status {
        status if status.is_error() => Some(Need::VolumeFailed),
        VolumeStatus::Available if volume.attachments.is_empty() => Some(Need::FreeVolume),
        _ => None,
    }
}

/// The login ports that are open to all addresses.
fn open_logins(group: &SecurityGroup) -> Vec<u16> {
    let open = |port: &u16| {
        let over = |kind| reach(&group.rules, kind, &Protocol::Tcp, *port) == Reach::Anywhere;
        over(Ethertype::V4) || over(Ethertype::V6)
    };
    [Way::Ssh, Way::Rdp].map(Way::port).into_iter().filter(open).collect()
}

fn instance(server: &Server, need: Need) -> Item {
    let task = server.task_state.said().and_then(Option::as_ref).map(|task| task.0.clone());
    let detail = match need {
        Need::InError => server.fault.as_ref().map(|fault| fault.message.clone()),
        Need::Stuck | Need::LongBuild => task,
        _ => None,
    };
    Item {
        detail: detail.unwrap_or_default(),
        since: if need == Need::LongBuild { server.created } else { server.updated },
        ..item(Target::Instance(server.id.clone()), &server.name)
    }
}

fn disk(volume: &Volume) -> Item {
    Item {
        since: volume.created_at,
        number: Some(volume.size_gb),
        ..item(Target::Volume(volume.id.clone()), &volume.name)
    }
}

/// Instances reference their groups by name.
fn security_group(group: &SecurityGroup, ports: &[u16], servers: Option<&[Arc<Server>]>) -> Item {
    let has = |server: &&Arc<Server>| server.security_groups.said().is_some_and(|names| names.contains(&group.name));
    let users = servers.map(|servers| servers.iter().filter(has).count());
    let ports: Vec<String> = ports.iter().map(u16::to_string).collect();
    Item {
        detail: ports.join(", "),
        number: users.and_then(|users| u64::try_from(users).ok()),
        ..item(Target::Group(group.id.clone()), &group.name)
    }
}

fn item(target: Target, name: &str) -> Item {
    Item { target, name: name.to_owned(), detail: String::new(), since: None, number: None }
}
