//! Which page stands at which address, below the path the app is served from.

use cloud::{FlavorId, ImageId, KeyName, SecurityGroupId, ServerGroupId, ServerId, VolumeId};

use crate::query::{decode, encode, pairs, write};

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
    /// One volume.
    Volume(VolumeId),
    /// Images.
    Images,
    /// One image.
    Image(ImageId),
    /// Floating IPs.
    FloatingIps,
    /// Security groups.
    SecurityGroups,
    /// One security group and its rules.
    SecurityGroup(SecurityGroupId),
    /// Networks and subnets.
    Networks,
    /// One line of them, by its id: a subnet, or a network whose subnets are not told.
    Network(String),
    /// Placement policies.
    Policies,
    /// One placement policy.
    Policy(ServerGroupId),
    /// Flavors.
    Flavors,
    /// One flavor.
    Flavor(FlavorId),
    /// Availability zones.
    Zones,
    /// Key pairs.
    KeyPairs,
    /// One key pair.
    KeyPair(KeyName),
    /// What the cloud offers.
    About,
    /// Nothing is there.
    NotFound,
}

impl Route {
    /// The path below the base, beginning with `/`.
    pub fn path(&self) -> String {
        match self {
            Route::Overview => "/overview".to_owned(),
            Route::Instances => "/instances".to_owned(),
            Route::CreateInstance => "/instances/new".to_owned(),
            Route::Instance(id) => format!("/instances/{}", segment(id.as_str())),
            Route::Volumes => "/volumes".to_owned(),
            Route::Volume(id) => format!("/volumes/{}", segment(id.as_str())),
            Route::Images => "/images".to_owned(),
            Route::Image(id) => format!("/images/{}", segment(id.as_str())),
            Route::FloatingIps => "/floating-ips".to_owned(),
            Route::SecurityGroups => "/security-groups".to_owned(),
            Route::SecurityGroup(id) => format!("/security-groups/{}", segment(id.as_str())),
            Route::Networks => "/networks".to_owned(),
            Route::Network(id) => format!("/networks/{}", segment(id)),
            Route::Policies => "/policies".to_owned(),
            Route::Policy(id) => format!("/policies/{}", segment(id.as_str())),
            Route::Flavors => "/flavors".to_owned(),
            Route::Flavor(id) => format!("/flavors/{}", segment(id.as_str())),
            Route::Zones => "/zones".to_owned(),
            Route::KeyPairs => "/keypairs".to_owned(),
            Route::KeyPair(name) => format!("/keypairs/{}", segment(name.as_str())),
            Route::About => "/about".to_owned(),
            Route::NotFound => "/".to_owned(),
        }
    }

    /// The page that draws it. What is shown over the list of all leaves the list as it is below.
    pub fn page(&self) -> Self {
        match self {
            Route::Volume(_) => Route::Volumes,
            Route::Image(_) => Route::Images,
            Route::Network(_) => Route::Networks,
            Route::Policy(_) => Route::Policies,
            Route::Flavor(_) => Route::Flavors,
            Route::KeyPair(_) => Route::KeyPairs,
            other => other.clone(),
        }
    }

    /// The id of what is shown over its list.
    pub fn shown(&self) -> Option<&str> {
        match self {
            Route::Volume(id) => Some(id.as_str()),
            Route::Image(id) => Some(id.as_str()),
            Route::Network(id) => Some(id),
            Route::Policy(id) => Some(id.as_str()),
            Route::Flavor(id) => Some(id.as_str()),
            Route::KeyPair(name) => Some(name.as_str()),
            _ => None,
        }
    }

    /// What stands at a path below the base. The root is the table of instances.
    pub fn at(path: &str) -> Self {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] | ["instances"] => Route::Instances,
            ["instances", "new"] => Route::CreateInstance,
            ["instances", id] => Route::Instance(ServerId(decode(id))),
            ["overview"] => Route::Overview,
            ["volumes"] => Route::Volumes,
            ["volumes", id] => Route::Volume(VolumeId(decode(id))),
            ["images"] => Route::Images,
            ["images", id] => Route::Image(ImageId(decode(id))),
            ["floating-ips"] => Route::FloatingIps,
            ["security-groups"] => Route::SecurityGroups,
            ["security-groups", id] => Route::SecurityGroup(SecurityGroupId(decode(id))),
            ["networks"] => Route::Networks,
            ["networks", id] => Route::Network(decode(id)),
            ["policies"] => Route::Policies,
            ["policies", id] => Route::Policy(ServerGroupId(decode(id))),
            ["about"] => Route::About,
            ["flavors"] => Route::Flavors,
            ["flavors", id] => Route::Flavor(FlavorId(decode(id))),
            ["zones"] => Route::Zones,
            ["keypairs"] => Route::KeyPairs,
            ["keypairs", name] => Route::KeyPair(KeyName(decode(name))),
            _ => Route::NotFound,
        }
    }

    /// The whole address below `base` (`""`, `/console` or `/console/`).
    pub fn href(&self, base: &str) -> String {
        format!("{}{}", base.trim_end_matches('/'), self.path())
    }

    /// What stands at a whole path; `None` when it does not lie below `base`.
    pub fn at_below(base: &str, path: &str) -> Option<Self> {
        let below = path.strip_prefix(base.trim_end_matches('/'))?;
        (below.is_empty() || below.starts_with(['/', '?', '#'])).then(|| Self::at(below))
    }
}

/// One segment. `.` and `..` are taken for steps by every URL parser, even when written `%2E`: such an id cannot be
/// linked to, and an id called `new` would be the form.
fn segment(text: &str) -> String {
    if text == "new" { "%6Eew".to_owned() } else { encode(text) }
}

/// The cloud and region of a link that is passed on: `?cloud=…&region=…`, both optional.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Place {
    /// The cloud's id in the configuration.
    pub cloud: Option<String>,
    /// Region.
    pub region: Option<String>,
}

impl Place {
    /// Reads a query; other pairs are ignored.
    pub fn of_query(query: &str) -> Self {
        let mut place = Self::default();
        for (name, value) in pairs(query).filter(|(_, value)| !value.is_empty()) {
            match name.as_str() {
                "cloud" => place.cloud = Some(value),
                "region" => place.region = Some(value),
                _ => {}
            }
        }
        place
    }

    /// Writes a query without `?`.
    pub fn to_query(&self) -> String {
        write([("cloud", self.cloud.as_deref().unwrap_or("")), ("region", self.region.as_deref().unwrap_or(""))])
    }
}
