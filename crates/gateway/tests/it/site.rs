//! The static site: compression, caching, the navigation fallback and the security headers.

use std::net::SocketAddr;

use gateway::config::Config;
use http::Method;

use crate::harness::{Cloud, config, config_for, gateway_at, get, plain_site, raw, request, send, site};

const CONFIG: &str = "[[cloud]]\nid='a'\nname='A'\nidentity='https://a.example/v3'\n";
const FOREVER: Option<&str> = Some("public, max-age=31536000, immutable");
const ASK_AGAIN: Option<&str> = Some("no-cache");

async fn start(name: &str) -> SocketAddr {
    let wasm = "maru-0123456789abcdef_bg.wasm";
    let files: &[(&str, &[u8])] = &[
        ("index.html", b"page"),
        ("index.html.br", b"page br"),
        ("index.html.gz", b"page gz"),
        (wasm, b"wasm"),
        (&format!("{wasm}.br"), b"wasm br"),
        (&format!("{wasm}.gz"), b"wasm gz"),
        ("maru-0123456789abcdef.js", b"js"),
        ("boot.js", b"boot"),
        ("config.json", b"the file for static hosts"),
        ("icons/logo.svg", b"<svg/>"),
    ];
    gateway_at(site(name, files), config(CONFIG)).await
}

#[tokio::test]
async fn files_are_served_compressed_and_cached_by_name() {
    let gateway = start("files").await;
    let check = async |path: &str, accepts: &str, body: &str, encoding: Option<&str>, kind: &str, caching| {
        let answer = get(gateway, path, &[("accept-encoding", accepts)]).await;
        assert_eq!((answer.status.as_u16(), &answer.body[..]), (200, body.as_bytes()), "{path} {accepts}");
        assert_eq!(answer.header("content-encoding"), encoding, "{path} {accepts}");
        assert_eq!(answer.header("content-type"), Some(kind), "{path}");
        assert_eq!(answer.header("cache-control"), caching, "{path}");
    };
    let wasm = "/maru-0123456789abcdef_bg.wasm";
    check(wasm, "gzip, deflate, br", "wasm br", Some("br"), "application/wasm", FOREVER).await;
    check(wasm, "gzip", "wasm gz", Some("gzip"), "application/wasm", FOREVER).await;
    check(wasm, "identity", "wasm", None, "application/wasm", FOREVER).await;
    check("/maru-0123456789abcdef.js", "br", "js", None, "text/javascript", FOREVER).await;
    check("/boot.js", "br", "boot", None, "text/javascript", ASK_AGAIN).await;
    check("/icons/logo.svg", "br", "<svg/>", None, "image/svg+xml", ASK_AGAIN).await;
    check("/", "br", "page br", Some("br"), "text/html", ASK_AGAIN).await;
    check("/index.html", "gzip", "page gz", Some("gzip"), "text/html", ASK_AGAIN).await;
    let answer = get(gateway, wasm, &[("accept-encoding", "br")]).await;
    assert_eq!(answer.header("vary"), Some("accept-encoding"));
    let etag = answer.header("etag").expect("an etag");
    let again = get(gateway, wasm, &[("accept-encoding", "br"), ("if-none-match", etag)]).await;
    assert_eq!((again.status.as_u16(), again.header("cache-control")), (304, FOREVER));
}

#[tokio::test]
async fn only_navigations_fall_back_to_the_page() {
    let gateway = start("navigation").await;
    let html = ("accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    let check = async |method: Method, path: &str, headers: &[(&str, &str)], status: u16, body: &str| {
        let answer = send(gateway, request(method.clone(), path, headers)).await;
        assert_eq!(answer.status, status, "{method} {path} {headers:?}");
        if status == 200 {
            assert_eq!(answer.body, body, "{method} {path} {headers:?}");
            assert_eq!(answer.header("content-type"), Some("text/html"), "{method} {path}");
        }
        assert_eq!(answer.header("cache-control"), ASK_AGAIN, "{method} {path}: never kept");
    };
    check(Method::GET, "/instances", &[html], 200, "page").await;
    check(Method::GET, "/instances/8f0a?tab=raw", &[html, ("accept-encoding", "br")], 200, "page br").await;
    check(Method::HEAD, "/instances", &[html], 200, "").await;
    check(Method::GET, "/icons", &[html], 200, "page").await;
    check(Method::GET, "/instances", &[("accept", "*/*")], 404, "").await;
    check(Method::GET, "/instances", &[], 404, "").await;
    check(Method::GET, "/maru-fedcba9876543210.js", &[("accept", "*/*")], 404, "").await;
    check(Method::GET, "/maru-fedcba9876543210_bg.wasm", &[], 404, "").await;
    check(Method::GET, "/../Cargo.toml", &[], 404, "").await;
    check(Method::GET, "/..%2fCargo.toml", &[], 404, "").await;
    check(Method::POST, "/instances", &[html], 405, "").await;
}

#[tokio::test]
async fn without_a_site_only_the_clouds_are_served() {
    let gateway = gateway_at(None, config(CONFIG)).await;
    let check = async |path: &str, status: u16| {
        let answer = get(gateway, path, &[("accept", "text/html")]).await;
        assert_eq!(answer.status, status, "{path}");
        assert!(answer.header("content-security-policy").is_some(), "{path}");
    };
    check("/config.json", 200).await;
    check("/healthz", 200).await;
    check("/", 404).await;
    check("/instances", 404).await;
}

#[tokio::test]
async fn every_answer_of_the_site_has_the_security_headers() {
    let folder = site("headers", &[("index.html", b"page")]);
    let direct = "[[cloud]]\nid='b'\nname='B'\nidentity='https://b.example:5000/v3'\ndirect=true\n\
                  hosts=['https://b.example:8774']\n";
    let plain = gateway_at(folder.clone(), config(CONFIG)).await;
    let mixed = gateway_at(folder, config(&format!("{CONFIG}{direct}"))).await;
    let check = async |gateway, path: &str, status: u16, connect: &str| {
        let answer = get(gateway, path, &[]).await;
        assert_eq!(answer.status, status, "{path}");
        let policy = format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
             font-src 'self'; connect-src {connect}; manifest-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'self'; \
             frame-ancestors 'none'"
        );
        assert_eq!(answer.header("content-security-policy"), Some(policy.as_str()), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), Some("same-origin"), "{path}");
        assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"), "{path}");
        assert!(answer.header("permissions-policy").is_some_and(|policy| policy.contains("camera=()")), "{path}");
    };
    for (path, status) in [("/", 200), ("/missing.js", 404), ("/config.json", 200), ("/healthz", 200)] {
        check(plain, path, status, "'self'").await;
        check(mixed, path, status, "'self' https://b.example:5000 https://b.example:8774").await;
    }
}

#[tokio::test]
async fn every_answer_of_the_proxy_has_the_security_headers() {
    let cloud = Cloud::plain().await;
    let gateway = gateway_at(plain_site(), config_for(cloud.address)).await;
    for path in [format!("/proxy/{}/", cloud.address), "/proxy/other.example/".to_owned(), "/proxy".to_owned()] {
        let answer = get(gateway, &path, &[]).await;
        let sandboxed = "default-src 'none'; frame-ancestors 'none'; sandbox";
        assert_eq!(answer.header("content-security-policy"), Some(sandboxed), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), Some("same-origin"), "{path}");
        assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"), "{path}");
        assert!(answer.header("permissions-policy").is_some_and(|policy| policy.contains("camera=()")), "{path}");
    }
}

#[tokio::test]
async fn a_rebound_name_gets_nothing() {
    let cloud = Cloud::plain().await;
    let mut settings = config_for(cloud.address);
    settings.cors = config("[cors]\norigins=['http://evil.example']").cors;
    let free = gateway_at(plain_site(), settings.clone()).await;
    settings.server = config("[server]\npublic=['https://console.example', 'http://localhost:1']").server;
    let named = gateway_at(plain_site(), settings).await;
    let proxied = format!("/proxy/{}/v3", cloud.address);
    for (gateway, own) in [(free, "localhost"), (named, "console.example")] {
        for path in ["/", "/instances", "/config.json", "/missing.js", "/healthz", "/metrics", "/proxy/", &proxied] {
            for host in ["evil.example", "evil.example:8080", "127.0.0.1.evil.example", ""] {
                let headers = [("host", host), ("origin", "http://evil.example"), ("accept", "text/html")];
                let answer = get(gateway, path, &headers).await;
                assert_eq!(
                    (answer.status.as_u16(), answer.code().as_str()),
                    (421, "not-the-sites-name"),
                    "{host} {path}"
                );
                assert_eq!(answer.header("access-control-allow-origin"), None, "{host} {path}");
                assert_eq!(answer.header("cache-control"), Some("no-store"), "{host} {path}");
            }
            let answer = get(gateway, path, &[("host", own), ("accept", "text/html")]).await;
            assert_ne!(answer.status, 421, "{own} {path}");
        }
        let two =
            raw(gateway, b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: console.example\r\nConnection: close\r\n\r\n")
                .await;
        assert!(two.starts_with("HTTP/1.1 4"), "{two}");
    }
    assert_eq!(cloud.seen().len(), 2, "only by the site's own names");
}

#[tokio::test]
async fn probes_ask_by_the_address_or_say_no_name() {
    let server = config("[server]\npublic='https://console.example'").server;
    let gateway = gateway_at(plain_site(), Config { server, ..config(CONFIG) }).await;
    for path in ["/healthz", "/metrics"] {
        assert_eq!(get(gateway, path, &[("host", "10.1.2.3:8080")]).await.status, 200, "{path}: as a kubelet asks");
        let old = raw(gateway, format!("GET {path} HTTP/1.0\r\n\r\n").as_bytes()).await;
        assert!(old.starts_with("HTTP/1.0 200 "), "{old}");
    }
    assert_eq!(get(gateway, "/", &[("host", "10.1.2.3:8080")]).await.status, 421);
    assert!(raw(gateway, b"GET / HTTP/1.0\r\n\r\n").await.starts_with("HTTP/1.0 421 "));
}

#[tokio::test]
async fn config_json_comes_from_the_configuration() {
    let gateway = start("config").await;
    let answer = get(gateway, "/config.json", &[]).await;
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(answer.header("cache-control"), ASK_AGAIN);
    let text = std::str::from_utf8(&answer.body).expect("text");
    let read = cloud::config::AppConfig::parse(text).expect("what the app reads");
    assert_eq!(read, config(CONFIG).app_config());
    assert_eq!(read.proxy.as_deref(), Some("proxy/"));
}

#[tokio::test]
async fn healthz_answers() {
    let answer = get(start("health").await, "/healthz", &[]).await;
    assert_eq!((answer.status.as_u16(), &answer.body[..]), (200, &b"ok\n"[..]));
}
