//! Getting a token: it is taken out of the cloud's answer and sealed, and the handle stands where it stood.

use axum::body::{Body, Bytes};
use axum::response::Response;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, HeaderValue, SET_COOKIE};
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use super::ended::SignInId;
use super::handle::Handle;
use super::seal::{Began, Sealed};
use super::{Sessions, X_SUBJECT_TOKEN, cookie};
use crate::answer::GatewayError;
use crate::config::Cloud;
use crate::origin::Origin;
use crate::proxy::target::Target;

/// The largest answer with a token; a catalog of hundreds of services has less.
pub const MAX_TOKEN_ANSWER: usize = 4 * 1024 * 1024;

/// Where tokens are asked for, behind identity's address.
pub const V3: &str = "/auth/tokens";
const V2: &str = "/tokens";

/// The places of a token in a request that asks for another one with it, v3's and v2's.
const IN_REQUEST: [&str; 2] = ["/auth/identity/token/id", "/auth/token/id"];
/// v2's place of the new token.
const IN_ANSWER: &str = "/access/token/id";

/// Whether a request goes to where `cloud`'s tokens are given out and revoked: by the very address, so that nothing can
/// mean it by another spelling.
pub fn is_tokens(cloud: &Cloud, target: &Target) -> bool {
    let identity = &cloud.config.identity;
    let Ok((origin, base)) = Origin::with_path(identity) else { return false };
    let Some(rest) = target.path().strip_prefix(&base).filter(|_| origin == target.origin) else { return false };
    match identity.rsplit('/').next() {
        Some(version) if version.starts_with("v3") => rest == V3,
        Some(version) if version.starts_with("v2") => rest == V2,
        // The page has found the version out.
        _ => rest.strip_prefix("/v3") == Some(V3) || rest.strip_prefix("/v2.0") == Some(V2),
    }
}

/// A request that wants a session.
pub struct Issuing<'a> {
    pub(super) sessions: &'a Sessions,
    pub(super) cloud: &'a Cloud,
    /// The handle in the request's header, if there is one.
    pub(super) used: Option<Handle>,
    pub(super) secure: bool,
    pub(super) now: u64,
}

/// What is asked of the cloud.
pub struct Asked {
    /// The request's body.
    pub body: Bytes,
    /// The sign-in that goes on with it, if a session is what one signs in with.
    pub goes_on: Option<Began>,
}

impl Issuing<'_> {
    /// The cloud that is to give a token.
    pub fn cloud_id(&self) -> &str {
        &self.cloud.config.id
    }

    /// The request's body, with the token of a session where its handle stands: another project with the same sign-in.
    pub fn request(&self, body: Bytes, parts: &http::request::Parts) -> Result<Asked, GatewayError> {
        let Ok(mut asked) = serde_json::from_slice::<Value>(&body) else { return Ok(Asked { body, goes_on: None }) };
        let handle_at = |place: &str| asked.pointer(place).and_then(Value::as_str).and_then(Handle::parse);
        let handles: Vec<_> = IN_REQUEST.into_iter().filter_map(|place| Some((place, handle_at(place)?))).collect();
        let Some((_, handle)) = handles.first().cloned() else { return Ok(Asked { body, goes_on: None }) };
        if handles.iter().map(|(_, other)| other).chain(&self.used).any(|other| *other != handle) {
            return Err(super::several_sessions());
        }
        if handle.cloud() != self.cloud.config.id {
            return Err(super::another_cloud(&self.cloud.config.identity));
        }
        let opened = self.sessions.using(handle, parts, self.now)?.opened;
        for (place, _) in handles {
            if let Some(id) = asked.pointer_mut(place) {
                *id = Value::String(opened.token.clone());
            }
        }
        Ok(Asked { body: asked.to_string().into(), goes_on: Some(opened.began) })
    }

    /// The answer without its token.
    pub fn answer(
        &self,
        goes_on: Option<Began>,
        status: StatusCode,
        mut headers: HeaderMap,
        body: Bytes,
    ) -> Result<Response, GatewayError> {
        let in_header = headers.remove(X_SUBJECT_TOKEN);
        if !status.is_success() {
            return Ok(respond(status, headers, body));
        }
        // The body is written anew.
        headers.remove(CONTENT_LENGTH);
        headers.remove(CONTENT_ENCODING);
        let mut said: Value = serde_json::from_slice(&body).map_err(|_| unreadable())?;
        let token = match &in_header {
            Some(token) => token.to_str().ok().map(str::to_owned),
            None => said.pointer(IN_ANSWER).and_then(Value::as_str).map(str::to_owned),
        };
        let token = token.filter(|token| !token.is_empty()).ok_or_else(unreadable)?;
        let handle = self.handle(&said);
        let began = goes_on.or_else(|| Some(Began { id: SignInId::random()?, at: self.now })).ok_or_else(unreadable)?;
        let sealed = Sealed { token: token.clone(), began, used: self.now };
        let sealed = self.sessions.keys.seal(&handle, &sealed).ok_or_else(unreadable)?;
        let cookie = cookie::set(cookie::Name::new(&handle, self.secure), &sealed).ok_or_else(too_large)?;
        headers.append(SET_COOKIE, cookie);
        if let Some(id) = said.pointer_mut(IN_ANSWER) {
            *id = Value::String(handle.to_string());
        }
        if in_header.is_some() {
            let handle = HeaderValue::from_str(&handle.to_string()).map_err(|_| unreadable())?;
            headers.insert(X_SUBJECT_TOKEN, handle);
        }
        let said = said.to_string();
        // A cloud that repeats it anywhere else is not one that this can be promised for.
        if said.contains(&token) {
            return Err(unreadable());
        }
        Ok(respond(status, headers, said.into()))
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

fn respond(status: StatusCode, headers: HeaderMap, body: Bytes) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

fn unreadable() -> GatewayError {
    let message = "The cloud's answer holds no token that the gateway can read, so there is no session";
    GatewayError::new(StatusCode::BAD_GATEWAY, "token-unreadable", message)
}

fn too_large() -> GatewayError {
    let message = "The cloud's token is larger than a cookie can be. The gateway's operator can switch sessions off: \
                   `enabled = false` under [session]";
    GatewayError::new(StatusCode::BAD_GATEWAY, "token-too-large", message)
}
