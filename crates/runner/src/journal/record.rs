//! A run among others in the browser's database: whose it is and how old, in a line before the run itself.

use cloud::json::{Json, parse};
use cloud::{Scope, Timestamp};

pub use super::how::{options, options_json};
use crate::Run;

/// A run that nobody has looked at for this long is removed, in ms: three days.
pub const KEEP_MS: i64 = 259_200_000;
/// At most this many runs are kept; the oldest ones that have ended are removed first.
pub const KEEP_MAX: usize = 20;

/// The clock may be set back by this much, in ms.
const CLOCKS_MS: i64 = 3_600_000;

/// What must be known of a stored run before it is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    /// The run's id.
    pub id: String,
    /// When it was stored, by the wall clock.
    pub at: Timestamp,
    /// Whether all its items have ended.
    pub ended: bool,
    /// Its scopes, each with the id of the user who works there.
    pub users: Vec<(Scope, String)>,
}

impl Head {
    /// The record of a run.
    pub fn write(&self, run: &Run) -> String {
        let head = Json::object([
            ("id", (&self.id).into()),
            ("at_ms", self.at.0.into()),
            ("ended", self.ended.into()),
            ("users", self.users.iter().map(user_json).collect()),
        ]);
        [&head.write(), "\n", &run.to_json()].concat()
    }

    /// The head of a record, and the run as [`Run::from_json`] reads it; `None` for anything else.
    pub fn read(record: &str) -> Option<(Self, &str)> {
        let (head, run) = record.split_once('\n')?;
        let head = parse(head).ok()?;
        let users = head.get("users").rows().iter().map(user).collect::<Option<Vec<_>>>()?;
        let ended = head.get("ended").flag()?;
        Some((Self { id: head.get("id").filled()?, at: Timestamp(head.get("at_ms").int()?), ended, users }, run))
    }

    /// Whether it is too old to be kept. One from the future counts as old: the clock was wrong.
    pub fn is_over(&self, now: Timestamp) -> bool {
        !(-CLOCKS_MS..KEEP_MS).contains(&now.0.saturating_sub(self.at.0))
    }
}

/// The ids of the runs to remove, so that there are not too many.
pub fn surplus(heads: &[Head]) -> Vec<&str> {
    let mut ended: Vec<_> = heads.iter().filter(|head| head.ended).collect();
    ended.sort_by_key(|head| head.at);
    ended.into_iter().take(heads.len().saturating_sub(KEEP_MAX)).map(|head| head.id.as_str()).collect()
}

fn user_json((scope, user): &(Scope, String)) -> Json<'_> {
    Json::object([
        ("cloud", (&scope.cloud).into()),
        ("region", scope.region.as_str().into()),
        ("tenant", scope.tenant.as_str().into()),
        ("user", user.into()),
    ])
}

fn user(row: &Json<'_>) -> Option<(Scope, String)> {
    let (region, tenant) = (row.get("region").text(), row.get("tenant").filled()?);
    let scope =
        Scope { cloud: row.get("cloud").filled()?, region: region.as_str().into(), tenant: tenant.as_str().into() };
    Some((scope, row.get("user").filled()?))
}
