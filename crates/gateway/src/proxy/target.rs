//! Parses `/proxy/{host}[:{port}]/{path}?{query}`. Works on the raw bytes of the request line: decoding would turn
//! `%2F` inside a name into a separator.

use http::{StatusCode, Uri};
use percent_encoding::percent_decode_str;

use super::segment::is_odd;
use crate::allow::AllowList;
use crate::answer::GatewayError;
use crate::origin::Origin;

/// The prefix of every proxied path.
pub const PREFIX: &str = "/proxy/";

/// The simulator's control endpoint: for tests on this machine, by its own port, never for a page.
const CONTROL: &[u8] = b"_sim";

/// The target of a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    /// An entry of the allow list.
    pub origin: Origin,
    /// Path and query, unchanged; begins with `/`.
    pub path_and_query: String,
}

impl Target {
    /// Parses the raw path and query of a request to the gateway.
    pub fn read(raw: &str, allow: &AllowList, max_bytes: usize) -> Result<Target, GatewayError> {
        if raw.len() > max_bytes {
            let message = format!("The address is longer than {max_bytes} bytes, the gateway's limit");
            return Err(GatewayError::new(StatusCode::URI_TOO_LONG, "address-too-long", message));
        }
        let rest = raw.strip_prefix(PREFIX).unwrap_or_default();
        let (authority, rest) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        let origin = allow.find(authority).ok_or_else(|| not_allowed(authority))?;
        let slash = if rest.starts_with('/') { "" } else { "/" };
        let target = Target { origin, path_and_query: format!("{slash}{rest}") };
        target.check_path(allow)?;
        Ok(target)
    }

    /// The path without the query, unchanged.
    pub fn path(&self) -> &str {
        self.path_and_query.split('?').next().unwrap_or_default()
    }

    fn check_path(&self, allow: &AllowList) -> Result<(), GatewayError> {
        let refuse = |message: &str| Err(GatewayError::new(StatusCode::FORBIDDEN, "path-not-allowed", message));
        if self.path().split('/').any(is_odd) {
            return refuse(
                "The gateway does not forward paths with control characters or with a segment that a server may read as `.` or `..`",
            );
        }
        if is_control(self.path()) {
            return refuse("The simulated cloud's control endpoint answers only on its own port");
        }
        if !allow.permits(&self.origin, self.path()) {
            let message = format!(
                "Of {}, this gateway asks only some paths. Its operator can add this one to `hosts` of a [[cloud]] in the \
                 gateway's configuration",
                self.origin
            );
            return refuse(&message);
        }
        Ok(())
    }

    /// The full URL; `None` only if http's parser rejects what it accepted before.
    pub fn uri(&self) -> Option<Uri> {
        let builder = Uri::builder().scheme(self.origin.scheme.as_str()).authority(self.origin.authority());
        builder.path_and_query(self.path_and_query.as_str()).build().ok()
    }

    /// The path for the log: without the query, and without the token or user in identity's `/tokens/{token}` and
    /// `/users/{user}`.
    pub fn loggable_path(&self) -> String {
        let path = self.path();
        match (path.split_once("/tokens/"), path.split_once("/users/")) {
            (Some((before, _)), _) => format!("{before}/tokens/…"),
            (None, Some((before, user))) => {
                let rest = user.find('/').and_then(|end| user.get(end..)).unwrap_or_default();
                format!("{before}/users/…{rest}")
            }
            (None, None) => path.to_owned(),
        }
    }
}

fn not_allowed(authority: &str) -> GatewayError {
    let message = format!(
        "This gateway does not connect to `{authority}`. Its operator can add the host to `hosts` of a [[cloud]] in the \
         gateway's configuration"
    );
    GatewayError::new(StatusCode::FORBIDDEN, "host-not-allowed", message)
}

fn is_control(path: &str) -> bool {
    let first = path.split('/').find(|segment| !segment.is_empty()).unwrap_or_default();
    percent_decode_str(first).eq(CONTROL.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> Result<String, &'static str> {
        let mut allow = AllowList::default();
        for entry in ["https://cloud.example", "http://127.0.0.1:8774", "https://shared.example/compute"] {
            let (origin, path) = Origin::with_path(entry).expect("an origin");
            allow.add(&origin, &path).expect("no clash");
        }
        let target = Target::read(raw, &allow, 200).map_err(|error| error.code)?;
        Ok(target.uri().expect("an address").to_string())
    }

    #[test]
    fn addresses_are_taken_byte_for_byte() {
        let check = |raw: &str, expect: &str| assert_eq!(read(raw).as_deref(), Ok(expect), "{raw}");
        check("/proxy/cloud.example/v2/t/servers", "https://cloud.example/v2/t/servers");
        check("/proxy/cloud.example/a%2Fb/%C3%A9?q=%2F&r=+%20", "https://cloud.example/a%2Fb/%C3%A9?q=%2F&r=+%20");
        check("/proxy/cloud.example//a/..b/.c/...", "https://cloud.example//a/..b/.c/...");
        check("/proxy/shared.example/compute/v2.1?a=/..", "https://shared.example/compute/v2.1?a=/..");
        check("/proxy/cloud.example", "https://cloud.example/");
        check("/proxy/cloud.example?a=/b", "https://cloud.example/?a=/b");
        check("/proxy/cloud.example/?", "https://cloud.example/?");
        check("/proxy/127.0.0.1:8774/v2", "http://127.0.0.1:8774/v2");
        check("/proxy/cloud.example/http://other.example/", "https://cloud.example/http://other.example/");
        check("/proxy/cloud.example/v2/_sim", "https://cloud.example/v2/_sim");
    }

    #[test]
    fn what_is_refused() {
        let check = |raw: &str, code: &str| assert_eq!(read(raw), Err(code), "{raw}");
        check("/proxy/", "host-not-allowed");
        check("/proxy//cloud.example/", "host-not-allowed");
        check("/proxy/other.example/", "host-not-allowed");
        check("/proxy/cloud.example:8774/", "host-not-allowed");
        check("/proxy/127.0.0.1/", "host-not-allowed");
        check("/proxy/cloud.example@other.example/", "host-not-allowed");
        check("/proxy/https://cloud.example/", "host-not-allowed");
        check("/proxy/cloud.example%2F/", "host-not-allowed");
        check("/proxy/cloud.example\\.other.example/", "host-not-allowed");
        check("/proxy/127.0.0.1:8774/_sim/clock", "path-not-allowed");
        check("/proxy/127.0.0.1:8774//%5Fs%69m?x", "path-not-allowed");
        check("/proxy/127.0.0.1:8774/_sim", "path-not-allowed");
        check("/proxy/shared.example/dashboard", "path-not-allowed");
        check("/proxy/shared.example/compute-admin", "path-not-allowed");
        check("/proxy/shared.example/", "path-not-allowed");
        for dots in ["..", ".", "%2e%2E", "%2e.", "x%2f..", "..%2fdashboard", "..%5cdashboard"] {
            check(&format!("/proxy/shared.example/compute/{dots}/dashboard"), "path-not-allowed");
        }
        for dots in [
            "..;",
            "..;x=1",
            "%2e%2e;",
            "..%3b",
            "..%3bx",
            "%252e%252e",
            "%c0%ae%c0%ae",
            "..%c0%af",
            "%25c0%25ae.",
            ".",
        ] {
            check(&format!("/proxy/shared.example/compute/{dots}/admin"), "path-not-allowed");
            check(&format!("/proxy/shared.example/compute/{dots}"), "path-not-allowed");
        }
        check("/proxy/cloud.example/a%00", "path-not-allowed");
        check("/proxy/cloud.example/a%0d%0aX-Auth-Token:%20b", "path-not-allowed");
        check(&format!("/proxy/cloud.example/{}", "a".repeat(200)), "address-too-long");
    }

    #[test]
    fn the_log_holds_no_secret() {
        let origin = Origin::parse("https://cloud.example").expect("an origin");
        let check = |path: &str, expect: &str| {
            let target = Target { origin: origin.clone(), path_and_query: path.to_owned() };
            assert_eq!(target.loggable_path(), expect, "{path}");
        };
        check("/v2/t/servers?marker=secret", "/v2/t/servers");
        check("/v2.0/tokens", "/v2.0/tokens");
        check("/v2.0/tokens/secret/endpoints", "/v2.0/tokens/…");
        check("/v3/auth/tokens", "/v3/auth/tokens");
        check("/v3/users/kim/password", "/v3/users/…/password");
        check("/v3/users/kim", "/v3/users/…");
    }
}
