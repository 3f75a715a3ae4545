//! `/proxy/{host}[:{port}]/{path}?{query}` → the address to ask, or why not. Works on the raw bytes of the request
//! line: a decoded path would turn `%2F` inside a name into a separator.

use http::{StatusCode, Uri};
use percent_encoding::percent_decode_str;

use crate::answer::GatewayError;
use crate::origin::{AllowList, Origin};

/// What every proxied address begins with.
pub const PREFIX: &str = "/proxy/";

/// The simulator's control endpoint. It is for tests on this machine, by its own port, and never for a page.
const CONTROL: &[u8] = b"_sim";

/// Where a request goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    /// An entry of the allow list.
    pub origin: Origin,
    /// Path and query as they came; begins with `/`.
    pub path_and_query: String,
}

impl Target {
    /// Reads the raw path and query of a request to the gateway.
    pub fn read(raw: &str, allow: &AllowList) -> Result<Target, GatewayError> {
        let rest = raw.strip_prefix(PREFIX).unwrap_or_default();
        let (authority, rest) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        let origin = allow.find(authority).ok_or_else(|| not_allowed(authority))?;
        if is_control(rest) {
            let message = "The simulated cloud's control endpoint answers only on its own port";
            return Err(GatewayError::new(StatusCode::FORBIDDEN, "path-not-allowed", message));
        }
        let slash = if rest.starts_with('/') { "" } else { "/" };
        Ok(Target { origin, path_and_query: format!("{slash}{rest}") })
    }

    /// The whole address; `None` only if http's own parser refuses what it accepted before.
    pub fn uri(&self) -> Option<Uri> {
        let builder = Uri::builder().scheme(self.origin.scheme.as_str()).authority(self.origin.authority());
        builder.path_and_query(self.path_and_query.as_str()).build().ok()
    }

    /// The path for the log: without the query, and without the token that identity's `/tokens/{token}` names.
    pub fn loggable_path(&self) -> String {
        let path = self.path_and_query.split('?').next().unwrap_or_default();
        match path.split_once("/tokens/") {
            Some((before, _)) => format!("{before}/tokens/…"),
            None => path.to_owned(),
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

fn is_control(path_and_query: &str) -> bool {
    let path = path_and_query.split('?').next().unwrap_or_default();
    let first = path.split('/').find(|segment| !segment.is_empty()).unwrap_or_default();
    percent_decode_str(first).eq(CONTROL.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> Result<String, &'static str> {
        let mut allow = AllowList::default();
        for entry in ["https://cloud.example", "http://127.0.0.1:8774"] {
            allow.add(&Origin::parse(entry).expect("an origin")).expect("no clash");
        }
        let target = Target::read(raw, &allow).map_err(|error| error.code)?;
        Ok(target.uri().expect("an address").to_string())
    }

    #[test]
    fn addresses_are_taken_byte_for_byte() {
        let check = |raw: &str, expect: &str| assert_eq!(read(raw).as_deref(), Ok(expect), "{raw}");
        check("/proxy/cloud.example/v2/t/servers", "https://cloud.example/v2/t/servers");
        check("/proxy/cloud.example/a%2Fb/%C3%A9?q=%2F&r=+%20", "https://cloud.example/a%2Fb/%C3%A9?q=%2F&r=+%20");
        check("/proxy/cloud.example//a/../b/./", "https://cloud.example//a/../b/./");
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
    }
}
