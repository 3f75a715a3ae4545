//! What an error body says, whichever of the shapes of nhn-api.md §6 it has.

use super::text;
use crate::exchange::Reply;
use crate::json::{Json, parse};

/// Root key of the answers that the gateway gives in its own name.
const GATEWAY: &str = "maru";

/// The reading of an error body.
#[derive(Default)]
pub(super) struct Said {
    /// One line, maybe empty.
    pub message: String,
    /// The fault's name: Nova's root key (`overLimit`), Neutron's `type` (`OverQuota`); maybe empty.
    pub kind: String,
    /// `retryAfter` of an `overLimit` fault, when it is a number.
    pub retry_after_s: Option<u64>,
    /// `header.isSuccessful` is false.
    pub refused: bool,
    /// The answer is our own gateway's; its stable code word.
    pub gateway: Option<String>,
}

impl Said {
    pub fn read(reply: &Reply) -> Self {
        let body = reply.body.trim();
        // Not every JSON is an object: `"text"` is read as plain text below.
        let json = body.starts_with('{').then(|| parse(body).ok()).flatten();
        match json {
            Some(root) => Self::of(&root),
            None if text::is_html(body) => Self::plain(text::strip_html(body)),
            None => Self::plain(text::tidy(body.trim_matches('"'))),
        }
    }

    fn plain(message: String) -> Self {
        Self { message, ..Self::default() }
    }

    /// The outermost object: faults by name, and a message beside them.
    fn of(root: &Json<'_>) -> Self {
        let refused = root.get("header").get("isSuccessful").flag() == Some(false);
        // The first by rank: what says most comes before what says something.
        let spoken = root.pairs().iter().filter_map(|(name, value)| Fault::read(name, value));
        let Some(Fault { name, words, value }) = spoken.min_by_key(Fault::rank) else {
            let message = root.any(&["message", "error_message", "faultstring"]).text();
            return Self { refused, ..Self::plain(text::tidy(&message)) };
        };
        Self {
            message: if text::is_html(&words) { text::strip_html(&words) } else { text::tidy(&words) },
            gateway: (name == GATEWAY).then(|| value.get("code").text()),
            kind: value.get("type").filled().unwrap_or_else(|| name.to_owned()),
            retry_after_s: value.get("retryAfter").count(),
            refused,
        }
    }
}

/// One fault that says something.
struct Fault<'r, 'a> {
    name: &'r str,
    words: String,
    value: &'r Json<'a>,
}

impl<'r, 'a> Fault<'r, 'a> {
    fn read(name: &'r str, value: &'r Json<'a>) -> Option<Self> {
        let value = match name {
            "message" | "error_message" | "faultstring" => return None,
            // Plain words beside a message, as `{"error": "Not Found", "message": …, "status": 404, "path": …}` has.
            "status" | "code" | "path" | "timestamp" | "title" => return None,
            // Placement and the API working group's form: a list of faults.
            "errors" => value.rows().first()?,
            _ => value,
        };
        // What says most: message, detail, title; or the bare text in the fault's place.
        let words = match value {
            Json::Text(text) => Some(String::from(&**text)).filter(|text| !text.is_empty()),
            _ => [&["message", "resultMessage"][..], &["detail"], &["title"]]
                .iter()
                .find_map(|names| value.any(names).filled()),
        };
        Some(Self { name, words: words?, value })
    }

    fn rank(&self) -> u8 {
        match self.name {
            GATEWAY => 0,
            "header" => 1,
            "error" => 2,
            "NeutronError" => 3,
            _ => 4,
        }
    }
}
