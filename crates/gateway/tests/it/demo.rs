//! `--demo`: the simulated cloud through the proxy, as the page reaches it.

use gateway::config::Config;
use gateway::demo;
use http::{Method, Request};
use serde_json::json;

use crate::harness::{config, gateway, get, send};

const OTHER: &str = "[[cloud]]\nid='other'\nname='Other'\nidentity='https://a.example/v3'\n";

async fn start(mut config: Config) -> (cloudsim::Running, std::net::SocketAddr) {
    let running = demo::start(([127, 0, 0, 1], 0).into(), Some(3)).await.expect("a free port");
    for cloud in demo::clouds(&running).into_iter().rev() {
        config.add_first(cloud).expect("no clash");
    }
    let gateway = gateway(config).await;
    (running, gateway)
}

#[tokio::test]
async fn the_demo_is_offered_first_with_its_login() {
    let (running, gateway) = start(config(OTHER)).await;
    let answer = get(gateway, "/config.json", &[]).await;
    let text = std::str::from_utf8(&answer.body).expect("text");
    let read = cloud::config::AppConfig::parse(text).expect("what the app reads");
    let ids: Vec<_> = read.clouds.iter().map(|cloud| (cloud.id.as_str(), cloud.demo.is_some())).collect();
    assert_eq!(ids, [("demo", true), ("demo-openstack", true), ("other", false)]);
    assert_eq!(read.clouds.first().map(|cloud| cloud.identity.as_str()), Some(running.identity_v2().as_str()));
}

#[tokio::test]
async fn the_login_of_config_json_gives_a_token_through_the_proxy() {
    let (_running, gateway) = start(Config::empty()).await;
    let answer = get(gateway, "/config.json", &[]).await;
    let text = std::str::from_utf8(&answer.body).expect("text");
    let read = cloud::config::AppConfig::parse(text).expect("what the app reads");
    let cloud = read.clouds.first().expect("the demo");
    let login = cloud.demo.as_ref().expect("a login");
    let identity = cloud.identity.strip_prefix("http://").expect("plain http");
    let sign_in = json!({ "auth": {
        "tenantId": login.tenant,
        "passwordCredentials": { "username": login.user, "password": login.password },
    } });
    let request = Request::builder()
        .method(Method::POST)
        .uri(format!("/{}{identity}/tokens", read.proxy.as_deref().expect("a proxy")))
        .header("content-type", "application/json")
        .body(sign_in.to_string().into())
        .expect("a request");
    let answer = send(gateway, request).await;
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    let body: serde_json::Value = serde_json::from_slice(&answer.body).expect("JSON");
    let token = body.pointer("/access/token/id").and_then(|id| id.as_str()).expect("a token");
    assert!(!token.is_empty());
    // Every service of the catalog is reachable: one entry of the allow list covers the whole simulator.
    let catalog = body.pointer("/access/serviceCatalog").and_then(|list| list.as_array()).expect("a catalog");
    let urls: Vec<_> = catalog
        .iter()
        .filter_map(|service| service.pointer("/endpoints/0/publicURL").and_then(|url| url.as_str()))
        .collect();
    assert!(!urls.is_empty());
    for url in urls {
        let path = format!("/proxy/{}", url.strip_prefix("http://").expect("plain http"));
        let answer = get(gateway, &path, &[("x-auth-token", token)]).await;
        assert!(!answer.body.starts_with(b"{\"maru\""), "{url}: {:?}", answer.body);
    }
}

#[tokio::test]
async fn the_demos_openstack_lists_two_projects_and_two_regions() {
    let (_running, gateway) = start(Config::empty()).await;
    let answer = get(gateway, "/config.json", &[]).await;
    let text = std::str::from_utf8(&answer.body).expect("text");
    let read = cloud::config::AppConfig::parse(text).expect("what the app reads");
    let cloud = read.clouds.get(1).expect("the second demo");
    let (method, draft) = cloud::sign_in::of_demo(&cloud.identity, cloud.demo.clone().expect("a login"));
    let Ok(cloud::sign_in::SignIn::With(credentials)) = cloud::sign_in::check(method, &draft) else {
        panic!("the login is not complete")
    };
    let identity = format!("/proxy/{}", cloud.identity.strip_prefix("http://").expect("plain http"));
    let request = Request::builder()
        .method(Method::POST)
        .uri(format!("{identity}/auth/tokens"))
        .header("content-type", "application/json")
        .body(cloud::calls::identity::issue(&credentials).request.body.unwrap_or_default().into())
        .expect("a request");
    let answer = send(gateway, request).await;
    assert_eq!(answer.status, 201, "{:?}", answer.body);
    let token =
        answer.headers.get("x-subject-token").and_then(|token| token.to_str().ok()).expect("a token").to_owned();
    for (path, key, expect) in
        [("auth/projects", "projects", ["demo", "staging"]), ("regions", "regions", ["RegionOne", "RegionTwo"])]
    {
        let answer = get(gateway, &format!("{identity}/{path}"), &[("x-auth-token", &token)]).await;
        let body: serde_json::Value = serde_json::from_slice(&answer.body).expect("JSON");
        let list = body[key].as_array().cloned().unwrap_or_default();
        let names: Vec<_> =
            list.iter().map(|one| one.get("name").or(one.get("id")).and_then(|name| name.as_str())).collect();
        assert_eq!(names, expect.map(Some), "{path}");
    }
}

#[tokio::test]
async fn the_control_endpoint_answers_only_on_its_own_port() {
    let (running, gateway) = start(Config::empty()).await;
    let answer = get(gateway, &format!("/proxy/{}/_sim/requests", running.address), &[]).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (403, "path-not-allowed"));
}
