//! The token stays with the gateway: signing in, using, another project, signing out, and who may not.

use std::net::SocketAddr;

use axum::body::Body;
use axum::response::Response;
use gateway::config::{Config, Proxy};
use http::{Method, Request};
use serde_json::{Value, json};

use crate::harness::{Answer, Cloud, Seen, config, gateway, get, send};

const SECRET: &str = "gAAAAA-the-secret";

/// A cloud that gives out tokens in both versions; a token names its project, so that one can see which came.
async fn cloud() -> Cloud {
    Cloud::start(|seen| match (&seen.method, seen.raw.as_str()) {
        (&Method::POST, "/v3/auth/tokens") => v3(seen),
        (&Method::POST, "/v2.0/tokens") => {
            let access =
                json!({ "token": { "id": format!("{SECRET}-v2"), "tenant": { "id": "p" } }, "user": { "id": "u" } });
            Response::new(Body::from(json!({ "access": access }).to_string()))
        }
        // Keystone repeats the token it was asked about.
        (_, raw) if raw.ends_with("/auth/tokens") => {
            let builder = Response::builder().status(204).header("x-subject-token", SECRET);
            builder.body(Body::empty()).expect("a response")
        }
        _ => Response::new(Body::from("{}")),
    })
    .await
}

fn v3(seen: &Seen) -> Response {
    let asked: Value = serde_json::from_slice(&seen.body).unwrap_or_default();
    let said = |place: &str| asked.pointer(place).and_then(Value::as_str).map(str::to_owned);
    if said("/auth/identity/password/user/password").is_some_and(|password| password != "right") {
        return Response::builder().status(401).body(Body::from("{\"error\":{}}")).expect("a response");
    }
    let project = said("/auth/scope/project/id").unwrap_or_default();
    let token = json!({ "token": { "user": { "id": "u" }, "project": { "id": project }, "catalog": [] } });
    let builder = Response::builder().status(201).header("x-subject-token", format!("{SECRET}-{project}"));
    builder.body(Body::from(token.to_string())).expect("a response")
}

struct Browser {
    gateway: SocketAddr,
    cookies: Vec<(String, String)>,
}

impl Browser {
    async fn new(config: Config) -> Browser {
        Browser { gateway: gateway(config).await, cookies: Vec::new() }
    }

    /// As the site's own page asks, and keeps the cookies as a browser does.
    async fn ask(&mut self, method: Method, path: &str, headers: &[(&str, &str)], body: Value) -> Answer {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let own = format!("http://{}", self.gateway);
        let builder =
            Request::builder().method(method).uri(path).header("origin", own).header("cookie", cookies.join("; "));
        let builder = builder.header("host", self.gateway.to_string()).header("sec-fetch-site", "same-origin");
        let builder = headers.iter().fold(builder, |builder, (name, value)| builder.header(*name, *value));
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        let answer = send(self.gateway, builder.body(body).expect("a request")).await;
        for line in answer.headers.get_all("set-cookie") {
            let (pair, attributes) = line.to_str().expect("text").split_once("; ").expect("attributes");
            let (name, value) = pair.split_once('=').expect("a pair");
            self.cookies.retain(|(known, _)| known != name);
            if !attributes.contains("Max-Age=0") {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        answer
    }

    async fn sign_in(&mut self, cloud: &Cloud, id: &str, project: &str) -> String {
        let path = format!("/proxy/{}/v3/auth/tokens", cloud.address);
        let answer = self.ask(Method::POST, &path, &[("x-maru-session", id)], password("right", project)).await;
        assert_eq!(answer.status, 201);
        answer.header("x-subject-token").expect("a handle").to_owned()
    }
}

fn password(password: &str, project: &str) -> Value {
    json!({ "auth": {
        "identity": { "methods": ["password"], "password": { "user": { "name": "n", "password": password } } },
        "scope": { "project": { "id": project } },
    } })
}

fn settings(clouds: &[(&str, &Cloud, &str)]) -> Config {
    let cloud = |(id, cloud, version): &(&str, &Cloud, &str)| {
        format!("[[cloud]]\nid='{id}'\nname='C'\nidentity='http://{}/{version}'\n", cloud.address)
    };
    config(&clouds.iter().map(cloud).collect::<String>())
}

fn token_of(seen: &Seen) -> Option<&str> {
    seen.headers.get("x-auth-token").map(|token| token.to_str().expect("text"))
}

fn whole(answer: &Answer) -> String {
    format!("{:?} {}", answer.headers, String::from_utf8_lossy(&answer.body))
}

#[tokio::test]
async fn the_token_never_reaches_the_page_and_goes_along_with_its_requests() {
    let cloud = cloud().await;
    let mut browser = Browser::new(settings(&[("c", &cloud, "v3")])).await;
    let path = format!("/proxy/{}/v3/auth/tokens", cloud.address);
    let answer = browser.ask(Method::POST, &path, &[("x-maru-session", "c")], password("right", "p")).await;
    let handle = answer.header("x-subject-token").expect("a handle").to_owned();
    assert!(handle.starts_with("maru:c.") && !whole(&answer).contains(SECRET), "{}", whole(&answer));
    let body: Value = serde_json::from_slice(&answer.body).expect("JSON");
    assert_eq!(body.pointer("/token/project/id"), Some(&json!("p")), "the rest of the answer is as it was");
    let cookie = answer.header("set-cookie").expect("a cookie");
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");
    let path = format!("/proxy/{}/v2.1/servers", cloud.address);
    let answer = browser.ask(Method::POST, &path, &[("x-auth-token", &handle)], json!({})).await;
    assert_eq!(answer.status, 200);
    let seen = cloud.seen();
    assert_eq!(token_of(&seen[1]), Some(format!("{SECRET}-p").as_str()));
    assert!(!seen[1].headers.contains_key("cookie"), "no cookie goes to a cloud");
    let path = format!("/proxy/{}/v3/auth/tokens", cloud.address);
    let both = [("x-auth-token", handle.as_str()), ("x-subject-token", handle.as_str())];
    let answer = browser.ask(Method::GET, &path, &both, Value::Null).await;
    assert!(!whole(&answer).contains(SECRET), "nor when the cloud repeats it: {}", whole(&answer));
}

#[tokio::test]
async fn the_old_api_has_its_token_in_the_body() {
    let cloud = cloud().await;
    let mut browser = Browser::new(settings(&[("c", &cloud, "v2.0")])).await;
    let path = format!("/proxy/{}/v2.0/tokens", cloud.address);
    let packed = [("x-maru-session", "c"), ("accept-encoding", "gzip")];
    let answer = browser.ask(Method::POST, &path, &packed, json!({})).await;
    assert!(!whole(&answer).contains(SECRET), "{}", whole(&answer));
    let body: Value = serde_json::from_slice(&answer.body).expect("JSON");
    let handle = body.pointer("/access/token/id").and_then(Value::as_str).expect("a handle").to_owned();
    assert_eq!(answer.header("content-length").map(str::to_owned), Some(answer.body.len().to_string()));
    let path = format!("/proxy/{}/v2/p/servers", cloud.address);
    browser.ask(Method::GET, &path, &[("x-auth-token", &handle)], Value::Null).await;
    let seen = cloud.seen();
    assert!(!seen[0].headers.contains_key("accept-encoding"), "the gateway must be able to read it");
    assert_eq!(token_of(&seen[1]), Some(format!("{SECRET}-v2").as_str()));
}

#[tokio::test]
async fn several_projects_and_clouds_are_signed_in_to_at_once() {
    let (one, two) = (cloud().await, cloud().await);
    let mut browser = Browser::new(settings(&[("one", &one, "v3"), ("two", &two, "v3")])).await;
    let mut handles = Vec::new();
    for (cloud, id, project) in [(&one, "one", "p"), (&one, "one", "q"), (&two, "two", "p")] {
        handles.push((cloud, browser.sign_in(cloud, id, project).await, project));
    }
    assert_eq!(browser.cookies.len(), 3);
    for (cloud, handle, project) in &handles {
        let path = format!("/proxy/{}/v2.1/servers", cloud.address);
        browser.ask(Method::GET, &path, &[("x-auth-token", handle)], Value::Null).await;
        assert_eq!(token_of(cloud.seen().last().expect("asked")), Some(format!("{SECRET}-{project}").as_str()));
    }
    let again = browser.sign_in(&one, "one", "p").await;
    assert_eq!((&again, browser.cookies.len()), (&handles[0].1, 3), "other tabs go on with the new token");
    let seen = two.seen().len();
    let path = format!("/proxy/{}/v2.1/servers", two.address);
    let answer = browser.ask(Method::GET, &path, &[("x-auth-token", &handles[0].1)], Value::Null).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (403, "session-of-another-cloud"));
    assert_eq!(two.seen().len(), seen, "a token goes to its own cloud only");
    let forged = handles[0].1.replace("maru:one.", "maru:two.");
    for (name, _) in &mut browser.cookies {
        *name = name.replace("maru.one.", "maru.two.");
    }
    let answer = browser.ask(Method::GET, &path, &[("x-auth-token", &forged)], Value::Null).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "session-ended"), "a renamed cookie is none");
}

#[tokio::test]
async fn no_handle_in_a_request_may_be_of_another_cloud_or_session() {
    let (one, two) = (cloud().await, cloud().await);
    let mut browser = Browser::new(settings(&[("one", &one, "v3"), ("two", &two, "v3")])).await;
    let (p, q) = (browser.sign_in(&one, "one", "p").await, browser.sign_in(&one, "one", "q").await);
    let theirs = browser.sign_in(&two, "two", "p").await;
    let invented = "maru:one.000000000000000000000000".to_owned();
    let (tokens, servers) =
        (format!("/proxy/{}/v3/auth/tokens", one.address), format!("/proxy/{}/v2.1/servers", one.address));
    let (cookies, asked) = (browser.cookies.clone(), (one.seen().len(), two.seen().len()));
    let (auth, subject, session) = ("x-auth-token", "x-subject-token", ("x-maru-session", "one"));
    let by = |id: &str| json!({ "auth": { "identity": { "methods": ["token"], "token": { "id": id } } } });
    let both =
        |id: &str, old: &str| json!({ "auth": { "identity": { "token": { "id": id } }, "token": { "id": old } } });
    let (another, several) = ("session-of-another-cloud", "several-sessions");
    for (method, path, headers, body, code) in [
        (Method::DELETE, &tokens, vec![(auth, &*invented), (subject, &theirs)], Value::Null, several),
        (Method::DELETE, &tokens, vec![(auth, &p), (subject, &theirs)], Value::Null, several),
        (Method::DELETE, &tokens, vec![(auth, &theirs), (subject, &p)], Value::Null, several),
        (Method::DELETE, &tokens, vec![(auth, &p), (subject, &q)], Value::Null, several),
        (Method::DELETE, &tokens, vec![(auth, &theirs), (subject, &theirs)], Value::Null, another),
        (Method::DELETE, &tokens, vec![(auth, "a pasted token"), (subject, &theirs)], Value::Null, another),
        (Method::GET, &tokens, vec![(auth, &p), (subject, &theirs)], Value::Null, several),
        (Method::GET, &servers, vec![(subject, &theirs)], Value::Null, another),
        (Method::GET, &servers, vec![(auth, &p), (auth, &theirs)], Value::Null, several),
        (Method::GET, &servers, vec![(auth, "a pasted token"), (auth, &theirs)], Value::Null, several),
        (Method::POST, &tokens, vec![session], by(&theirs), another),
        (Method::POST, &tokens, vec![session, (auth, &theirs)], by(&p), another),
        (Method::POST, &tokens, vec![session, (auth, &q)], by(&p), several),
        (Method::POST, &tokens, vec![session], both(&p, &q), several),
        (Method::POST, &tokens, vec![session], both(&p, &theirs), several),
        (Method::POST, &tokens, vec![session, (auth, &theirs)], password("right", "p"), another),
    ] {
        let answer = browser.ask(method.clone(), path, &headers, body).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (403, code), "{method} {path} {headers:?}");
    }
    assert_eq!((one.seen().len(), two.seen().len()), asked, "nothing was sent");
    assert_eq!(browser.cookies, cookies, "and no cookie was touched");
}

#[tokio::test]
async fn a_handle_beside_a_sign_in_is_not_sent_on() {
    let cloud = cloud().await;
    let mut browser = Browser::new(settings(&[("c", &cloud, "v3")])).await;
    let handle = browser.sign_in(&cloud, "c", "p").await;
    let path = format!("/proxy/{}/v3/auth/tokens", cloud.address);
    let headers = [("x-maru-session", "c"), ("x-auth-token", handle.as_str())];
    assert_eq!(browser.ask(Method::POST, &path, &headers, password("right", "q")).await.status, 201);
    assert_eq!(token_of(&cloud.seen()[1]), None);
}

#[tokio::test]
async fn another_project_is_entered_with_the_same_sign_in() {
    let cloud = cloud().await;
    let mut browser = Browser::new(settings(&[("c", &cloud, "v3")])).await;
    let first = browser.sign_in(&cloud, "c", "p").await;
    let identity = json!({ "methods": ["token"], "token": { "id": first } });
    let body = json!({ "auth": { "identity": identity, "scope": { "project": { "id": "q" } } } });
    let path = format!("/proxy/{}/v3/auth/tokens", cloud.address);
    let answer = browser.ask(Method::POST, &path, &[("x-maru-session", "c")], body).await;
    let second = answer.header("x-subject-token").expect("a handle");
    assert!(second.starts_with("maru:c.") && second != first);
    let asked: Value = serde_json::from_slice(&cloud.seen()[1].body).expect("JSON");
    assert_eq!(asked.pointer("/auth/identity/token/id"), Some(&json!(format!("{SECRET}-p"))));
}

#[tokio::test]
async fn signing_out_ends_it_here_and_at_the_cloud() {
    let cloud = cloud().await;
    let mut browser = Browser::new(settings(&[("c", &cloud, "v3")])).await;
    let handle = browser.sign_in(&cloud, "c", "p").await;
    let stolen = browser.cookies.clone();
    let path = format!("/proxy/{}/v3/auth/tokens", cloud.address);
    let both = [("x-auth-token", handle.as_str()), ("x-subject-token", handle.as_str())];
    let answer = browser.ask(Method::DELETE, &path, &both, Value::Null).await;
    assert_eq!((answer.status.as_u16(), browser.cookies.len()), (204, 0));
    assert!(!whole(&answer).contains(SECRET));
    let seen = cloud.seen();
    let revoked = seen[1].headers.get("x-subject-token").map(|token| token.as_bytes());
    assert_eq!(
        (&seen[1].method, revoked),
        (&Method::DELETE, Some(format!("{SECRET}-p").as_bytes())),
        "a copy is worth nothing"
    );
    let again = browser.ask(Method::DELETE, &path, &both, Value::Null).await;
    assert_eq!((again.status.as_u16(), cloud.seen().len()), (204, 2), "twice is no mistake");
    let path = format!("/proxy/{}/v2.1/servers", cloud.address);
    let answer = browser.ask(Method::GET, &path, &[("x-auth-token", &handle)], Value::Null).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "session-ended"));
    assert_eq!((stolen.len(), cloud.seen().len()), (1, 2));
}

#[tokio::test]
async fn signing_out_clears_the_cookie_also_when_the_cloud_is_gone_or_speaks_the_old_api() {
    let cloud = cloud().await;
    let mut browser = Browser::new(settings(&[("c", &cloud, "v2.0")])).await;
    let path = format!("/proxy/{}/v2.0/tokens", cloud.address);
    let answer = browser.ask(Method::POST, &path, &[("x-maru-session", "c")], json!({})).await;
    let body: Value = serde_json::from_slice(&answer.body).expect("JSON");
    let handle = body.pointer("/access/token/id").and_then(Value::as_str).expect("a handle").to_owned();
    let answer = browser.ask(Method::DELETE, &path, &[("x-subject-token", &handle)], Value::Null).await;
    assert_eq!(
        (answer.status.as_u16(), browser.cookies.len(), cloud.seen().len()),
        (204, 0, 1),
        "no such request there"
    );

    let broken = Cloud::start(|seen| {
        if seen.method == Method::POST {
            v3(seen)
        } else {
            Response::builder().status(503).body(Body::empty()).expect("a response")
        }
    })
    .await;
    let mut browser = Browser::new(settings(&[("c", &broken, "v3")])).await;
    let handle = browser.sign_in(&broken, "c", "p").await;
    let path = format!("/proxy/{}/v3/auth/tokens", broken.address);
    let answer = browser.ask(Method::DELETE, &path, &[("x-subject-token", &handle)], Value::Null).await;
    assert_eq!((answer.status.as_u16(), browser.cookies.len()), (503, 0));
}

#[tokio::test]
async fn other_sites_cannot_use_a_session() {
    let cloud = cloud().await;
    let mut settings = settings(&[("c", &cloud, "v3")]);
    settings.cors = config("[cors]\norigins=['http://listed.example']").cors;
    let mut browser = Browser::new(settings).await;
    let handle = browser.sign_in(&cloud, "c", "p").await;
    let (gateway, own) = (browser.gateway, format!("http://{}", browser.gateway));
    let cookie = browser.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
    let check = async |method: Method, headers: &[(&str, &str)], expect: Option<&str>| {
        let path = format!("/proxy/{}/v2.1/servers", cloud.address);
        let builder = Request::builder().method(&method).uri(path).header("host", gateway.to_string());
        let builder = builder.header("cookie", &cookie).header("x-auth-token", &handle);
        let builder = headers.iter().fold(builder, |builder, (name, value)| builder.header(*name, *value));
        let before = cloud.seen().len();
        let answer = send(gateway, builder.body(Body::empty()).expect("a request")).await;
        assert_eq!((answer.status != 200).then(|| answer.code()).as_deref(), expect, "{method} {headers:?}");
        assert_eq!(cloud.seen().len() - before, usize::from(expect.is_none()), "{method} {headers:?}");
    };
    let refused = Some("session-of-another-site");
    check(Method::POST, &[("origin", &own)], None).await;
    check(Method::GET, &[], None).await;
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
        check(method.clone(), &[], refused).await;
        check(method.clone(), &[("origin", "http://other.example")], refused).await;
        check(method, &[("origin", "http://listed.example")], refused).await;
    }
    check(Method::GET, &[("origin", "http://listed.example"), ("sec-fetch-site", "cross-site")], refused).await;
    check(Method::GET, &[("sec-fetch-site", "same-site"), ("origin", "http://listed.example")], refused).await;
}

#[tokio::test]
async fn behind_tls_the_cookie_is_bound_to_the_host() {
    let cloud = cloud().await;
    let mut settings = settings(&[("c", &cloud, "v3")]);
    settings.server = config("[server]\npublic='https://console.example'").server;
    let gateway = gateway(settings).await;
    let post = |origin: &str| {
        let builder = Request::builder().method(Method::POST).uri(format!("/proxy/{}/v3/auth/tokens", cloud.address));
        let builder = builder.header("origin", origin).header("x-maru-session", "c");
        builder.body(Body::from(password("right", "p").to_string())).expect("a request")
    };
    let answer = send(gateway, post("https://console.example")).await;
    let cookie = answer.header("set-cookie").expect("a cookie");
    assert!(
        cookie.starts_with("__Host-maru.c.") && cookie.ends_with("Path=/; HttpOnly; SameSite=Strict; Secure"),
        "{cookie}"
    );
    let answer = send(gateway, post("https://other.example")).await;
    assert_eq!(answer.code(), "session-of-another-site");
}

#[tokio::test]
async fn a_session_is_given_out_only_where_tokens_are() {
    let (cloud, other) = (cloud().await, cloud().await);
    let mut browser = Browser::new(settings(&[("c", &cloud, "v3"), ("d", &other, "v3")])).await;
    let body = || password("right", "p");
    let host = cloud.address;
    for (method, path, id) in [
        (Method::POST, format!("/proxy/{host}/v3/auth/tokens"), "d"),
        (Method::POST, format!("/proxy/{host}/v3/auth/tokens"), "no-such"),
        (Method::POST, format!("/proxy/{host}/v3//auth/tokens"), "c"),
        (Method::POST, format!("/proxy/{host}/v3/auth/%74okens"), "c"),
        (Method::POST, format!("/proxy/{host}/v2.0/tokens"), "c"),
        (Method::POST, format!("/proxy/{host}/v2.1/servers"), "c"),
        (Method::GET, format!("/proxy/{host}/v3/auth/tokens"), "c"),
    ] {
        let answer = browser.ask(method, &path, &[("x-maru-session", id)], body()).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (400, "session-not-here"), "{path} {id}");
    }
    assert!(cloud.seen().is_empty() && other.seen().is_empty() && browser.cookies.is_empty());
}

#[tokio::test]
async fn wrong_passwords_are_told_and_then_slowed_down() {
    let cloud = cloud().await;
    let proxy = Proxy { max_sign_in_failures: 2, ..Default::default() };
    let mut browser = Browser::new(Config { proxy, ..settings(&[("c", &cloud, "v3")]) }).await;
    let path = format!("/proxy/{}/v3/auth/tokens", cloud.address);
    let session = [("x-maru-session", "c")];
    for headers in [&session[..], &[]] {
        let answer = browser.ask(Method::POST, &path, headers, password("wrong", "p")).await;
        assert_eq!((answer.status.as_u16(), &answer.body[..]), (401, &b"{\"error\":{}}"[..]), "the cloud's own words");
        assert_eq!(answer.header("set-cookie"), None);
    }
    let answer = browser.ask(Method::POST, &path, &session, password("right", "p")).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (429, "too-many-sign-ins"));
    let wait: u64 = answer.header("retry-after").expect("when to try again").parse().expect("seconds");
    assert!((1..=61).contains(&wait), "{wait}");
    assert_eq!(cloud.seen().len(), 2);
}

#[tokio::test]
async fn without_sessions_tokens_travel_as_they_are() {
    let cloud = cloud().await;
    let path = format!("/proxy/{}/v3/auth/tokens", cloud.address);
    let mut plain = Browser::new(settings(&[("c", &cloud, "v3")])).await;
    let answer = plain.ask(Method::POST, &path, &[], password("right", "p")).await;
    assert_eq!(answer.header("x-subject-token"), Some("gAAAAA-the-secret-p"), "a page that does not ask for a session");
    assert_eq!(answer.header("set-cookie"), None);
    let mut off = settings(&[("c", &cloud, "v3")]);
    off.session.enabled = false;
    let mut off = Browser::new(off).await;
    let answer = off.ask(Method::POST, &path, &[("x-maru-session", "c")], password("right", "p")).await;
    assert_eq!(answer.header("x-subject-token"), Some("gAAAAA-the-secret-p"));
    let before = cloud.seen().len();
    let handle = [("x-auth-token", "maru:c.0123456789abcdef01234567")];
    let answer = off.ask(Method::GET, &path, &handle, Value::Null).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "session-ended"));
    assert_eq!(cloud.seen().len(), before);
    for (gateway, expect) in [(plain.gateway, true), (off.gateway, false)] {
        let answer = get(gateway, "/config.json", &[]).await;
        let read = cloud::config::AppConfig::parse(std::str::from_utf8(&answer.body).expect("text"));
        assert_eq!(read.expect("what the app reads").session, expect, "the page is told");
    }
}
