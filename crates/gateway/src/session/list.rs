//! `GET /sessions`: the sessions of this browser, so that a new tab can continue them (docs/decisions/0008). The
//! response contains handles, which are not secret, and never a token; only the site's own pages get it.

use std::sync::Arc;
use std::time::SystemTime;

use axum::Router;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use http::header::{ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderValue, SET_COOKIE};
use http::request::Parts;
use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::in_browser::{InBrowser, Present};
use super::{Sessions, X_MARU_SESSION, ms, origin};
use crate::answer::GatewayError;
use crate::security;

/// The path of the request; also the path of the cookies that only this request needs.
pub const PATH: &str = "/sessions";

/// The value of the page's header. A form or a link cannot send it, and a page of another site only after a preflight.
const LIST: &[u8] = b"list";

/// The route. `None`: sessions are switched off.
pub fn routes(sessions: Option<Arc<Sessions>>) -> Router {
    let answer = move |request: Request| async move {
        let (parts, _) = request.into_parts();
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let answer = match &sessions {
            Some(sessions) => sessions.list(&parts, now.as_secs()),
            None => Err(off()),
        };
        let fixed =
            [(CACHE_CONTROL, HeaderValue::from_static("no-store")), (CONTENT_SECURITY_POLICY, security::SANDBOX)];
        (fixed, answer).into_response()
    };
    Router::new().route(PATH, any(answer))
}

impl Sessions {
    /// The response; `now` in seconds since 1970. The request does not count as activity.
    fn list(&self, parts: &Parts, now: u64) -> Result<Response, GatewayError> {
        if parts.method != Method::GET {
            return Err(only_get());
        }
        origin::check(parts, &self.names)?;
        if parts.headers.get(X_MARU_SESSION).is_none_or(|wanted| wanted.as_bytes() != LIST) {
            let message = format!("Only a request with `{X_MARU_SESSION}: list` gets the sessions");
            return Err(GatewayError::new(StatusCode::BAD_REQUEST, "session-not-here", message));
        }
        let present = self.in_browser(&parts.headers, origin::is_secure(parts, &self.names), true, now);
        let mut response = axum::Json(json!({ "sessions": self.told(&present, now) })).into_response();
        response.headers_mut().extend(present.clearing(None).map(|cookie| (SET_COOKIE, cookie)));
        Ok(response)
    }

    /// The sessions, the most recently used first.
    fn told(&self, present: &InBrowser, now: u64) -> Vec<Value> {
        let mut sessions: Vec<_> =
            present.sessions.iter().filter_map(|session| Some((session, self.tell(session, now)?))).collect();
        sessions.sort_by_key(|(session, _)| (std::cmp::Reverse(session.opened.used), session.handle.to_string()));
        sessions.into_iter().map(|(_, told)| told).collect()
    }

    /// `None` without the cookie about it, and if its token has expired.
    fn tell(&self, session: &Present, now: u64) -> Option<Value> {
        let about = session.about.as_ref()?;
        if about.expires.is_some_and(|expires| expires <= ms(now)) {
            return None;
        }
        let mut told = about.to_json();
        told["handle"] = session.handle.to_string().into();
        told["cloud"] = session.handle.cloud().into();
        told["started"] = ms(session.opened.began.at).into();
        told["ends"] = ms(self.last(&session.opened)).into();
        told["idle"] = self.is_locked(&session.opened, now).into();
        Some(told)
    }
}

fn only_get() -> GatewayError {
    let message = "Sessions are asked for with GET, and ended with DELETE of their token";
    let mut error = GatewayError::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed", message);
    error.headers.insert(ALLOW, HeaderValue::from_static("GET"));
    error
}

fn off() -> GatewayError {
    let message = "This gateway keeps no sessions: `enabled = false` under [session]";
    GatewayError::new(StatusCode::NOT_FOUND, "sessions-off", message)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use http::Request;
    use proptest::prelude::*;

    use super::super::about::About;
    use super::super::cookie::{Kind, Name};
    use super::super::ended::SignInId;
    use super::super::seal::{Began, Sealed};
    use super::super::{Handle, Lasting};
    use super::*;
    use crate::config::{self, Config};

    const NOW: u64 = 1_800_000_000;

    fn sessions(idle: Option<u64>, server: &str) -> Sessions {
        let text = format!("[[cloud]]\nid='a'\nname='A'\nidentity='https://a.example/v3'\n[server]\n{server}\n");
        let session = config::Session {
            idle: idle.map(Duration::from_secs),
            longest: Duration::from_secs(3600),
            ..config::Session::default()
        };
        let config = Config { session, ..Config::from_toml(&text).expect("a configuration") };
        Sessions::new(&config, None, &Lasting::default()).expect("keys").expect("switched on")
    }

    /// The cookies of a project's session. The times are relative, in seconds: since it began, since it was last used,
    /// until its token expires.
    fn cookies(sessions: &Sessions, project: &str, secure: bool, ago: (u64, u64), expires: i64) -> Vec<String> {
        let handle = Handle::new("a", "u", project);
        let began = Began { id: SignInId([ago.0.to_le_bytes()[0]; 16]), at: NOW - ago.0 };
        let session = Sealed { token: "t".to_owned(), began, used: NOW - ago.1 };
        let session = sessions.keys.seal(&handle, &session).expect("sealed");
        let name = |kind| Name::new(kind, &handle, secure);
        let about = About { expires: Some((NOW.cast_signed() + expires) * 1000), ..About::default() };
        let about = about.seal(&sessions.keys, &name(Kind::About), &handle, began.id, 4096).expect("it fits");
        let pair = |kind, value: &str| {
            let line = name(kind).set(value).expect("a cookie");
            line.to_str().expect("text").split(';').next().expect("a pair").to_owned()
        };
        vec![pair(Kind::Session, &session), pair(Kind::About, &about)]
    }

    fn ask(sessions: &Sessions, cookies: &[String], more: &[(&str, &str)]) -> (Vec<Value>, Vec<String>) {
        let builder = Request::builder().uri(PATH).header("host", "c.example").header("x-maru-session", "list");
        let builder = more.iter().fold(builder, |builder, (name, value)| builder.header(*name, *value));
        let (parts, ()) = builder.header("cookie", cookies.join("; ")).body(()).expect("a request").into_parts();
        let set: Vec<_> = {
            let answer = sessions.list(&parts, NOW).expect("an answer");
            answer.headers().get_all(SET_COOKIE).iter().map(|line| line.to_str().expect("text").to_owned()).collect()
        };
        let present = sessions.in_browser(&parts.headers, origin::is_secure(&parts, &sessions.names), true, NOW);
        (sessions.told(&present, NOW), set)
    }

    #[test]
    fn a_session_is_told_of_until_it_or_its_token_ends_also_while_it_is_locked() {
        let idle = sessions(Some(600), "");
        let check = |ago: (u64, u64), expires: i64, expect: Option<bool>, cleared: usize| {
            let (told, set) = ask(&idle, &cookies(&idle, "p", false, ago, expires), &[("x-maru-active", "1")]);
            let locked: Vec<_> = told.iter().map(|told| told["idle"].as_bool().expect("a yes or no")).collect();
            assert_eq!(locked, expect.into_iter().collect::<Vec<_>>(), "{ago:?} {expires}");
            assert_eq!(set.len(), cleared, "{ago:?} {expires}: {set:?}");
            assert!(set.iter().all(|line| line.contains("=; Max-Age=0")), "asking keeps nothing open: {set:?}");
        };
        check((0, 0), 100, Some(false), 0);
        check((3000, 600), 100, Some(false), 0);
        check((3000, 601), 100, Some(true), 0);
        check((3600, 0), 100, Some(false), 0);
        check((3601, 0), 100, None, 2);
        check((0, 0), 1, Some(false), 0);
        // The cloud's clock may differ: its sessions are left alone.
        check((0, 0), 0, None, 0);
        idle.ended.add(SignInId([9; 16]), None, NOW + 1, NOW);
        check((9, 0), 100, None, 2);
        check((8, 0), 100, Some(false), 0);
    }

    #[test]
    fn times_are_milliseconds_and_the_one_last_at_work_comes_first() {
        let idle = sessions(None, "");
        let all: Vec<_> = [("p", (30, 20)), ("q", (40, 10)), ("r", (50, 30))]
            .into_iter()
            .flat_map(|(project, ago)| cookies(&idle, project, false, ago, 100))
            .collect();
        let (told, _) = ask(&idle, &all, &[]);
        let handles: Vec<_> = told.iter().map(|told| told["handle"].clone()).collect();
        assert_eq!(handles, ["q", "p", "r"].map(|project| Value::from(Handle::new("a", "u", project).to_string())));
        let now = i64::try_from(NOW).expect("a time") * 1000;
        let times = ["started", "ends", "expires"].map(|name| told[0][name].as_i64().expect("a time") - now);
        assert_eq!(times, [-40_000, 3_560_000, 100_000]);
    }

    proptest! {
        #[test]
        fn anything_at_all_can_stand_in_the_cookies(
            text in "(maru(-about)?\\.a\\.[0-9a-f]{24}=[A-Za-z0-9+/=]{0,80}; ?){0,4}|[ -~]{0,200}",
        ) {
            let sessions = sessions(None, "");
            let good = cookies(&sessions, "p", false, (0, 0), 100);
            prop_assert_eq!(ask(&sessions, std::slice::from_ref(&text), &[]).0.len(), 0);
            let with_good = [good[0].clone(), good[1].clone(), text];
            prop_assert_eq!(ask(&sessions, &with_good, &[]).0.len(), 1);
        }
    }

    #[test]
    fn over_https_only_cookies_count_that_came_over_https() {
        let https = sessions(None, "public='https://c.example'");
        let count = |secure: bool| ask(&https, &cookies(&https, "p", secure, (0, 0), 100), &[]).0.len();
        assert_eq!((count(true), count(false)), (1, 0));
        let unknown = sessions(None, "");
        let count = |secure: bool| ask(&unknown, &cookies(&unknown, "p", secure, (0, 0), 100), &[]).0.len();
        assert_eq!((count(true), count(false)), (1, 1));
    }
}
