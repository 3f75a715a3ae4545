//! Issuing a token: it is taken from the cloud's response, sealed into a cookie, and replaced by the handle.

use axum::body::{Body, Bytes};
use axum::response::Response;
use cloud::Timestamp;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, HeaderValue, SET_COOKIE};
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use super::about::About;
use super::cookie::{Kind, Name};
use super::ended::SignInId;
use super::handle::Handle;
use super::in_browser::InBrowser;
use super::seal::{Began, Sealed};
use super::{Sessions, X_MARU_ACTIVE, X_SUBJECT_TOKEN};
use crate::answer::GatewayError;
use crate::config::Cloud;
use crate::origin::Origin;
use crate::proxy::target::Target;

/// The largest response with a token, bytes; a catalog of hundreds of services is smaller.
pub const MAX_TOKEN_ANSWER: usize = 4 * 1024 * 1024;

/// Token paths below identity's URL.
pub const V3: &str = "/auth/tokens";
const V2: &str = "/tokens";

/// Where a request for another token contains the current one, in v3 and v2.
const IN_REQUEST: [&str; 2] = ["/auth/identity/token/id", "/auth/token/id"];
/// Where a v2 request contains the user's name. NHN's response has an id in its place, with which nobody can sign in.
const TYPED: &str = "/auth/passwordCredentials/username";
/// Where a v2 response contains the new token.
const IN_ANSWER: &str = "/access/token/id";
/// Where a response says when the token ends and when it began, in v3 and v2.
const TIMES: [[&str; 2]; 2] =
    [["/token/expires_at", "/token/issued_at"], ["/access/token/expires", "/access/token/issued_at"]];

/// Whether a request goes to the token URL of `cloud`. Compared exactly, so that no other spelling matches.
pub fn is_tokens(cloud: &Cloud, target: &Target) -> bool {
    let identity = &cloud.config.identity;
    let Ok((origin, base)) = Origin::with_path(identity) else { return false };
    let Some(rest) = target.path().strip_prefix(&base).filter(|_| origin == target.origin) else { return false };
    match identity.rsplit('/').next() {
        Some(version) if version.starts_with("v3") => rest == V3,
        Some(version) if version.starts_with("v2") => rest == V2,
        // The page determined the version.
        _ => rest.strip_prefix("/v3") == Some(V3) || rest.strip_prefix("/v2.0") == Some(V2),
    }
}

/// A request for a token to be kept in a session.
pub struct Issuing<'a> {
    pub(super) sessions: &'a Sessions,
    pub(super) cloud: &'a Cloud,
    /// The handle in the request's header.
    pub(super) used: Option<Handle>,
    pub(super) secure: bool,
    /// The browser's other sessions.
    pub(super) present: InBrowser,
    pub(super) now: u64,
}

/// The request for the cloud.
pub struct Asked {
    pub body: Bytes,
    /// The session it signs in with, if any.
    pub goes_on: Option<GoesOn>,
    /// The user's name as typed (v2.0).
    pub user: Option<String>,
}

/// What a new session inherits from the one it was created with.
#[derive(Clone, Copy, Debug)]
pub struct GoesOn {
    began: Began,
    used: u64,
    /// Whether the request has no password or other proof: then it cannot be used to guess one.
    pub alone: bool,
}

impl Issuing<'_> {
    /// The cloud that issues the token.
    pub fn cloud_id(&self) -> &str {
        &self.cloud.config.id
    }

    /// The request's body with the handle replaced by the token: enters another project with the same sign-in.
    pub fn request(&self, body: Bytes, parts: &http::request::Parts) -> Result<Asked, GatewayError> {
        let Ok(mut asked) = serde_json::from_slice::<Value>(&body) else {
            return Ok(Asked { body, goes_on: None, user: None });
        };
        let user = asked.pointer(TYPED).and_then(Value::as_str).filter(|user| !user.is_empty()).map(str::to_owned);
        let handle_at = |place: &str| asked.pointer(place).and_then(Value::as_str).and_then(Handle::parse);
        let handles: Vec<_> = IN_REQUEST.into_iter().filter_map(|place| Some((place, handle_at(place)?))).collect();
        let Some((_, handle)) = handles.first().cloned() else { return Ok(Asked { body, goes_on: None, user }) };
        if handles.iter().map(|(_, other)| other).chain(&self.used).any(|other| *other != handle) {
            return Err(super::several_sessions());
        }
        if handle.cloud() != self.cloud.config.id {
            return Err(super::another_cloud(&self.cloud.config.identity));
        }
        let opened = self.sessions.using(handle, parts, self.now)?.opened;
        // Entering projects does not count as activity, because a page may do it in the background.
        let used = if parts.headers.contains_key(X_MARU_ACTIVE) { self.now } else { opened.used };
        let goes_on = GoesOn { began: opened.began, used, alone: is_by_token_alone(&asked) };
        for (place, _) in handles {
            if let Some(id) = asked.pointer_mut(place) {
                *id = Value::String(opened.token.clone());
            }
        }
        Ok(Asked { body: asked.to_string().into(), goes_on: Some(goes_on), user })
    }

    /// The response without its token. `typed`: the user's name as it was in the request.
    pub fn answer(
        &self,
        goes_on: Option<GoesOn>,
        typed: Option<String>,
        status: StatusCode,
        mut headers: HeaderMap,
        body: Bytes,
    ) -> Result<Response, GatewayError> {
        let in_header = headers.remove(X_SUBJECT_TOKEN);
        if !status.is_success() {
            return Ok(respond(status, headers, body));
        }
        // The body is written again.
        headers.remove(CONTENT_LENGTH);
        headers.remove(CONTENT_ENCODING);
        let mut said: Value = serde_json::from_slice(&body).map_err(|_| unreadable())?;
        let token = match &in_header {
            Some(token) => token.to_str().ok().map(str::to_owned),
            None => said.pointer(IN_ANSWER).and_then(Value::as_str).map(str::to_owned),
        };
        let token = token.filter(|token| !token.is_empty()).ok_or_else(unreadable)?;
        let handle = self.handle(&said);
        let began = match &goes_on {
            Some(goes_on) => goes_on.began,
            None => Began { id: SignInId::random().ok_or_else(unreadable)?, at: self.now },
        };
        self.sessions.ended.again(began.id, &handle);
        let used = goes_on.map_or(self.now, |goes_on| goes_on.used);
        let sealed = Sealed { token: token.clone(), began, used };
        if let Some(id) = said.pointer_mut(IN_ANSWER) {
            *id = Value::String(handle.to_string());
        }
        if in_header.is_some() {
            let handle = HeaderValue::from_str(&handle.to_string()).map_err(|_| unreadable())?;
            headers.insert(X_SUBJECT_TOKEN, handle);
        }
        shorten(&mut said, self.sessions.remaining(began, self.now), self.now);
        let text = said.to_string();
        // The token occurs elsewhere, too: then it could reach the page.
        if text.contains(&token) {
            return Err(unreadable());
        }
        let about = About::of(&said, &text).map(|about| about.of_user(typed));
        drop(said);
        for cookie in self.cookies(&handle, &sealed, about)? {
            headers.append(SET_COOKIE, cookie);
        }
        Ok(respond(status, headers, text.into()))
    }

    /// The `Set-Cookie` headers: removes useless cookies, then sets the new ones.
    fn cookies(
        &self,
        handle: &Handle,
        sealed: &Sealed,
        about: Option<About>,
    ) -> Result<Vec<HeaderValue>, GatewayError> {
        let Sessions { keys, limits, .. } = self.sessions;
        let name = |kind| Name::new(kind, handle, self.secure);
        let session = keys.seal(handle, sealed).ok_or_else(unreadable)?;
        let cookie = name(Kind::Session).set(&session).ok_or_else(too_large)?;
        if !self.present.can_take(handle, name(Kind::Session).sent(&session), *limits) {
            return Err(too_many());
        }
        let about_name = name(Kind::About);
        let about = about.and_then(|about| about.seal(keys, &about_name, handle, sealed.began.id, limits.about));
        let about = match about {
            Some(about) => about_name.set(&about),
            // A cookie of an earlier sign-in is outdated.
            None => about_name.clear(),
        };
        Ok(self.present.clearing(Some(handle)).chain([cookie]).chain(about).collect())
    }

    fn handle(&self, said: &Value) -> Handle {
        let text = |places: [&str; 2]| {
            let found = places.iter().find_map(|place| said.pointer(place).and_then(Value::as_str));
            found.unwrap_or_default().to_owned()
        };
        let user = text(["/token/user/id", "/access/user/id"]);
        let project = text(["/token/project/id", "/access/token/tenant/id"]);
        Handle::new(&self.cloud.config.id, &user, &project)
    }
}

/// A token that outlives its session ends with it, `remaining` seconds from now: the page counts down to that. Counted from the
/// cloud's own time, which may differ from the gateway's.
fn shorten(said: &mut Value, remaining: u64, now: u64) {
    for [ends, began] in TIMES {
        let at = |place| Timestamp::parse(said.pointer(place)?.as_str()?);
        let Some(expires) = at(ends) else { continue };
        let last = Timestamp(at(began).map_or(super::ms(now), |began| began.0).saturating_add(super::ms(remaining)));
        if let Some(text) = said.pointer_mut(ends).filter(|_| last < expires) {
            *text = Value::String(last.to_utc());
        }
    }
}

fn respond(status: StatusCode, headers: HeaderMap, body: Bytes) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

/// Whether a request for a token is authenticated by a token only, not by a password or the like.
fn is_by_token_alone(asked: &Value) -> bool {
    let has_only = |place: &str, names: &[&str]| {
        let object = asked.pointer(place).and_then(Value::as_object);
        object.is_some_and(|object| object.keys().all(|name| names.contains(&name.as_str())))
    };
    let by_token = asked.pointer("/auth/identity/methods") == Some(&Value::from(["token"]));
    let v3 = by_token && has_only("/auth", &["identity", "scope"]) && has_only("/auth/identity", &["methods", "token"]);
    v3 || has_only("/auth", &["token", "tenantId", "tenantName"])
}

fn unreadable() -> GatewayError {
    let message = "The cloud's answer holds no token that the gateway can read, so there is no session";
    GatewayError::new(StatusCode::BAD_GATEWAY, "token-unreadable", message)
}

fn too_many() -> GatewayError {
    let message = "This browser has as many sessions as fit into its requests. Sign out of one first";
    GatewayError::new(StatusCode::CONFLICT, "too-many-sessions", message)
}

fn too_large() -> GatewayError {
    let message = "The cloud's token is too large for a cookie. The gateway's operator can switch sessions off: \
                   `enabled = false` under [session]";
    GatewayError::new(StatusCode::BAD_GATEWAY, "token-too-large", message)
}
