//! Pages on other origins: listed ones are allowed, others get no CORS headers.

use std::net::SocketAddr;

use axum::body::Body;
use axum::response::Response;
use http::{HeaderMap, Method};

use crate::harness::{Cloud, config, config_for, gateway, get, request, send};

const LISTED: &str = "https://console.example";

async fn start() -> (Cloud, SocketAddr) {
    let cloud = Cloud::start(|_| {
        let builder = Response::builder().header("access-control-allow-origin", "*");
        builder.header("access-control-expose-headers", "x-upstream").body(Body::empty()).expect("a response")
    })
    .await;
    let mut settings = config_for(cloud.address);
    settings.cors = config(&format!("[cors]\norigins=['{LISTED}/', 'http://localhost:8081']")).cors;
    let gateway = gateway(settings).await;
    (cloud, gateway)
}

fn said(headers: &HeaderMap) -> Vec<String> {
    headers.keys().map(ToString::to_string).filter(|name| name.starts_with("access-control-")).collect()
}

#[tokio::test]
async fn a_listed_origin_may_read_the_answer() {
    let (cloud, gateway) = start().await;
    for path in [format!("/proxy/{}/", cloud.address), "/proxy/other.example/".to_owned(), "/config.json".to_owned()] {
        for origin in [LISTED, "http://localhost:8081"] {
            let answer = get(gateway, &path, &[("origin", origin)]).await;
            assert_eq!(answer.header("access-control-allow-origin"), Some(origin), "{path}");
            let exposed = answer.header("access-control-expose-headers").map(str::to_ascii_lowercase);
            let expect =
                "date,location,retry-after,x-subject-token,x-openstack-request-id,x-compute-request-id,x-request-id";
            assert_eq!(exposed.as_deref(), Some(expect), "{path}");
            assert_eq!(answer.header("access-control-allow-credentials"), None, "{path}");
            assert!(answer.header("vary").is_some_and(|vary| vary.contains("origin")), "{path}");
        }
    }
}

#[tokio::test]
async fn a_listed_origin_may_ask_before() {
    let (cloud, gateway) = start().await;
    let path = format!("/proxy/{}/v2/t/servers", cloud.address);
    let asks = [
        ("origin", LISTED),
        ("access-control-request-method", "DELETE"),
        ("access-control-request-headers", "content-type,x-auth-token"),
    ];
    let answer = send(gateway, request(Method::OPTIONS, &path, &asks)).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("access-control-allow-origin"), Some(LISTED));
    let allows = |name: &str, word: &str| answer.header(name).is_some_and(|list| list.split(',').any(|x| x == word));
    for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
        assert!(allows("access-control-allow-methods", method), "{method}");
    }
    for header in ["content-type", "x-auth-token", "x-subject-token", "openstack-api-version"] {
        assert!(allows("access-control-allow-headers", header), "{header}");
    }
    assert_eq!(answer.header("access-control-max-age"), Some("600"));
    assert!(cloud.seen().is_empty(), "a preflight is answered here");
}

#[tokio::test]
async fn others_and_the_site_itself_get_no_such_header() {
    let (cloud, gateway) = start().await;
    let proxied = format!("/proxy/{}/", cloud.address);
    for path in [proxied.as_str(), "/config.json", "/", "/healthz"] {
        for headers in [&[][..], &[("origin", "https://console.example.evil.example")], &[("origin", "null")]] {
            let answer = get(gateway, path, headers).await;
            assert_eq!(said(&answer.headers), Vec::<String>::new(), "{path} {headers:?}");
        }
    }
    let asks = [("origin", "https://other.example"), ("access-control-request-method", "GET")];
    let answer = send(gateway, request(Method::OPTIONS, &proxied, &asks)).await;
    assert_eq!(answer.header("access-control-allow-origin"), None);
    let site = get(gateway, "/", &[("origin", LISTED)]).await;
    assert_eq!(said(&site.headers), Vec::<String>::new(), "the pages themselves are not shared");
}

#[tokio::test]
async fn without_configured_origins_there_is_no_cors_at_all() {
    let cloud = Cloud::plain().await;
    let gateway = gateway(config_for(cloud.address)).await;
    for path in [format!("/proxy/{}/", cloud.address), "/config.json".to_owned()] {
        let answer = get(gateway, &path, &[("origin", LISTED)]).await;
        assert_eq!(said(&answer.headers), Vec::<String>::new(), "{path}");
    }
}
