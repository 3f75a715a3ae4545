//! Scheme, host and port: what the allow list, CORS and the content security policy are made of.

use std::collections::BTreeMap;
use std::fmt;

use http::Uri;
use http::uri::Authority;

/// How a host is spoken to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scheme {
    /// Plain HTTP.
    Http,
    /// HTTP over TLS; the certificate is always verified.
    Https,
}

impl Scheme {
    /// As in an address.
    pub fn as_str(self) -> &'static str {
        match self {
            Scheme::Http => "http",
            Scheme::Https => "https",
        }
    }

    fn default_port(self) -> u16 {
        match self {
            Scheme::Http => 80,
            Scheme::Https => 443,
        }
    }
}

/// One origin; host in lower case. Its text form is the one browsers send in `Origin`: no default port.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// How it is spoken to.
    pub scheme: Scheme,
    /// Name or address, IPv6 in brackets.
    pub host: String,
    /// The port, written or implied.
    pub port: u16,
}

impl Origin {
    /// Reads an address that is nothing but an origin, e.g. `https://cloud.example:8774`.
    pub fn parse(text: &str) -> Result<Origin, String> {
        let (origin, rest) = split(text)?;
        if !rest.is_empty() && rest != "/" {
            return Err(format!("`{text}` has a path: write only scheme, host and port, `{origin}`"));
        }
        Ok(origin)
    }

    /// The origin of an address with any path, e.g. an identity endpoint.
    pub fn of_url(url: &str) -> Result<Origin, String> {
        split(url).map(|(origin, _)| origin)
    }

    /// Host and, unless it is the scheme's own, port.
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
    let wrong = || format!("`{text}` is no address: write it like `https://cloud.example` or `http://127.0.0.1:5000`");
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

/// `None` when it names a user, has no host, or a port that is none.
fn host_and_port(authority: &Authority) -> Option<(String, Option<u16>)> {
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

/// Letters, digits, `.`, `-`, `_`, or an IPv6 address in brackets. Everything else that an authority may hold is refused:
/// `*` and `;` would mean something in a content security policy.
fn is_exact_host(host: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    match host.strip_prefix('[') {
        Some(rest) => rest.strip_suffix(']').is_some_and(|ip| ip.parse::<std::net::Ipv6Addr>().is_ok()),
        None => !host.is_empty() && host.chars().all(plain),
    }
}

/// Where the proxy may connect to: exact hosts and ports, nothing like a pattern. The entry fixes the scheme, so that a
/// page cannot ask for plain HTTP where TLS is meant.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AllowList {
    entries: BTreeMap<(String, u16), Scheme>,
}

impl AllowList {
    /// Adds an origin; `Err` when the same host and port is already listed with the other scheme.
    pub fn add(&mut self, origin: &Origin) -> Result<(), String> {
        let known = *self.entries.entry((origin.host.clone(), origin.port)).or_insert(origin.scheme);
        if known == origin.scheme {
            return Ok(());
        }
        Err(format!("{}:{} is listed both with http and with https: keep one", origin.host, origin.port))
    }

    /// The entry for `host` or `host:port`; without a port, the scheme's own.
    pub fn find(&self, authority: &str) -> Option<Origin> {
        let (host, port) = host_and_port(&authority.parse().ok()?)?;
        let entry = |port: u16| {
            let scheme = *self.entries.get(&(host.clone(), port))?;
            Some(Origin { scheme, host: host.clone(), port })
        };
        match port {
            Some(port) => entry(port),
            None => [Scheme::Https, Scheme::Http]
                .into_iter()
                .find_map(|scheme| entry(scheme.default_port()).filter(|found| found.scheme == scheme)),
        }
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

    #[test]
    fn the_allow_list_matches_exactly() {
        let mut list = AllowList::default();
        for entry in ["https://a.example", "http://b.example", "https://c.example:8774", "http://[::1]:5000"] {
            list.add(&Origin::parse(entry).expect("an origin")).expect("no clash");
        }
        let check = |authority: &str, expect: Option<&str>| {
            assert_eq!(list.find(authority).map(|origin| origin.to_string()).as_deref(), expect, "{authority}");
        };
        check("a.example", Some("https://a.example"));
        check("A.EXAMPLE", Some("https://a.example"));
        check("a.example:443", Some("https://a.example"));
        check("a.example:80", None);
        check("a.example:8774", None);
        check("a.example.", None);
        check("x.a.example", None);
        check("a.example@b.example", None);
        check("b.example", Some("http://b.example"));
        check("b.example:80", Some("http://b.example"));
        check("b.example:443", None);
        check("c.example", None);
        check("c.example:8774", Some("https://c.example:8774"));
        check("[::1]:5000", Some("http://[::1]:5000"));
        check("", None);
        check(":5000", None);
        check("a.example%3A443", None);
    }

    #[test]
    fn one_port_has_one_scheme() {
        let mut list = AllowList::default();
        let add = |list: &mut AllowList, text: &str| list.add(&Origin::parse(text).expect("an origin"));
        assert!(add(&mut list, "https://a.example:8774").is_ok());
        assert!(add(&mut list, "https://a.example:8774").is_ok());
        assert!(add(&mut list, "http://a.example:8774").is_err());
    }
}
