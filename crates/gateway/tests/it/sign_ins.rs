//! Wrong passwords: the cloud's message is passed on, attempts are counted, and a line is logged.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::response::Response;
use gateway::config::{Config, Proxy};
use http::{Method, Request};
use http_body_util::channel::Channel;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use crate::browser::{Browser, cloud, cloud_that, password, settings};
use crate::harness::{Answer, Cloud, Seen, config, config_for, gateway, get, send};

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

/// A cloud whose responses to sign-ins begin and do not continue.
async fn trickling() -> Cloud {
    Cloud::start(move |_| {
        let (sender, body) = Channel::<Bytes>::new(1);
        // A body ends when its sender is dropped.
        std::mem::forget(sender);
        Response::builder().status(201).body(Body::new(body)).expect("a response")
    })
    .await
}

/// Begins more sign-ins than can be read at a time, and waits until the cloud has received all of them.
async fn sign_in_to_all(gateway: SocketAddr, cloud: &Cloud) -> Vec<JoinHandle<Answer>> {
    let path = format!("/proxy/{}/v3/auth/tokens", cloud.address);
    let sign_in = || {
        let (mut browser, path) = (Browser::at(gateway), path.clone());
        tokio::spawn(async move {
            browser.ask(Method::POST, &path, &[("x-maru-session", "slow")], password("right", "p")).await
        })
    };
    let begun = (0..10).map(|_| sign_in()).collect();
    while cloud.seen().len() < 10 {
        tokio::task::yield_now().await;
    }
    begun
}

#[tokio::test]
async fn a_cloud_that_trickles_its_tokens_holds_up_no_sign_in_to_another() {
    let (slow, quick) = (trickling().await, cloud().await);
    let mut browser = Browser::new(settings(&[("slow", &slow, "v3"), ("quick", &quick, "v3")])).await;
    let begun = sign_in_to_all(browser.gateway, &slow).await;
    let signed_in = tokio::time::timeout(Duration::from_secs(20), browser.sign_in(&quick, "quick", "p")).await;
    assert!(signed_in.is_ok_and(|handle| handle.starts_with("maru:quick.")));
    assert!(begun.iter().all(|sign_in| !sign_in.is_finished()));
}

#[tokio::test]
async fn a_sign_in_that_waits_for_its_place_ends_in_total_time() {
    let slow = trickling().await;
    let proxy = Proxy { total_timeout: Duration::from_millis(300), ..Default::default() };
    let gateway = gateway(Config { proxy, ..settings(&[("slow", &slow, "v3")]) }).await;
    for sign_in in sign_in_to_all(gateway, &slow).await {
        let answer = sign_in.await.expect("an answer");
        assert!(matches!(answer.status.as_u16(), 502 | 504), "{}", answer.status);
    }
}

/// A cloud that accepts no password.
async fn refusing() -> Cloud {
    let answer = || Response::builder().status(401).body(Body::from("{}")).expect("a response");
    Cloud::start(move |_| answer()).await
}

#[tokio::test]
async fn entering_projects_by_a_session_is_no_guessing_and_is_not_slowed_down() {
    for version in ["v3", "v2.0"] {
        let refuses = |seen: &Seen| {
            serde_json::from_slice::<Value>(&seen.body).is_ok_and(|body| {
                body.pointer("/auth/identity/methods/0") == Some(&json!("token"))
                    || body.pointer("/auth/token").is_some()
            })
        };
        let both = cloud_that(move |seen| {
            refuses(seen).then(|| Response::builder().status(401).body(Body::from("{}")).expect("a response"))
        })
        .await;
        let proxy = Proxy { max_sign_in_failures: 2, ..Default::default() };
        let mut browser = Browser::new(Config { proxy, ..settings(&[("c", &both, version)]) }).await;
        let path =
            format!("/proxy/{}/{version}{}", both.address, if version == "v3" { "/auth/tokens" } else { "/tokens" });
        let session = [("x-maru-session", "c")];
        let answer = browser.ask(Method::POST, &path, &session, password("right", "p")).await;
        let body: Value = serde_json::from_slice(&answer.body).expect("JSON");
        let old = body.pointer("/access/token/id").and_then(Value::as_str);
        let handle = answer.header("x-subject-token").or(old).expect("a handle").to_owned();
        let new = |methods: Value| json!({ "methods": methods, "token": { "id": handle } });
        let (plain, with_password) = match version {
            "v3" => {
                let mut identity = new(json!(["token", "password"]));
                identity["password"] = json!({ "user": { "id": "u", "password": "guess" } });
                (json!({ "auth": { "identity": new(json!(["token"])) } }), json!({ "auth": { "identity": identity } }))
            }
            _ => {
                let token = json!({ "id": handle });
                let guess = json!({ "username": "u", "password": "guess" });
                (
                    json!({ "auth": { "token": token, "tenantId": "q" } }),
                    json!({ "auth": { "token": token, "passwordCredentials": guess } }),
                )
            }
        };
        for _ in 0..5 {
            assert_eq!(browser.ask(Method::POST, &path, &session, plain.clone()).await.status, 401, "{version}");
        }
        for expect in [401, 401, 429] {
            assert_eq!(
                browser.ask(Method::POST, &path, &session, with_password.clone()).await.status,
                expect,
                "{version}"
            );
        }
        assert_eq!(browser.ask(Method::POST, &path, &session, plain).await.status, 401, "{version}: those go on");
    }
}

#[tokio::test]
async fn changing_a_password_is_no_way_to_guess_one() {
    let cloud = refusing().await;
    let proxy = Proxy { max_sign_in_failures: 3, ..Default::default() };
    let gateway = gateway(Config { proxy, ..config_for(cloud.address) }).await;
    let ask = async |method: Method, path: &str| {
        let request = Request::builder().method(method).uri(format!("/proxy/{}{path}", cloud.address));
        let body = json!({ "user": { "password": "new", "original_password": "guess" } }).to_string();
        send(gateway, request.body(Body::from(body)).expect("a request")).await.status.as_u16()
    };
    let change = (Method::POST, "/v3/users/u/password");
    for (method, path) in
        [change.clone(), (Method::POST, "/v3/auth/tokens"), (Method::PATCH, "/v2.0/OS-KSCRUD/users/u")]
    {
        assert_eq!(ask(method, path).await, 401, "{path}");
    }
    for (method, path) in [change, (Method::POST, "/v3//users/v/passw%6Frd/"), (Method::POST, "/v3/auth/tokens")] {
        assert_eq!(ask(method, path).await, 429, "{path}: they count together");
    }
    assert_eq!(cloud.seen().len(), 3);
    assert_eq!(ask(Method::PATCH, "/v3/users/u").await, 401, "what tries no password goes on");
}

/// The log of this thread, on which the test's gateway runs.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Runs it and returns what was logged.
async fn logging(what: impl Future<Output = ()>) -> String {
    let lines = Lines::default();
    let writer = lines.clone();
    let guard = tracing::subscriber::set_default(gateway::log::subscriber(move || writer.clone()));
    what.await;
    drop(guard);
    let text = lines.0.lock().expect("no panic").clone();
    String::from_utf8(text).expect("text")
}

/// The lines logged for a refused sign-in, and the whole log.
async fn logged(server: &str, headers: &[(&str, &str)]) -> (Vec<Value>, String) {
    let (one, two) = (refusing().await, refusing().await);
    let mut settings = settings(&[("one", &one, "v3"), ("two", &two, "v3")]);
    settings.server = config(&format!("[server]\n{server}\n")).server;
    let mut browser = Browser::new(settings).await;
    let path = format!("/proxy/{}/v3/auth/tokens", two.address);
    let mut body = password("secret", "p");
    body["auth"]["identity"]["password"]["user"]["name"] = json!("kim@example");
    let text = logging(async {
        assert_eq!(browser.ask(Method::POST, &path, headers, body.clone()).await.status, 401);
    })
    .await;
    let sent: Value = serde_json::from_slice(&two.only().body).expect("JSON");
    assert_eq!(sent, body, "the cloud gets it as it was");
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    (lines.filter(|line| line["message"] == "sign-in refused").collect(), text)
}

#[tokio::test]
async fn a_refused_sign_in_leaves_a_line_and_names_nobody_unless_told_to() {
    let session = [("x-maru-session", "two")];
    for headers in [&session[..], &[]] {
        let (lines, text) = logged("", headers).await;
        let [line] = lines.as_slice() else { panic!("{text}") };
        assert_eq!((&line["client"], &line["cloud"]), (&json!("127.0.0.1"), &json!("two")), "{text}");
        assert!(line["request_id"].as_str().is_some_and(|id| id.starts_with("req-")), "{text}");
        assert!(!text.contains("kim") && !text.contains("secret"), "{text}");
        let (lines, text) = logged("log_users=true", headers).await;
        let [line] = lines.as_slice() else { panic!("{text}") };
        assert_eq!(line["user"], "kim@example");
        assert!(!text.contains("secret"), "{text}");
        let (lines, text) = logged("log='off'\nlog_users=true", headers).await;
        assert_eq!((lines.len(), text.as_str()), (0, ""));
    }
}

#[tokio::test]
async fn a_server_in_front_that_is_not_listed_is_told_of() {
    let ask = async |server: &str| {
        let server = config(&format!("[server]\n{server}\n")).server;
        let gateway = gateway(Config { server, ..Config::default() }).await;
        logging(async {
            for path in ["/", "/config.json", "/proxy/other.example/", "/healthz"] {
                get(gateway, path, &[("x-forwarded-for", "203.0.113.9")]).await;
            }
        })
        .await
    };
    let told = |text: &str| text.lines().filter(|line| line.contains("trusted_proxies")).count();
    let text = ask("log='off'").await;
    assert!(told(&text) == 1 && text.contains("\"server\":\"127.0.0.1\""), "{text}");
    assert_eq!(told(&ask("trusted_proxies=['127.0.0.1']").await), 0);
}
