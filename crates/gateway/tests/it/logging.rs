//! A log that cannot be written affects no request: all are answered, `/healthz` too, and lost lines are counted.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStderr, Stdio};

use crate::program::{Running, program, write};

/// More lines than the queue holds, each so long that a few fill a pipe.
const REQUESTS: usize = 1100;

/// The program, logging every request: its address, the cloud's name in paths, and its stderr, which is not read.
fn start(name: &str) -> (Running, String, String, ChildStderr) {
    // Nothing listens there: the gateway itself answers each request at once.
    let cloud = "127.0.0.1:1";
    let text = format!("[[cloud]]\nid='a'\nname='A'\nidentity='http://{cloud}'\n[server]\nlog='all'\n");
    let config = write(name, &text);
    let site = std::path::Path::new(&config).parent().expect("a folder").display().to_string();
    let args = ["--site", &site, "--config", &config, "--listen", "127.0.0.1:0"];
    let mut child = program(&args).stderr(Stdio::piped()).spawn().expect("it starts");
    let (address, errors) = (address(&mut child), child.stderr.take().expect("piped"));
    (Running(child), address, cloud.to_owned(), errors)
}

fn address(child: &mut Child) -> String {
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
    line.trim().strip_prefix("maru  http://").unwrap_or_else(|| panic!("{line}")).to_owned()
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("it listens");
    write!(stream, "GET {path} HTTP/1.0\r\n\r\n").expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

/// Sends so many requests that the log drops lines, and checks that all are answered. Returns how many lines were lost.
fn lost_while_serving(address: &str, cloud: &str) -> u64 {
    let mut stream = TcpStream::connect(address).expect("it listens");
    let mut answers = BufReader::new(stream.try_clone().expect("a second handle"));
    let path = format!("/proxy/{cloud}/{}", "a".repeat(4000));
    for number in 0..REQUESTS {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("sent");
        let status = answer(&mut answers);
        assert!(status.starts_with("HTTP/1.1 502"), "request {number}: {status}");
    }
    assert!(get(address, "/healthz").ends_with("ok\n"), "it is alive");
    let metrics = get(address, "/metrics");
    let count = metrics.lines().find_map(|line| line.strip_prefix("maru_log_dropped_total "));
    count.unwrap_or_else(|| panic!("{metrics}")).parse().expect("a number")
}

/// Reads one response; returns its status line.
fn answer(from: &mut impl std::io::BufRead) -> String {
    let (mut status, mut length) = (String::new(), 0);
    from.read_line(&mut status).expect("an answer");
    loop {
        let mut line = String::new();
        from.read_line(&mut line).expect("a header");
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().expect("a number");
        }
        if line.trim().is_empty() {
            break;
        }
    }
    from.take(length).read_to_end(&mut Vec::new()).expect("the body");
    status
}

#[test]
fn a_log_that_nobody_reads_stops_nobody() {
    let (mut running, address, cloud, unread) = start("unread.toml");
    assert!(lost_while_serving(&address, &cloud) > 0, "what did not fit is counted");
    running.stop();
    drop(unread);
}

#[test]
fn a_log_that_is_closed_fails_no_request() {
    let (mut running, address, cloud, errors) = start("closed.toml");
    drop(errors);
    assert!(lost_while_serving(&address, &cloud) > 0, "what could not be written is counted");
    running.stop();
}
