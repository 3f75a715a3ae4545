//! The cookies' names and attributes. Over TLS the name says that only this host, over TLS, may have set a session.

use http::header::{COOKIE, HeaderMap, HeaderValue};

use super::handle::Handle;

/// Browsers keep no larger cookie, name and attributes included.
const LARGEST: usize = 4096;

/// How many sessions are read from one request. A browser has fewer ([`super::in_browser::MOST`]), but a request can
/// contain anything.
const LOOKED_FOR: usize = 64;

/// How many cookies of the same name are tried, because one may come from another path or from a subdomain.
const TRIED: usize = 4;

/// The content of a cookie.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The token. Browsers send it with every request.
    Session,
    /// Facts about the session ([`super::about`]). Browsers send it only with requests for `/sessions`, so others stay small.
    About,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Kind::Session => "maru.",
            Kind::About => "maru-about.",
        }
    }

    /// `__Host-` would need `Path=/`.
    fn prefix(self) -> &'static str {
        match self {
            Kind::Session => "__Host-",
            Kind::About => "__Secure-",
        }
    }

    /// The cookie's `Path`.
    fn path(self) -> &'static str {
        match self {
            Kind::Session => "/",
            Kind::About => super::list::PATH,
        }
    }
}

/// The name of a cookie.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name {
    name: String,
    kind: Kind,
    secure: bool,
}

impl Name {
    pub fn new(kind: Kind, handle: &Handle, secure: bool) -> Name {
        let prefix = if secure { kind.prefix() } else { "" };
        Name { name: format!("{prefix}{}{}", kind.word(), handle.slot()), kind, secure }
    }

    /// The name of another kind of cookie for the same handle.
    pub fn of_kind(&self, kind: Kind, handle: &Handle) -> Name {
        Name::new(kind, handle, self.secure)
    }

    /// Whether it belongs to a handle.
    pub fn is_of(&self, handle: &Handle) -> bool {
        *self == self.of_kind(self.kind, handle)
    }

    /// Its size in a request: name, value and separators.
    pub fn sent(&self, value: &str) -> usize {
        self.name.len() + value.len() + "=; ".len()
    }

    /// Sets it until the browser is closed. `None`: it is too large for browsers.
    pub fn set(&self, value: &str) -> Option<HeaderValue> {
        let line = format!("{}={value}; {}", self.name, self.attributes());
        if line.len() > LARGEST {
            return None;
        }
        HeaderValue::from_str(&line).ok()
    }

    /// Removes the cookie.
    pub fn clear(&self) -> Option<HeaderValue> {
        HeaderValue::from_str(&format!("{}=; Max-Age=0; {}", self.name, self.attributes())).ok()
    }

    fn attributes(&self) -> String {
        let secure = if self.secure { "; Secure" } else { "" };
        format!("Path={}; HttpOnly; SameSite=Strict{secure}", self.kind.path())
    }
}

/// The cookies of a session of one kind, name and value. With TLS, only names that need TLS count; if it is not known whether
/// there is TLS (`secure` is false), they come first.
pub fn all<'h>(
    headers: &'h HeaderMap,
    kind: Kind,
    handle: &Handle,
    secure: bool,
) -> impl Iterator<Item = (Name, &'h str)> + use<'h> {
    let names = [Some(Name::new(kind, handle, true)), (!secure).then(|| Name::new(kind, handle, false))];
    names.into_iter().flatten().flat_map(|name| {
        let also = name.clone();
        let own = pairs(headers).filter(move |(named, _)| *named == name.name).map(|(_, value)| value);
        own.take(TRIED).map(move |value| (also.clone(), value))
    })
}

/// The handles of all sessions that have a cookie of either kind in a request.
pub fn handles(headers: &HeaderMap) -> Vec<Handle> {
    let mut handles = Vec::new();
    for (name, _) in pairs(headers) {
        let slot = |kind: Kind| name.strip_prefix(kind.prefix()).unwrap_or(name).strip_prefix(kind.word());
        let slot = slot(Kind::Session).or_else(|| slot(Kind::About));
        let Some(handle) = slot.and_then(Handle::of_slot) else { continue };
        if !handles.contains(&handle) {
            handles.push(handle);
        }
        if handles.len() == LOOKED_FOR {
            break;
        }
    }
    handles
}

/// Clears both cookies of a session, by whichever names they were set.
pub fn clear(handle: &Handle, secure: bool) -> impl Iterator<Item = HeaderValue> {
    // Without TLS a browser rejects cookies with the strict names; then it has none of them.
    let names = [Some(false), secure.then_some(true)].into_iter().flatten();
    let both = names.flat_map(|secure| [Kind::Session, Kind::About].map(|kind| Name::new(kind, handle, secure)));
    both.filter_map(|name| name.clear())
}

fn pairs(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='))
}
