//! Requests that the proxy refuses without sending anything upstream, and its answers when a cloud does not respond.

use std::time::Duration;

use axum::body::{Body, Bytes};
use gateway::config::{Config, Proxy};
use http::{Method, Request};
use tokio::net::TcpListener;

use crate::harness::{Cloud, config, config_for, gateway, get, listen, request, send};

#[tokio::test]
async fn hosts_outside_the_list_are_never_asked() {
    let (listed, other) = (Cloud::plain().await, Cloud::plain().await);
    let gateway = gateway(config_for(listed.address)).await;
    let check = async |path: String, code: &str| {
        let answer = get(gateway, &path, &[]).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (403, code), "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        assert_eq!(answer.header("content-type"), Some("application/json"), "{path}");
    };
    check(format!("/proxy/{}/", other.address), "host-not-allowed").await;
    check(format!("/proxy/localhost:{}/", listed.address.port()), "host-not-allowed").await;
    check(format!("/proxy/x@{}/", listed.address), "host-not-allowed").await;
    check(format!("/proxy/{}@{}/", listed.address, other.address), "host-not-allowed").await;
    check(format!("/proxy/http://{}/", listed.address), "host-not-allowed").await;
    check(format!("/proxy//{}/", listed.address), "host-not-allowed").await;
    check("/proxy/127.0.0.1/".to_owned(), "host-not-allowed").await;
    check("/proxy/".to_owned(), "host-not-allowed").await;
    check("/proxy".to_owned(), "host-not-allowed").await;
    check(format!("/proxy/{}/_sim/clock", listed.address), "path-not-allowed").await;
    check(format!("/proxy/{}/%5fsim?x", listed.address), "path-not-allowed").await;
    assert_eq!((listed.seen().len(), other.seen().len()), (0, 0));
}

#[tokio::test]
async fn a_listed_path_cannot_be_left() {
    let cloud = Cloud::plain().await;
    let host = cloud.address;
    let text =
        format!("[[cloud]]\nid='c'\nname='C'\nidentity='http://{host}/identity/v3'\nhosts=['http://{host}/compute']\n");
    let gateway = gateway(config(&text)).await;
    for out in ["..;", "..;x=1", "%2e%2e;", "..%3b", "%252e%252e", "%c0%ae%c0%ae", "..%c0%af", "..%5c..", "%u002e."] {
        for path in [format!("/proxy/{host}/compute/{out}/admin"), format!("/proxy/{host}/compute/x/{out}")] {
            let answer = get(gateway, &path, &[]).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (403, "path-not-allowed"), "{path}");
        }
    }
    assert!(cloud.seen().is_empty());
    assert_eq!(get(gateway, &format!("/proxy/{host}/compute/a;b/..c"), &[]).await.status, 200);
}

#[tokio::test]
async fn a_direct_cloud_is_not_proxied() {
    let cloud = Cloud::plain().await;
    let text = format!("[[cloud]]\nid='c'\nname='C'\nidentity='http://{}/v3'\ndirect=true\n", cloud.address);
    let gateway = gateway(config(&text)).await;
    assert_eq!(get(gateway, &format!("/proxy/{}/v3", cloud.address), &[]).await.code(), "host-not-allowed");
    assert!(cloud.seen().is_empty());
}

#[tokio::test]
async fn other_methods_are_refused() {
    let cloud = Cloud::plain().await;
    let gateway = gateway(config_for(cloud.address)).await;
    for method in ["OPTIONS", "TRACE", "PROPFIND"] {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        let answer = send(gateway, request(method.clone(), &format!("/proxy/{}/", cloud.address), &[])).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (405, "method-not-allowed"), "{method}");
    }
    assert!(cloud.seen().is_empty());
}

#[tokio::test]
async fn browsers_may_only_fetch_and_only_for_listed_sites() {
    let cloud = Cloud::plain().await;
    let mut settings = config_for(cloud.address);
    settings.cors = config("[cors]\norigins=['http://console.example']").cors;
    let gateway = gateway(settings).await;
    let check = async |headers: &[(&str, &str)], code: Option<&str>| {
        let before = cloud.seen().len();
        let answer = get(gateway, &format!("/proxy/{}/", cloud.address), headers).await;
        let refused = (answer.status != 200).then(|| answer.code());
        assert_eq!(refused.as_deref(), code, "{headers:?}");
        assert_eq!(cloud.seen().len() - before, usize::from(code.is_none()), "{headers:?}");
    };
    check(&[("sec-fetch-dest", "empty"), ("sec-fetch-site", "same-origin")], None).await;
    check(&[("origin", "http://any.example")], None).await;
    for dest in ["document", "iframe", "script", "style", "image", "worker", "object"] {
        check(&[("sec-fetch-dest", dest), ("sec-fetch-site", "same-origin")], Some("not-a-fetch")).await;
    }
    let listed = ("origin", "http://console.example");
    let other = ("origin", "http://other.example");
    check(&[("sec-fetch-site", "cross-site"), listed], None).await;
    check(&[("sec-fetch-site", "cross-site"), other], Some("origin-not-allowed")).await;
    check(&[("sec-fetch-site", "same-site"), other], Some("origin-not-allowed")).await;
    check(&[("sec-fetch-site", "cross-site")], Some("origin-not-allowed")).await;
}

#[tokio::test]
async fn too_large_requests_are_refused() {
    let cloud = Cloud::plain().await;
    let gateway = gateway(config_for(cloud.address)).await;
    let post = |body: Body| {
        Request::builder().method(Method::POST).uri(format!("/proxy/{}/", cloud.address)).body(body).expect("a request")
    };
    let bytes = |length: usize| Bytes::from(vec![b'x'; length]);
    let fits = send(gateway, post(Body::from(bytes(1024 * 1024)))).await;
    assert_eq!(fits.status, 200);
    assert_eq!(cloud.only().body.len(), 1024 * 1024);
    let declared = send(gateway, post(Body::from(bytes(1024 * 1024 + 1)))).await;
    assert_eq!((declared.status.as_u16(), declared.code().as_str()), (413, "request-too-large"));
    assert_eq!(cloud.seen().len(), 1, "nothing is sent when the length is declared");

    let (mut sender, chunked) = http_body_util::channel::Channel::<Bytes>::new(1);
    let feed = tokio::spawn(async move {
        for _ in 0..2 {
            // The gateway may stop reading at any time.
            let _ = sender.send_data(Bytes::from(vec![b'x'; 600 * 1024])).await;
        }
    });
    let chunked = send(gateway, post(Body::new(chunked))).await;
    assert_eq!((chunked.status.as_u16(), chunked.code().as_str()), (413, "request-too-large"));
    feed.await.expect("the feeder");
}

#[tokio::test]
async fn a_cloud_that_is_gone_is_named() {
    let closed = TcpListener::bind("127.0.0.1:0").await.expect("a free port").local_addr().expect("its address");
    let gateway = gateway(config_for(closed)).await;
    let answer = get(gateway, &format!("/proxy/{closed}/v2"), &[]).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (502, "cloud-unreachable"));
    let body = String::from_utf8_lossy(&answer.body);
    assert!(body.contains(&format!("http://{closed}")) && body.contains("refused"), "{body}");
}

#[tokio::test]
async fn a_cloud_that_breaks_off_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address");
    tokio::spawn(async move { while listener.accept().await.is_ok() {} });
    let gateway = gateway(config_for(address)).await;
    let answer = get(gateway, &format!("/proxy/{address}/v2"), &[]).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (502, "cloud-unreachable"));
}

#[tokio::test]
async fn a_cloud_that_does_not_answer_in_time_is_named() {
    let silent = listen(axum::Router::new().fallback(async || std::future::pending::<()>().await)).await;
    let gateway = gateway(Config {
        proxy: Proxy { read_timeout: Duration::from_millis(50), ..Default::default() },
        ..config_for(silent)
    })
    .await;
    let answer = get(gateway, &format!("/proxy/{silent}/v2"), &[]).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (504, "cloud-timeout"));
    assert!(String::from_utf8_lossy(&answer.body).contains(&format!("http://{silent}")));
}
