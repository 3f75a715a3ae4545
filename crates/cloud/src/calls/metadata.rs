//! Metadata of an instance (row N08). Some keys control NHN's own console (nhn-api.md §5.1); the page says so.

use std::borrow::Cow;

use super::servers::path_of;
use crate::address::is_name;
use crate::catalog::Service;
use crate::exchange::{Call, ReadError, Reply, Request};
use crate::ids::ServerId;
use crate::json::{Json, parse};
use crate::percent::encode;
use crate::wire::Pairs;
use crate::wire::root::nothing;

/// `GET …/metadata`.
pub fn list(server: &ServerId) -> Call<Pairs> {
    Call { request: Request::get(Service::Compute, path(server)), read: pairs }
}

/// `POST …/metadata`: adds or replaces these pairs and returns all.
pub fn add(server: &ServerId, pairs_to_set: &Pairs) -> Call<Pairs> {
    let body = Json::object([("metadata", pairs_to_set.into())]);
    Call { request: Request::post(Service::Compute, path(server), &body), read: pairs }
}

/// `PUT …/metadata/{key}`: sets one pair.
pub fn set(server: &ServerId, key: &str, value: &str) -> Call<()> {
    let one = Json::Object(vec![(Cow::Borrowed(key), value.into())]);
    let body = Json::object([("meta", one)]);
    Call { request: Request::put(Service::Compute, path_to(server, key), &body), read: nothing }
}

/// `DELETE …/metadata/{key}`.
pub fn remove(server: &ServerId, key: &str) -> Call<()> {
    Call { request: Request::delete(Service::Compute, path_to(server, key)), read: nothing }
}

/// Whether a URL can contain this key: browsers remove `.` and `..` from paths.
pub fn is_nameable(key: &str) -> bool {
    is_name(&encode(key))
}

/// `PUT …/metadata` replaces all pairs with `known` without `key`: removes a key that no URL can contain. Pairs that
/// were set after `known` was read are lost.
pub fn keep_all_but(server: &ServerId, known: &Pairs, key: &str) -> Call<()> {
    let kept: Pairs = known.iter().filter(|(name, _)| name != key).cloned().collect();
    let body = Json::object([("metadata", (&kept).into())]);
    Call { request: Request::put(Service::Compute, path(server), &body), read: nothing }
}

fn path(server: &ServerId) -> String {
    path_of(server) + "/metadata"
}

fn path_to(server: &ServerId, key: &str) -> String {
    format!("{}/{}", path(server), encode(key))
}

fn pairs(reply: &Reply) -> Result<Pairs, ReadError> {
    let root = parse(&reply.body)?;
    root.find(&["metadata"]).map(Json::texts).ok_or_else(|| ReadError::missing("metadata"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Method;

    #[test]
    fn one_key_is_named_in_the_path_and_in_the_body() {
        let call = set(&"s".into(), "os/ver sion", "24.04 \"LTS\"");
        assert_eq!(call.request.path, "/servers/s/metadata/os%2Fver%20sion");
        assert_eq!(call.request.body.as_deref(), Some(r#"{"meta":{"os/ver sion":"24.04 \"LTS\""}}"#));
        assert_eq!(remove(&"s".into(), "k").request.path, "/servers/s/metadata/k");
    }

    #[test]
    fn a_key_that_no_address_can_name_is_removed_by_setting_all_others() {
        let known: Pairs = [("..", "up"), (".", "here"), ("os_distro", "debian")]
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .into_iter()
            .collect();
        for (key, body) in [
            ("..", r#"{"metadata":{".":"here","os_distro":"debian"}}"#),
            (".", r#"{"metadata":{"..":"up","os_distro":"debian"}}"#),
        ] {
            assert!(!is_nameable(key), "{key}");
            let Request { method, path, body: sent, .. } = keep_all_but(&"s".into(), &known, key).request;
            assert_eq!((method, path.as_str(), sent.as_deref()), (Method::Put, "/servers/s/metadata", Some(body)));
        }
        assert_eq!(
            keep_all_but(&"s".into(), &Pairs::default(), ".").request.body.as_deref(),
            Some(r#"{"metadata":{}}"#)
        );
        for key in ["...", ".a", "a/..", "os_distro"] {
            assert!(is_nameable(key), "{key}");
        }
    }

    #[test]
    fn an_answer_without_metadata_is_not_an_empty_one() {
        let read = |body: &str| {
            let reply = Reply { status: 200, headers: Vec::new(), body: body.to_owned() };
            list(&"s".into()).finish(&reply).ok().map(|pairs| pairs.iter().count())
        };
        assert_eq!(read(r#"{"metadata": {}}"#), Some(0));
        assert_eq!(read(r#"{"metadata": {"a": 1}}"#), Some(1));
        assert_eq!(read("{}"), None);
    }
}
