//! The token stays in the gateway: signing in, requests, signing out, and who is refused.

use axum::body::Body;
use axum::response::Response;
use http::{Method, Request};
use serde_json::{Value, json};

use crate::browser::{Browser, SECRET, cloud, password, settings, token_of, v3, whole};
use crate::harness::{Cloud, config, gateway, get, send};

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
