//! The site's own page as the gateway sees it, and a cloud that gives out tokens.

use std::net::SocketAddr;

use axum::body::Body;
use axum::response::Response;
use gateway::config::Config;
use http::{Method, Request};
use serde_json::{Value, json};

use crate::harness::{Answer, Cloud, Seen, config, gateway, send};

pub const SECRET: &str = "gAAAAA-the-secret";

/// A cloud that gives out tokens in both versions; a token names its project, so that one can see which came.
pub async fn cloud() -> Cloud {
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

pub fn v3(seen: &Seen) -> Response {
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

pub struct Browser {
    pub gateway: SocketAddr,
    pub cookies: Vec<(String, String)>,
}

impl Browser {
    pub async fn new(config: Config) -> Browser {
        Browser { gateway: gateway(config).await, cookies: Vec::new() }
    }

    /// As the site's own page asks, and keeps the cookies as a browser does.
    pub async fn ask(&mut self, method: Method, path: &str, headers: &[(&str, &str)], body: Value) -> Answer {
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

    pub async fn sign_in(&mut self, cloud: &Cloud, id: &str, project: &str) -> String {
        let path = format!("/proxy/{}/v3/auth/tokens", cloud.address);
        let answer = self.ask(Method::POST, &path, &[("x-maru-session", id)], password("right", project)).await;
        assert_eq!(answer.status, 201);
        answer.header("x-subject-token").expect("a handle").to_owned()
    }
}

pub fn password(password: &str, project: &str) -> Value {
    json!({ "auth": {
        "identity": { "methods": ["password"], "password": { "user": { "name": "n", "password": password } } },
        "scope": { "project": { "id": project } },
    } })
}

pub fn settings(clouds: &[(&str, &Cloud, &str)]) -> Config {
    let cloud = |(id, cloud, version): &(&str, &Cloud, &str)| {
        format!("[[cloud]]\nid='{id}'\nname='C'\nidentity='http://{}/{version}'\n", cloud.address)
    };
    config(&clouds.iter().map(cloud).collect::<String>())
}

pub fn token_of(seen: &Seen) -> Option<&str> {
    seen.headers.get("x-auth-token").map(|token| token.to_str().expect("text"))
}

pub fn whole(answer: &Answer) -> String {
    format!("{:?} {}", answer.headers, String::from_utf8_lossy(&answer.body))
}
