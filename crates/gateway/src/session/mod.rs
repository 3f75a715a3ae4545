//! The token need not reach the page: the gateway keeps it in a sealed cookie and gives the page a handle, which travels
//! wherever the token would (docs/decisions/0004-token-in-a-cookie.md). The gateway itself
//! keeps nothing but, for a while, which sessions were ended.

mod about;
mod cookie;
mod ended;
mod handle;
mod in_browser;
mod issue;
mod keys;
pub mod list;
mod origin;
mod packed;
mod role;
mod seal;

use std::sync::Arc;
use std::time::Duration;

use http::header::HeaderValue;
use http::request::Parts;
use http::{HeaderMap, HeaderName, Method, StatusCode};

use self::cookie::Kind;
use self::ended::Ended;
pub use self::ended::MOST as MOST_ENDED;
pub use self::handle::Handle;
use self::in_browser::CookieLimits;
pub use self::issue::{Asked, Issuing, MAX_TOKEN_ANSWER};
use self::keys::MadeUp;
pub use self::keys::VARIABLE;
pub use self::role::Role;
use self::role::{Ending, Using};
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
    limits: CookieLimits,
    clouds: Vec<Cloud>,
}

/// What holds for sessions also while the configuration changes.
#[derive(Default)]
pub struct Lasting {
    made_up: MadeUp,
    ended: Arc<Ended>,
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
            limits: CookieLimits::new(config.server.max_header_bytes),
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
        let found = cookie::all(&parts.headers, Kind::Session, &handle, secure).next();
        let (name, sealed) = found.ok_or_else(ended)?;
        let opened = self.keys.open(&handle, sealed).ok_or_else(ended)?;
        if self.is_over(&opened, now) {
            return Err(ended());
        }
        if self.is_locked(&opened, now) {
            let message = "Nobody was at work for a while: the session is locked. Sign in again";
            return Err(GatewayError::new(StatusCode::UNAUTHORIZED, "session-idle", message));
        }
        let rested = now.saturating_sub(opened.used);
        let at_work = parts.headers.contains_key(X_MARU_ACTIVE) || changes(&parts.method);
        let due = self.idle.is_some_and(|idle| rested > (idle / REFRESHES).as_secs());
        let refreshed = (at_work && due).then(|| {
            let sealed = self.keys.seal(&handle, &Sealed { used: now, ..opened.clone() })?;
            name.set(&sealed)
        });
        Ok(Using { opened, refreshed: refreshed.flatten() })
    }

    /// Whether it was signed out or is older than `longest_h`.
    fn is_over(&self, opened: &Sealed, now: u64) -> bool {
        now > self.last(opened) || self.ended.contains(opened.began.id)
    }

    /// Whether nobody was at work for longer than `idle_m`.
    fn is_locked(&self, opened: &Sealed, now: u64) -> bool {
        self.idle.is_some_and(|idle| now.saturating_sub(opened.used) > idle.as_secs())
    }

    /// The last second of a session, since 1970.
    fn last(&self, opened: &Sealed) -> u64 {
        opened.began.at.saturating_add(self.longest.as_secs())
    }

    /// Also one that is locked or too old to be used: its token may be good at the cloud for hours. Whatever the cloud says,
    /// a copy of the cookie is worth nothing from here on.
    fn ending(&self, handle: Handle, target: &Target, parts: &Parts, now: u64) -> Ending {
        let secure = origin::is_secure(parts, &self.names);
        let mut cookies = cookie::all(&parts.headers, Kind::Session, &handle, secure);
        let opened = cookies.next().and_then(|(_, sealed)| self.keys.open(&handle, sealed));
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
        let secure = origin::is_secure(parts, &self.names);
        let present = self.in_browser(&parts.headers, secure, false, now);
        Ok(Issuing { sessions: self, cloud, used, secure, present, now })
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
