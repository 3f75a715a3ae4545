//! `/metrics`: numbers for the operator only.

use gateway::config::{Config, Server};

use crate::harness::{Cloud, config_for, gateway, get};

#[tokio::test]
async fn metrics_count_what_was_asked_and_name_no_path_and_no_token() {
    let cloud = Cloud::plain().await;
    let gateway = gateway(config_for(cloud.address)).await;
    get(gateway, &format!("/proxy/{}/v2/secret-path?secret-query", cloud.address), &[("x-auth-token", "secret")]).await;
    get(gateway, "/proxy/secret.example/", &[]).await;
    let answer = get(gateway, "/metrics", &[]).await;
    assert_eq!(answer.header("content-type"), Some("text/plain; version=0.0.4"));
    let text = String::from_utf8_lossy(&answer.body);
    let asked = format!("maru_proxy_answers_total{{host=\"{}\",status=\"200\"}} 1\n", cloud.address);
    assert!(text.contains(&asked), "{text}");
    assert!(text.contains("maru_proxy_errors_total{code=\"host-not-allowed\"} 1\n"), "{text}");
    assert!(text.contains("maru_proxy_under_way 0\n"), "{text}");
    assert!(!text.contains("secret"), "{text}");
}

#[tokio::test]
async fn metrics_are_for_the_listed_clients_only() {
    let cloud = Cloud::plain().await;
    let check = async |server: Server, headers: &[(&str, &str)], expect: u16| {
        let gateway = gateway(Config { server, ..config_for(cloud.address) }).await;
        assert_eq!(get(gateway, "/metrics", headers).await.status, expect, "{headers:?}");
    };
    let net = |text: &str| vec![text.parse().expect("a range")];
    let forwarded = ("x-forwarded-for", "203.0.113.9");
    check(Server::default(), &[], 200).await;
    check(Server::default(), &[forwarded], 404).await;
    check(Server::default(), &[("forwarded", "for=127.0.0.1")], 404).await;
    check(Server { trusted_proxies: net("10.0.0.0/8"), ..Default::default() }, &[forwarded], 404).await;
    check(Server { metrics_from: net("10.0.0.0/8"), ..Default::default() }, &[], 404).await;
    let trusted = Server { trusted_proxies: net("127.0.0.1"), ..Default::default() };
    check(trusted.clone(), &[forwarded], 404).await;
    check(Server { metrics_from: net("203.0.113.9"), ..trusted }, &[forwarded], 200).await;
}
