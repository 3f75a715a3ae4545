//! The mark that a create carries in its metadata: by it an instance is found again when the cloud's answer was lost.

use super::CreateRequest;
use crate::calls::servers::{ServerQuery, escape_regex};
use crate::exchange::Method;
use crate::ids::ServerId;
use crate::json::{Json, parse};
use crate::wire::Server;
use crate::{Failure, FailureKind};

#[cfg(test)]
mod tests;

/// The key of the mark in the metadata.
pub const NONCE_KEY: &str = "maru-create";

/// How long to wait before each look for what a lost answer may have been about, ms. A cloud that broke off may still be
/// writing down what it was asked for.
pub const LOOKS_MS: [u64; 3] = [500, 1_500, 3_000];

/// How many rows to ask for at once. Clouds that leave out links to the next page end it with a short one.
const PAGE: u32 = 200;

/// A mark out of random bytes: 32 hexadecimal digits.
pub fn nonce(random: [u8; 16]) -> String {
    let hex = |digit: u8| char::from_digit(u32::from(digit), 16).unwrap_or('0');
    random.iter().flat_map(|byte| [hex(byte >> 4), hex(byte & 15)]).collect()
}

/// What is known of a create that did not end with an answer that names an instance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    /// The cloud said no: there is nothing.
    Refused,
    /// The answer was lost, and the cloud has not got it.
    NotThere,
    /// The answer was lost, and whether the cloud has it could not be found out.
    Unknown,
    /// The answer was lost, and it carried no mark to be found by.
    Unmarked,
}

/// Whether a create may have happened although it failed: no answer, one that cannot be read, or one that something
/// between here and the cloud gave in its place. A refusal in the cloud's own words is none of these.
pub fn answer_lost(failure: &Failure) -> bool {
    // What only reads makes nothing.
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

/// The services answer failures in JSON, the proxies before them in HTML or not at all.
fn speaks_json(body: &str) -> bool {
    matches!(parse(body), Ok(Json::Object(_)))
}

/// The page to look at; `after` is the last row of the page before. By name, not by time: the clocks of cloud and browser
/// need not agree.
pub fn look_for(name: &str, after: Option<ServerId>) -> ServerQuery {
    ServerQuery { name: Some(escape_regex(name)), limit: Some(PAGE), marker: after, ..ServerQuery::default() }
}

/// Whether another page follows one of so many rows.
pub fn more_follows(rows: usize, has_next: bool) -> bool {
    rows > 0 && (has_next || rows >= PAGE as usize)
}

/// Whether this instance carries the mark.
pub fn carries(server: &Server, nonce: &str) -> bool {
    server.metadata.said().and_then(|pairs| pairs.get(NONCE_KEY)).is_some_and(|mark| mark == nonce)
}

impl CreateRequest {
    /// The mark it carries.
    pub fn nonce(&self) -> Option<&str> {
        self.metadata.get(NONCE_KEY).map(String::as_str)
    }
}
