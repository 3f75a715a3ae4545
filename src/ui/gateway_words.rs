//! The gateway's errors in the person's language, by their stable codes (`crates/gateway`).

use crate::locales::Words;

/// The text for a code; `None` for unknown ones, because a gateway may be newer than the page.
pub fn gateway_words(code: &str) -> Option<Words> {
    Some(match code {
        "host-not-allowed" | "address-not-allowed" => |t| t.gateway().not_listed,
        "path-not-allowed" => |t| t.gateway().path_not_listed,
        "cloud-unreachable" => |t| t.gateway().unreachable,
        "cloud-timeout" => |t| t.gateway().timeout,
        "cloud-broke-off" => |t| t.gateway().broke_off,
        "cloud-untrusted" => |t| t.gateway().untrusted,
        "cloud-redirect" => |t| t.gateway().redirect,
        "request-too-large" | "address-too-long" | "too-many-headers" => |t| t.gateway().too_large,
        "address-unreadable" | "framing-unreadable" | "method-not-allowed" | "not-a-fetch" | "two-hosts"
        | "sessions-off" => |t| t.gateway().odd_request,
        "too-many-requests" => |t| t.gateway().busy,
        "too-many-sign-ins" => |t| t.gateway().sign_ins,
        "session-of-another-cloud" | "several-sessions" | "session-not-here" => |t| t.gateway().other_session,
        "session-of-another-site" | "origin-not-allowed" | "not-the-sites-name" => |t| t.gateway().other_site,
        "session-idle" => |t| t.gateway().locked,
        "session-ended" => |t| t.gateway().ended,
        "token-unreadable" => |t| t.gateway().no_token,
        "too-many-sessions" => |t| t.gateway().many_sessions,
        "token-too-large" => |t| t.gateway().token_too_large,
        _ => return None,
    })
}
