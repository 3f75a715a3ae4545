//! The last known list of instances of a scope, as stored in the browser when the person allows it. Two texts: the list, and
//! a short head with its scope, user and age, so that looking for a list does not read all of them.
//!
//! Only what the table shows is written. Damaged texts, and those of another version, are read as `None`.

use crate::json::{Json, parse};
use crate::wire::root::Wire;
use crate::wire::{Address, Server};
use crate::{Scope, TenantId, Timestamp, UserId};

pub mod removal;
#[cfg(test)]
mod tests;

/// The version of both texts.
const VERSION: i64 = 1;

/// A list older than this is removed and never shown: 30 days, in milliseconds.
pub const KEPT_MS: i64 = 30 * 86_400_000;

/// A list from further in the future than this is removed too: the device's clock was wrong, and it would never get old. One
/// day, in milliseconds.
const AHEAD_MS: i64 = 86_400_000;

/// The scope, user and age of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    pub scope: Scope,
    /// The name of the project.
    pub project: String,
    /// The user who was signed in: roles may let one user see what they hide from another.
    pub user: UserId,
    /// When the cloud last confirmed the list.
    pub at: Timestamp,
}

impl Head {
    /// The key it is stored under. There is one list for each scope and user.
    pub fn key(&self) -> String {
        key(&self.scope, &self.user)
    }

    /// Whether it is too old to be shown, or of no known age.
    pub fn is_over(&self, now: Timestamp) -> bool {
        now.0.saturating_sub(self.at.0) > KEPT_MS || self.at.0.saturating_sub(now.0) > AHEAD_MS
    }

    /// The text to store.
    pub fn write(&self) -> String {
        let Scope { cloud, region, tenant } = &self.scope;
        let head = Json::object([
            ("version", VERSION.into()),
            ("cloud", cloud.into()),
            ("region", region.as_str().into()),
            ("tenant", tenant.as_str().into()),
            ("project", (&self.project).into()),
            ("user", self.user.as_str().into()),
            ("at_ms", self.at.0.into()),
        ]);
        head.write()
    }

    /// Parses the stored text.
    pub fn read(text: &str) -> Option<Self> {
        let head = of_this_version(text)?;
        let tenant = head.get("tenant").filled()?;
        Some(Self {
            project: head.get("project").filled().unwrap_or_else(|| tenant.clone()),
            scope: Scope {
                cloud: head.get("cloud").filled()?,
                region: head.get("region").into(),
                tenant: TenantId(tenant),
            },
            user: UserId(head.get("user").filled()?),
            at: Timestamp(head.get("at_ms").int()?),
        })
    }
}

/// The key of the list of a scope and user.
pub fn key(scope: &Scope, user: &UserId) -> String {
    let Scope { cloud, region, tenant } = scope;
    let parts = [cloud.as_str(), region.as_str(), tenant.as_str(), user.as_str()];
    parts.into_iter().map(Json::from).collect::<Json<'_>>().write()
}

/// The list of a user to show without a session: the newest one, or, of the same cloud, that of the scope in the address.
/// `None` if they have no list of that scope.
pub fn newest<'a>(heads: &'a [Head], user: &UserId, wanted: Option<&Scope>) -> Option<&'a Head> {
    let newest = heads.iter().filter(|head| head.user == *user).max_by_key(|head| head.at)?;
    let same = |head: &&Head| head.user == *user && head.scope.cloud == newest.scope.cloud;
    match wanted {
        None => Some(newest),
        Some(scope) => heads.iter().filter(same).find(|head| head.scope == *scope),
    }
}

/// The text of a list. `flavor` returns the name of an instance's flavor, which the list itself may not contain.
pub fn write<'a>(
    servers: impl IntoIterator<Item = &'a Server>,
    flavor: impl Fn(&'a Server) -> Option<&'a str>,
) -> String {
    let rows = servers.into_iter().map(|server| row(server, flavor(server)));
    Json::object([("version", VERSION.into()), ("servers", rows.collect())]).write()
}

/// Parses the stored list, in its order. Invalid rows are left out, as in an answer of a cloud.
pub fn read(text: &str) -> Option<Vec<Server>> {
    let list = of_this_version(text)?;
    Some(list.get("servers").rows().iter().filter_map(Server::read).collect())
}

fn of_this_version(text: &str) -> Option<Json<'_>> {
    parse(text).ok().filter(|json| json.get("version").int() == Some(VERSION))
}

/// In the format of the API, so that the same decoder reads it.
fn row<'a>(server: &'a Server, flavor: Option<&'a str>) -> Json<'a> {
    let mut row = Json::object([
        ("id", server.id.as_str().into()),
        ("name", (&server.name).into()),
        ("status", server.status.as_str().into()),
    ]);
    if let Some(task) = server.task_state.said() {
        row.put("OS-EXT-STS:task_state", task.as_ref().map_or(Json::Nothing, |task| (&task.0).into()));
    }
    if let Some(created) = server.created {
        row.put("created", Json::Text(created.to_utc().into()));
    }
    if let Some(addresses) = server.addresses.said() {
        row.put("addresses", by_network(addresses));
    }
    if let Some(told) = server.flavor.said() {
        let mut written = Json::object([]);
        if let Some(id) = &told.id {
            written.put("id", id.as_str().into());
        }
        if let Some(name) = flavor.or(told.name.as_deref()) {
            written.put("original_name", name.into());
        }
        row.put("flavor", written);
    }
    if let Some(key) = server.key_name.said() {
        row.put("key_name", key.as_ref().map_or(Json::Nothing, |key| key.as_str().into()));
    }
    if let Some(zone) = server.zone.said() {
        row.put("OS-EXT-AZ:availability_zone", zone.as_ref().map_or(Json::Nothing, |zone| zone.as_str().into()));
    }
    if let Some(protect) = server.protect.said() {
        row.put("NHN-EXT-ATTR:protect", (*protect).into());
    }
    if let Some(locked) = server.locked.said() {
        row.put("locked", (*locked).into());
    }
    row
}

/// In the same order: a network's name may occur more than once.
fn by_network(addresses: &[Address]) -> Json<'_> {
    let one = |address: &'_ Address| {
        let mut written = Json::object([
            ("addr", Json::Text(address.addr.clone().into())),
            ("version", u32::from(address.version).into()),
        ]);
        if address.floating {
            written.put("OS-EXT-IPS:type", "floating".into());
        }
        written
    };
    let groups = addresses.chunk_by(|one, other| one.network == other.network);
    let pairs =
        groups.filter_map(|group| Some((group.first()?.network.as_str().into(), group.iter().map(one).collect())));
    Json::Object(pairs.collect())
}
