//! The role of sessions in a request, and the changes to its headers and to those of its response.

use http::HeaderMap;
use http::header::{HeaderValue, SET_COOKIE};

use super::handle::Handle;
use super::issue::Issuing;
use super::seal::Sealed;
use super::{TOKENS, X_SUBJECT_TOKEN, cookie};

/// The role of sessions in a request. It has no `Debug`, because it contains tokens.
pub enum Role<'a> {
    /// None: the request has a token or none.
    Plain,
    /// It uses a session.
    Using(Using),
    /// It asks for a session.
    Issuing(Issuing<'a>),
    /// It ends a session.
    Ending(Ending),
}

/// A session in use.
pub struct Using {
    pub(super) opened: Sealed,
    /// The cookie sealed again, because a person was active.
    pub(super) refreshed: Option<HeaderValue>,
}

/// A session that is being ended.
pub struct Ending {
    pub(super) handle: Handle,
    /// For revoking it; `None` if the cookie is missing, or the cloud has no such request.
    pub(super) token: Option<String>,
    pub(super) secure: bool,
}

impl Role<'_> {
    /// Replaces the handle by the token.
    pub fn fill(&self, headers: &mut HeaderMap) {
        let token = match self {
            Role::Using(Using { opened: Sealed { token, .. }, .. })
            | Role::Ending(Ending { token: Some(token), .. }) => Some(token.as_str()),
            // The session to sign in with is in the body.
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

    /// Removes the token from the response's headers, and adds cookies.
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
    /// Whether the cloud is not involved.
    pub fn is_only_here(&self) -> bool {
        self.token.is_none()
    }
}
