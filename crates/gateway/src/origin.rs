//! Origins (scheme, host and port) for the allow list, CORS and the content security policy.

use std::fmt;

use http::Uri;
use http::uri::Authority;

/// The protocol of an origin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scheme {
    Http,
    /// HTTP over TLS; the certificate is always verified.
    Https,
}

impl Scheme {
    /// As in a URL.
    pub fn as_str(self) -> &'static str {
        match self {
            Scheme::Http => "http",
            Scheme::Https => "https",
        }
    }

    /// The default port.
    pub fn default_port(self) -> u16 {
        match self {
            Scheme::Http => 80,
            Scheme::Https => 443,
        }
    }
}

/// An origin with its host in lower case. `Display` is the form browsers send in `Origin`, without the default port.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    pub scheme: Scheme,
    /// Name or address, IPv6 in brackets.
    pub host: String,
    /// The port, explicit or default.
    pub port: u16,
}

impl Origin {
    /// Parses a URL that is only an origin, e.g. `https://cloud.example:8774`.
    pub fn parse(text: &str) -> Result<Origin, String> {
        let (origin, rest) = split(text)?;
        if !rest.is_empty() && rest != "/" {
            return Err(format!("`{text}` has a path: write only scheme, host and port, `{origin}`"));
        }
        Ok(origin)
    }

    /// Parses an origin and an optional path prefix after it; empty if there is none.
    pub fn with_path(text: &str) -> Result<(Origin, String), String> {
        let (origin, rest) = split(text)?;
        if rest.contains('?') {
            return Err(format!("`{text}` has a query: write scheme, host, port and, if wanted, a path"));
        }
        Ok((origin, rest.trim_end_matches('/').to_owned()))
    }

    /// Host, and port unless it is the default.
    pub fn authority(&self) -> String {
        if self.port == self.scheme.default_port() { self.host.clone() } else { format!("{}:{}", self.host, self.port) }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme.as_str(), self.authority())
    }
}

fn split(text: &str) -> Result<(Origin, String), String> {
    let wrong =
        || format!("`{text}` is not an address: write it like `https://cloud.example` or `http://127.0.0.1:5000`");
    let uri: Uri = text.parse().map_err(|_| wrong())?;
    let scheme = match uri.scheme_str() {
        Some("https") => Scheme::Https,
        Some("http") => Scheme::Http,
        _ => return Err(wrong()),
    };
    let (host, port) = uri.authority().and_then(host_and_port).ok_or_else(wrong)?;
    let rest = uri.path_and_query().map(ToString::to_string).unwrap_or_default();
    Ok((Origin { scheme, host, port: port.unwrap_or(scheme.default_port()) }, rest))
}

/// `None` if it contains a user name, no host, or an invalid port.
pub fn host_and_port(authority: &Authority) -> Option<(String, Option<u16>)> {
    let text = authority.as_str();
    let host = authority.host();
    if text.contains('@') || !is_exact_host(host) {
        return None;
    }
    match text.strip_prefix(host)?.strip_prefix(':') {
        None => Some((host.to_ascii_lowercase(), None)),
        Some(port) => Some((host.to_ascii_lowercase(), Some(port.parse().ok()?))),
    }
}

/// Letters, digits, `.`, `-`, `_`, or an IPv6 address in brackets. Other characters are refused, because `*` and `;`
/// have a meaning in a content security policy.
fn is_exact_host(host: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    match host.strip_prefix('[') {
        Some(rest) => rest.strip_suffix(']').is_some_and(|ip| ip.parse::<std::net::Ipv6Addr>().is_ok()),
        None => !host.is_empty() && host.chars().all(plain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_written_as_browsers_write_them() {
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(Origin::parse(text).ok().map(|origin| origin.to_string()).as_deref(), expect, "{text}");
        };
        check("https://Cloud.Example", Some("https://cloud.example"));
        check("https://cloud.example/", Some("https://cloud.example"));
        check("https://cloud.example:443", Some("https://cloud.example"));
        check("http://cloud.example:443", Some("http://cloud.example:443"));
        check("http://127.0.0.1:5000", Some("http://127.0.0.1:5000"));
        check("http://[::1]:5000", Some("http://[::1]:5000"));
        check("https://cloud.example/v2.0", None);
        check("https://cloud.example/?a", None);
        check("https://user@cloud.example", None);
        check("https://cloud.example:99999", None);
        check("https://cloud.example:", None);
        check("cloud.example", None);
        check("ftp://cloud.example", None);
        check("https://*.example", None);
        check("https://a;b.example", None);
        check("https://[::1;]", None);
        check("", None);
    }
}
