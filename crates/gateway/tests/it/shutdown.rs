//! A stop signal: requests under way are finished, new ones are not accepted.

use std::time::Duration;

use axum::Router;
use gateway::config::{Config, Server};
use tokio::net::TcpStream;
use tokio::sync::oneshot;

use crate::harness::{config_for, gateway_with, get, listen, plain_site};

#[tokio::test]
async fn running_requests_are_finished_and_no_new_ones_begin() {
    let (asked, was_asked) = oneshot::channel::<()>();
    let (finish, finished) = oneshot::channel::<&'static str>();
    let once = std::sync::Arc::new(std::sync::Mutex::new(Some((asked, finished))));
    let cloud = listen(Router::new().fallback(async move || {
        let (asked, finished) = once.lock().expect("no panic").take().expect("asked once");
        asked.send(()).expect("the test waits");
        finished.await.expect("the test tells")
    }))
    .await;
    let (stop, stopped) = oneshot::channel::<()>();
    let stopped = async move { stopped.await.expect("the test tells") };
    let (gateway, serving) = gateway_with(plain_site(), config_for(cloud), gateway::by_system(), stopped).await;
    let running = tokio::spawn(async move { get(gateway, &format!("/proxy/{cloud}/"), &[]).await });
    was_asked.await.expect("it is under way");
    stop.send(()).expect("it runs");
    while TcpStream::connect(gateway).await.is_ok() {
        tokio::task::yield_now().await;
    }
    assert!(!serving.is_finished(), "it waits for what runs");
    finish.send("whole").expect("the cloud waits");
    assert_eq!(running.await.expect("an answer").body, "whole");
    serving.await.expect("it ends");
}

#[tokio::test]
async fn what_takes_too_long_is_cut() {
    let (asked, was_asked) = oneshot::channel::<()>();
    let once = std::sync::Arc::new(std::sync::Mutex::new(Some(asked)));
    let cloud = listen(Router::new().fallback(async move || {
        let asked = once.lock().expect("no panic").take().expect("asked once");
        asked.send(()).expect("the test waits");
        std::future::pending::<()>().await;
    }))
    .await;
    let server = Server { shutdown: Duration::from_millis(50), ..Default::default() };
    let config = Config { server, ..config_for(cloud) };
    let (stop, stopped) = oneshot::channel::<()>();
    let stopped = async move { stopped.await.expect("the test tells") };
    let (gateway, serving) = gateway_with(plain_site(), config, gateway::by_system(), stopped).await;
    tokio::spawn(async move { get(gateway, &format!("/proxy/{cloud}/"), &[]).await });
    was_asked.await.expect("it is under way");
    stop.send(()).expect("it runs");
    serving.await.expect("it ends all the same");
}
