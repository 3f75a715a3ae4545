//! SIGHUP: configuration and certificate are read again, without affecting requests under way.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{ChildStderr, Stdio};
use std::time::Duration;

use axum::Router;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::oneshot;

use crate::harness::{listen, site};
use crate::program::{Running, program};
use crate::tls::{Own, connect, own, try_to_connect, with_tls};

/// The program, with files that the test can replace.
struct Reloadable {
    running: Running,
    address: SocketAddr,
    config: PathBuf,
    log: BufReader<ChildStderr>,
}

impl Reloadable {
    fn start(name: &str, text: &str) -> Reloadable {
        let folder = site(name, &[("index.html", b"page"), ("gateway.toml", text.as_bytes())]);
        let config = folder.join("gateway.toml");
        let (folder, file) = (folder.display().to_string(), config.display().to_string());
        let mut command = program(&["--site", &folder, "--config", &file, "--listen", "127.0.0.1:0"]);
        let mut child = command.stderr(Stdio::piped()).spawn().expect("it starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
        let address = line.trim().rsplit('/').next().and_then(|address| address.parse().ok()).expect("an address");
        let log = BufReader::new(child.stderr.take().expect("piped"));
        Reloadable { running: Running(child), address, config, log }
    }

    /// Reloads it with `text`; returns its log line.
    fn reload(&mut self, text: &str) -> serde_json::Value {
        std::fs::write(&self.config, text).expect("a file");
        self.running.tell("-HUP");
        let mut line = String::new();
        self.log.read_line(&mut line).expect("a line");
        serde_json::from_str(&line).expect("JSON")
    }
}

fn cloud(name: &str, address: SocketAddr) -> String {
    format!("[[cloud]]\nid='c'\nname='{name}'\nidentity='http://{address}'\n")
}

/// The name of the cloud in the page's configuration.
async fn told(address: SocketAddr, own: &Own) -> String {
    let mut stream = connect(address, own, &[]).await;
    let request = "GET /config.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    let (_, body) = answer.split_once("\r\n\r\n").expect("a body");
    let body: serde_json::Value = serde_json::from_str(body).expect("JSON");
    body.pointer("/clouds/0/name").and_then(|name| name.as_str()).unwrap_or_else(|| panic!("{body}")).to_owned()
}

#[tokio::test]
async fn configuration_and_certificate_are_read_again_and_no_request_is_dropped() {
    let (asked, was_asked) = oneshot::channel::<()>();
    let (finish, finished) = oneshot::channel::<&'static str>();
    let once = std::sync::Arc::new(std::sync::Mutex::new(Some((asked, finished))));
    let slow = listen(Router::new().fallback(async move || {
        let (asked, finished) = once.lock().expect("no panic").take().expect("asked once");
        asked.send(()).expect("the test waits");
        finished.await.expect("the test tells")
    }))
    .await;
    let (first, second) = (own("reload-first"), own("reload-second"));
    let mut gateway = Reloadable::start("reload", &format!("{}{}", cloud("Before", slow), with_tls(&first, "")));
    assert_eq!(told(gateway.address, &first).await, "Before");

    let mut under_way = connect(gateway.address, &first, &[]).await;
    let request = format!("GET /proxy/{slow}/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    under_way.write_all(request.as_bytes()).await.expect("sent");
    was_asked.await.expect("it is under way");

    let said = gateway.reload(&format!("{}{}", cloud("After", slow), with_tls(&second, "")));
    assert_eq!(said.get("message").and_then(|words| words.as_str()), Some("configuration read again"), "{said}");
    assert_eq!(told(gateway.address, &second).await, "After");
    assert!(try_to_connect(gateway.address, &first, &[]).await.is_err(), "the certificate of before is gone");

    finish.send("whole").expect("the cloud waits");
    let mut answer = String::new();
    under_way.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with("whole"), "{answer}");
    gateway.running.stop();
}

#[tokio::test]
async fn more_connections_are_taken_at_once_also_while_one_waits_for_its_place() {
    let text = |places: u8| format!("{}[server]\nmax_connections={places}\n", cloud("C", ([127, 0, 0, 1], 9).into()));
    let mut gateway = Reloadable::start("reload-places", &text(1));
    let mut held = TcpStream::connect(gateway.address).await.expect("it listens");
    let healthy = async |stream: &mut TcpStream| {
        stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").await.expect("sent");
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).await.expect("an answer");
        assert_eq!(&answer, b"HTTP/1.1 200");
    };
    healthy(&mut held).await;
    // It takes up the only connection: the next one waits in the system's queue.
    let mut waiting = TcpStream::connect(gateway.address).await.expect("it listens");
    gateway.reload(&text(2));
    let answered = tokio::time::timeout(Duration::from_secs(20), healthy(&mut waiting)).await;
    assert!(answered.is_ok(), "the first one is still there, and idle for 30 s yet");
    drop(held);
    gateway.running.stop();
}

#[tokio::test]
async fn a_configuration_that_cannot_be_used_changes_nothing_and_the_log_says_why() {
    let (own, nowhere) = (own("reload-bad"), SocketAddr::from(([127, 0, 0, 1], 9)));
    let good = format!("{}{}", cloud("Good", nowhere), with_tls(&own, ""));
    let mut gateway = Reloadable::start("reload-bad-config", &good);
    for (bad, why) in [
        (format!("{good}no_such_key=1\n"), "line 8, `no_such_key` of [server]"),
        (good.replace("key.pem", "nowhere.pem"), "line 7, `tls_key` of [server]"),
        (good.replace("[[cloud]]", "[[clouds]]"), "unknown field `clouds`"),
        (format!("{good}[proxy]\nca_file='/nowhere.pem'\n"), "`ca_file` of [proxy]"),
    ] {
        let said = gateway.reload(&bad);
        assert_eq!(said.get("level").and_then(|level| level.as_str()), Some("ERROR"), "{said}");
        let reason = said.get("reason").and_then(|reason| reason.as_str()).unwrap_or_default();
        assert!(reason.contains(why), "{reason}");
        assert_eq!(told(gateway.address, &own).await, "Good");
    }
    gateway.running.stop();
}
