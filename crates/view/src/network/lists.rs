//! The tables of networks, floating IPs, security groups and placement policies: search, filters and sorting.

use cloud::security::is_open_to_world;
use cloud::wire::{FloatingIp, SecurityGroup, ServerGroup};
use query::{Cells, Compiled, Field, Fields, Kind, Op, Term};

use super::{Place, User};
use crate::listing::{Order, Rules, SortKey, found};

/// The subnets and networks to show, in order.
pub fn networks<'a>(all: &'a [Place], query: &Compiled, order: Option<&Order>) -> Vec<&'a Place> {
    let key = |place: &Place, column: &str| {
        let subnet = place.subnet.as_ref();
        match column {
            "name" => SortKey::text(if subnet.is_none() { "" } else { place.name() }),
            "network" => SortKey::text(place.network_name()),
            "cidr" => SortKey::text(place.cidr().unwrap_or_default()),
            "gateway" => SortKey::text(subnet.and_then(|subnet| subnet.gateway.as_deref()).unwrap_or_default()),
            "free" => SortKey::told(subnet.and_then(|subnet| subnet.free_addresses)),
            "instances" => SortKey::told(place.network.as_ref().map(|_| place.instances as u64)),
            _ => SortKey::Nothing,
        }
    };
    found(all, query, order, &Rules { cells: &network_cells, key: &key, base: "name" })
}

/// The fields of a subnet or network in the search language. `ip:` finds the range that an address is in.
pub const NETWORK_FIELDS: Fields = Fields(&[
    Field::new(0, "name", Kind::Text),
    Field::new(1, "network", Kind::Text).also(&["vpc"]),
    Field::new(2, "ip", Kind::Address).also(&["cidr", "address"]),
    Field::new(3, "gateway", Kind::Address),
    Field::new(4, "free", Kind::Number),
    Field::new(5, "instances", Kind::Number).also(&["used"]),
    Field::new(6, "id", Kind::Text),
]);

/// A subnet or network in a search.
pub fn network_cells(place: &Place) -> Cells {
    let gateway = place.subnet.as_ref().and_then(|subnet| subnet.gateway.as_deref());
    let free = place.subnet.as_ref().and_then(|subnet| subnet.free_addresses);
    Cells::new(NETWORK_FIELDS)
        .text("name", place.name())
        .text("network", place.network_name())
        .text("ip", place.cidr().unwrap_or_default())
        .text("id", place.id())
        .hidden("gateway", gateway.unwrap_or_default())
        .number("free", free.map(|free| i64::try_from(free).unwrap_or(i64::MAX)))
        .number("instances", place.network.as_ref().map(|_| count(place.instances)))
}

fn count(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A floating IP with its instance and pool.
#[derive(Clone, PartialEq)]
pub struct Line {
    pub ip: FloatingIp,
    /// The instance that has it, if known.
    pub user: Option<User>,
    /// The pool's name, or its id if not known.
    pub pool: String,
}

/// The fields of a floating IP in the search language.
pub const FLOATING_IP_FIELDS: Fields = Fields(&[
    Field::new(0, "ip", Kind::Address).also(&["address"]),
    Field::new(1, "status", Kind::Word).words(&["active", "down", "error"]),
    Field::new(2, "instance", Kind::Text).also(&["server"]),
    Field::new(3, "fixed", Kind::Address),
    Field::new(4, "pool", Kind::Text),
    Field::new(5, "is", Kind::Flags).words(&["attached", "free"]),
    Field::new(6, "id", Kind::Text),
]);

/// What the filter of earlier addresses means.
pub fn floating_ip_term(filter: &str, value: &str) -> Option<Term> {
    let word = match (filter, value) {
        ("show", "free") => "free",
        ("show", "used") => "attached",
        _ => return None,
    };
    Some(Term::field("is", Op::Contains, word))
}

/// A floating IP in a search.
pub fn floating_ip_cells(line: &Line) -> Cells {
    let (id, name) = line.user.as_ref().map(|(id, name)| (id.as_str(), name.as_str())).unwrap_or_default();
    Cells::new(FLOATING_IP_FIELDS)
        .text("ip", &line.ip.address)
        .text("instance", name)
        .hidden("instance", id)
        .text("fixed", line.ip.fixed_address.as_deref().unwrap_or_default())
        .text("pool", &line.pool)
        .hidden("id", line.ip.id.as_str())
        .hidden("status", line.ip.status.as_str())
        .flag("is", "attached", !line.ip.is_free())
        .flag("is", "free", line.ip.is_free())
}

/// The floating IPs to show, in order.
pub fn floating_ips<'a>(all: &'a [Line], query: &Compiled, order: Option<&Order>) -> Vec<&'a Line> {
    let name = |line: &Line| line.user.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
    let fixed = |line: &Line| line.ip.fixed_address.clone().unwrap_or_default();
    let key = |line: &Line, column: &str| match column {
        "address" => SortKey::text(&line.ip.address),
        // Attached ones first, then by the cloud's status.
        "status" => {
            let mut key = vec![u8::from(line.ip.is_free())];
            key.extend(line.ip.status.as_str().bytes());
            SortKey::Text(key)
        }
        "instance" => SortKey::text(&name(line)),
        "fixed" => SortKey::text(&fixed(line)),
        "pool" => SortKey::text(&line.pool),
        _ => SortKey::Nothing,
    };
    found(all, query, order, &Rules { cells: &floating_ip_cells, key: &key, base: "address" })
}

/// The fields of a security group in the search language.
pub const SECURITY_GROUP_FIELDS: Fields = Fields(&[
    Field::new(0, "name", Kind::Text),
    Field::new(1, "description", Kind::Text),
    Field::new(2, "rules", Kind::Number),
    Field::new(3, "instances", Kind::Number).also(&["used"]),
    Field::new(4, "is", Kind::Flags).words(&["open", "unused"]),
    Field::new(5, "id", Kind::Text),
]);

/// A security group in a search; `users` are its instances, if known.
pub fn security_group_cells(group: &SecurityGroup, users: Option<usize>) -> Cells {
    Cells::new(SECURITY_GROUP_FIELDS)
        .text("name", &group.name)
        .text("description", &group.description)
        .text("id", group.id.as_str())
        .number("rules", Some(count(group.rules.len())))
        .number("instances", users.map(count))
        .flag("is", "open", open_rules(group) > 0)
        .flag("is", "unused", users == Some(0))
}

/// The security groups to show, in order; `users` are the instances of each, if known.
pub fn security_groups<'a>(
    all: &'a [SecurityGroup],
    query: &Compiled,
    order: Option<&Order>,
    users: &dyn Fn(&SecurityGroup) -> Option<usize>,
) -> Vec<&'a SecurityGroup> {
    let key = |group: &SecurityGroup, column: &str| match column {
        "name" => SortKey::text(&group.name),
        "description" => SortKey::text(&group.description),
        "rules" => SortKey::number(group.rules.len() as u64),
        "used" => SortKey::told(users(group).map(|users| users as u64)),
        // 0 is shown as a dash.
        "open" => SortKey::told(Some(open_rules(group) as u64).filter(|rules| *rules > 0)),
        _ => SortKey::Nothing,
    };
    let cells = |group: &SecurityGroup| security_group_cells(group, users(group));
    found(all, query, order, &Rules { cells: &cells, key: &key, base: "name" })
}

/// How many rules of a group allow all addresses.
pub fn open_rules(group: &SecurityGroup) -> usize {
    group.rules.iter().filter(|rule| is_open_to_world(rule)).count()
}

/// The fields of a placement policy in the search language.
pub const POLICY_FIELDS: Fields = Fields(&[
    Field::new(0, "name", Kind::Text),
    Field::new(1, "placement", Kind::Word).also(&["policy"]),
    Field::new(2, "instance", Kind::Text).also(&["member"]),
    Field::new(3, "instances", Kind::Number).also(&["members"]),
    Field::new(4, "id", Kind::Text),
]);

/// A placement policy in a search; `members` are the names of its instances.
pub fn policy_cells(group: &ServerGroup, members: &[String]) -> Cells {
    let cells = Cells::new(POLICY_FIELDS)
        .text("name", &group.name)
        .text("placement", group.policy.as_str())
        .text("id", group.id.as_str())
        .number("instances", Some(count(group.members.len())));
    members.iter().fold(cells, |cells, name| cells.text("instance", name))
}

/// The placement policies to show, in order; `members` returns the instances of one.
pub fn policies<'a>(
    all: &'a [ServerGroup],
    query: &Compiled,
    order: Option<&Order>,
    members: &dyn Fn(&ServerGroup) -> Vec<String>,
) -> Vec<&'a ServerGroup> {
    let key = |group: &ServerGroup, column: &str| match column {
        "name" => SortKey::text(&group.name),
        "placement" => SortKey::text(group.policy.as_str()),
        "members" => SortKey::number(group.members.len() as u64),
        _ => SortKey::Nothing,
    };
    let cells = |group: &ServerGroup| policy_cells(group, &members(group));
    found(all, query, order, &Rules { cells: &cells, key: &key, base: "name" })
}
