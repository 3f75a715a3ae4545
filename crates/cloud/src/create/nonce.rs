//! The recovery tag in a create's metadata, by which an instance is found when the cloud's response was lost.

use super::CreateRequest;
use crate::calls::servers::{ServerQuery, escape_regex};
use crate::exchange::Method;
use crate::ids::ServerId;
use crate::json::{Json, parse};
use crate::wire::Server;
use crate::{Failure, FailureKind};

#[cfg(test)]
mod tests;

/// The metadata key of the recovery tag.
pub const NONCE_KEY: &str = "maru-create";

/// The delays before each look-up after a lost response, ms. A cloud whose connection broke may still be storing the
/// instance.
pub const LOOKS_MS: [u64; 3] = [500, 1_500, 3_000];

/// Rows per page. Clouds without links to the next page mark the end with a short page.
const PAGE: u32 = 200;

/// Formats random bytes as 32 hexadecimal digits.
pub fn nonce(random: [u8; 16]) -> String {
    let hex = |digit: u8| char::from_digit(u32::from(digit), 16).unwrap_or('0');
    random.iter().flat_map(|byte| [hex(byte >> 4), hex(byte & 15)]).collect()
}

/// The outcome of a create whose response named no instance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    /// The cloud refused it.
    Refused,
    /// The response was lost, and the instance does not exist.
    NotThere,
    /// The response was lost, and the look-up failed.
    Unknown,
    /// The response was lost, and the create had no recovery tag.
    Unmarked,
}

/// Whether a failed create may still have happened: there was no response, an unreadable one, or one from something
/// between here and the cloud. A refusal in the cloud's own words is definite.
pub fn answer_lost(failure: &Failure) -> bool {
    // A read creates nothing.
    if failure.method == Method::Get {
        return false;
    }
    match failure.kind {
        FailureKind::Network
        | FailureKind::Timeout
        | FailureKind::BrokenOff
        | FailureKind::Unreadable
        | FailureKind::TooLarge => true,
        FailureKind::Gateway(_) => matches!(failure.status, 502 | 504),
        FailureKind::Server => matches!(failure.status, 502 | 504) || !speaks_json(&failure.raw),
        FailureKind::Invalid => failure.status == 408,
        _ => false,
    }
}

/// Services report failures in JSON; proxies in front of them in HTML or without a body.
fn speaks_json(body: &str) -> bool {
    matches!(parse(body), Ok(Json::Object(_)))
}

/// The query for the next page; `after` is the last row of the previous page. It filters by name, not by time, because
/// the clocks of cloud and browser may differ.
pub fn look_for(name: &str, after: Option<ServerId>) -> ServerQuery {
    ServerQuery { name: Some(escape_regex(name)), limit: Some(PAGE), marker: after, ..ServerQuery::default() }
}

/// Whether another page follows a page of this many rows.
pub fn more_follows(rows: usize, has_next: bool) -> bool {
    rows > 0 && (has_next || rows >= PAGE as usize)
}

/// Whether this instance has the recovery tag.
pub fn carries(server: &Server, nonce: &str) -> bool {
    server.metadata.said().and_then(|pairs| pairs.get(NONCE_KEY)).is_some_and(|mark| mark == nonce)
}

impl CreateRequest {
    /// The instance's recovery tag.
    pub fn nonce(&self) -> Option<&str> {
        self.metadata.get(NONCE_KEY).map(String::as_str)
    }
}
