//! Bodies are streamed in both directions.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::response::Response;
use gateway::config::{Config, Proxy};
use http::{Method, Request};
use http_body_util::BodyExt as _;
use http_body_util::channel::{Channel, Sender};
use tokio::sync::mpsc;

use crate::harness::{Cloud, begin, config_for, gateway, listen, request, send};

/// A cloud whose response body the test writes in pieces.
async fn writing_cloud() -> (std::net::SocketAddr, Sender<Bytes>) {
    let (sender, body) = Channel::<Bytes>::new(1);
    let body = Arc::new(Mutex::new(Some(body)));
    let router = Router::new().fallback(async move || {
        let body = body.lock().expect("no panic").take().expect("asked once");
        Response::new(Body::new(body))
    });
    (listen(router).await, sender)
}

#[tokio::test]
async fn an_answer_arrives_while_it_is_written() {
    let (cloud, mut sender) = writing_cloud().await;
    let gateway = gateway(config_for(cloud)).await;
    let path = format!("/proxy/{cloud}/");
    let mut body = begin(gateway, request(Method::GET, &path, &[])).await.into_body();
    for piece in ["one", "two"] {
        sender.send_data(Bytes::from(piece)).await.expect("someone reads");
        let frame = body.frame().await.expect("a piece").expect("no error");
        assert_eq!(frame.into_data().expect("data"), piece, "read before the next one is written");
    }
    drop(sender);
    assert!(body.frame().await.is_none());
}

#[tokio::test]
async fn a_request_arrives_while_it_is_written() {
    let (tell, mut told) = mpsc::channel::<Bytes>(1);
    let router = Router::new().fallback(async move |request: Request<Body>| {
        let mut body = request.into_body();
        while let Some(Ok(frame)) = body.frame().await {
            tell.send(frame.into_data().expect("data")).await.expect("the test listens");
        }
    });
    let cloud = listen(router).await;
    let gateway = gateway(config_for(cloud)).await;
    let (mut sender, body) = Channel::<Bytes>::new(1);
    let request = Request::builder().method(Method::POST).uri(format!("/proxy/{cloud}/"));
    let answer = tokio::spawn(begin(gateway, request.body(Body::new(body)).expect("a request")));
    for piece in ["one", "two"] {
        sender.send_data(Bytes::from(piece)).await.expect("someone reads");
        assert_eq!(told.recv().await.expect("a piece"), piece, "read before the next one is written");
    }
    drop(sender);
    assert_eq!(answer.await.expect("the client").status(), 200);
}

#[tokio::test]
async fn a_large_answer_is_whole() {
    let large: Bytes = (0..20_000_000_u32).map(|n| n.to_le_bytes()[0] ^ n.to_le_bytes()[2]).collect();
    let copy = large.clone();
    let cloud = Cloud::start(move |_| Response::new(Body::from(copy.clone()))).await;
    let gateway = gateway(config_for(cloud.address)).await;
    for method in [Method::GET, Method::POST] {
        let answer = send(gateway, request(method.clone(), &format!("/proxy/{}/", cloud.address), &[])).await;
        assert_eq!(answer.header("content-length"), Some("20000000"), "{method}");
        assert!(answer.body == large, "{method}");
    }
}

#[tokio::test]
async fn an_answer_that_stops_midway_ends_with_an_error() {
    let (cloud, mut sender) = writing_cloud().await;
    let gateway = gateway(Config {
        proxy: Proxy { read_timeout: Duration::from_millis(500), ..Default::default() },
        ..config_for(cloud)
    })
    .await;
    let path = format!("/proxy/{cloud}/");
    let mut body = begin(gateway, request(Method::GET, &path, &[])).await.into_body();
    sender.send_data(Bytes::from("one")).await.expect("someone reads");
    assert!(body.frame().await.expect("a piece").is_ok());
    assert!(body.frame().await.expect("an end").is_err(), "cut short, and the page can tell");
}

/// A browser whose connection ends before the first byte of a response sends the request again, even a POST.
#[tokio::test]
async fn an_answer_to_a_write_that_stops_midway_is_answered_in_its_place() {
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
        for pieces in [0, 1] {
            let (cloud, mut sender) = writing_cloud().await;
            let proxy = Proxy { read_timeout: Duration::from_millis(500), ..Default::default() };
            let gateway = gateway(Config { proxy, ..config_for(cloud) }).await;
            let answer = tokio::spawn(send(gateway, request(method.clone(), &format!("/proxy/{cloud}/"), &[])));
            for _ in 0..pieces {
                sender.send_data(Bytes::from("one")).await.expect("someone reads");
            }
            let answer = answer.await.expect("an answer");
            let said = (answer.status.as_u16(), answer.code());
            assert_eq!(said, (502, "cloud-broke-off".to_owned()), "{method}, {pieces}");
        }
    }
}
