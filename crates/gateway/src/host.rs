//! Checks the host name of a request. Another site can make its own name resolve to this machine (DNS rebinding), and
//! the browser would then treat the responses as that site's own. So requests for foreign names are refused.

use std::net::{IpAddr, Ipv6Addr};

use http::header::HOST;
use http::request::Parts;
use http::uri::Authority;

use crate::config;
use crate::origin::{Origin, Scheme, host_and_port};
use crate::peer;

/// The site's names.
#[derive(Clone, Debug)]
pub struct Names {
    /// As configured.
    public: Vec<Origin>,
    /// The gateway itself speaks TLS.
    tls: bool,
}

/// The host of a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Asked {
    /// Missing; browsers always send it.
    Nothing,
    /// Contradictory or invalid.
    Unclear,
    /// In lower case, with the port if present.
    Host(String, Option<u16>),
}

impl Names {
    pub fn new(server: &config::Server) -> Names {
        Names { public: server.public.clone(), tls: server.tls.is_some() }
    }

    /// Whether the host is one of the site's names. Without configured names, these are IP addresses and `localhost`,
    /// which nobody can make resolve elsewhere. With configured names, these also count for requests from this machine,
    /// for a server in front that does not pass on `Host`.
    pub fn serves(&self, parts: &Parts) -> bool {
        let Asked::Host(host, _) = asked(parts) else { return false };
        let free = self.public.is_empty();
        self.public.iter().any(|own| own.host == host)
            || is_of_this_machine(&host) && (free || peer::is_of_this_machine(parts))
            || address(&host).is_some() && free
    }

    /// Whether a probe may use this host: probes use the pod's IP address, or send no host.
    pub fn serves_probes(&self, parts: &Parts) -> bool {
        match asked(parts) {
            Asked::Nothing => true,
            Asked::Unclear => false,
            Asked::Host(host, _) => address(&host).is_some() || self.serves(parts),
        }
    }

    /// Whether `origin`, as sent by a browser, is the requested site.
    pub fn is_own(&self, origin: &Origin, parts: &Parts) -> bool {
        if !self.public.is_empty() {
            return self.meant(parts).any(|own| own == origin);
        }
        // It is unknown whether a server in front speaks TLS: the scheme may be either, but host and port must match.
        let Asked::Host(host, port) = asked(parts) else { return false };
        host == origin.host && port.unwrap_or(origin.scheme.default_port()) == origin.port
    }

    /// Whether the browser is known to use TLS. A `GET` does not show it.
    pub fn is_https(&self, parts: &Parts) -> bool {
        let known = !self.public.is_empty() && self.meant(parts).all(|own| own.scheme == Scheme::Https);
        self.tls || known
    }

    /// The site's origins that the request may mean: those with the requested host, or all if a server in front uses
    /// another host.
    fn meant(&self, parts: &Parts) -> impl Iterator<Item = &Origin> {
        let asked = match asked(parts) {
            Asked::Host(host, _) if self.public.iter().any(|own| own.host == host) => Some(host),
            _ => None,
        };
        self.public.iter().filter(move |own| asked.as_ref().is_none_or(|host| own.host == *host))
    }
}

/// The requested host: `Host`, or the authority of the URL (as in HTTP/2). If both are present, they must agree.
pub fn asked(parts: &Parts) -> Asked {
    let mut hosts = parts.headers.get_all(HOST).iter();
    let header = match (hosts.next(), hosts.next()) {
        (None, _) => None,
        (Some(host), None) => Some(host.to_str().ok().and_then(|host| host.parse::<Authority>().ok())),
        (Some(_), Some(_)) => return Asked::Unclear,
    };
    let address = parts.uri.authority().cloned().map(Some);
    let read = |asked: Option<Authority>| asked.as_ref().and_then(host_and_port);
    match (header, address) {
        (None, None) => Asked::Nothing,
        (Some(only), None) | (None, Some(only)) => match read(only) {
            Some((host, port)) => Asked::Host(host, port),
            None => Asked::Unclear,
        },
        (Some(header), Some(address)) => match (read(header), read(address)) {
            (Some(header), Some(address)) if header == address => Asked::Host(address.0, address.1),
            _ => Asked::Unclear,
        },
    }
}

/// Browsers resolve `localhost` and its subdomains themselves.
fn is_of_this_machine(host: &str) -> bool {
    host == "localhost" || host.ends_with(".localhost") || address(host).is_some_and(|ip| ip.is_loopback())
}

fn address(host: &str) -> Option<IpAddr> {
    match host.strip_prefix('[') {
        Some(rest) => rest.strip_suffix(']')?.parse::<Ipv6Addr>().ok().map(IpAddr::from),
        None => host.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use http::Request;

    use super::*;
    use crate::config::Config;
    use crate::peer::Peer;

    fn names(public: &str) -> Names {
        let config = Config::from_toml(&format!("[server]\npublic = {public}\n")).expect("a configuration");
        Names::new(&config.server)
    }

    fn parts(uri: &str, hosts: &[&str], peer: &str) -> Parts {
        let builder = hosts.iter().fold(Request::builder().uri(uri), |builder, host| builder.header("host", *host));
        let (mut parts, ()) = builder.body(()).expect("a request").into_parts();
        parts.extensions.insert(Peer(SocketAddr::new(peer.parse().expect("an address"), 1)));
        parts
    }

    const HERE: &str = "127.0.0.1";
    const ELSEWHERE: &str = "203.0.113.9";

    #[test]
    fn only_the_sites_own_names_are_served() {
        let check = |public: &str, host: &str, peer: &str, site: bool, probes: bool| {
            let (names, parts) = (names(public), parts("/", &[host], peer));
            assert_eq!((names.serves(&parts), names.serves_probes(&parts)), (site, probes), "{public} {host} {peer}");
        };
        let one = "'https://console.example'";
        for own in ["console.example", "CONSOLE.example", "console.example:443", "console.example:8443"] {
            check(one, own, ELSEWHERE, true, true);
        }
        for other in [
            "evil.example",
            "x.console.example",
            "console.example.evil.example",
            "console.example.",
            "console.example@evil.example",
            "evil.example:443",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
            "notlocalhost",
            "",
        ] {
            check(one, other, HERE, false, false);
            check("[]", other, HERE, false, false);
        }
        let several = "['https://console.example', 'http://console.internal:8080']";
        check(several, "console.internal:8080", ELSEWHERE, true, true);
        check(several, "console.example", ELSEWHERE, true, true);
        for machine in ["localhost", "localhost:8080", "maru.localhost", "127.0.0.1:8080", "127.1.2.3", "[::1]:8080"] {
            check("[]", machine, ELSEWHERE, true, true);
            check(one, machine, HERE, true, true);
            check(one, machine, ELSEWHERE, false, machine.starts_with(['1', '[']));
        }
        for address in ["10.1.2.3:8080", "203.0.113.5", "[2001:db8::1]:8080"] {
            check("[]", address, ELSEWHERE, true, true);
            check(one, address, HERE, false, true);
        }
    }

    #[test]
    fn a_request_asks_one_host() {
        let check = |uri: &str, hosts: &[&str], expect: Asked| {
            assert_eq!(asked(&parts(uri, hosts, HERE)), expect, "{uri} {hosts:?}");
        };
        let host = |host: &str, port: Option<u16>| Asked::Host(host.to_owned(), port);
        check("/", &["a.example"], host("a.example", None));
        check("/", &["A.example:1"], host("a.example", Some(1)));
        check("https://a.example:1/x", &[], host("a.example", Some(1)));
        check("https://a.example/x", &["a.example"], host("a.example", None));
        check("https://a.example/x", &["b.example"], Asked::Unclear);
        check("/", &["a.example", "b.example"], Asked::Unclear);
        check("/", &["a.example", "a.example"], Asked::Unclear);
        check("/", &["a b"], Asked::Unclear);
        check("/", &["user@a.example"], Asked::Unclear);
        check("/", &[], Asked::Nothing);
        assert!(names("[]").serves_probes(&parts("/healthz", &[], ELSEWHERE)), "HTTP/1.0 names none");
        assert!(!names("[]").serves(&parts("/", &[], ELSEWHERE)));
    }

    #[test]
    fn the_scheme_is_known_where_the_configuration_says_it() {
        let check = |public: &str, host: &str, expect: bool| {
            assert_eq!(names(public).is_https(&parts("/", &[host], HERE)), expect, "{public} {host}");
        };
        check("'https://console.example'", "console.example", true);
        check("'https://console.example'", "127.0.0.1", true);
        check("'http://console.example'", "console.example", false);
        check("[]", "localhost", false);
        let both = "['https://console.example', 'http://console.internal']";
        check(both, "console.example", true);
        check(both, "console.internal", false);
    }

    #[test]
    fn an_origin_is_the_one_of_the_host_that_is_asked() {
        let check = |public: &str, host: &str, origin: &str, expect: bool| {
            let origin = Origin::parse(origin).expect("an origin");
            assert_eq!(names(public).is_own(&origin, &parts("/", &[host], HERE)), expect, "{public} {host} {origin}");
        };
        let both = "['https://console.example', 'https://console.internal']";
        check(both, "console.example", "https://console.example", true);
        check(both, "console.example", "https://console.internal", false);
        check(both, "127.0.0.1", "https://console.internal", true);
        check(both, "console.example", "http://console.example", false);
        check("[]", "localhost:8080", "http://localhost:8080", true);
        check("[]", "localhost:8080", "https://localhost:8080", true);
        check("[]", "localhost:8080", "http://localhost", false);
        check("[]", "localhost", "https://localhost", true);
    }
}
