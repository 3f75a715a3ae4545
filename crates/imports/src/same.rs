//! Compares addresses of identity services.

/// Whether both addresses are of the same identity service: one may contain a version, the default port or a trailing slash
/// that the other lacks.
pub fn is_same_identity(imported: &str, configured: &str) -> bool {
    matches!((parts(imported), parts(configured)), (Some(one), Some(other)) if one == other)
}

/// Scheme, host, port and path without the version; `None` if it is not an address.
fn parts(address: &str) -> Option<(String, String, String, Vec<&str>)> {
    let (scheme, rest) = address.trim().split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let authority = authority.rsplit('@').next().unwrap_or(authority).to_ascii_lowercase();
    let usual = match scheme.as_str() {
        "https" => "443",
        "http" => "80",
        _ => return None,
    };
    let (host, port) = match authority.rsplit_once(':') {
        // Not a colon of an IPv6 address.
        Some((host, port)) if !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) => (host, port),
        _ => (authority.as_str(), usual),
    };
    if host.is_empty() {
        return None;
    }
    let path = path.split('/').filter(|part| !part.is_empty() && version(part).is_none()).collect();
    Some((scheme, host.to_owned(), port.to_owned(), path))
}

/// The major version in a segment of a path: 3 for `v3`, 2 for `v2.0`.
pub(crate) fn version(part: &str) -> Option<u32> {
    let number = part.strip_prefix('v')?;
    let (major, minor) = number.split_once('.').unwrap_or((number, "0"));
    minor.bytes().all(|byte| byte.is_ascii_digit()).then_some(())?;
    major.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_port_and_slash_do_not_matter() {
        for (one, other, expect) in [
            ("https://a.example/v3", "https://a.example:443/v2.0/", true),
            ("https://A.example:5000", "https://a.example:5000/v3/", true),
            ("http://a.example/identity", "http://a.example:80/identity/v3", true),
            ("http://[2001:db8::1]/v3", "http://[2001:db8::1]:80", true),
            ("https://a.example/v3", "http://a.example/v3", false),
            ("https://a.example/v3", "https://b.example/v3", false),
            ("https://a.example:5000/v3", "https://a.example/v3", false),
            ("https://a.example/identity/v3", "https://a.example/v3", false),
            ("a.example", "a.example", false),
            ("", "", false),
            ("https://", "https://", false),
        ] {
            assert_eq!(is_same_identity(one, other), expect, "{one} {other}");
            assert_eq!(is_same_identity(other, one), expect, "{other} {one}");
        }
    }
}
