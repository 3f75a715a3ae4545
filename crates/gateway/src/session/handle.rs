//! Handles, which the page has instead of tokens. They are not secret: without the cookie they are useless.

use std::fmt;

use cloud::calls::identity::HANDLE;
use http::{HeaderMap, HeaderName};
use ring::digest::{SHA256, digest};

/// Bytes of the hash of a scope.
const SCOPE_BYTES: usize = 12;

/// A cloud, and a hash of user and project. Signing in again as the same gives the same handle, so other tabs continue;
/// another person in the same project has another one.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Handle {
    /// `cloud.hash`; also part of the cookie's name.
    slot: String,
}

impl Handle {
    /// The handle of a user and project.
    pub fn new(cloud: &str, user: &str, project: &str) -> Handle {
        let hash = digest(&SHA256, format!("{cloud}\0{user}\0{project}").as_bytes());
        let hash: String = hash.as_ref().iter().take(SCOPE_BYTES).map(|byte| format!("{byte:02x}")).collect();
        Handle { slot: format!("{cloud}.{hash}") }
    }

    /// Parses a handle.
    pub fn parse(text: &str) -> Option<Handle> {
        Handle::of_slot(text.strip_prefix(HANDLE)?)
    }

    /// Parses a handle without its prefix, as in a cookie's name.
    pub fn of_slot(slot: &str) -> Option<Handle> {
        let (cloud, hash) = slot.split_once('.')?;
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let hex = |c: char| matches!(c, '0'..='9' | 'a'..='f');
        let right =
            !cloud.is_empty() && cloud.chars().all(plain) && hash.len() == 2 * SCOPE_BYTES && hash.chars().all(hex);
        right.then(|| Handle { slot: slot.to_owned() })
    }

    /// The first handle in a header, which may occur several times.
    pub fn of(headers: &HeaderMap, name: &HeaderName) -> Option<Handle> {
        handles(headers, name).next()
    }

    /// The handle in all of these headers; `Err` if they differ, or if a header contains a handle and something else.
    pub fn only(headers: &HeaderMap, names: &[HeaderName]) -> Result<Option<Handle>, SeveralHandles> {
        let mut only: Option<Handle> = None;
        for name in names {
            let (all, own) = (headers.get_all(name).iter().count(), handles(headers, name).count());
            if own > 0 && own < all {
                return Err(SeveralHandles);
            }
            for handle in handles(headers, name) {
                if *only.get_or_insert_with(|| handle.clone()) != handle {
                    return Err(SeveralHandles);
                }
            }
        }
        Ok(only)
    }

    /// The cloud's id.
    pub fn cloud(&self) -> &str {
        self.slot.split('.').next().unwrap_or_default()
    }

    /// Without the prefix.
    pub fn slot(&self) -> &str {
        &self.slot
    }
}

/// A request with different handles.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SeveralHandles;

fn handles<'h>(headers: &'h HeaderMap, name: &HeaderName) -> impl Iterator<Item = Handle> + use<'h> {
    headers.get_all(name).into_iter().filter_map(|value| Handle::parse(value.to_str().ok()?))
}

impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{HANDLE}{}", self.slot)
    }
}

#[cfg(test)]
mod tests {
    use super::Handle;

    #[test]
    fn a_handle_reads_as_it_is_written_and_tells_scopes_apart() {
        let handle = Handle::new("nhn-kr", "u", "p");
        assert_eq!(Handle::parse(&handle.to_string()), Some(handle.clone()));
        assert_eq!(handle.cloud(), "nhn-kr");
        assert_eq!(handle, Handle::new("nhn-kr", "u", "p"));
        for (cloud, user, project) in
            [("lab", "u", "p"), ("nhn-kr", "v", "p"), ("nhn-kr", "u", "q"), ("nhn-kr", "up", "")]
        {
            assert_ne!(handle, Handle::new(cloud, user, project));
        }
        for wrong in [
            "",
            "maru:",
            "maru:a",
            "maru:a.b",
            "maru:.0123456789abcdef01234567",
            "gAAAAA",
            "a.0123456789abcdef01234567",
        ] {
            assert_eq!(Handle::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Handle::parse("maru:a;b.0123456789abcdef01234567"), None, "it is a part of a cookie's name");
    }
}
