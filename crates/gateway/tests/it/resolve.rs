//! Name resolution: the owner of a name decides what it resolves to, the operator which addresses the gateway connects to.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use gateway::Lookup;
use tokio::net::TcpListener;

use crate::harness::{Cloud, config, gateway_with, get, listen, plain_site};

/// Answers each lookup with the next of `answers`, and all later ones with the last.
fn answering(answers: &[&[&str]]) -> (Lookup, Arc<AtomicUsize>) {
    let read = |list: &&[&str]| -> Vec<IpAddr> { list.iter().map(|ip| ip.parse().expect("an address")).collect() };
    let answers: Vec<_> = answers.iter().map(read).collect();
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let lookup: Lookup = Arc::new(move |_| {
        let turn = count.fetch_add(1, Ordering::SeqCst).min(answers.len() - 1);
        let answer = answers[turn].clone();
        Box::pin(async move { Ok(answer) })
    });
    (lookup, asked)
}

async fn start(port: u16, private: &str, lookup: Lookup) -> SocketAddr {
    let text = format!(
        "[[cloud]]\nid='c'\nname='C'\nidentity='http://cloud.example:{port}/v3'\n[proxy]\nprivate=[{private}]\n"
    );
    gateway_with(plain_site(), config(&text), lookup, std::future::pending()).await.0
}

#[tokio::test]
async fn private_and_link_local_addresses_behind_a_name_are_refused() {
    let cloud = Cloud::plain().await;
    let port = cloud.address.port();
    for inside in
        ["127.0.0.1", "::1", "10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1", "fd00::1", "fe80::1", "0.0.0.0"]
    {
        let gateway = start(port, "", answering(&[&[inside]]).0).await;
        let answer = get(gateway, &format!("/proxy/cloud.example:{port}/"), &[]).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (403, "address-not-allowed"), "{inside}");
        let said = String::from_utf8_lossy(&answer.body);
        assert!(said.contains("`private` under [proxy]") && !said.contains(inside), "{said}");
    }
    assert!(cloud.seen().is_empty());
}

#[tokio::test]
async fn what_the_operator_lists_may_be_reached() {
    let cloud = Cloud::plain().await;
    let port = cloud.address.port();
    for private in ["'127.0.0.1'", "'127.0.0.0/8'", "'10.0.0.0/8', '127.0.0.1/32'"] {
        let gateway = start(port, private, answering(&[&["127.0.0.1"]]).0).await;
        assert_eq!(get(gateway, &format!("/proxy/cloud.example:{port}/"), &[]).await.status, 200, "{private}");
    }
}

#[tokio::test]
async fn a_name_that_resolves_differently_the_second_time_gains_nothing() {
    // The name resolves first to a listed address, then to this machine's own, where a service trusts local clients.
    let inside = Cloud::plain().await;
    let port = inside.address.port();
    let outside = TcpListener::bind(("127.0.0.2", port)).await.expect("the same port of another address");
    let outside = {
        let router = Router::new().fallback(async || ([("connection", "close")], "outside"));
        tokio::spawn(async move { axum::serve(outside, router).await })
    };
    let (lookup, asked) = answering(&[&["127.0.0.2"], &["127.0.0.1"]]);
    let gateway = start(port, "'127.0.0.2'", lookup).await;
    let path = format!("/proxy/cloud.example:{port}/");
    let first = get(gateway, &path, &[]).await;
    assert_eq!((first.status.as_u16(), &first.body[..]), (200, &b"outside"[..]));
    assert_eq!(asked.load(Ordering::SeqCst), 1, "what was checked is what was dialled: nobody asked again in between");
    let second = get(gateway, &path, &[]).await;
    assert_eq!((second.status.as_u16(), second.code().as_str()), (403, "address-not-allowed"));
    assert_eq!(asked.load(Ordering::SeqCst), 2);
    assert!(inside.seen().is_empty());
    outside.abort();
}

#[tokio::test]
async fn of_a_mixed_answer_only_the_listed_part_is_dialled() {
    let inside = Cloud::plain().await;
    let port = inside.address.port();
    // Nothing listens on the listed address: the refused one must not be tried next.
    let gateway = start(port, "'127.0.0.3'", answering(&[&["127.0.0.1", "127.0.0.3"]]).0).await;
    let answer = get(gateway, &format!("/proxy/cloud.example:{port}/"), &[]).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (502, "cloud-unreachable"));
    assert!(inside.seen().is_empty());
}

#[tokio::test]
async fn an_address_that_is_listed_as_such_is_listed() {
    let cloud = listen(Router::new().fallback(async || "here")).await;
    let text = format!("[[cloud]]\nid='c'\nname='C'\nidentity='http://{cloud}/v3'\n");
    let (lookup, asked) = answering(&[&["127.0.0.1"]]);
    let (gateway, _) = gateway_with(plain_site(), config(&text), lookup, std::future::pending()).await;
    assert_eq!(get(gateway, &format!("/proxy/{cloud}/"), &[]).await.status, 200);
    assert_eq!(asked.load(Ordering::SeqCst), 0);
}
