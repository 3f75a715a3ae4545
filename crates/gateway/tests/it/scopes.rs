//! A page that shows many projects at once: it opens them with one session and sends requests for all.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use cloudsim::{DEMO_PASSWORD, DEMO_TENANT};
use http::{Method, Request, StatusCode};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};
use tokio::sync::Barrier;

use crate::browser::{Browser, cloud, settings};
use crate::harness::{Answer, config, gateway, listen};

/// The handle in a sign-in's response of either version.
fn handle_of(answer: &Answer) -> String {
    assert!(answer.status.is_success(), "{answer:?}");
    let body: Value = serde_json::from_slice(&answer.body).expect("JSON");
    let old = body.pointer("/access/token/id").and_then(Value::as_str);
    answer.header("x-subject-token").or(old).expect("a handle").to_owned()
}

#[tokio::test]
async fn the_projects_of_the_simulated_cloud_are_listed_and_entered_by_a_handle() {
    let user = "stock@maru.test";
    for v3 in [true, false] {
        let running = gateway::demo::start(([127, 0, 0, 1], 0).into(), Some(3)).await.expect("a free port");
        let identity = if v3 { running.identity_v3() } else { running.identity_v2() };
        let (host, tokens) = (running.address, if v3 { "/auth/tokens" } else { "/tokens" });
        let text = format!("[[cloud]]\nid='c'\nname='C'\nidentity='{identity}'\nhosts=['http://{host}']\n");
        let mut browser = Browser::new(config(&text)).await;
        let through = |url: &str| format!("/proxy/{}", url.strip_prefix("http://").expect("plain HTTP"));
        let (tokens, session) = (through(&format!("{identity}{tokens}")), [("x-maru-session", "c")]);
        let password = match v3 {
            true => json!({ "auth": {
                "identity": { "methods": ["password"], "password": { "user": {
                    "name": user, "password": DEMO_PASSWORD, "domain": { "id": "default" },
                } } },
                "scope": { "project": { "id": DEMO_TENANT } },
            } }),
            false => json!({ "auth": {
                "tenantId": DEMO_TENANT, "passwordCredentials": { "username": user, "password": DEMO_PASSWORD },
            } }),
        };
        let handle = handle_of(&browser.ask(Method::POST, &tokens, &session, password).await);
        let list = through(&format!("{identity}{}", if v3 { "/auth/projects" } else { "/tenants" }));
        let answer = browser.ask(Method::GET, &list, &[("x-auth-token", &handle)], Value::Null).await;
        let body: Value = serde_json::from_slice(&answer.body).expect("JSON");
        let projects = body[if v3 { "projects" } else { "tenants" }].as_array().expect("a list").clone();
        let other = projects.iter().filter_map(|project| project["id"].as_str()).find(|id| *id != DEMO_TENANT);
        let other = other.unwrap_or_else(|| panic!("a second project: {body}"));

        let by_handle = match v3 {
            true => json!({ "auth": {
                "identity": { "methods": ["token"], "token": { "id": handle } },
                "scope": { "project": { "id": other } },
            } }),
            false => json!({ "auth": { "tenantId": other, "token": { "id": handle } } }),
        };
        let second = handle_of(&browser.ask(Method::POST, &tokens, &session, by_handle).await);
        let sessions = browser.sessions().await;
        assert_eq!(sessions.len(), 2, "{sessions:?}");
        for (handle, project) in [(&handle, DEMO_TENANT), (&second, other)] {
            let told = sessions.iter().find(|told| told["handle"] == handle.as_str()).expect("it is listed");
            assert_eq!((&told["project"]["id"], &told["cloud"]), (&json!(project), &json!("c")));
            // As a new tab continues: with what it received.
            let catalog = told["catalog"].as_array().expect("a catalog");
            let of_compute = |entry: &&Value| entry["type"].as_str().is_some_and(|kind| kind.starts_with("compute"));
            let compute = catalog.iter().find(of_compute).and_then(|entry| entry["url"].as_str());
            let compute = compute.unwrap_or_else(|| panic!("compute: {told}"));
            let servers = through(&format!("{compute}/servers/detail"));
            let answer = browser.ask(Method::GET, &servers, &[("x-auth-token", handle)], Value::Null).await;
            assert_eq!(answer.status, 200, "{answer:?}");
        }
    }
}

/// Twenty projects, each with this many lists at first.
const PROJECTS: usize = 20;
const LISTS: usize = 6;

#[tokio::test]
async fn a_page_that_shows_twenty_projects_at_once_is_not_turned_away() {
    // All at once is more than a browser sends: it has 6 connections, or 64 requests on one of HTTP/2.
    let (barrier, count) = (Arc::new(Barrier::new(PROJECTS * LISTS)), Arc::new(AtomicUsize::new(0)));
    let all = Arc::clone(&count);
    let router = Router::new().fallback(async move || {
        barrier.wait().await;
        all.fetch_add(1, Ordering::Relaxed);
        Response::new(Body::from("{}"))
    });
    let cloud = listen(router).await;
    let gateway = gateway(config(&format!("[[cloud]]\nid='c'\nname='C'\nidentity='http://{cloud}/v3'\n"))).await;
    let client: Client<_, Body> = Client::builder(TokioExecutor::new()).build_http();
    let ask = |at: usize| {
        let uri = format!("http://{gateway}/proxy/{cloud}/v2.1/list/{at}");
        let request = Request::builder().uri(uri).header("x-auth-token", "t").body(Body::empty()).expect("a request");
        tokio::spawn(client.request(request))
    };
    let asked: Vec<_> = (0..PROJECTS * LISTS).map(ask).collect();
    for answer in asked {
        assert_eq!(answer.await.expect("no panic").expect("an answer").status(), StatusCode::OK);
    }
    assert_eq!(count.load(Ordering::Relaxed), PROJECTS * LISTS, "all were under way together");
}

#[tokio::test]
async fn a_page_may_enter_all_its_projects_at_once() {
    let cloud = cloud().await;
    let mut browser = Browser::new(settings(&[("c", &cloud, "v3")])).await;
    let first = browser.sign_in(&cloud, "c", "p0").await;
    let path = format!("/proxy/{}/v3/auth/tokens", cloud.address);
    let enter = |at: usize| {
        let mut tab = Browser { cookies: browser.cookies.clone(), ..Browser::at(browser.gateway) };
        let identity = json!({ "methods": ["token"], "token": { "id": first } });
        let body = json!({ "auth": { "identity": identity, "scope": { "project": { "id": format!("p{at}") } } } });
        let path = path.clone();
        tokio::spawn(async move {
            let answer = tab.ask(Method::POST, &path, &[("x-maru-session", "c")], body).await;
            (answer.status, tab)
        })
    };
    let entered: Vec<_> = (1..PROJECTS).map(enter).collect();
    for entered in entered {
        let (status, tab) = entered.await.expect("no panic");
        assert_eq!(status, StatusCode::CREATED);
        // A browser has one cookie jar: cookies of all responses go there.
        for (name, value) in tab.cookies {
            browser.cookies.retain(|(known, _)| *known != name);
            browser.cookies.push((name, value));
        }
        browser.about.extend(tab.about);
    }
    assert_eq!(browser.sessions().await.len(), PROJECTS);
}
