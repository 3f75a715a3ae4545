//! Over a real socket: the address works, a dropped connection is dropped, and the server stops with its handle.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use cloudsim::{Options, serve};

/// One exchange of HTTP/1.1; empty if the connection was dropped.
async fn ask(address: SocketAddr, request: String) -> std::io::Result<String> {
    let exchange = move || {
        let mut stream = TcpStream::connect(address)?;
        stream.write_all(request.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    };
    tokio::task::spawn_blocking(exchange).await.unwrap_or_else(|error| Err(std::io::Error::other(error)))
}

fn get(path: &str, more: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: sim\r\nConnection: close\r\n{more}\r\n")
}

fn post(path: &str, body: &str) -> String {
    let length = body.len();
    format!("POST {path} HTTP/1.1\r\nHost: sim\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_listens_drops_and_ends() -> std::io::Result<()> {
    let running = serve(Options::default()).await?;
    let address = running.address;
    assert_ne!(address.port(), 0);
    let answer = ask(address, get("/kr1/image/v2/images", "")).await?;
    assert!(answer.starts_with("HTTP/1.1 401 "), "{answer}");
    let body = format!(
        r#"{{"auth":{{"tenantId":"{}","passwordCredentials":{{"username":"{}","password":"{}"}}}}}}"#,
        cloudsim::DEMO_TENANT,
        cloudsim::DEMO_USER,
        cloudsim::DEMO_PASSWORD
    );
    let answer = ask(address, post("/identity/v2.0/tokens", &body)).await?;
    assert!(answer.contains(&format!("http://{address}/kr1/compute/v2/")), "the catalog names the real address");
    ask(address, post("/_sim/faults", r#"{"gone":true,"times":1}"#)).await?;
    assert_eq!(ask(address, get("/kr1/image/v2/images", "")).await?, "", "no answer at all");
    ask(address, post("/_sim/faults", r#"{"cut":30,"times":1}"#)).await?;
    let cut = ask(address, get("/kr1/image/v2/images", "")).await?;
    let (head, body) = cut.split_once("\r\n\r\n").unwrap_or_default();
    let announced = head.to_lowercase().lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
    assert!(body.len() == 30 && announced > Some(30), "{cut}");
    drop(running);
    // The listener ends with its task, which the runtime removes at its next turn.
    for _ in 0..1_000 {
        if TcpStream::connect(address).is_err() {
            return Ok(());
        }
        tokio::task::yield_now().await;
    }
    panic!("it still listens");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_endless_answer_goes_on_until_nobody_listens() -> std::io::Result<()> {
    let running = serve(Options::default()).await?;
    let address = running.address;
    ask(address, post("/_sim/faults", r#"{"endless":true,"times":1}"#)).await?;
    let taken = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address)?;
        stream.write_all(get("/kr1/image/v2/images", "").as_bytes())?;
        let mut bytes = vec![0; 9 << 20];
        stream.read_exact(&mut bytes)?;
        std::io::Result::Ok(bytes.starts_with(b"HTTP/1.1 200 ") && bytes.ends_with(b"  "))
    });
    assert!(taken.await.is_ok_and(|taken| taken.is_ok_and(|endless| endless)));
    assert!(ask(address, get("/kr1/image/v2/images", "")).await?.starts_with("HTTP/1.1 401 "), "others are answered");
    Ok(())
}

#[tokio::test]
async fn one_origin_gets_cors_headers() -> std::io::Result<()> {
    let console = "http://console.test";
    let running = serve(Options { cors_origin: Some(console.to_owned()), ..Options::default() }).await?;
    for (origin, allowed) in [(console, true), ("http://evil.test", false)] {
        let answer = ask(running.address, get("/kr1/image/v2/images", &format!("Origin: {origin}\r\n"))).await?;
        assert_eq!(answer.to_lowercase().contains("access-control-allow-origin"), allowed, "{origin}");
    }
    let preflight = format!(
        "OPTIONS /identity/v3/auth/tokens HTTP/1.1\r\nHost: sim\r\nConnection: close\r\nOrigin: {console}\r\n\
         Access-Control-Request-Method: POST\r\n\r\n"
    );
    let answer = ask(running.address, preflight).await?;
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.to_lowercase().contains("access-control-allow-methods"));
    Ok(())
}
