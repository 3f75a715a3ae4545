//! Placement policies (`os-server-groups`, row N08).

use super::read::wire;
use crate::ids::{ServerGroupId, ServerId};
use crate::json::Json;

wire! {
    /// One placement policy.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct ServerGroup in "server_group", "server_groups" {
        pub id: ServerGroupId = "id",
        pub name: String = "name",
        /// `policies[0]`, or `policy` in newer microversions.
        pub policy: Placement = row => policy,
        pub members: Vec<ServerId> = "members",
    }
}

/// How its instances are placed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Placement {
    /// Each on its own host; NHN's only policy.
    AntiAffinity,
    /// All on one host.
    Affinity,
    /// Any other policy.
    Other(String),
}

impl Placement {
    /// Parses the API's word.
    pub fn parse(word: &str) -> Self {
        match word {
            "anti-affinity" => Placement::AntiAffinity,
            "affinity" => Placement::Affinity,
            other => Placement::Other(other.to_owned()),
        }
    }

    /// The API's word.
    pub fn as_str(&self) -> &str {
        match self {
            Placement::AntiAffinity => "anti-affinity",
            Placement::Affinity => "affinity",
            Placement::Other(word) => word,
        }
    }
}

fn policy(row: &Json<'_>) -> Placement {
    let first = row.get("policies").rows().first().map(Json::text);
    Placement::parse(&first.unwrap_or_else(|| row.get("policy").text()))
}
