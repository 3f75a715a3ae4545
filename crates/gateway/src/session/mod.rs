//! Sessions: the gateway keeps the token in a sealed cookie and gives the page a handle, which is sent wherever the
//! token would be (docs/decisions/0004-token-in-a-cookie.md). The gateway itself stores only which sessions have ended,
//! for a while.

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
use self::seal::{Began, Keys, Sealed};
use crate::answer::GatewayError;
use crate::config::{self, Cloud, Config, ConfigError};
use crate::host::Names;
use crate::proxy::target::Target;

/// Set by the page when it signs in and wants a session; its value is the cloud's id.
pub const X_MARU_SESSION: HeaderName = HeaderName::from_static("x-maru-session");

/// Set by the page if a person was active since its last request.
const X_MARU_ACTIVE: HeaderName = HeaderName::from_static("x-maru-active");

/// Set by the page when it ends one session of a sign-in while others go on.
const X_MARU_ONLY: HeaderName = HeaderName::from_static("x-maru-only");

const X_AUTH_TOKEN: HeaderName = HeaderName::from_static("x-auth-token");
const X_SUBJECT_TOKEN: HeaderName = HeaderName::from_static("x-subject-token");

/// Request headers that may contain a token or a handle.
const TOKENS: [HeaderName; 2] = [X_AUTH_TOKEN, X_SUBJECT_TOKEN];

/// A session in use is sealed again at most this many times per idle period.
const REFRESHES: u32 = 10;

/// Settings and state of sessions.
pub struct Sessions {
    keys: Keys,
    idle: Option<Duration>,
    longest: Duration,
    names: Names,
    ended: Arc<Ended>,
    limits: CookieLimits,
    clouds: Vec<Cloud>,
}

/// State that survives a reload of the configuration.
#[derive(Default)]
pub struct Lasting {
    made_up: MadeUp,
    ended: Arc<Ended>,
}

impl Sessions {
    /// Reads the keys; `None` if sessions are switched off. `environment`: the keys in the environment.
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

    /// The role of `parts`, a request to `target`; `now` in seconds since 1970.
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

    /// The cloud of a handle. Its token is sent only to that cloud's hosts.
    fn cloud(&self, handle: &Handle, target: &Target) -> Result<&Cloud, GatewayError> {
        let cloud = self.clouds.iter().find(|cloud| cloud.config.id == handle.cloud());
        let serves = |cloud: &&Cloud| cloud.serves(&target.origin, target.path()) && !self.is_of_another(cloud, target);
        cloud.filter(serves).ok_or_else(|| another_cloud(&target.origin))
    }

    /// Whether the target is the identity service of another cloud on the same host.
    fn is_of_another(&self, cloud: &Cloud, target: &Target) -> bool {
        let is_identity = |cloud: &Cloud| cloud.is_identity(&target.origin, target.path());
        !is_identity(cloud) && self.clouds.iter().any(is_identity)
    }

    fn using(&self, handle: Handle, parts: &Parts, now: u64) -> Result<Using, GatewayError> {
        let secure = origin::is_secure(parts, &self.names);
        let found = cookie::all(&parts.headers, Kind::Session, &handle, secure).next();
        let (name, sealed) = found.ok_or_else(ended)?;
        let opened = self.keys.open(&handle, sealed).ok_or_else(ended)?;
        if self.is_over(&handle, &opened, now) {
            return Err(ended());
        }
        if self.is_locked(&opened, now) {
            let message = "The session was idle for too long and is locked. Sign in again";
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
    fn is_over(&self, handle: &Handle, opened: &Sealed, now: u64) -> bool {
        now > self.last(opened) || self.ended.contains(opened.began.id, handle)
    }

    /// Whether it was idle for longer than `idle_m`.
    fn is_locked(&self, opened: &Sealed, now: u64) -> bool {
        self.idle.is_some_and(|idle| now.saturating_sub(opened.used) > idle.as_secs())
    }

    /// When a session expires, in seconds since 1970.
    fn last(&self, opened: &Sealed) -> u64 {
        opened.began.at.saturating_add(self.longest.as_secs())
    }

    /// How many seconds a session that began then may still last.
    fn remaining(&self, began: Began, now: u64) -> u64 {
        began.at.saturating_add(self.longest.as_secs()).saturating_sub(now)
    }

    /// Ends a session, even if it is locked or too old to be used: its token may be valid for hours. Whatever the cloud
    /// answers, a copy of the cookie is refused from now on, and so are the other sessions of the same sign-in, unless the page
    /// ends only this one.
    fn ending(&self, handle: Handle, target: &Target, parts: &Parts, now: u64) -> Ending {
        let secure = origin::is_secure(parts, &self.names);
        let mut cookies = cookie::all(&parts.headers, Kind::Session, &handle, secure);
        let opened = cookies.next().and_then(|(_, sealed)| self.keys.open(&handle, sealed));
        if let Some(opened) = &opened {
            let only = parts.headers.contains_key(X_MARU_ONLY).then_some(&handle);
            self.ended.add(opened.began.id, only, self.last(opened).saturating_add(1), now);
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
            let message = format!("`{X_MARU_SESSION}` must name a cloud, on a request for a token of that cloud");
            GatewayError::new(StatusCode::BAD_REQUEST, "session-not-here", message)
        })?;
        let secure = origin::is_secure(parts, &self.names);
        let present = self.in_browser(&parts.headers, secure, false, now);
        Ok(Issuing { sessions: self, cloud, used, secure, present, now })
    }
}

/// Refuses requests with a handle if sessions are switched off: a cloud could not use it.
pub fn refuse_handles(headers: &HeaderMap) -> Result<(), GatewayError> {
    let none = TOKENS.iter().all(|name| Handle::of(headers, name).is_none());
    if none { Ok(()) } else { Err(ended()) }
}

fn changes(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD)
}

/// Seconds as milliseconds, in which the page counts.
fn ms(seconds: u64) -> i64 {
    i64::try_from(seconds.saturating_mul(1000)).unwrap_or(i64::MAX)
}

fn ended() -> GatewayError {
    let message = "The session is over, or this browser has no part in it. Sign in again";
    GatewayError::new(StatusCode::UNAUTHORIZED, "session-ended", message)
}

fn another_cloud(asked: impl std::fmt::Display) -> GatewayError {
    let message = format!("This session belongs to another cloud than {asked}");
    GatewayError::new(StatusCode::FORBIDDEN, "session-of-another-cloud", message)
}

fn several_sessions() -> GatewayError {
    let message = "The request contains several sessions; only one is allowed";
    GatewayError::new(StatusCode::FORBIDDEN, "several-sessions", message)
}

#[cfg(test)]
mod tests;
