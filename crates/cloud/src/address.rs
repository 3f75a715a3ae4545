//! Builds the full URL of a request: directly to the cloud, or through the gateway as
//! `{proxy}/{host}[:{port}]/{path}?{query}`, with path and query unchanged.
//!
//! Browsers remove `.` and `..` segments from a URL, percent-encoded or not: `DELETE /servers/1/metadata/..` would
//! delete the server, and an endpoint with `..` would lead out of the proxy to the console's own files. URLs with such
//! segments are therefore refused.

/// Why no URL can be built. Nothing is sent then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BadAddress {
    /// The endpoint from the catalog or configuration is not http(s), or contains something that leads elsewhere.
    Endpoint(String),
    /// The name of the resource cannot be a path segment: `.`, `..` or empty.
    Name(String),
}

/// `endpoint` comes from the catalog, `path` from a [`crate::Request`]; `proxy` is its base URL, absolute or relative
/// to the page. The proxied form has no scheme: the gateway's allow list determines it.
pub fn address(endpoint: &str, path: &str, proxy: Option<&str>) -> Result<String, BadAddress> {
    let endpoint = endpoint.trim_end_matches('/');
    let host_and_path = ["https://", "http://"].iter().find_map(|scheme| strip_prefix_ignoring_case(endpoint, scheme));
    let host_and_path = host_and_path
        .filter(|rest| leads_nowhere_else(rest))
        .ok_or_else(|| BadAddress::Endpoint(endpoint.to_owned()))?;
    if let Some(name) = bad_name(path) {
        return Err(BadAddress::Name(name.to_owned()));
    }
    Ok(match proxy {
        None => format!("{endpoint}{path}"),
        Some(proxy) => format!("{}/{host_and_path}{path}", proxy.trim_end_matches('/')),
    })
}

/// Whether it is a host with an optional port and without user information (no secrets in URLs), and a path that every
/// parser reads in the same way.
fn leads_nowhere_else(rest: &str) -> bool {
    let authority = rest.split('/').next().unwrap_or_default();
    // Browsers drop line breaks and read `\` as `/`.
    let odd = |letter: char| matches!(letter, '?' | '#' | '\\') || letter.is_whitespace() || letter.is_control();
    !authority.is_empty()
        && !authority.starts_with(':')
        && !authority.contains(['@', '%'])
        && !rest.contains(odd)
        && !rest.split('/').any(is_dots)
}

/// The invalid segment of a path, if any. The root of a service, `/` or empty, has no segments.
fn bad_name(path: &str) -> Option<&str> {
    let path = path.split('?').next().unwrap_or_default();
    let parts = path.strip_prefix('/').filter(|parts| !parts.is_empty())?;
    parts.split('/').find(|part| !is_name(part))
}

/// Whether this text, encoded, can be a path segment.
pub(crate) fn is_name(part: &str) -> bool {
    !part.is_empty() && !is_dots(part)
}

/// `.` or `..`, also percent-encoded once or twice, and followed by something that ends a segment for some servers: a
/// parameter (`..;x=1`) or an encoded slash (`..%2f`). Other encoded characters belong to the name: `.%20x` is the key
/// `. x`.
fn is_dots(part: &str) -> bool {
    let ends = [("%25", "%"), ("%2e", "."), ("%3b", ";"), ("%2f", "/"), ("%5c", "/")];
    let plain = ends.iter().fold(part.to_ascii_lowercase(), |part, (code, letter)| part.replace(code, letter));
    let name = plain.split([';', '/']).next().unwrap_or_default();
    matches!(name, "." | "..")
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
        check("https://kr1.example/v2", "/", None, Some("https://kr1.example/v2/"));
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

    #[test]
    fn a_catalog_cannot_steer_the_page_out_of_the_proxy() {
        for endpoint in [
            "http://host/../../../config.json?",
            "http://host/v2?x=",
            "http://host/v2#",
            "http://host/v2/..",
            "http://host/./v2",
            "http://host/%2e%2E/v2",
            "http://host/.%2e/v2",
            "http://host/%252e%252e/v2",
            "http://host/..;x=1/v2",
            "http://host/..%3b/v2",
            "http://host/..\\..\\v2",
            "http://host/.\n./v2",
            "http://host/.\t./v2",
            "http://../config.json",
            "http://%2e%2e/config.json",
            "http://./x",
        ] {
            for proxy in [None, Some("proxy/")] {
                let bad = Err(BadAddress::Endpoint(endpoint.to_owned()));
                assert_eq!(address(endpoint, "/servers", proxy), bad, "{endpoint:?}");
            }
        }
        check("http://host/...", "/x", Some("proxy"), Some("proxy/host/.../x"));
        check("http://host/v2.1/.well-known", "/x", Some("proxy"), Some("proxy/host/v2.1/.well-known/x"));
    }

    #[test]
    fn a_name_that_only_begins_with_dots_is_sent() {
        for name in [".%20backup", "..%20x", ".%ED%95%9C", "..%40home", ".a", "...", ".%25"] {
            let path = format!("/os-keypairs/{name}");
            check("https://h/v2", &path, Some("proxy/"), Some(&format!("proxy/h/v2{path}")));
        }
    }

    #[test]
    fn removing_a_key_named_with_dots_never_removes_the_server() {
        for (path, name) in [
            ("/servers/1/metadata/..", ".."),
            ("/servers/1/metadata/.", "."),
            ("/os-keypairs/..?x=1", ".."),
            ("/os-keypairs/..%2Fx", "..%2Fx"),
            ("/servers/1/metadata/..%3Bx", "..%3Bx"),
            ("/servers/../metadata/a", ".."),
            ("/servers//metadata", ""),
            ("/servers/", ""),
        ] {
            assert_eq!(address("https://h/v2", path, Some("proxy/")), Err(BadAddress::Name(name.to_owned())), "{path}");
        }
        for path in ["/servers/1/metadata/...", "/os-keypairs/.a", "/servers?name=..%2F..", "/a?b=/../", "", "/"] {
            check("https://h/v2", path, None, Some(&format!("https://h/v2{path}")));
        }
    }
}
