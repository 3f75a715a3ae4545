//! The cookies' names and attributes. Over TLS the name says that only this host, over TLS, may have set it.

use http::header::{COOKIE, HeaderMap, HeaderValue};

use super::handle::Handle;

/// Browsers keep no cookie that is larger, name and attributes included.
const LARGEST: usize = 4096;

/// The name of a session's cookie.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name {
    name: String,
    secure: bool,
}

impl Name {
    pub fn new(handle: &Handle, secure: bool) -> Name {
        let prefix = if secure { "__Host-" } else { "" };
        Name { name: format!("{prefix}maru.{}", handle.slot()), secure }
    }
}

/// The cookie of a session, and what is sealed in it. Over TLS it is the one that only this host can have set; where it is
/// not known whether there is TLS (`secure` is false), that one is preferred.
pub fn find<'h>(headers: &'h HeaderMap, handle: &Handle, secure: bool) -> Option<(Name, &'h str)> {
    let pairs =
        || headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(';'));
    let names = [Some(Name::new(handle, true)), (!secure).then(|| Name::new(handle, false))];
    names.into_iter().flatten().find_map(|name| {
        let value = pairs().find_map(|pair| {
            let (named, value) = pair.trim().split_once('=')?;
            (named == name.name).then_some(value)
        })?;
        Some((name, value))
    })
}

/// Sets it until the browser is closed. `None`: it is too large for browsers.
pub fn set(name: Name, value: &str) -> Option<HeaderValue> {
    let line = format!("{}={value}; {}", name.name, attributes(name.secure));
    if line.len() > LARGEST {
        return None;
    }
    HeaderValue::from_str(&line).ok()
}

/// Takes it away, by whichever name it was set.
pub fn clear(handle: &Handle, secure: bool) -> Vec<HeaderValue> {
    // A browser refuses to be told of the strict name without TLS; then there is none by that name.
    let names = [Some(Name::new(handle, false)), secure.then(|| Name::new(handle, true))];
    let line = |name: Name| format!("{}=; Max-Age=0; {}", name.name, attributes(name.secure));
    names.into_iter().flatten().filter_map(|name| HeaderValue::from_str(&line(name)).ok()).collect()
}

fn attributes(secure: bool) -> &'static str {
    if secure { "Path=/; HttpOnly; SameSite=Strict; Secure" } else { "Path=/; HttpOnly; SameSite=Strict" }
}
