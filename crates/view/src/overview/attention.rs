//! What needs a person, and where to go for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use cloud::config::RuleSet;
use cloud::rules::lifecycle::{MOTION_IS_STUCK_MS, build_took_long, moving, waits_for_confirmation};
use cloud::rules::ssh::Way;
use cloud::security::{Ethertype, Protocol, Reach, reach};
use cloud::wire::{FloatingIp, SecurityGroup, Server, Volume, VolumeStatus};
use cloud::{SecurityGroupId, ServerId, Status, Timestamp, VolumeId};

/// How many of a kind are named; the others are a number.
pub const NAMED: usize = 5;

/// Kinds of need, the most urgent first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Need {
    /// An instance in ERROR.
    InError,
    /// A volume where something failed.
    VolumeFailed,
    /// A build that takes long (row S16).
    LongBuild,
    /// A task that does not end.
    Stuck,
    /// A resize that the cloud wants confirmed (row S26).
    Unconfirmed,
    /// A security group that lets everybody to SSH or Remote Desktop.
    OpenLogin,
    /// A floating IP that no port has.
    FreeAddress,
    /// A volume that no instance has.
    FreeVolume,
}

/// Where to go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// The page of an instance.
    Instance(ServerId),
    /// The page of a volume.
    Volume(VolumeId),
    /// The page of a security group.
    Group(SecurityGroupId),
    /// The list of floating IPs.
    Addresses,
}

/// One thing that needs a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// Where to go.
    pub target: Target,
    /// Its name or address; may be empty.
    pub name: String,
    /// The server's words, the task, the open ports; may be empty.
    pub detail: String,
    /// Since when, where it is known.
    pub since: Option<Timestamp>,
    /// Of a volume: its size, GB. Of a security group: the instances that have it.
    pub number: Option<u64>,
}

/// All of one kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alarm {
    /// The kind.
    pub need: Need,
    /// How many there are.
    pub all: usize,
    /// The first [`NAMED`] of them.
    pub items: Vec<Item>,
}

/// What is known; a `None` list could not be read, and says nothing then.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lists<'a> {
    /// Instances.
    pub servers: Option<&'a [Arc<Server>]>,
    /// Volumes.
    pub volumes: Option<&'a [Volume]>,
    /// Floating IPs.
    pub addresses: Option<&'a [FloatingIp]>,
    /// Security groups.
    pub groups: Option<&'a [SecurityGroup]>,
    /// Whose rules.
    pub rules: RuleSet,
}

/// Everything that needs a person, by kind, the most urgent first.
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

/// The ports of logins that the whole world reaches.
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

/// Instances name their groups, without ids.
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
