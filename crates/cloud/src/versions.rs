//! The API versions of a service, from the document at its root, which may have status 300. Needed when a catalog or
//! the configuration contains an endpoint without a version.

use crate::catalog::Service;
use crate::exchange::{Reply, Request};
use crate::json::{Json, parse};

/// `GET {endpoint}/`: works with or without a token.
pub fn request(service: Service) -> Request {
    Request::get(service, "/")
}

/// The path segment of the best version in the response: `v2.1`, `v3`. If it lists none, the usual one.
pub fn chosen(service: Service, reply: &Reply) -> String {
    let listed = matches!(reply.status, 200 | 300).then(|| listed(&reply.body)).unwrap_or_default();
    let spoken = listed.iter().filter_map(|version| Some((rank(service, version.major)?, version)));
    let best = spoken.max_by_key(|(rank, version)| (*rank, version.minor));
    best.map_or_else(|| usual(service).to_owned(), |(_, version)| version.part.clone())
}

/// The usual version, which has not changed for years.
pub const fn usual(service: Service) -> &'static str {
    match service {
        Service::Identity | Service::Volume => "v3",
        Service::Compute => "v2.1",
        Service::Image => "v2",
        Service::Network => "v2.0",
    }
}

/// The preference for a major version; `None`: not supported by Maru.
pub(crate) fn rank(service: Service, major: u32) -> Option<u32> {
    match (service, major) {
        (Service::Identity | Service::Volume, 2 | 3) | (Service::Compute | Service::Image | Service::Network, 2) => {
            Some(major)
        }
        _ => None,
    }
}

/// The version in a path segment: `v2`, `v2.1`, `v3`.
pub(crate) fn number(part: &str) -> Option<(u32, u32)> {
    let text = part.strip_prefix('v')?;
    let (major, minor) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let read = |text: &str| text.parse().ok().filter(|_| digits(text));
    Some((read(major)?, minor.split('.').next().and_then(read)?))
}

/// The link to the first version in a document.
pub(crate) fn first_link(body: &str) -> Option<String> {
    let root = parse(body).ok()?;
    documents(&root).into_iter().find_map(link)
}

struct Version {
    major: u32,
    minor: u32,
    part: String,
}

fn listed(body: &str) -> Vec<Version> {
    let Ok(root) = parse(body) else { return Vec::new() };
    documents(&root).into_iter().filter_map(version).collect()
}

/// `{"versions": […]}`, Keystone's `{"versions": {"values": […]}}`, or a single one.
fn documents<'r, 'a>(root: &'r Json<'a>) -> Vec<&'r Json<'a>> {
    let versions = root.get("versions");
    let all = versions.part("values").rows().iter();
    all.chain(root.find(&["version"])).collect()
}

/// Only the version is taken from the link: its host may be internal to the cloud.
fn version(document: &Json<'_>) -> Option<Version> {
    let id = document.get("id").text();
    let link = link(document).unwrap_or_default();
    let (major, minor) = number(&id)?;
    let named = link.trim_end_matches('/').rsplit('/').next().filter(|part| number(part).is_some());
    Some(Version { major, minor, part: named.map_or(id, str::to_owned) })
}

fn link(document: &Json<'_>) -> Option<String> {
    let links = document.get("links").rows().iter();
    links.filter(|link| link.get("rel").is("self")).find_map(|link| link.get("href").filled())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(service: Service, status: u16, body: &str, expect: &str) {
        let reply = Reply { status, headers: Vec::new(), body: body.to_owned() };
        assert_eq!(chosen(service, &reply), expect, "{body}");
    }

    #[test]
    fn the_best_version_of_a_root_document_is_chosen() {
        let nova = r#"{"versions": [
            {"id": "v1.0", "links": [{"rel": "self", "href": "http://h/v1.0/"}]},
            {"id": "v2.1", "status": "CURRENT", "links": [{"rel": "self", "href": "http://inside:8774/compute/v2.1/"}]},
            {"id": "v2.0", "status": "SUPPORTED", "links": [{"rel": "self", "href": "http://h/v2/"}]}]}"#;
        check(Service::Compute, 200, nova, "v2.1");
        check(
            Service::Compute,
            300,
            r#"{"versions": [{"id": "v2.0", "links": [{"rel": "self", "href": "http://h/v2/"}]}]}"#,
            "v2",
        );
        let keystone = r#"{"versions": {"values": [{"id": "v3.14", "links": [{"rel": "self", "href": "http://h/v3/"}]},
            {"id": "v2.0", "links": [{"rel": "self", "href": "http://h/v2.0/"}]}]}}"#;
        check(Service::Identity, 300, keystone, "v3");
        check(
            Service::Identity,
            200,
            r#"{"version": {"id": "v3.14", "links": [{"rel": "self", "href": "http://h/v3"}]}}"#,
            "v3",
        );
        check(Service::Identity, 300, r#"{"versions": {"values": [{"id": "v2.0", "links": null}]}}"#, "v2.0");
        let cinder = r#"{"versions": [{"id": "v3.0", "links": [{"rel": "describedby", "href": "x/v9"}, {"rel": "self", "href": "http://h/v3/"}]}]}"#;
        check(Service::Volume, 300, cinder, "v3");
    }

    #[test]
    fn where_the_root_says_nothing_the_usual_version_is_taken() {
        for body in ["", "<html>", "{}", r#"{"versions": [{"id": "v1.0"}, {"id": 7}, null]}"#, r#"{"versions": null}"#]
        {
            check(Service::Compute, 200, body, "v2.1");
            check(Service::Volume, 300, body, "v3");
            check(Service::Identity, 200, body, "v3");
        }
        check(Service::Compute, 404, r#"{"versions": [{"id": "v2.0"}]}"#, "v2.1");
    }

    #[test]
    fn numbers_of_versions() {
        for (part, expect) in [
            ("v2", Some((2, 0))),
            ("v2.1", Some((2, 1))),
            ("v3.14", Some((3, 14))),
            ("v2.0.1", Some((2, 0))),
            ("2.1", None),
            ("v", None),
            ("v2x", None),
            ("v+2", None),
            ("v2.", None),
            ("volume", None),
        ] {
            assert_eq!(number(part), expect, "{part}");
        }
    }
}
