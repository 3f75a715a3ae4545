//! HTTP/2, when the gateway itself serves TLS: the same limits as with HTTP/1, and those that only HTTP/2 needs.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::response::Response;
use gateway::config::Config;
use h2::client::{ResponseFuture, SendRequest};
use http::{HeaderMap, Request, StatusCode};
use tokio::sync::Notify;

use crate::harness::{Cloud, config, gateway, listen};
use crate::slow_clients::endless_cloud;
use crate::tls::{Own, connect, own, with_tls};

/// A gateway with TLS in front of `cloud`.
async fn gateway_with_tls(own: &Own, cloud: SocketAddr, server: &str, proxy: &str) -> SocketAddr {
    let cloud = format!("[[cloud]]\nid='c'\nname='C'\nidentity='http://{cloud}/v3'\n");
    gateway(config(&format!("{cloud}{}[proxy]\n{proxy}", with_tls(own, server)))).await
}

async fn client(gateway: SocketAddr, own: &Own) -> SendRequest<Bytes> {
    let stream = connect(gateway, own, &[b"h2", b"http/1.1"]).await;
    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"h2"[..]), "both want it");
    let (client, connection) = h2::client::handshake(stream).await.expect("HTTP/2");
    tokio::spawn(connection);
    client
}

fn ask(path: &str, headers: &[(&str, &str)]) -> Request<()> {
    let builder = Request::builder().uri(format!("https://localhost{path}"));
    headers.iter().fold(builder, |builder, (name, value)| builder.header(*name, *value)).body(()).expect("a request")
}

async fn begin(client: &mut SendRequest<Bytes>, request: Request<()>) -> Result<ResponseFuture, h2::Error> {
    std::future::poll_fn(|cx| client.poll_ready(cx)).await?;
    Ok(client.send_request(request, true)?.0)
}

async fn get(client: &mut SendRequest<Bytes>, request: Request<()>) -> (StatusCode, HeaderMap, Vec<u8>) {
    let answer = begin(client, request).await.expect("sent").await.expect("an answer");
    let (head, mut body) = answer.into_parts();
    let mut whole = Vec::new();
    while let Some(data) = body.data().await {
        let data = data.expect("a piece");
        body.flow_control().release_capacity(data.len()).expect("it was taken");
        whole.extend_from_slice(&data);
    }
    (head.status, head.headers, whole)
}

/// A cloud that never answers and signals each request.
async fn silent_cloud() -> (SocketAddr, Arc<Notify>) {
    let asked = Arc::new(Notify::new());
    let tell = Arc::clone(&asked);
    let router = Router::new().fallback(async move || {
        tell.notify_one();
        std::future::pending::<()>().await;
    });
    (listen(router).await, asked)
}

#[tokio::test]
async fn site_and_proxy_are_served_and_the_host_is_the_authority() {
    let (own, cloud) = (own("http2"), Cloud::plain().await);
    let gateway = gateway_with_tls(&own, cloud.address, "", "").await;
    let mut client = client(gateway, &own).await;
    let (status, headers, body) = get(&mut client, ask("/", &[("accept", "text/html")])).await;
    assert_eq!((status.as_u16(), body.as_slice()), (200, &b"<!doctype html>"[..]));
    assert!(headers.contains_key("strict-transport-security"));
    let path = format!("/proxy/{}/v3?a", cloud.address);
    assert_eq!(get(&mut client, ask(&path, &[("x-auth-token", "t"), ("x-roles", "admin")])).await.0, 200);
    let seen = cloud.only();
    assert_eq!((seen.raw.as_str(), seen.headers.get("x-roles")), ("/v3?a", None));
    assert_eq!(seen.headers.get("x-auth-token").map(|token| token.as_bytes()), Some(&b"t"[..]));
}

#[tokio::test]
async fn the_cookies_of_twenty_sessions_may_come_as_a_header_each() {
    let (own, cloud) = (own("http2-cookies"), Cloud::plain().await);
    let gateway = gateway_with_tls(&own, cloud.address, "", "").await;
    let mut client = client(gateway, &own).await;
    let cookie = |at: usize| match at {
        0..20 => format!("__Host-maru.c.{at:024x}={}", "x".repeat(550)),
        _ => format!("__Secure-maru-about.c.{at:024x}={}", "x".repeat(815)),
    };
    let cookies: Vec<_> = (0..40).map(|at| ("cookie", cookie(at))).collect();
    let mut headers: Vec<_> = cookies.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let agent = "a".repeat(200);
    headers.extend([("x-maru-session", "list"), ("sec-fetch-site", "same-origin"), ("user-agent", &agent)]);
    let (status, _, body) = get(&mut client, ask("/sessions", &headers)).await;
    assert_eq!((status.as_u16(), body.as_slice()), (200, &b"{\"sessions\":[]}"[..]));
}

#[tokio::test]
async fn two_hosts_that_differ_are_refused() {
    let (own, cloud) = (own("http2-hosts"), Cloud::plain().await);
    let gateway = gateway_with_tls(&own, cloud.address, "", "").await;
    let mut client = client(gateway, &own).await;
    assert_eq!(get(&mut client, ask("/healthz", &[("host", "localhost")])).await.0, 200);
    assert_eq!(get(&mut client, ask("/healthz", &[("host", "other.example")])).await.0, 400);
}

#[tokio::test]
async fn many_or_large_headers_are_refused() {
    let (own, cloud) = (own("http2-headers"), Cloud::plain().await);
    let gateway = gateway_with_tls(&own, cloud.address, "max_headers=30\nmax_header_bytes=8192\n", "").await;
    let mut client = client(gateway, &own).await;
    let check = async |client: &mut SendRequest<Bytes>, header: (&str, &str), times: usize, expect: u16| {
        let request = ask("/healthz", &vec![header; times]);
        assert_eq!(get(client, request).await.0, expect, "{times} × {}", header.1.len());
    };
    check(&mut client, ("x-a", "b"), 20, 200).await;
    // One byte each in the request: HPACK sends repeated headers as an index.
    check(&mut client, ("x-a", "b"), 40, 431).await;
    check(&mut client, ("x-a", &"b".repeat(1000)), 5, 200).await;
    check(&mut client, ("x-a", &"b".repeat(1000)), 12, 431).await;
}

#[tokio::test]
async fn a_stream_that_is_not_read_loses_its_place() {
    let (own, cloud) = (own("http2-unread"), endless_cloud().await);
    let gateway = gateway_with_tls(&own, cloud.address, "send_timeout_s=1\n", "max_concurrent=1\n").await;
    let path = format!("/proxy/{}/", cloud.address);
    let mut unread = client(gateway, &own).await;
    let answer = begin(&mut unread, ask(&path, &[])).await.expect("sent").await.expect("an answer");
    // The connection itself works: only this stream is held back.
    let mut other = client(gateway, &own).await;
    while get(&mut other, ask(&path, &[])).await.0 == 429 {
        tokio::task::yield_now().await;
    }
    drop(answer);
}

#[tokio::test]
async fn a_stream_that_is_read_slowly_gets_all_of_it() {
    let body = vec![b'a'; 64 * 1024];
    let (own, cloud) = (own("http2-slow"), Cloud::start(move |_| Response::new(Body::from(body.clone()))).await);
    let gateway = gateway_with_tls(&own, cloud.address, "send_timeout_s=1\n", "").await;
    let stream = connect(gateway, &own, &[b"h2"]).await;
    let (mut client, connection) =
        h2::client::Builder::new().initial_window_size(1024).handshake::<_, Bytes>(stream).await.expect("HTTP/2");
    tokio::spawn(connection);
    let answer = begin(&mut client, ask(&format!("/proxy/{}/", cloud.address), &[])).await.expect("sent");
    let (mut body, mut length) = (answer.await.expect("an answer").into_body(), 0);
    while let Some(data) = body.data().await {
        let data = data.expect("it is not cut");
        length += data.len();
        // 25 KB a second: a chunk of 32 KiB or more takes longer than the second within which data must be read.
        tokio::time::sleep(Duration::from_millis(40)).await;
        body.flow_control().release_capacity(data.len()).expect("it was taken");
    }
    assert_eq!(length, 64 * 1024);
}

#[tokio::test]
async fn streams_of_one_connection_take_places_like_connections() {
    let (own, (cloud, asked)) = (own("http2-places"), silent_cloud().await);
    let gateway = gateway_with_tls(&own, cloud, "max_connections_per_client=2\n", "").await;
    let mut client = client(gateway, &own).await;
    let mut waiting = Vec::new();
    for _ in 0..2 {
        waiting.push(begin(&mut client, ask(&format!("/proxy/{cloud}/"), &[])).await.expect("sent"));
        asked.notified().await;
    }
    let (status, headers, _) = get(&mut client, ask("/healthz", &[])).await;
    assert_eq!((status.as_u16(), headers.get("retry-after").is_some()), (429, true));
    drop(waiting.pop());
    while get(&mut client, ask("/healthz", &[])).await.0 == 429 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_refusal_before_anything_of_the_site_is_asked_has_the_security_headers() {
    let (own, (cloud, asked)) = (own("http2-refused"), silent_cloud().await);
    let gateway = gateway_with_tls(&own, cloud, "max_connections_per_client=1\nmax_headers=30\n", "").await;
    let mut client = client(gateway, &own).await;
    let two_hosts = get(&mut client, ask("/healthz", &[("host", "other.example")])).await;
    let many_headers = get(&mut client, ask("/healthz", &[("x-a", "b"); 40])).await;
    let _under_way = begin(&mut client, ask(&format!("/proxy/{cloud}/"), &[])).await.expect("sent");
    asked.notified().await;
    let no_place = get(&mut client, ask("/healthz", &[])).await;
    for ((status, headers, _), expect) in [(two_hosts, 400), (many_headers, 431), (no_place, 429)] {
        assert_eq!(status, expect);
        for (name, value) in [
            ("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            ("cache-control", "no-store"),
            ("strict-transport-security", "max-age=31536000"),
        ] {
            let sent = headers.get(name).map(|sent| sent.to_str().expect("text"));
            assert_eq!(sent, Some(value), "{status} {name}");
        }
    }
}

#[tokio::test]
async fn a_flood_of_resets_ends_its_connection_and_no_other() {
    let (own, (cloud, asked)) = (own("http2-resets"), silent_cloud().await);
    let gateway = gateway_with_tls(&own, cloud, "", "").await;
    let mut other = client(gateway, &own).await;
    let path = format!("/proxy/{cloud}/");
    // As fast as possible: the gateway has not started them.
    let mut fast = client(gateway, &own).await;
    while let Ok(given_up) = begin(&mut fast, ask(&path, &[])).await {
        drop(given_up);
        tokio::task::yield_now().await;
    }
    // Each after the cloud has received the one before.
    let mut slow = client(gateway, &own).await;
    while let Ok(given_up) = begin(&mut slow, ask(&path, &[])).await {
        tokio::select! {
            () = asked.notified() => {}
            ended = given_up => assert!(ended.is_err(), "the cloud never answers"),
        }
    }
    assert_eq!(get(&mut other, ask("/healthz", &[])).await.0, 200);
}

#[tokio::test]
async fn without_tls_there_is_none() {
    let gateway = gateway(Config { ..config("") }).await;
    let answer = crate::harness::raw(gateway, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").await;
    assert!(!answer.starts_with('\0'), "no frame comes back: {answer:?}");
}
