//! The full address of a request: straight to the cloud, or through the gateway as
//! `{proxy}/{host}[:{port}]/{path}?{query}`, path and query byte for byte.

/// The endpoint of a catalog that nothing can be sent to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BadEndpoint(String);

impl std::fmt::Display for BadEndpoint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "not an http(s) endpoint: {}", self.0)
    }
}

/// `endpoint` as the catalog has it, `path` as in a [`crate::Request`]. `proxy`: its base, absolute or relative to the
/// page. The scheme is not part of the proxied form: the gateway's allow list fixes it.
pub fn address(endpoint: &str, path: &str, proxy: Option<&str>) -> Result<String, BadEndpoint> {
    let endpoint = endpoint.trim_end_matches('/');
    let host_and_path = ["https://", "http://"].iter().find_map(|scheme| strip_prefix_ignoring_case(endpoint, scheme));
    let host_and_path =
        host_and_path.filter(|rest| is_authority(rest)).ok_or_else(|| BadEndpoint(endpoint.to_owned()))?;
    Ok(match proxy {
        None => format!("{endpoint}{path}"),
        Some(proxy) => format!("{}/{host_and_path}{path}", proxy.trim_end_matches('/')),
    })
}

/// A host, perhaps a port, and no user name: a secret has no place in an address.
fn is_authority(rest: &str) -> bool {
    let authority = rest.split('/').next().unwrap_or_default();
    !authority.is_empty() && !authority.starts_with(':') && !authority.contains(['@', '?', '#', ' ', '\\'])
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| text.get(prefix.len()..)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(endpoint: &str, path: &str, proxy: Option<&str>, expect: Option<&str>) {
        assert_eq!(address(endpoint, path, proxy).ok().as_deref(), expect, "{endpoint} {path} {proxy:?}");
    }

    #[test]
    fn straight_to_the_cloud() {
        check("https://kr1.example/v2/abc", "/servers", None, Some("https://kr1.example/v2/abc/servers"));
        check("https://kr1.example:8774/v2/abc/", "/servers", None, Some("https://kr1.example:8774/v2/abc/servers"));
    }

    #[test]
    fn through_the_gateway() {
        check(
            "https://kr1.example/v2/abc",
            "/servers?limit=1",
            Some("proxy/"),
            Some("proxy/kr1.example/v2/abc/servers?limit=1"),
        );
        check("http://127.0.0.1:8774/v2", "/a", Some("proxy"), Some("proxy/127.0.0.1:8774/v2/a"));
        check("HTTPS://Host", "/a%2Fb", Some("https://g.example/proxy/"), Some("https://g.example/proxy/Host/a%2Fb"));
        check("http://[::1]:80", "/a", Some("proxy/"), Some("proxy/[::1]:80/a"));
    }

    #[test]
    fn nothing_is_sent_elsewhere() {
        for endpoint in [
            "",
            "https://",
            "ftp://host",
            "javascript:alert(1)",
            "//host",
            "https://me:secret@host",
            "https://:80",
            "https:///x",
            "https://ho st",
            "/v2",
            "한글",
        ] {
            check(endpoint, "/x", None, None);
            check(endpoint, "/x", Some("proxy/"), None);
        }
    }
}
