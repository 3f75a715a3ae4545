//! Which page stands at which address, below the path the app is served from.

use cloud::{SecurityGroupId, ServerId};

use crate::query::{decode, encode};

/// The pages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    /// What runs where, and what needs attention.
    Overview,
    /// The table of instances; its filters are the query ([`crate::instances::Filter`]).
    Instances,
    /// The form for a new instance.
    CreateInstance,
    /// One instance.
    Instance(ServerId),
    /// Volumes and snapshots.
    Volumes,
    /// Images.
    Images,
    /// Floating IPs.
    FloatingIps,
    /// Security groups.
    SecurityGroups,
    /// One security group and its rules.
    SecurityGroup(SecurityGroupId),
    /// Networks and subnets.
    Networks,
    /// Ports.
    Ports,
    /// Placement policies.
    Policies,
    /// Flavors.
    Flavors,
    /// Availability zones.
    Zones,
    /// Key pairs.
    KeyPairs,
    /// One thing shown over the list of all, by its id.
    One(Thing, String),
    /// What the cloud offers.
    About,
    /// Signing in to another project, while others stay open.
    SignIn,
    /// Nothing is there.
    NotFound,
}

/// What is shown over its list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Thing {
    /// A volume.
    Volume,
    /// A snapshot of a volume.
    Snapshot,
    /// An image.
    Image,
    /// A floating IP.
    FloatingIp,
    /// A line of the networks: a subnet, or a network whose subnets are not told.
    Network,
    /// A placement policy.
    Policy,
    /// A flavor.
    Flavor,
    /// A key pair, whose id is its name.
    KeyPair,
}

/// The pages that have no id, each with its word in the address.
pub static PAGES: [(Route, &str); 14] = [
    (Route::Overview, "overview"),
    (Route::Instances, "instances"),
    (Route::Volumes, "volumes"),
    (Route::Images, "images"),
    (Route::FloatingIps, "floating-ips"),
    (Route::SecurityGroups, "security-groups"),
    (Route::Networks, "networks"),
    (Route::Ports, "ports"),
    (Route::Policies, "policies"),
    (Route::Flavors, "flavors"),
    (Route::Zones, "zones"),
    (Route::KeyPairs, "keypairs"),
    (Route::About, "about"),
    (Route::SignIn, "sign-in"),
];

/// Each with the first part of its path and the page of its list.
static THINGS: [(Thing, &str, Route); 8] = [
    (Thing::Volume, "volumes", Route::Volumes),
    (Thing::Snapshot, "snapshots", Route::Volumes),
    (Thing::Image, "images", Route::Images),
    (Thing::FloatingIp, "floating-ips", Route::FloatingIps),
    (Thing::Network, "networks", Route::Networks),
    (Thing::Policy, "policies", Route::Policies),
    (Thing::Flavor, "flavors", Route::Flavors),
    (Thing::KeyPair, "keypairs", Route::KeyPairs),
];

impl Thing {
    fn folder(self) -> &'static str {
        THINGS.iter().find(|(thing, ..)| *thing == self).map_or("", |(_, folder, _)| folder)
    }

    fn list(self) -> Route {
        THINGS.iter().find(|(thing, ..)| *thing == self).map_or(Route::NotFound, |(.., list)| list.clone())
    }
}

impl Route {
    /// The path below the base, beginning with `/`.
    pub fn path(&self) -> String {
        match self {
            Route::CreateInstance => "/instances/new".to_owned(),
            Route::Instance(id) => format!("/instances/{}", segment(id.as_str())),
            Route::SecurityGroup(id) => format!("/security-groups/{}", segment(id.as_str())),
            Route::One(thing, id) => format!("/{}/{}", thing.folder(), segment(id)),
            page => format!("/{}", PAGES.iter().find(|(own, _)| own == page).map_or("", |(_, word)| word)),
        }
    }

    /// The page that draws it. What is shown over the list of all leaves the list as it is below.
    pub fn page(&self) -> Self {
        match self {
            Route::One(thing, _) => thing.list(),
            other => other.clone(),
        }
    }

    /// The list that it belongs to: what another project or region has, too.
    pub fn list(&self) -> Self {
        match self.page() {
            Route::Instance(_) | Route::CreateInstance => Route::Instances,
            Route::SecurityGroup(_) => Route::SecurityGroups,
            other => other,
        }
    }

    /// The id of such a thing, if one is shown over its list.
    pub fn shown(&self, which: Thing) -> Option<&str> {
        match self {
            Route::One(thing, id) if *thing == which => Some(id),
            _ => None,
        }
    }

    /// What stands at a path below the base. The root is the table of instances.
    pub fn at(path: &str) -> Self {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Route::Instances,
            ["instances", "new"] => Route::CreateInstance,
            ["instances", id] => Route::Instance(ServerId(decode(id))),
            ["security-groups", id] => Route::SecurityGroup(SecurityGroupId(decode(id))),
            [word] => {
                let page = PAGES.iter().find(|(_, own)| own == word);
                page.map_or(Route::NotFound, |(page, _)| page.clone())
            }
            [folder, id] => {
                let thing = THINGS.iter().find(|(_, own, _)| own == folder);
                thing.map_or(Route::NotFound, |(thing, ..)| Route::One(*thing, decode(id)))
            }
            _ => Route::NotFound,
        }
    }
}

/// One segment. `.` and `..` are taken for steps by every URL parser, even when written `%2E`: such an id cannot be
/// linked to, and an id called `new` would be the form.
fn segment(text: &str) -> String {
    if text == "new" { "%6Eew".to_owned() } else { encode(text) }
}
