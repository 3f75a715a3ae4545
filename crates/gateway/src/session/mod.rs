//! The token need not reach the page: the gateway keeps it in a sealed cookie and gives the page a handle, which travels
//! wherever the token would (docs/decisions/0004-token-in-a-cookie.md). The gateway itself
//! keeps nothing but, for a while, which sessions were ended.

mod cookie;
mod ended;
mod handle;
mod issue;
mod keys;
mod origin;
mod seal;

use std::sync::Arc;
use std::time::Duration;

use http::header::{HeaderValue, SET_COOKIE};
use http::request::Parts;
use http::{HeaderMap, HeaderName, Method, StatusCode};

use self::ended::Ended;
pub use self::ended::MOST as MOST_ENDED;
pub use self::handle::Handle;
pub use self::issue::{Asked, Issuing, MAX_TOKEN_ANSWER};
use self::keys::MadeUp;
pub use self::keys::VARIABLE;
use self::seal::{Keys, Sealed};
use crate::answer::GatewayError;
use crate::config::{self, Cloud, Config, ConfigError};
use crate::host::Names;
use crate::proxy::target::Target;

/// The page asks for a session with it when it signs in; its value is the cloud's id.
pub const X_MARU_SESSION: HeaderName = HeaderName::from_static("x-maru-session");

/// The page says with it that a person was at work since it last asked.
const X_MARU_ACTIVE: HeaderName = HeaderName::from_static("x-maru-active");

const X_AUTH_TOKEN: HeaderName = HeaderName::from_static("x-auth-token");
const X_SUBJECT_TOKEN: HeaderName = HeaderName::from_static("x-subject-token");

/// Where a token, or a handle in its place, may stand in a request's header.
const TOKENS: [HeaderName; 2] = [X_AUTH_TOKEN, X_SUBJECT_TOKEN];

/// A session in use is sealed anew no more often than this part of the idle time.
const REFRESHES: u32 = 10;

/// How sessions are kept; `None` of it: tokens travel as they are.
pub struct Sessions {
    keys: Keys,
    idle: Option<Duration>,
    longest: Duration,
    names: Names,
    ended: Arc<Ended>,
    clouds: Vec<Cloud>,
}

/// What holds for sessions also while the configuration changes.
#[derive(Default)]
pub struct Lasting {
    made_up: MadeUp,
    ended: Arc<Ended>,
}

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
    opened: Sealed,
    /// The cookie, sealed anew because a person was at work.
    refreshed: Option<HeaderValue>,
}

/// A session about to end.
pub struct Ending {
    handle: Handle,
    /// To revoke it; `None` when the cookie is gone already, or the cloud knows no such request.
    token: Option<String>,
    secure: bool,
}

impl Sessions {
    /// Reads the keys; `None` when sessions are switched off. `environment`: the keys as the environment has them.
    pub fn new(config: &Config, environment: Option<&str>, lasting: &Lasting) -> Result<Option<Sessions>, ConfigError> {
        let config::Session { enabled, key_file, idle, longest } = &config.session;
        if !enabled {
            return Ok(None);
        }
        Ok(Some(Sessions {
            keys: keys::read(key_file.as_ref(), environment, &lasting.made_up)?,
            idle: *idle,
            longest: *longest,
            names: Names::new(&config.server),
            ended: Arc::clone(&lasting.ended),
            clouds: config.clouds.iter().filter(|cloud| !cloud.config.direct).cloned().collect(),
        }))
    }

    /// What `parts`, a request to `target`, has to do with sessions; `now` in seconds since 1970.
    pub fn role(&self, target: &Target, parts: &Parts, now: u64) -> Result<Role<'_>, GatewayError> {
        let wanted = parts.headers.get(X_MARU_SESSION);
        let used = Handle::only(&parts.headers, &TOKENS).map_err(|handle::SeveralHandles| several_sessions())?;
        if wanted.is_none() && used.is_none() {
            return Ok(Role::Plain);
        }
        origin::check(parts, &self.names)?;
        let own = used.as_ref().map(|handle| self.cloud(handle, target)).transpose()?;
        if let Some(cloud) = wanted {
            return self.issuing(cloud, used, target, parts, now).map(Role::Issuing);
        }
        let (Some(handle), Some(cloud)) = (used, own) else { return Ok(Role::Plain) };
        let ends = parts.method == Method::DELETE
            && issue::is_tokens(cloud, target)
            && Handle::of(&parts.headers, &X_SUBJECT_TOKEN).is_some();
        if ends {
            return Ok(Role::Ending(self.ending(handle, target, parts, now)));
        }
        self.using(handle, parts, now).map(Role::Using)
    }

    /// The cloud that a handle is for: its token goes to that cloud's hosts and to no other.
    fn cloud(&self, handle: &Handle, target: &Target) -> Result<&Cloud, GatewayError> {
        let cloud = self.clouds.iter().find(|cloud| cloud.config.id == handle.cloud());
        let serves = |cloud: &&Cloud| cloud.serves(&target.origin, target.path()) && !self.is_of_another(cloud, target);
        cloud.filter(serves).ok_or_else(|| another_cloud(&target.origin))
    }

    /// Whether the target is the identity of another cloud that has it on the same host.
    fn is_of_another(&self, cloud: &Cloud, target: &Target) -> bool {
        let is_identity = |cloud: &Cloud| cloud.is_identity(&target.origin, target.path());
        !is_identity(cloud) && self.clouds.iter().any(is_identity)
    }

    fn using(&self, handle: Handle, parts: &Parts, now: u64) -> Result<Using, GatewayError> {
        let secure = origin::is_secure(parts, &self.names);
        let (name, sealed) = cookie::find(&parts.headers, &handle, secure).ok_or_else(ended)?;
        let opened = self.keys.open(&handle, sealed).ok_or_else(ended)?;
        if now > self.last(&opened) || self.ended.contains(opened.began.id) {
            return Err(ended());
        }
        let rested = now.saturating_sub(opened.used);
        if self.idle.is_some_and(|idle| rested > idle.as_secs()) {
            let message = "Nobody was at work for a while: the session is locked. Sign in again";
            return Err(GatewayError::new(StatusCode::UNAUTHORIZED, "session-idle", message));
        }
        let at_work = parts.headers.contains_key(X_MARU_ACTIVE) || changes(&parts.method);
        let due = self.idle.is_some_and(|idle| rested > (idle / REFRESHES).as_secs());
        let refreshed = (at_work && due).then(|| {
            let sealed = self.keys.seal(&handle, &Sealed { used: now, ..opened.clone() })?;
            cookie::set(name, &sealed)
        });
        Ok(Using { opened, refreshed: refreshed.flatten() })
    }

    /// The last second of a session, since 1970.
    fn last(&self, opened: &Sealed) -> u64 {
        opened.began.at.saturating_add(self.longest.as_secs())
    }

    /// Also one that is locked or too old to be used: its token may be good at the cloud for hours. Whatever the cloud says,
    /// a copy of the cookie is worth nothing from here on.
    fn ending(&self, handle: Handle, target: &Target, parts: &Parts, now: u64) -> Ending {
        let secure = origin::is_secure(parts, &self.names);
        let cookie = cookie::find(&parts.headers, &handle, secure);
        let opened = cookie.and_then(|(_, sealed)| self.keys.open(&handle, sealed));
        if let Some(opened) = &opened {
            self.ended.add(opened.began.id, self.last(opened).saturating_add(1), now);
        }
        // The old API has no such request.
        let token = opened.map(|opened| opened.token).filter(|_| target.path().ends_with(issue::V3));
        Ending { handle, token, secure }
    }

    fn issuing(
        &self,
        cloud: &HeaderValue,
        used: Option<Handle>,
        target: &Target,
        parts: &Parts,
        now: u64,
    ) -> Result<Issuing<'_>, GatewayError> {
        let cloud = self.clouds.iter().find(|known| known.config.id.as_bytes() == cloud.as_bytes());
        let cloud = cloud.filter(|cloud| parts.method == Method::POST && issue::is_tokens(cloud, target));
        let cloud = cloud.ok_or_else(|| {
            let message = format!("`{X_MARU_SESSION}` names a cloud and goes with a request for a token of that cloud");
            GatewayError::new(StatusCode::BAD_REQUEST, "session-not-here", message)
        })?;
        Ok(Issuing { sessions: self, cloud, used, secure: origin::is_secure(parts, &self.names), now })
    }
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

/// What a request without sessions does with a handle: a cloud could only refuse it.
pub fn refuse_handles(headers: &HeaderMap) -> Result<(), GatewayError> {
    let none = TOKENS.iter().all(|name| Handle::of(headers, name).is_none());
    if none { Ok(()) } else { Err(ended()) }
}

fn changes(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD)
}

fn ended() -> GatewayError {
    let message = "The session is over, or this browser has no part in it. Sign in again";
    GatewayError::new(StatusCode::UNAUTHORIZED, "session-ended", message)
}

fn another_cloud(asked: impl std::fmt::Display) -> GatewayError {
    let message = format!("This session is one of another cloud than {asked}");
    GatewayError::new(StatusCode::FORBIDDEN, "session-of-another-cloud", message)
}

fn several_sessions() -> GatewayError {
    let message = "The request names more than one session. Each request belongs to one";
    GatewayError::new(StatusCode::FORBIDDEN, "several-sessions", message)
}

#[cfg(test)]
mod tests;
