//! The client's address. Behind a trusted server it is the address that the server reports.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use http::HeaderName;
use http::header::FORWARDED;
use http::request::Parts;

use crate::net::Net;

/// The remote address of the connection; `serve` adds it to every request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Peer(pub SocketAddr);

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The client's address: the connection's, or, if that is a trusted server's, the last entry of `X-Forwarded-For` that
/// is not. Entries before it may be forged by the client.
pub fn client(parts: &Parts, trusted: &[Net]) -> IpAddr {
    let peer = other_end(parts);
    let is_trusted = |ip: IpAddr| trusted.iter().any(|net| net.contains(ip));
    if !is_trusted(peer) {
        return peer;
    }
    let lines = parts.headers.get_all(X_FORWARDED_FOR).iter().rev();
    let entries = lines.filter_map(|line| line.to_str().ok()).flat_map(|line| line.rsplit(','));
    let mut nearest = peer;
    for entry in entries {
        // An unreadable entry: the address so far is the best known.
        let Ok(ip) = entry.trim().parse::<IpAddr>() else { break };
        nearest = ip.to_canonical();
        if !is_trusted(nearest) {
            break;
        }
    }
    nearest
}

/// The connection's remote address.
pub fn other_end(parts: &Parts) -> IpAddr {
    parts.extensions.get::<Peer>().map_or(Ipv4Addr::UNSPECIFIED.into(), |peer| peer.0.ip().to_canonical())
}

/// Whether the connection comes from this machine.
pub fn is_of_this_machine(parts: &Parts) -> bool {
    other_end(parts).is_loopback()
}

/// Whether the request was forwarded by a server that is not trusted, so that the real client is unknown.
pub fn is_forwarded_by_stranger(parts: &Parts, trusted: &[Net]) -> bool {
    let says = [X_FORWARDED_FOR, FORWARDED].iter().any(|name| parts.headers.contains_key(name));
    says && !trusted.iter().any(|net| net.contains(other_end(parts)))
}

/// The addresses that count as one client: for IPv6 a network, because a household or machine has all its addresses.
pub fn group(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(_) => ip,
        IpAddr::V6(ip) => Ipv6Addr::from(u128::from(ip) & !u128::from(u64::MAX)).into(),
    }
}

#[cfg(test)]
mod tests {
    use http::Request;

    use super::*;

    #[test]
    fn forwarded_addresses_are_believed_only_from_trusted_servers() {
        let check = |peer: &str, lines: &[&str], expect: &str| {
            let builder =
                lines.iter().fold(Request::builder(), |builder, line| builder.header("x-forwarded-for", *line));
            let (mut parts, ()) = builder.body(()).expect("a request").into_parts();
            parts.extensions.insert(Peer(SocketAddr::new(peer.parse().expect("an address"), 1)));
            let trusted = ["10.0.0.0/8".parse().expect("a range")];
            assert_eq!(client(&parts, &trusted).to_string(), expect, "{peer} {lines:?}");
        };
        check("203.0.113.9", &["1.1.1.1"], "203.0.113.9");
        check("10.0.0.1", &[], "10.0.0.1");
        check("10.0.0.1", &["1.1.1.1"], "1.1.1.1");
        check("::ffff:10.0.0.1", &["1.1.1.1"], "1.1.1.1");
        check("10.0.0.1", &["6.6.6.6, 1.1.1.1"], "1.1.1.1");
        check("10.0.0.1", &["6.6.6.6", "1.1.1.1"], "1.1.1.1");
        check("10.0.0.1", &["6.6.6.6, 1.1.1.1, 10.0.0.2"], "1.1.1.1");
        check("10.0.0.1", &["1.1.1.1, nonsense"], "10.0.0.1");
        check("10.0.0.1", &["10.0.0.3"], "10.0.0.3");
    }

    #[test]
    fn a_network_of_ipv6_is_one_client() {
        let check = |ip: &str, expect: &str| assert_eq!(group(ip.parse().expect("an address")).to_string(), expect);
        check("1.2.3.4", "1.2.3.4");
        check("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::");
    }
}
