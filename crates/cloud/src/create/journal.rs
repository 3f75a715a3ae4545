//! Creates under way, as noted in the tab: what a reload interrupts is told afterwards, and not sent again unseen. There
//! are no secrets in it.

use crate::json::{Json, parse};

#[cfg(test)]
mod tests;

/// More than these nobody has under way; the oldest go.
const MOST: usize = 20;

/// A create that was sent and of which no end is known yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Noted {
    /// Names this note, and the page that made it: `page-number`.
    pub id: String,
    /// The cloud's id.
    pub cloud: String,
    /// Region.
    pub region: String,
    /// Project.
    pub tenant: String,
    /// Who sent it; empty where nobody knows.
    pub user: String,
    /// The name of the instance or the batch.
    pub name: String,
    /// How many instances.
    pub count: u32,
    /// The mark it carries.
    pub nonce: Option<String>,
    /// When it was sent, ms since 1970.
    pub at_ms: i64,
}

/// What is in the storage. Whatever else stands there counts as nothing.
pub fn read(text: &str) -> Vec<Noted> {
    parse(text).map(|list| list.rows().iter().filter_map(one).collect()).unwrap_or_default()
}

/// What goes into the storage; `None`: nothing is to be kept.
pub fn write(all: &[Noted]) -> Option<String> {
    (!all.is_empty()).then(|| all.iter().map(Noted::to_json).collect::<Json<'_>>().write())
}

/// One more is under way, or says more than before.
pub fn note(all: &mut Vec<Noted>, noted: Noted) {
    settle(all, &noted.id);
    all.push(noted);
    all.drain(..all.len().saturating_sub(MOST));
}

/// The end of one is known.
pub fn settle(all: &mut Vec<Noted>, id: &str) {
    all.retain(|noted| noted.id != id);
}

/// The end of all that carry this mark is known.
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
    /// It was made by this page: nothing interrupted it.
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
