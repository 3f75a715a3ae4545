//! The hosts and ports that the proxy may connect to. Entries match exactly; there are no patterns.

use std::collections::BTreeMap;

use crate::origin::{Origin, Scheme, host_and_port};

/// The entries. Each fixes the scheme, so that a page cannot request plain HTTP from a TLS service.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AllowList {
    entries: BTreeMap<(String, u16), Entry>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Entry {
    scheme: Scheme,
    /// Path prefixes that are allowed; an empty one allows everything.
    paths: Vec<String>,
}

impl AllowList {
    /// Adds an origin with a path prefix (empty: all paths); `Err` if the same host and port is already listed with the
    /// other scheme.
    pub fn add(&mut self, origin: &Origin, path: &str) -> Result<(), String> {
        let fresh = || Entry { scheme: origin.scheme, paths: Vec::new() };
        let entry = self.entries.entry((origin.host.clone(), origin.port)).or_insert_with(fresh);
        if entry.scheme != origin.scheme {
            return Err(format!("{}:{} is listed both with http and with https: keep one", origin.host, origin.port));
        }
        entry.paths.push(path.to_owned());
        Ok(())
    }

    /// Whether requests to `origin` for `path` (without query) are allowed.
    pub fn permits(&self, origin: &Origin, path: &str) -> bool {
        let entry = self.entries.get(&(origin.host.clone(), origin.port));
        entry.is_some_and(|entry| entry.paths.iter().any(|listed| is_below(path, listed)))
    }

    /// All origins without duplicates.
    pub fn origins(&self) -> impl Iterator<Item = Origin> + '_ {
        let origin = |((host, port), entry): (&(String, u16), &Entry)| Origin {
            scheme: entry.scheme,
            host: host.clone(),
            port: *port,
        };
        self.entries.iter().map(origin)
    }

    /// The entry for `host` or `host:port`; without a port, the scheme's default.
    pub fn find(&self, authority: &str) -> Option<Origin> {
        let (host, port) = host_and_port(&authority.parse().ok()?)?;
        let entry = |port: u16| {
            let scheme = self.entries.get(&(host.clone(), port))?.scheme;
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

/// Compares whole segments: `/compute` does not include `/compute-admin`.
pub fn is_below(path: &str, listed: &str) -> bool {
    path.strip_prefix(listed).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_allow_list_matches_exactly() {
        let mut list = AllowList::default();
        for entry in ["https://a.example", "http://b.example", "https://c.example:8774", "http://[::1]:5000"] {
            list.add(&Origin::parse(entry).expect("an origin"), "").expect("no clash");
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
        let add = |list: &mut AllowList, text: &str| list.add(&Origin::parse(text).expect("an origin"), "");
        assert!(add(&mut list, "https://a.example:8774").is_ok());
        assert!(add(&mut list, "https://a.example:8774").is_ok());
        assert!(add(&mut list, "http://a.example:8774").is_err());
    }

    #[test]
    fn a_listed_path_lists_what_is_below_it() {
        let mut list = AllowList::default();
        for entry in ["https://a.example/compute", "https://a.example/identity/v3/", "https://b.example"] {
            let (origin, path) = Origin::with_path(entry).expect("an origin");
            list.add(&origin, &path).expect("no clash");
        }
        let check = |origin: &str, path: &str, expect: bool| {
            assert_eq!(list.permits(&Origin::parse(origin).expect("an origin"), path), expect, "{origin} {path}");
        };
        check("https://a.example", "/compute", true);
        check("https://a.example", "/compute/v2.1/servers", true);
        check("https://a.example", "/identity/v3/auth/tokens", true);
        check("https://a.example", "/identity", false);
        check("https://a.example", "/compute-admin", false);
        check("https://a.example", "/dashboard", false);
        check("https://a.example", "/", false);
        check("https://b.example", "/", true);
        check("https://b.example", "/anything", true);
        check("https://c.example", "/", false);
    }
}
