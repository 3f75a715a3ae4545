//! Creates under way, stored in the tab: after a reload they are looked for and reported, and not sent again unnoticed.
//! Contains no secrets.

use crate::json::{Json, parse};

#[cfg(test)]
mod tests;

/// The most entries that are kept; the oldest are dropped.
const MOST: usize = 20;

/// A create that was sent and whose outcome is not known yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Noted {
    /// Identifies this entry, and the page that wrote it: `page-number`.
    pub id: String,
    pub cloud: String,
    pub region: String,
    pub tenant: String,
    /// The user; empty if unknown.
    pub user: String,
    /// The name of the instance or batch.
    pub name: String,
    pub count: u32,
    /// Its recovery tag.
    pub nonce: Option<String>,
    pub at_ms: i64,
}

/// Parses the stored text; anything unexpected is ignored.
pub fn read(text: &str) -> Vec<Noted> {
    parse(text).map(|list| list.rows().iter().filter_map(one).collect()).unwrap_or_default()
}

/// The text to store; `None` if there are no entries.
pub fn write(all: &[Noted]) -> Option<String> {
    (!all.is_empty()).then(|| all.iter().map(Noted::to_json).collect::<Json<'_>>().write())
}

/// Adds an entry, or replaces the one with the same id.
pub fn note(all: &mut Vec<Noted>, noted: Noted) {
    settle(all, &noted.id);
    all.push(noted);
    all.drain(..all.len().saturating_sub(MOST));
}

/// Removes an entry: its outcome is known.
pub fn settle(all: &mut Vec<Noted>, id: &str) {
    all.retain(|noted| noted.id != id);
}

/// Removes all entries with this recovery tag.
pub fn settle_mark(all: &mut Vec<Noted>, mark: &str) {
    all.retain(|noted| noted.nonce.as_deref() != Some(mark));
}

fn one(row: &Json<'_>) -> Option<Noted> {
    let text = |key: &str| row.get(key).text();
    Some(Noted {
        id: row.get("id").filled()?,
        cloud: row.get("cloud").filled()?,
        region: text("region"),
        tenant: row.get("tenant").filled()?,
        user: text("user"),
        name: row.get("name").filled()?,
        count: row.get("count").count().and_then(|count| u32::try_from(count).ok()).unwrap_or(1),
        nonce: row.get("nonce").filled(),
        at_ms: row.get("at_ms").int()?,
    })
}

impl Noted {
    /// Whether this page wrote it, so that nothing interrupted it.
    pub fn is_of(&self, page: &str) -> bool {
        self.id.strip_prefix(page).is_some_and(|rest| rest.starts_with('-'))
    }

    fn to_json(&self) -> Json<'_> {
        let mut json = Json::object([
            ("id", (&self.id).into()),
            ("cloud", (&self.cloud).into()),
            ("region", (&self.region).into()),
            ("tenant", (&self.tenant).into()),
            ("user", (&self.user).into()),
            ("name", (&self.name).into()),
            ("count", self.count.into()),
            ("at_ms", self.at_ms.into()),
        ]);
        if let Some(nonce) = &self.nonce {
            json.put("nonce", nonce.into());
        }
        json
    }
}
