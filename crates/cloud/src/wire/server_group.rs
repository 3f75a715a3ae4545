//! Placement policies (`os-server-groups`, row N08).

use super::root::Wire;
use crate::ids::{ServerGroupId, ServerId};
use crate::json::Json;

/// One placement policy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServerGroup {
    /// `id`.
    pub id: ServerGroupId,
    /// `name`.
    pub name: String,
    /// `policies[0]`, or `policy` in newer microversions.
    pub policy: Placement,
    /// `members`.
    pub members: Vec<ServerId>,
}

/// How its instances are placed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Placement {
    /// Each on its own host; the only one NHN has.
    AntiAffinity,
    /// All on one host.
    Affinity,
    /// Any other word.
    Other(String),
}

impl Placement {
    /// Reads the word.
    pub fn parse(word: &str) -> Self {
        match word {
            "anti-affinity" => Placement::AntiAffinity,
            "affinity" => Placement::Affinity,
            other => Placement::Other(other.to_owned()),
        }
    }

    /// The word on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Placement::AntiAffinity => "anti-affinity",
            Placement::Affinity => "affinity",
            Placement::Other(word) => word,
        }
    }
}

impl Wire for ServerGroup {
    const ONE: &'static str = "server_group";
    const MANY: &'static [&'static str] = &["server_groups"];

    fn read(row: &Json<'_>) -> Option<Self> {
        let first = row.get("policies").rows().first().map(Json::text);
        Some(Self {
            id: row.get("id").filled().map(ServerGroupId)?,
            name: row.get("name").text(),
            policy: Placement::parse(&first.unwrap_or_else(|| row.get("policy").text())),
            members: row.get("members").rows().iter().filter_map(|id| id.filled().map(ServerId)).collect(),
        })
    }
}
