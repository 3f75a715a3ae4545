//! What the gateway says in its own name, in the person's language: by its code words (`crates/gateway`), which are stable.

use crate::locales::Words;

/// The sentence for a code word; `None` for one that this page does not know: a gateway may be newer than the page.
pub fn gateway_words(code: &str) -> Option<Words> {
    Some(match code {
        "host-not-allowed" | "address-not-allowed" => |t| t.errors().gateway_says.not_listed,
        "path-not-allowed" => |t| t.errors().gateway_says.path_not_listed,
        "cloud-unreachable" => |t| t.errors().gateway_says.unreachable,
        "cloud-timeout" => |t| t.errors().gateway_says.timeout,
        "cloud-broke-off" => |t| t.errors().gateway_says.broke_off,
        "cloud-untrusted" => |t| t.errors().gateway_says.untrusted,
        "cloud-redirect" => |t| t.errors().gateway_says.redirect,
        "request-too-large" | "address-too-long" | "too-many-headers" => |t| t.errors().gateway_says.too_large,
        "address-unreadable" | "framing-unreadable" | "method-not-allowed" | "not-a-fetch" | "two-hosts" => {
            |t| t.errors().gateway_says.odd_request
        }
        "too-many-requests" => |t| t.errors().gateway_says.busy,
        "too-many-sign-ins" => |t| t.errors().gateway_says.sign_ins,
        "session-of-another-cloud" | "several-sessions" | "session-not-here" => {
            |t| t.errors().gateway_says.other_session
        }
        "session-of-another-site" | "origin-not-allowed" | "not-the-sites-name" => {
            |t| t.errors().gateway_says.other_site
        }
        "session-idle" => |t| t.errors().gateway_says.locked,
        "session-ended" => |t| t.errors().gateway_says.ended,
        "token-unreadable" => |t| t.errors().gateway_says.no_token,
        "token-too-large" => |t| t.errors().gateway_says.token_too_large,
        _ => return None,
    })
}
