//! What a request has to do with sessions, and what becomes of its headers and of its answer's.

use http::HeaderMap;
use http::header::{HeaderValue, SET_COOKIE};

use super::handle::Handle;
use super::issue::Issuing;
use super::seal::Sealed;
use super::{TOKENS, X_SUBJECT_TOKEN, cookie};

/// What a request has to do with sessions. No `Debug`: there are tokens in it.
pub enum Role<'a> {
    /// Nothing: it carries its token itself, or none.
    Plain,
    /// It uses one.
    Using(Using),
    /// It wants one.
    Issuing(Issuing<'a>),
    /// It ends one.
    Ending(Ending),
}

/// A session in use.
pub struct Using {
    pub(super) opened: Sealed,
    /// The cookie, sealed anew because a person was at work.
    pub(super) refreshed: Option<HeaderValue>,
}

/// A session about to end.
pub struct Ending {
    pub(super) handle: Handle,
    /// To revoke it; `None` when the cookie is gone already, or the cloud knows no such request.
    pub(super) token: Option<String>,
    pub(super) secure: bool,
}

impl Role<'_> {
    /// Puts the token where the handle stands.
    pub fn fill(&self, headers: &mut HeaderMap) {
        let token = match self {
            Role::Using(Using { opened: Sealed { token, .. }, .. })
            | Role::Ending(Ending { token: Some(token), .. }) => Some(token.as_str()),
            // Who signs in with a session says so in the body.
            Role::Issuing(_) | Role::Ending(_) => None,
            Role::Plain => return,
        };
        for name in TOKENS {
            if Handle::of(headers, &name).is_none() {
                continue;
            }
            let value = token.and_then(|token| HeaderValue::from_str(token).ok());
            match value {
                Some(mut value) => {
                    value.set_sensitive(true);
                    headers.insert(name, value);
                }
                None => drop(headers.remove(name)),
            }
        }
    }

    /// Takes the token out of what is answered, whatever was asked, and adds the cookie that is due.
    pub fn close(&self, headers: &mut HeaderMap) {
        match self {
            Role::Plain | Role::Issuing(_) => {}
            Role::Using(using) => {
                headers.remove(X_SUBJECT_TOKEN);
                if let Some(cookie) = &using.refreshed {
                    headers.append(SET_COOKIE, cookie.clone());
                }
            }
            Role::Ending(ending) => {
                headers.remove(X_SUBJECT_TOKEN);
                for cookie in cookie::clear(&ending.handle, ending.secure) {
                    headers.append(SET_COOKIE, cookie);
                }
            }
        }
    }
}

impl Ending {
    /// Whether the cloud has anything to do with it.
    pub fn is_only_here(&self) -> bool {
        self.token.is_none()
    }
}
