//! The proxy passes requests and responses through unchanged.

use axum::body::Body;
use axum::response::Response;
use http::{HeaderMap, Method, Request, StatusCode};

use crate::harness::{Cloud, config_for, gateway, get, request, send};

/// Names and values, sorted, without those that HTTP adds.
fn listed(headers: &HeaderMap) -> Vec<String> {
    let mut lines: Vec<_> = headers
        .iter()
        .filter(|(name, _)| *name != "date" && *name != "x-request-id")
        .map(|(name, value)| format!("{name}: {}", value.to_str().expect("text")))
        .collect();
    lines.sort();
    lines
}

#[tokio::test]
async fn path_and_query_arrive_byte_for_byte() {
    let cloud = Cloud::plain().await;
    let gateway = gateway(config_for(cloud.address)).await;
    let raws = [
        "/",
        "/v2/t/servers/detail?limit=100&marker=8f0a",
        "/v2/t/os-keypairs/a%2Fb%20c",
        "/v2/t/os-keypairs/%EB%A7%88%EB%A3%A8",
        "/v2/t/%2ex/..x//z/...",
        "/v2/t/servers?changes-since=2026-01-01T00%3A00%3A00Z&name=a+b%2B&x&y=&=z",
        "/v2/t/servers?next=/proxy/other.example/&q=http://other.example/?a",
        "/v2/t/;a=1,2/@(x)!$&'*~",
        "/v2/t/%zz%",
    ];
    for raw in raws {
        assert_eq!(get(gateway, &format!("/proxy/{}{raw}", cloud.address), &[]).await.status, 200, "{raw}");
    }
    let seen: Vec<_> = cloud.seen().into_iter().map(|seen| seen.raw).collect();
    assert_eq!(seen, raws);
}

#[tokio::test]
async fn methods_and_bodies_arrive() {
    let cloud = Cloud::plain().await;
    let gateway = gateway(config_for(cloud.address)).await;
    let cases = [
        (Method::POST, "{\"server\":{\"name\":\"마루\"}}"),
        (Method::PUT, "{}"),
        (Method::PATCH, "[]"),
        (Method::DELETE, ""),
        (Method::POST, ""),
    ];
    for (method, body) in &cases {
        let path = format!("/proxy/{}/v2/t/servers", cloud.address);
        let request = Request::builder().method(method).uri(path).body(Body::from(*body)).expect("a request");
        assert_eq!(send(gateway, request).await.status, 200, "{method}");
    }
    for (seen, (method, body)) in cloud.seen().iter().zip(&cases) {
        assert_eq!((&seen.method, &seen.body[..]), (method, body.as_bytes()));
        let length = seen.headers.get("content-length").map(|value| value.to_str().expect("text").to_owned());
        let expect = (*method != Method::DELETE).then(|| body.len().to_string());
        assert_eq!(length, expect, "{method}: not chunked, some services refuse that");
    }
    assert_eq!(cloud.seen().len(), cases.len());
}

#[tokio::test]
async fn only_listed_request_headers_are_sent() {
    let cloud = Cloud::plain().await;
    let gateway = gateway(config_for(cloud.address)).await;
    let pass = [
        ("accept", "application/json"),
        ("accept-encoding", "gzip"),
        ("accept-language", "ko"),
        ("content-type", "application/json"),
        ("openstack-api-version", "compute 2.1"),
        ("x-auth-token", "secret"),
        ("x-openstack-nova-api-version", "2.1"),
        ("x-subject-token", "other"),
    ];
    let stop = [
        ("authorization", "Basic eDp5"),
        ("connection", "x-auth-token"),
        ("cookie", "session=1"),
        ("forwarded", "for=10.0.0.1"),
        ("keep-alive", "timeout=5"),
        ("origin", "http://console.example"),
        ("proxy-authorization", "Basic eDp5"),
        ("referer", "http://console.example/instances"),
        ("sec-fetch-site", "same-origin"),
        ("te", "trailers"),
        ("upgrade", "websocket"),
        ("x-forwarded-for", "10.0.0.1"),
        ("x-forwarded-host", "console.example"),
        ("x-identity-status", "Confirmed"),
        ("x-openstack-request-id", "req-of-the-page"),
        ("x-request-id", "of the page"),
        ("x-roles", "admin"),
        ("user-agent", "browser"),
    ];
    let answer = get(gateway, &format!("/proxy/{}/", cloud.address), &[&pass[..], &stop[..]].concat()).await;
    let mut expect: Vec<_> = pass.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    expect.push(format!("host: {}", cloud.address));
    expect.push(concat!("user-agent: maru-gateway/", env!("CARGO_PKG_VERSION")).to_owned());
    let seen = cloud.only().headers;
    let id = seen.get("x-openstack-request-id").and_then(|id| id.to_str().ok()).expect("an id");
    assert_eq!(answer.header("x-request-id"), Some(id), "the cloud's log and the page name the request alike");
    expect.push(format!("x-openstack-request-id: {id}"));
    expect.sort();
    assert_eq!(listed(&seen), expect);
}

const CLOUD_TIME: &str = "Sun, 06 Nov 1994 08:49:37 GMT";

#[tokio::test]
async fn only_listed_response_headers_come_back() {
    let pass = [
        ("content-encoding", "gzip"),
        ("content-type", "application/json"),
        ("location", "http://cloud.example/v2/t/servers/1"),
        ("openstack-api-version", "compute 2.1"),
        ("retry-after", "7"),
        ("x-compute-request-id", "req-1"),
        ("x-openstack-nova-api-version", "2.1"),
        ("x-openstack-request-id", "req-2"),
        ("x-subject-token", "token"),
    ];
    let stop = [
        ("access-control-allow-origin", "*"),
        ("access-control-allow-credentials", "true"),
        ("cache-control", "public, max-age=99"),
        ("clear-site-data", "\"*\""),
        ("content-security-policy", "script-src *"),
        ("keep-alive", "timeout=5"),
        ("refresh", "0;url=http://other.example"),
        ("server", "Apache"),
        ("set-cookie", "a=b"),
        ("strict-transport-security", "max-age=1"),
        ("vary", "X-Auth-Token"),
        ("www-authenticate", "Keystone uri=\"http://cloud.example\""),
    ];
    let cloud = Cloud::start(move |_| {
        let builder = pass.iter().chain(&stop).fold(Response::builder(), |b, (name, value)| b.header(*name, *value));
        builder.header("date", CLOUD_TIME).body(Body::from("gzip bytes")).expect("a response")
    })
    .await;
    let gateway = gateway(config_for(cloud.address)).await;
    let answer = get(gateway, &format!("/proxy/{}/", cloud.address), &[]).await;
    let mut expect: Vec<_> = pass.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    expect.extend(
        [
            "cache-control: no-store",
            "content-length: 10",
            "content-security-policy: default-src 'none'; frame-ancestors 'none'; sandbox",
            "cross-origin-opener-policy: same-origin",
            "cross-origin-resource-policy: same-origin",
            "permissions-policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "referrer-policy: no-referrer",
            "x-content-type-options: nosniff",
        ]
        .map(ToOwned::to_owned),
    );
    expect.sort();
    assert_eq!(listed(&answer.headers), expect);
    assert_eq!(answer.header("date"), Some(CLOUD_TIME), "the cloud's time, not the gateway's");
    assert_eq!(answer.body, "gzip bytes", "nothing is unpacked on the way");
}

#[tokio::test]
async fn every_status_passes_and_nothing_is_followed_or_repeated() {
    for code in [200, 202, 204, 300, 304, 401, 404, 409, 413, 429, 500, 502, 503, 504] {
        let status = StatusCode::from_u16(code).expect("a status");
        let empty = matches!(code, 202 | 204 | 304);
        let cloud = Cloud::start(move |_| {
            let body = if empty { Body::empty() } else { Body::from("{\"words\":1}") };
            let builder = Response::builder().status(status).header("location", "/elsewhere");
            builder.body(body).expect("a response")
        })
        .await;
        let gateway = gateway(config_for(cloud.address)).await;
        let answer = get(gateway, &format!("/proxy/{}/v2", cloud.address), &[]).await;
        assert_eq!(answer.status, code);
        assert_eq!(answer.header("location"), Some("/elsewhere"), "{code}");
        assert_eq!(answer.body.is_empty(), empty, "{code}");
        assert_eq!(cloud.only().raw, "/v2", "{code}");
    }
}

/// A browser does not tell a page where a redirect leads.
#[tokio::test]
async fn a_redirect_is_named_and_not_followed() {
    for code in [301, 302, 303, 307, 308] {
        let cloud = Cloud::start(move |_| {
            let builder = Response::builder().status(code).header("location", "https://other.example/v3?secret=1#x");
            builder.body(Body::from("moved")).expect("a response")
        })
        .await;
        let gateway = gateway(config_for(cloud.address)).await;
        let answer = get(gateway, &format!("/proxy/{}/v2", cloud.address), &[]).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (502, "cloud-redirect"), "{code}");
        assert_eq!(answer.header("location"), None, "{code}");
        let said = String::from_utf8_lossy(&answer.body);
        assert!(said.contains("redirect to https://other.example/v3\""), "{said}");
        assert_eq!(cloud.only().raw, "/v2", "{code}");
    }
}

#[tokio::test]
async fn head_tells_the_length_of_what_get_would_send() {
    let cloud = Cloud::plain().await;
    let gateway = gateway(config_for(cloud.address)).await;
    let answer = send(gateway, request(Method::HEAD, &format!("/proxy/{}/", cloud.address), &[])).await;
    assert_eq!((answer.status.as_u16(), answer.header("content-length")), (200, Some("2")));
    assert_eq!(cloud.only().method, Method::HEAD);
}
