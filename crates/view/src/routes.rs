//! The routes of the app: pages and their paths below the base path.

use cloud::{SecurityGroupId, ServerId};

use crate::query::{decode, encode};

/// A page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    Overview,
    /// The table of instances; its search is in the query ([`crate::instances::Search`]).
    Instances,
    /// The instances of all projects; filters and the scopes left out are in the query ([`crate::everywhere`]).
    AllProjects,
    CreateInstance,
    Instance(ServerId),
    /// Volumes and snapshots.
    Volumes,
    Images,
    FloatingIps,
    SecurityGroups,
    /// A security group and its rules.
    SecurityGroup(SecurityGroupId),
    /// Networks and subnets.
    Networks,
    Ports,
    Policies,
    Flavors,
    Zones,
    KeyPairs,
    /// A dialog that shows one thing over its list, by id.
    One(Thing, String),
    /// The features of the cloud.
    About,
    SignIn,
    NotFound,
}

/// A kind of thing with a dialog over its list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Thing {
    Volume,
    Snapshot,
    Image,
    FloatingIp,
    /// A row of the networks: a subnet, or a network without known subnets.
    Network,
    Policy,
    Flavor,
    /// A key pair; its id is its name.
    KeyPair,
}

/// The pages without an id, with their path segment.
pub static PAGES: [(Route, &str); 15] = [
    (Route::Overview, "overview"),
    (Route::Instances, "instances"),
    (Route::AllProjects, "all-projects"),
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

/// Each kind with its path segment and the page of its list.
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

    /// The page that draws it: for a dialog, the page of its list.
    pub fn page(&self) -> Self {
        match self {
            Route::One(thing, _) => thing.list(),
            other => other.clone(),
        }
    }

    /// The list page that it belongs to, which another project or region has, too.
    pub fn list(&self) -> Self {
        match self.page() {
            Route::Instance(_) | Route::CreateInstance => Route::Instances,
            Route::SecurityGroup(_) => Route::SecurityGroups,
            other => other,
        }
    }

    /// The id, if a dialog for this kind is open.
    pub fn shown(&self, which: Thing) -> Option<&str> {
        match self {
            Route::One(thing, id) if *thing == which => Some(id),
            _ => None,
        }
    }

    /// The route for a path below the base. The root is the table of instances.
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

/// Encodes an id as a path segment. `new` is encoded too, because it is the path of the create form. `.` and `..`
/// cannot be linked to: URL parsers remove them, even when written `%2E`.
fn segment(text: &str) -> String {
    if text == "new" { "%6Eew".to_owned() } else { encode(text) }
}
