//! Clients that occupy connections and do nothing with them.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::response::Response;
use gateway::config::{Config, Proxy, Server};
use http_body_util::channel::Channel;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::harness::{Cloud, config_for, gateway, get, raw};

/// A cloud whose first response never ends; the others are empty.
pub async fn endless_cloud() -> Cloud {
    let (mut sender, body) = Channel::<Bytes>::new(1);
    tokio::spawn(async move { while sender.send_data(Bytes::from(vec![b'a'; 1 << 16])).await.is_ok() {} });
    let body = std::sync::Arc::new(std::sync::Mutex::new(Some(body)));
    Cloud::start(move |_| {
        body.lock().expect("no panic").take().map_or_else(Response::default, |body| Response::new(Body::new(body)))
    })
    .await
}

#[tokio::test]
async fn a_client_that_does_not_read_loses_its_place() {
    let cloud = endless_cloud().await;
    let server = Server { send_timeout: Duration::from_millis(200), ..Default::default() };
    let proxy = Proxy { max_concurrent: 1, ..Default::default() };
    let gateway = gateway(Config { server, proxy, ..config_for(cloud.address) }).await;
    let path = format!("/proxy/{}/", cloud.address);
    let mut stream = TcpStream::connect(gateway).await.expect("it listens");
    stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes()).await.expect("sent");
    stream.readable().await.expect("the answer begins");
    // It occupies the only place and does not read.
    while get(gateway, &path, &[]).await.status == 429 {
        tokio::task::yield_now().await;
    }
    let cut = stream.read_to_end(&mut Vec::new()).await;
    assert!(cut.is_err(), "reset, so that the system keeps nothing for it either");
}

#[tokio::test]
async fn a_client_that_reads_slowly_gets_all_of_it() {
    let cloud = Cloud::start(|_| Response::new(Body::from(vec![b'a'; 1 << 20]))).await;
    let server = Server { send_timeout: Duration::from_secs(2), ..Default::default() };
    let gateway = gateway(Config { server, ..config_for(cloud.address) }).await;
    let mut stream = TcpStream::connect(gateway).await.expect("it listens");
    let request = format!("GET /proxy/{}/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", cloud.address);
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut length = 0;
    let mut piece = vec![0; 1 << 16];
    loop {
        match stream.read(&mut piece).await.expect("it is not cut") {
            0 => break,
            more => length += more,
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(length > 1 << 20);
}

#[tokio::test]
async fn one_address_cannot_take_all_connections() {
    let server = Server { max_connections_per_client: 2, ..Default::default() };
    let cloud = Cloud::plain().await;
    let gateway = gateway(Config { server, ..config_for(cloud.address) }).await;
    let held =
        [TcpStream::connect(gateway).await, TcpStream::connect(gateway).await].map(|held| held.expect("a place"));
    let request = b"GET /healthz HTTP/1.0\r\n\r\n";
    assert_eq!(raw(gateway, request).await, "", "closed at once");
    drop(held);
    while !raw(gateway, request).await.ends_with("ok\n") {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn servers_in_front_are_not_counted_as_one_client() {
    let trusted_proxies = vec!["127.0.0.1".parse().expect("a range")];
    let server = Server { max_connections_per_client: 1, trusted_proxies, ..Default::default() };
    let cloud = Cloud::plain().await;
    let gateway = gateway(Config { server, ..config_for(cloud.address) }).await;
    let held = TcpStream::connect(gateway).await.expect("a place");
    assert!(raw(gateway, b"GET /healthz HTTP/1.0\r\n\r\n").await.ends_with("ok\n"));
    drop(held);
}
