//! Decodes error bodies in any of the shapes of nhn-api.md §6.

use super::text;
use super::words::{fault_in, words};
use crate::exchange::Reply;
use crate::json::{Json, parse};

/// Root key of the gateway's own error bodies.
pub(super) const GATEWAY: &str = "maru";

/// The gateway's error code, if the body is the gateway's.
pub(super) fn gateway_code(body: &str) -> Option<String> {
    let code = parse(body).ok()?.get(GATEWAY).get("code").text();
    (!code.is_empty()).then_some(code)
}

/// A decoded error body.
#[derive(Default)]
pub(super) struct Said {
    /// One line; may be empty.
    pub message: String,
    /// The fault's name: Nova's root key (`overLimit`), Neutron's `type` (`OverQuota`); may be empty.
    pub kind: String,
    /// `retryAfter` of an `overLimit` fault, if it is a number.
    pub retry_after_s: Option<u64>,
    /// `header.isSuccessful` is false.
    pub refused: bool,
    /// Keystone requires a second factor: the methods in `required_auth_methods`.
    pub second_factor: bool,
    /// The error code, if the gateway answered itself.
    pub gateway: Option<String>,
}

impl Said {
    pub fn read(reply: &Reply) -> Self {
        let body = reply.body.trim();
        let json = body.starts_with(['{', '[', '"']).then(|| parse(body).ok()).flatten();
        match json {
            Some(root) => Self::of(&root),
            // Whatever it begins with: plain text contains no closing tags.
            None if body.contains("</") => Self::plain(text::of_page(body)),
            None => Self::plain(text::clean(body.trim_matches('"'))),
        }
    }

    fn plain(message: String) -> Self {
        Self { message, ..Self::default() }
    }

    fn of(root: &Json<'_>) -> Self {
        if let Some(methods) = root.find(&["required_auth_methods"]) {
            return Self { second_factor: true, ..Self::plain(factors(methods)) };
        }
        let refused = root.get("header").get("isSuccessful").flag() == Some(false);
        let said = Self { refused, ..Self::plain(words(root)) };
        let Some((name, fault)) = fault_in(root) else { return said };
        Self {
            gateway: (name == GATEWAY).then(|| fault.get("code").text()),
            kind: fault.get("type").filled().unwrap_or_else(|| name.to_owned()),
            retry_after_s: fault.get("retryAfter").count(),
            ..said
        }
    }
}

/// `password + totp`, or several such combinations.
fn factors(methods: &Json<'_>) -> String {
    let way = |methods: &Json<'_>| methods.rows().iter().map(Json::text).collect::<Vec<_>>().join(" + ");
    text::tidy(&methods.rows().iter().map(way).collect::<Vec<_>>().join(" / "))
}
