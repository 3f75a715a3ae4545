//! Warns about requests from a server in front that is missing in the configuration. All people behind it then count as
//! one client, so one stranger's wrong passwords would lock everybody out.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use http::request::Parts;
use tokio::time::Instant;
use tracing::warn;

use crate::config;
use crate::net::Net;
use crate::peer;

/// How often one server is logged.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// How many servers are logged in that time; limits memory and log lines.
const MOST: usize = 32;

/// The servers that were logged, and when.
#[derive(Debug)]
pub struct Forwarded {
    trusted: Vec<Net>,
    told: Mutex<HashMap<IpAddr, Instant>>,
}

impl Forwarded {
    pub fn new(server: &config::Server) -> Forwarded {
        Forwarded { trusted: server.trusted_proxies.clone(), told: Mutex::default() }
    }

    /// Logs a warning if the request comes from such a server that was not logged recently.
    pub fn notice(&self, parts: &Parts, now: Instant) {
        if !peer::is_forwarded_by_stranger(parts, &self.trusted) {
            return;
        }
        let server = peer::group(peer::other_end(parts));
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        told.retain(|_, at| now - *at < EVERY);
        if told.len() < MOST && !told.contains_key(&server) {
            told.insert(server, now);
            drop(told);
            warn!(%server, "{WHAT_IT_MEANS}");
        }
    }
}

const WHAT_IT_MEANS: &str = "a server that is not in `trusted_proxies` passes requests on: all people behind it count as one \
                             client, so the wrong passwords of one lock out all. List it if it is yours";

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, SocketAddr};

    use http::Request;
    use serde_json::Value;

    use super::*;
    use crate::log::captured::Captured;
    use crate::peer::Peer;

    fn parts(peer: IpAddr, header: Option<&str>) -> Parts {
        let builder = header.into_iter().fold(Request::builder(), |builder, name| builder.header(name, "for=1.1.1.1"));
        let (mut parts, ()) = builder.body(()).expect("a request").into_parts();
        parts.extensions.insert(Peer(SocketAddr::new(peer, 1)));
        parts
    }

    fn forwarded() -> Forwarded {
        let trusted = vec!["10.0.0.0/8".parse().expect("a range")];
        Forwarded::new(&config::Server { trusted_proxies: trusted, ..config::Server::default() })
    }

    /// The servers in the log lines.
    fn told(notice: impl FnOnce()) -> Vec<String> {
        let logged = Captured::default();
        tracing::subscriber::with_default(logged.subscriber(), notice);
        let lines = logged.lines();
        assert!(lines.iter().all(|line| line["level"] == "WARN" && line.to_string().contains("trusted_proxies")));
        lines.iter().filter_map(|line| line.get("server").and_then(Value::as_str).map(str::to_owned)).collect()
    }

    #[test]
    fn a_server_that_nobody_named_is_told_of_once_an_hour() {
        let (forwarded, start) = (forwarded(), Instant::now());
        let (stranger, own) = (IpAddr::from([203, 0, 113, 9]), IpAddr::from([10, 1, 2, 3]));
        let said = told(|| {
            for (peer, header) in [
                (own, Some("x-forwarded-for")),
                (stranger, None),
                (stranger, Some("x-forwarded-for")),
                (stranger, Some("forwarded")),
            ] {
                forwarded.notice(&parts(peer, header), start);
            }
            forwarded.notice(&parts(stranger, Some("forwarded")), start + EVERY - Duration::from_secs(1));
        });
        assert_eq!(said, ["203.0.113.9"]);
        let again = told(|| forwarded.notice(&parts(stranger, Some("x-forwarded-for")), start + EVERY));
        assert_eq!(again, ["203.0.113.9"]);
    }

    #[test]
    fn many_strangers_cost_a_bounded_number_of_lines() {
        let (forwarded, now) = (forwarded(), Instant::now());
        let said = told(|| {
            for number in 0..1000_u32 {
                let stranger = Ipv4Addr::from(0xcb00_0000 + number).into();
                forwarded.notice(&parts(stranger, Some("x-forwarded-for")), now);
            }
        });
        assert_eq!((said.len(), forwarded.told.lock().expect("no panic").len()), (MOST, MOST));
    }
}
