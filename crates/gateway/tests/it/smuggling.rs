//! Requests that two servers may parse differently, sent as bytes: the cloud receives one request or none.

use crate::harness::{Cloud, config_for, gateway, raw};

/// The second, smuggled request.
const HIDDEN: &str = "GET /proxy/HOST/hidden HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: stolen\r\n\r\n";

/// Sends `lines` and `body`; returns the statuses of the responses and the requests that the cloud received.
async fn sent(lines: &str, body: &str) -> (Vec<String>, Vec<(String, String)>) {
    let cloud = Cloud::plain().await;
    let gateway = gateway(config_for(cloud.address)).await;
    let text = format!("POST /proxy/HOST/seen HTTP/1.1\r\nHost: localhost\r\n{lines}\r\n{body}");
    let answer = raw(gateway, text.replace("HOST", &cloud.address.to_string()).as_bytes()).await;
    let statuses = answer.split("HTTP/1.1 ").skip(1).map(|answer| answer.chars().take(3).collect()).collect();
    let seen = cloud.seen().into_iter().map(|seen| (seen.raw, String::from_utf8_lossy(&seen.body).into_owned()));
    (statuses, seen.collect())
}

#[tokio::test]
async fn with_both_a_length_and_chunks_the_chunks_count_and_nothing_follows() {
    for lines in
        ["Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n"]
    {
        let (statuses, seen) = sent(lines, &format!("3\r\nabc\r\n0\r\n\r\n{HIDDEN}")).await;
        assert_eq!(statuses, ["200"], "{lines}: the connection is closed after it");
        assert_eq!(seen, [("/seen".to_owned(), "abc".to_owned())], "{lines}");
    }
}

#[tokio::test]
async fn framing_that_is_not_clear_is_refused() {
    for lines in [
        "Content-Length: 4\r\nContent-Length: 5\r\n",
        "Content-Length: 4, 5\r\n",
        "Content-Length: +4\r\n",
        "Content-Length: 0x4\r\n",
        "Content-Length: -1\r\n",
        "Transfer-Encoding: gzip, chunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding : chunked\r\n",
        "Transfer-Encoding:\x0bchunked\r\n",
        "X-A: b\r\n Transfer-Encoding: chunked\r\n",
        "X-A: b\rTransfer-Encoding: chunked\r\n",
        "X-A: b\x00\r\n",
    ] {
        let lines = format!("Connection: close\r\n{lines}");
        let (statuses, seen) = sent(&lines, &format!("0\r\n\r\n{HIDDEN}")).await;
        assert_eq!(statuses, ["400"], "{lines:?}");
        assert_eq!(seen, [], "{lines:?}");
    }
}

#[tokio::test]
async fn chunks_that_are_none_end_the_connection() {
    for body in
        ["zz\r\nabc\r\n0\r\n\r\n", "ffffffffffffffff1\r\na", "3\r\nabcd\r\n0\r\n\r\n", "3;a=\nb\r\nabc\r\n0\r\n\r\n"]
    {
        let (_, seen) = sent("Transfer-Encoding: chunked\r\n", &format!("{body}{HIDDEN}")).await;
        assert!(seen.iter().all(|(raw, _)| raw == "/seen"), "{body:?} {seen:?}");
    }
}

#[tokio::test]
async fn the_address_in_the_request_line_is_a_path_and_nothing_else_decides_where_it_goes() {
    let (cloud, other) = (Cloud::plain().await, Cloud::plain().await);
    let gateway = gateway(config_for(cloud.address)).await;
    let check = async |line: &str, expect: &str| {
        let host = other.address;
        let lines =
            format!("Host: {host}\r\nX-Forwarded-Host: {host}\r\nForwarded: host={host}\r\nConnection: close\r\n");
        let line = line.replace("OTHER", &host.to_string()).replace("CLOUD", &cloud.address.to_string());
        let answer = raw(gateway, format!("{line} HTTP/1.1\r\n{lines}\r\n").as_bytes()).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {expect} ")), "{line}: {answer}");
    };
    check("GET /proxy/CLOUD/a", "200").await;
    check("GET http://OTHER/proxy/CLOUD/b", "200").await;
    check("GET http://OTHER/proxy/OTHER/b", "403").await;
    check("GET http://OTHER/", "200").await;
    check("CONNECT OTHER", "405").await;
    check("OPTIONS *", "405").await;
    let seen = cloud.seen();
    assert_eq!(seen.iter().map(|seen| seen.raw.as_str()).collect::<Vec<_>>(), ["/a", "/b"]);
    for seen in seen {
        assert_eq!(
            seen.headers.get("host").map(|host| host.as_bytes().to_vec()),
            Some(cloud.address.to_string().into_bytes())
        );
        assert!(!seen.headers.contains_key("x-forwarded-host") && !seen.headers.contains_key("forwarded"));
    }
    assert!(other.seen().is_empty());
}

#[tokio::test]
async fn headers_that_connection_names_do_not_reach_the_cloud_and_take_none_away() {
    let cloud = Cloud::plain().await;
    let gateway = gateway(config_for(cloud.address)).await;
    let text = format!(
        "GET /proxy/{}/ HTTP/1.1\r\nHost: localhost\r\nConnection: close, X-Auth-Token, X-Hop\r\nX-Auth-Token: t\r\nX-Hop: 1\r\n\
         Cookie: a=b\r\nTE: trailers\r\nTrailer: X-Auth-Token\r\nUpgrade: h2c\r\n\r\n",
        cloud.address
    );
    assert!(raw(gateway, text.as_bytes()).await.starts_with("HTTP/1.1 200 "));
    let headers = cloud.only().headers;
    assert_eq!(headers.get("x-auth-token").map(|token| token.as_bytes()), Some(&b"t"[..]), "a request keeps its token");
    for name in ["x-hop", "cookie", "te", "trailer", "upgrade", "connection", "transfer-encoding"] {
        assert!(!headers.contains_key(name), "{name}");
    }
}
