//! A browser with the site's page, as the gateway sees it, and a cloud that issues tokens.

use std::net::SocketAddr;

use axum::body::Body;
use axum::response::Response;
use gateway::config::Config;
use http::{Method, Request};
use serde_json::{Value, json};

use crate::harness::{Answer, Cloud, Seen, config, gateway, send};

/// Where a new tab asks for the browser's sessions.
pub const SESSIONS: &str = "/sessions";

/// The compute endpoint in the catalog.
pub const COMPUTE: &str = "compute.example";

/// When the issued tokens expire.
const EXPIRES: &str = "2099-01-01T00:00:00Z";

pub const SECRET: &str = "gAAAAA-the-secret";

/// A cloud that issues tokens in both versions; a token contains its project's name, so that tests can identify it.
pub async fn cloud() -> Cloud {
    cloud_that(|_| None).await
}

/// The same, with other answers to some requests.
pub async fn cloud_that(answers: impl Fn(&Seen) -> Option<Response> + Clone + Send + Sync + 'static) -> Cloud {
    Cloud::start(move |seen| answers(seen).unwrap_or_else(|| usual(seen))).await
}

fn usual(seen: &Seen) -> Response {
    match (&seen.method, seen.raw.as_str()) {
        (&Method::POST, "/v3/auth/tokens") => v3(seen),
        (&Method::POST, "/v2.0/tokens") => v2(seen),
        // Keystone repeats the inspected token.
        (_, raw) if raw.ends_with("/auth/tokens") => {
            let builder = Response::builder().status(204).header("x-subject-token", SECRET);
            builder.body(Body::empty()).expect("a response")
        }
        _ => Response::new(Body::from("{}")),
    }
}

pub fn v3(seen: &Seen) -> Response {
    let asked: Value = serde_json::from_slice(&seen.body).unwrap_or_default();
    let said = |place: &str| asked.pointer(place).and_then(Value::as_str).map(str::to_owned);
    if said("/auth/identity/password/user/password").is_some_and(|password| password != "right") {
        return Response::builder().status(401).body(Body::from("{\"error\":{}}")).expect("a response");
    }
    let project = said("/auth/scope/project/id").unwrap_or_default();
    let domain = json!({ "id": "default", "name": "Default" });
    let token = json!({ "token": {
        "user": { "id": "u", "name": "User", "domain": domain },
        "project": { "id": project, "name": format!("Project {project}"), "domain": domain },
        "expires_at": EXPIRES,
        "catalog": [
            { "type": "compute", "endpoints": [
                { "interface": "internal", "region": "R", "url": "http://internal" },
                { "interface": "public", "region": "R", "url": format!("http://{}/v2.1", COMPUTE) },
            ] },
            { "type": "metering", "endpoints": [{ "interface": "public", "region": "R", "url": "http://metering" }] },
        ],
    } });
    let builder = Response::builder().status(201).header("x-subject-token", format!("{SECRET}-{project}"));
    builder.body(Body::from(token.to_string())).expect("a response")
}

fn v2(seen: &Seen) -> Response {
    let asked: Value = serde_json::from_slice(&seen.body).unwrap_or_default();
    let tenant = asked.pointer("/auth/tenantId").and_then(Value::as_str);
    let id = tenant.map_or(format!("{SECRET}-v2"), |tenant| format!("{SECRET}-v2-{tenant}"));
    let tenant = tenant.unwrap_or("p");
    let endpoint = json!({ "region": "R", "publicURL": format!("http://{COMPUTE}/v2/{tenant}") });
    let access = json!({
        "token": { "id": id, "expires": EXPIRES, "tenant": { "id": tenant, "name": format!("Project {tenant}") } },
        "user": { "id": "u", "username": "User" },
        "serviceCatalog": [{ "type": "compute", "endpoints": [endpoint] }],
    });
    Response::new(Body::from(json!({ "access": access }).to_string()))
}

pub struct Browser {
    pub gateway: SocketAddr,
    pub cookies: Vec<(String, String)>,
    /// The cookies for [`SESSIONS`].
    pub about: Vec<(String, String)>,
    /// The site's origin, if it is not the gateway's.
    pub origin: Option<String>,
}

impl Browser {
    pub async fn new(config: Config) -> Browser {
        Browser::at(gateway(config).await)
    }

    /// A browser without cookies.
    pub fn at(gateway: SocketAddr) -> Browser {
        Browser { gateway, cookies: Vec::new(), about: Vec::new(), origin: None }
    }

    /// Sends a request as the site's page does, and stores cookies as a browser does.
    pub async fn ask(&mut self, method: Method, path: &str, headers: &[(&str, &str)], body: Value) -> Answer {
        let own = self.origin.clone().unwrap_or_else(|| format!("http://{}", self.gateway));
        let builder =
            Request::builder().method(method).uri(path).header("origin", own).header("cookie", self.cookie(path));
        let builder = builder.header("host", self.gateway.to_string()).header("sec-fetch-site", "same-origin");
        let builder = headers.iter().fold(builder, |builder, (name, value)| builder.header(*name, *value));
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        let answer = send(self.gateway, builder.body(body).expect("a request")).await;
        for line in answer.headers.get_all("set-cookie") {
            let (pair, attributes) = line.to_str().expect("text").split_once("; ").expect("attributes");
            let (name, value) = pair.split_once('=').expect("a pair");
            let jar = if attributes.contains("Path=/sessions") { &mut self.about } else { &mut self.cookies };
            jar.retain(|(known, _)| known != name);
            if !attributes.contains("Max-Age=0") {
                jar.push((name.to_owned(), value.to_owned()));
            }
        }
        answer
    }

    /// The `Cookie` header of a request to `path`.
    pub fn cookie(&self, path: &str) -> String {
        let about = self.about.iter().filter(|_| path == SESSIONS);
        let cookies = about.chain(&self.cookies).map(|(name, value)| format!("{name}={value}"));
        cookies.collect::<Vec<_>>().join("; ")
    }

    /// What the gateway tells a new tab.
    pub async fn sessions(&mut self) -> Vec<Value> {
        let answer = self.ask(Method::GET, SESSIONS, &[("x-maru-session", "list")], Value::Null).await;
        assert_eq!(answer.status, 200, "{}", whole(&answer));
        let told: Value = serde_json::from_slice(&answer.body).expect("JSON");
        told["sessions"].as_array().expect("a list").clone()
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
