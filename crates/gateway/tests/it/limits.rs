//! Limits of size and time.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::response::Response;
use gateway::config::{Config, Proxy, Server};
use http::{Method, Request};
use http_body_util::BodyExt as _;
use http_body_util::channel::Channel;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::sync::mpsc;

use crate::harness::{Cloud, begin, config_for, gateway, get, listen, raw, request, send};

/// A cloud that signals each request and answers when the test says so; `None` in the channel answers nothing.
async fn slow_cloud() -> (std::net::SocketAddr, mpsc::UnboundedReceiver<tokio::sync::oneshot::Sender<()>>) {
    let (tell, told) = mpsc::unbounded_channel();
    let router = Router::new().fallback(async move || {
        let (sender, receiver) = tokio::sync::oneshot::channel();
        let _ = tell.send(sender);
        let _ = receiver.await;
    });
    (listen(router).await, told)
}

#[tokio::test]
async fn too_many_requests_at_once_get_a_429_that_says_when_to_ask_again() {
    for (max_concurrent, max_concurrent_per_client, words) in [(2, 10, "The gateway has"), (10, 2, "This client")] {
        let (cloud, mut asked) = slow_cloud().await;
        let proxy = Proxy { max_concurrent, max_concurrent_per_client, ..Default::default() };
        let gateway = gateway(Config { proxy, ..config_for(cloud) }).await;
        let path = format!("/proxy/{cloud}/");
        let start = |path: String| tokio::spawn(async move { get(gateway, &path, &[]).await.status });
        let first = [start(path.clone()), start(path.clone())];
        let waiting = [asked.recv().await.expect("the first"), asked.recv().await.expect("the second")];
        let third = get(gateway, &path, &[]).await;
        assert_eq!((third.status.as_u16(), third.code().as_str()), (429, "too-many-requests"));
        assert_eq!(third.header("retry-after"), Some("1"));
        assert!(String::from_utf8_lossy(&third.body).contains(words));
        for waiting in waiting {
            waiting.send(()).expect("it waits");
        }
        for answer in first {
            assert_eq!(answer.await.expect("an answer"), 200);
        }
        let later = start(path);
        asked.recv().await.expect("it is asked again").send(()).expect("it waits");
        assert_eq!(later.await.expect("an answer"), 200, "places are given back");
    }
}

#[tokio::test]
async fn a_place_is_held_until_the_answer_is_whole_and_given_back_when_the_client_leaves() {
    let (mut sender, body) = Channel::<Bytes>::new(1);
    let body = std::sync::Mutex::new(Some(body));
    let cloud = Cloud::start({
        let body = std::sync::Arc::new(body);
        move |_| {
            body.lock().expect("no panic").take().map_or_else(Response::default, |body| Response::new(Body::new(body)))
        }
    })
    .await;
    let proxy = Proxy { max_concurrent: 1, ..Default::default() };
    let gateway = gateway(Config { proxy, ..config_for(cloud.address) }).await;
    let path = format!("/proxy/{}/", cloud.address);
    let mut answer = begin(gateway, request(Method::GET, &path, &[])).await;
    sender.send_data(Bytes::from("one")).await.expect("someone reads");
    assert!(answer.frame().await.is_some_and(|frame| frame.is_ok()));
    assert_eq!(get(gateway, &path, &[]).await.status, 429);
    drop(answer);
    // The gateway notices that nobody reads when it writes.
    while sender.send_data(Bytes::from(vec![0; 1 << 20])).await.is_ok() {}
    while get(gateway, &path, &[]).await.status == 429 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn an_endless_answer_ends_in_total_time() {
    let (sender, body) = Channel::<Bytes>::new(1);
    let body = std::sync::Mutex::new(Some(body));
    let cloud = Cloud::start({
        let body = std::sync::Arc::new(body);
        move |_| Response::new(Body::new(body.lock().expect("no panic").take().expect("asked once")))
    })
    .await;
    let proxy = Proxy { total_timeout: Duration::from_millis(300), ..Default::default() };
    let gateway = gateway(Config { proxy, ..config_for(cloud.address) }).await;
    let answer = begin(gateway, request(Method::GET, &format!("/proxy/{}/", cloud.address), &[])).await;
    let feed = tokio::spawn(async move {
        let mut sender = sender;
        while sender.send_data(Bytes::from("more")).await.is_ok() {
            tokio::task::yield_now().await;
        }
    });
    assert!(answer.into_body().collect().await.is_err(), "cut short, and the page can tell");
    feed.await.expect("the cloud is let go, too");
}

#[tokio::test]
async fn long_addresses_and_large_headers_are_refused() {
    let cloud = Cloud::plain().await;
    let proxy = Proxy { max_path_bytes: 1024, ..Default::default() };
    let server = Server { max_headers: 30, max_header_bytes: 8192, ..Default::default() };
    let gateway = gateway(Config { proxy, server, ..config_for(cloud.address) }).await;
    let host = cloud.address;
    let long = get(gateway, &format!("/proxy/{host}/{}", "a".repeat(1024)), &[]).await;
    assert_eq!((long.status.as_u16(), long.code().as_str()), (414, "address-too-long"));
    let check = async |lines: String, expect: &str| {
        let bytes = format!("GET /proxy/{host}/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{lines}\r\n");
        let answer = raw(gateway, bytes.as_bytes()).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {expect} ")), "{answer}");
    };
    check("X-A: b\r\n".repeat(20), "200").await;
    check("X-A: b\r\n".repeat(40), "431").await;
    check(format!("X-A: {}\r\n", "b".repeat(4000)), "200").await;
    check(format!("X-A: {}\r\n", "b".repeat(9000)), "431").await;
    assert_eq!(cloud.seen().len(), 2);
}

#[tokio::test]
async fn an_answer_to_what_is_no_request_is_empty() {
    let cloud = Cloud::plain().await;
    let gateway = gateway(config_for(cloud.address)).await;
    let large = format!("GET / HTTP/1.1\r\nHost: localhost\r\nX-A: {}\r\n\r\n", "b".repeat(33_000));
    let long = format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "a".repeat(33_000));
    for (bytes, expect) in [("no request\r\n\r\n", "400"), (&large, "431"), (&long, "431")] {
        let answer = raw(gateway, bytes.as_bytes()).await;
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
        assert!(head.starts_with(&format!("HTTP/1.1 {expect} ")), "{answer}");
        // This response is not the gateway's and has no security headers: it must have no content and no headers with an
        // effect.
        let named = head.lines().skip(1).filter_map(|line| line.split_once(':'));
        let named: Vec<_> = named.map(|(name, _)| name.to_ascii_lowercase()).collect();
        assert!(named.iter().all(|name| ["content-length", "connection", "date"].contains(&name.as_str())), "{answer}");
        assert_eq!(body, "", "{answer}");
    }
}

#[tokio::test]
async fn a_connection_that_never_finishes_its_header_is_closed() {
    let server = Server { header_timeout: Duration::from_millis(50), ..Default::default() };
    let cloud = Cloud::plain().await;
    let gateway = gateway(Config { server, ..config_for(cloud.address) }).await;
    assert_eq!(raw(gateway, b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow").await, "");
    assert_eq!(raw(gateway, b"").await, "", "nor one that says nothing");
}

#[tokio::test]
async fn a_header_takes_no_more_than_its_bound() {
    let server = Server { max_header_bytes: 8192, ..Default::default() };
    let cloud = Cloud::plain().await;
    let gateway = gateway(Config { server, ..config_for(cloud.address) }).await;
    let mut stream = TcpStream::connect(gateway).await.expect("it listens");
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ").await.expect("sent");
    // Without a limit of the buffer it would be read endlessly, because no line ends.
    let mut sent = 0;
    while stream.write_all(&[b'a'; 1024]).await.is_ok() {
        sent += 1024;
        assert!(sent < 4 << 20, "{sent} bytes of an unfinished header were taken");
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_sign_in_is_no_place_for_large_requests() {
    let cloud = Cloud::plain().await;
    let gateway = gateway(config_for(cloud.address)).await;
    let sign_in = |length: usize| {
        Request::post(format!("/proxy/{}/v3/auth/tokens", cloud.address))
            .header("host", gateway.to_string())
            .header("origin", format!("http://{gateway}"))
            .header("x-maru-session", "c")
            .body(Body::from(vec![b'a'; length]))
            .expect("a request")
    };
    let large = send(gateway, sign_in(65 * 1024)).await;
    assert_eq!((large.status.as_u16(), large.code().as_str()), (413, "request-too-large"));
    assert_ne!(send(gateway, sign_in(60 * 1024)).await.status, 413);
    assert_eq!(cloud.seen().len(), 1, "the large one is not passed on");
}
