//! Slows down password guessing: sign-ins that a cloud refuses are counted per client, and above the limit the cloud is
//! not asked. The count is per process; the cloud's own account lock works everywhere.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use http::{Method, StatusCode};
use percent_encoding::percent_decode_str;
use serde_json::Value;
use tokio::time::Instant;

use super::target::Target;
use crate::answer::GatewayError;
use crate::peer;

/// The period of the count.
const WINDOW: Duration = Duration::from_secs(60);

/// How many clients are remembered. Beyond that, expired entries are dropped, then all: memory is limited.
pub const MOST_CLIENTS: usize = 50_000;

/// Longest user name in the log, characters.
const LONGEST_NAME: usize = 255;

/// Counts refused sign-ins.
#[derive(Default, Debug)]
pub struct SignIns {
    most: AtomicUsize,
    clients: Mutex<HashMap<IpAddr, Window>>,
}

#[derive(Debug)]
struct Window {
    since: Instant,
    count: usize,
}

/// A running sign-in. It counts until it turns out not to be refused.
#[derive(Debug)]
pub struct Attempt<'a> {
    sign_ins: &'a SignIns,
    client: IpAddr,
    refused: bool,
}

impl SignIns {
    #[cfg(test)]
    pub fn new(most: usize) -> SignIns {
        SignIns { most: most.into(), clients: Mutex::default() }
    }

    /// Applies a new limit; the counts stay.
    pub fn set_most(&self, most: usize) {
        self.most.store(most, Ordering::Relaxed);
    }

    /// Counts a request if it is a sign-in; `Err` if there were too many.
    pub fn begin(
        &self,
        client: IpAddr,
        method: &Method,
        target: &Target,
        now: Instant,
    ) -> Result<Option<Attempt<'_>>, GatewayError> {
        if !tries_a_password(method, target.path()) {
            return Ok(None);
        }
        let client = peer::group(client);
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if clients.len() >= MOST_CLIENTS && !clients.contains_key(&client) {
            clients.retain(|_, window| now - window.since < WINDOW);
            if clients.len() >= MOST_CLIENTS {
                clients.clear();
            }
        }
        let window = clients.entry(client).or_insert(Window { since: now, count: 0 });
        let age = now - window.since;
        if age >= WINDOW {
            *window = Window { since: now, count: 0 };
        }
        if window.count >= self.most.load(Ordering::Relaxed) {
            return Err(too_many(WINDOW.saturating_sub(age)));
        }
        window.count += 1;
        Ok(Some(Attempt { sign_ins: self, client, refused: false }))
    }
}

impl Attempt<'_> {
    /// Evaluates the cloud's response. A server error says nothing about the password.
    pub fn answered(&mut self, status: StatusCode) {
        self.refused = status.is_client_error();
    }
}

impl Drop for Attempt<'_> {
    fn drop(&mut self) {
        if !self.refused {
            let mut clients = self.sign_ins.clients.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(window) = clients.get_mut(&self.client) {
                window.count = window.count.saturating_sub(1);
            }
        }
    }
}

/// Whether the response reveals if a password is right: sign-in, and changing one's password, for which identity
/// requires the old one (in the old API as the extension `OS-KSCRUD`). The path is interpreted as a server might,
/// because `//` and `%74` would hide it.
fn tries_a_password(method: &Method, path: &str) -> bool {
    let decoded = percent_decode_str(path).decode_utf8_lossy().to_ascii_lowercase();
    let parts =
        decoded.split('/').map(|part| part.split(';').next().unwrap_or_default()).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    match *method {
        Method::POST => matches!(parts.as_slice(), [.., "tokens"] | [.., "users", _, "password"]),
        Method::PATCH => matches!(parts.as_slice(), [.., "os-kscrud", "users", _]),
        _ => false,
    }
}

/// The user in the request's body; `None` if there is none.
pub fn user(body: &[u8]) -> Option<String> {
    const PLACES: [&str; 8] = [
        "/auth/identity/password/user/name",
        "/auth/identity/password/user/id",
        "/auth/identity/totp/user/name",
        "/auth/identity/totp/user/id",
        "/auth/identity/application_credential/name",
        "/auth/identity/application_credential/id",
        "/auth/passwordCredentials/username",
        "/auth/passwordCredentials/userId",
    ];
    let asked: Value = serde_json::from_slice(body).ok()?;
    let name = PLACES.iter().find_map(|place| asked.pointer(place)?.as_str())?;
    Some(name.chars().take(LONGEST_NAME).collect())
}

fn too_many(wait: Duration) -> GatewayError {
    let message = "Too many sign-ins or passwords were refused. Wait before you try again";
    GatewayError::new(StatusCode::TOO_MANY_REQUESTS, "too-many-sign-ins", message).retry_after(wait.as_secs() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::origin::Origin;

    fn target(path: &str) -> Target {
        Target { origin: Origin::parse("https://cloud.example").expect("an origin"), path_and_query: path.to_owned() }
    }

    fn try_once(sign_ins: &SignIns, last: u8, status: u16, now: Instant) -> Result<(), GatewayError> {
        let attempt = sign_ins.begin([203, 0, 113, last].into(), &Method::POST, &target("/v3/auth/tokens"), now)?;
        attempt.expect("a sign-in").answered(StatusCode::from_u16(status).expect("a status"));
        Ok(())
    }

    #[test]
    fn refused_sign_ins_are_counted_for_each_client_and_a_minute() {
        let (sign_ins, start) = (SignIns::new(2), Instant::now());
        for status in [201, 401, 503, 200, 502, 401] {
            assert!(try_once(&sign_ins, 1, status, start).is_ok(), "{status}");
        }
        let later = start + Duration::from_secs(40);
        let error = try_once(&sign_ins, 1, 201, later).expect_err("too many");
        assert_eq!((error.status.as_u16(), error.code), (429, "too-many-sign-ins"));
        assert_eq!(error.headers.get("retry-after").map(|wait| wait.as_bytes()), Some(&b"21"[..]));
        assert!(try_once(&sign_ins, 2, 401, later).is_ok(), "another client");
        assert!(try_once(&sign_ins, 1, 401, start + WINDOW).is_ok(), "a minute later");
    }

    #[test]
    fn sign_ins_at_the_same_time_count_before_they_are_answered() {
        let (sign_ins, now) = (SignIns::new(2), Instant::now());
        let begin = || sign_ins.begin([203, 0, 113, 1].into(), &Method::POST, &target("/v2.0/tokens"), now);
        let under_way = [begin().expect("the first"), begin().expect("the second")];
        assert!(begin().is_err());
        drop(under_way);
        assert!(begin().is_ok(), "one that was given up is none");
    }

    #[test]
    fn a_sign_in_is_seen_however_its_path_is_spelt() {
        let check = |method: Method, path: &str, expect: bool| {
            let sign_ins = SignIns::new(1);
            let begun = sign_ins.begin([1; 4].into(), &method, &target(path), Instant::now()).expect("the first");
            assert_eq!(begun.is_some(), expect, "{method} {path}");
        };
        for path in [
            "/v3/auth/tokens",
            "/v2.0/tokens",
            "/v3//auth/tokens/",
            "/v3/auth/%74okens?x",
            "/v3/auth%2Ftokens",
            "/v3/auth/TOKENS",
        ] {
            check(Method::POST, path, true);
        }
        for path in
            ["/v3/users/u/password", "/v3//USERS/u/password/", "/v3/users/u/pass%77ord?x", "/v3/users/u;a/password;b"]
        {
            check(Method::POST, path, true);
        }
        check(Method::PATCH, "/v2.0/OS-KSCRUD/users/u", true);
        check(Method::POST, "/v3/users/u", false);
        check(Method::POST, "/v3/users/password", false);
        check(Method::GET, "/v3/users/u/password", false);
        check(Method::PATCH, "/v3/users/u", false);
        check(Method::GET, "/v3/auth/tokens", false);
        check(Method::POST, "/v2.1/servers", false);
        check(Method::POST, "/v2.1/servers?x=/tokens", false);
    }

    #[test]
    fn the_user_is_read_wherever_a_sign_in_names_one() {
        let check = |body: &str, expect: Option<&str>| assert_eq!(user(body.as_bytes()).as_deref(), expect, "{body}");
        check(r#"{"auth":{"identity":{"password":{"user":{"name":"kim","password":"secret"}}}}}"#, Some("kim"));
        check(r#"{"auth":{"identity":{"password":{"user":{"id":"7f"}}}}}"#, Some("7f"));
        check(r#"{"auth":{"passwordCredentials":{"username":"kim","password":"secret"}}}"#, Some("kim"));
        check(r#"{"auth":{"identity":{"application_credential":{"id":"ac","secret":"secret"}}}}"#, Some("ac"));
        check(r#"{"auth":{"identity":{"token":{"id":"secret"}}}}"#, None);
        check(r#"{"user":{"password":"secret","original_password":"secret"}}"#, None);
        check("secret", None);
        let long = format!(r#"{{"auth":{{"passwordCredentials":{{"username":"{}"}}}}}}"#, "가".repeat(1000));
        assert_eq!(user(long.as_bytes()).map(|name| name.chars().count()), Some(LONGEST_NAME));
    }

    #[test]
    fn many_clients_cost_a_bounded_amount_of_memory() {
        let (sign_ins, now) = (SignIns::new(1), Instant::now());
        for client in 0..u32::try_from(MOST_CLIENTS).expect("it fits") + 10 {
            let attempt = sign_ins.begin(IpAddr::V4(client.into()), &Method::POST, &target("/tokens"), now);
            attempt.expect("the first of its client").expect("a sign-in").answered(StatusCode::UNAUTHORIZED);
        }
        assert!(sign_ins.clients.lock().expect("no panic").len() <= MOST_CLIENTS);
    }
}
