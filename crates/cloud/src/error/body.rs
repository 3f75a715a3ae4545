//! What an error body says, whichever of the shapes of nhn-api.md §6 it has.

use serde::de::MapAccess;

use super::text;
use crate::exchange::Reply;
use crate::wire::lenient::*;
use crate::wire::root::parse;

/// Root key of the answers that the gateway gives in its own name.
const GATEWAY: &str = "maru";

/// The reading of an error body.
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
        let json = body.starts_with('{').then(|| parse::<Root>(body).ok()).flatten();
        match json {
            Some(root) => root.said(),
            None if text::is_html(body) => Self::plain(text::strip_html(body)),
            None => Self::plain(text::tidy(body.trim_matches('"'))),
        }
    }

    fn plain(message: String) -> Self {
        Self { message, kind: String::new(), retry_after_s: None, refused: false, gateway: None }
    }
}

/// The outermost object: faults by name, and a message beside them.
struct Root {
    faults: Vec<(String, Fault)>,
    message: String,
}

impl Root {
    fn said(self) -> Said {
        let refused = self.faults.iter().any(|(name, fault)| name == "header" && fault.successful == Some(false));
        let spoken = self.faults.into_iter().filter(|(_, fault)| !fault.words().is_empty());
        // The first by rank: what says most comes before what says something.
        let best = spoken.min_by_key(|(name, _)| match name.as_str() {
            GATEWAY => 0,
            "header" => 1,
            "error" => 2,
            "NeutronError" => 3,
            _ => 4,
        });
        let Some((name, fault)) = best else {
            return Said { refused, ..Said::plain(text::tidy(&self.message)) };
        };
        let gateway = name == GATEWAY;
        let words = fault.words();
        let message = if text::is_html(words) { text::strip_html(words) } else { text::tidy(words) };
        Said {
            message,
            gateway: gateway.then_some(fault.code),
            kind: if fault.kind.is_empty() { name } else { fault.kind },
            retry_after_s: fault.retry_after_s,
            refused,
        }
    }
}

impl Wire for Root {
    fn blank() -> Self {
        Self { faults: Vec::new(), message: String::new() }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "message" | "error_message" | "faultstring" => self.message = scalar(map)?.text(),
            // Placement and the API working group's form: a list of faults.
            "errors" => {
                let first = list::<Fault, A>(map)?.into_iter().next();
                self.faults.extend(first.map(|fault| (key.to_owned(), fault)));
            }
            // Plain words beside a message, as `{"error": "Not Found", "message": …, "status": 404, "path": …}` has.
            "status" | "code" | "path" | "timestamp" | "title" => skip(map)?,
            _ => self.faults.push((key.to_owned(), object(map)?)),
        }
        Ok(())
    }
}

/// One fault, or the bare text in its place.
struct Fault {
    message: String,
    detail: String,
    title: String,
    kind: String,
    code: String,
    retry_after_s: Option<u64>,
    successful: Option<bool>,
}

impl Fault {
    /// What says most: message, detail, title.
    fn words(&self) -> &str {
        [&self.message, &self.detail, &self.title]
            .into_iter()
            .find(|words| !words.is_empty())
            .map_or("", String::as_str)
    }
}

impl Wire for Fault {
    fn blank() -> Self {
        Self {
            message: String::new(),
            detail: String::new(),
            title: String::new(),
            kind: String::new(),
            code: String::new(),
            retry_after_s: None,
            successful: None,
        }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "message" | "resultMessage" => self.message = scalar(map)?.text(),
            "detail" => self.detail = scalar(map)?.text(),
            "title" => self.title = scalar(map)?.text(),
            "type" => self.kind = scalar(map)?.text(),
            "code" => self.code = scalar(map)?.text(),
            "retryAfter" => self.retry_after_s = scalar(map)?.count(),
            "isSuccessful" => self.successful = scalar(map)?.flag(),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn scalar(&mut self, instead: Scalar<'_>) {
        self.message = match instead {
            Scalar::Text(text) => text.into_owned(),
            _ => String::new(),
        };
    }
}
