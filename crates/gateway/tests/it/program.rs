//! The program: its output, when it ends, and its messages when it cannot start.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::harness::site;

pub fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_maru-gateway"));
    command.args(args).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Stops the program, also when the test fails.
pub struct Running(pub Child);

impl Running {
    /// Sends it a signal.
    pub fn tell(&self, signal: &str) {
        let told = Command::new("kill").args([signal, &self.0.id().to_string()]).status().expect("kill");
        assert!(told.success());
    }

    /// Stops it and waits until it has ended.
    pub fn stop(&mut self) {
        self.tell("-TERM");
        assert!(self.0.wait().expect("it ends").success(), "a stop signal is no failure");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub fn write(name: &str, text: &str) -> String {
    site("program", &[("index.html", b"page"), (name, text.as_bytes())]).join(name).display().to_string()
}

#[test]
fn it_says_where_it_listens_and_ends_when_told() {
    let config = write("ok.toml", "[[cloud]]\nid='a'\nname='A'\nidentity='https://a.example/v3'\n");
    let site = site("program", &[]).display().to_string();
    let args = ["--site", &site, "--config", &config, "--listen", "127.0.0.1:0"];
    let mut running = Running(program(&args).spawn().expect("it starts"));
    let mut out = BufReader::new(running.0.stdout.take().expect("its output"));
    let mut line = String::new();
    out.read_line(&mut line).expect("a line");
    let address = line.trim().strip_prefix("maru  http://").unwrap_or_else(|| panic!("{line}")).to_owned();
    let mut stream = TcpStream::connect(&address).expect("it listens");
    stream.write_all(b"GET /healthz HTTP/1.0\r\n\r\n").expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.0 200") && answer.ends_with("ok\n"), "{answer}");
    running.stop();
}

#[test]
fn a_second_stop_signal_ends_it_at_once() {
    for [first, second] in [["-TERM", "-TERM"], ["-INT", "-INT"], ["-INT", "-TERM"]] {
        // It accepts the request and never answers.
        let cloud = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let silent = cloud.local_addr().expect("its address");
        let config = write("twice.toml", &format!("[[cloud]]\nid='a'\nname='A'\nidentity='http://{silent}/v3'\n"));
        let site = site("program", &[]).display().to_string();
        let args = ["--site", &site, "--config", &config, "--listen", "127.0.0.1:0"];
        let mut running = Running(program(&args).spawn().expect("it starts"));
        let mut line = String::new();
        BufReader::new(running.0.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("maru  http://").unwrap_or_else(|| panic!("{line}"));
        let mut stream = TcpStream::connect(address).expect("it listens");
        write!(stream, "GET /proxy/{silent}/v3/ HTTP/1.1\r\nHost: {address}\r\n\r\n").expect("sent");
        cloud.set_nonblocking(true).expect("a socket");
        let _under_way = within_a_while("the cloud is asked", || cloud.accept().ok());

        running.tell(first);
        within_a_while("it takes no more connections", || TcpStream::connect(address).is_err().then_some(()));
        assert!(running.0.try_wait().expect("a child").is_none(), "it waits for what is under way");
        running.tell(second);
        let end = within_a_while("it ends", || running.0.try_wait().expect("a child"));
        assert!(end.success(), "{first} {second}: {end}");
    }
}

/// Tries repeatedly, but not as long as a request may take.
fn within_a_while<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    let (begun, mut look) = (Instant::now(), look);
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "{what}: not in 20 s");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn it_says_why_it_cannot_start() {
    let good = write("good.toml", "[[cloud]]\nid='a'\nname='A'\nidentity='https://a.example/v3'\n");
    let typo = write("typo.toml", "[[cloud]]\nid='a'\nname='A'\nidentity='https://a.example/v3'\nhost=[]\n");
    let none = write("none.toml", "");
    let site = site("program", &[]).display().to_string();
    let check = |args: &[&str], parts: &[&str]| {
        let output = program(args).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && output.stdout.is_empty(), "{args:?}");
        assert!(parts.iter().all(|part| said.contains(part)), "{args:?}: {said}");
    };
    check(&["--config", &good, "--site", "nowhere"], &["--site nowhere", "cargo xtask dist"]);
    check(&["--config", "nowhere.toml", "--site", &site], &["--config nowhere.toml"]);
    check(&["--config", &typo, "--site", &site], &["typo.toml", "line 5", "unknown field `host`"]);
    check(&["--config", &none, "--site", &site], &["[[cloud]]", "--demo"]);
    check(&["--config", &good, "--site", &site, "--listen", "192.0.2.1:1"], &["--listen 192.0.2.1:1"]);
    check(&["--unknown"], &["--unknown", "--help"]);
}

#[test]
fn help_and_version_are_no_errors() {
    for (flag, word) in [("--help", "--config FILE"), ("--version", env!("CARGO_PKG_VERSION"))] {
        let output = program(&[flag]).output().expect("it runs");
        assert!(output.status.success() && String::from_utf8_lossy(&output.stdout).contains(word), "{flag}");
    }
}

#[test]
fn the_demo_says_where_its_cloud_listens() {
    let site = site("program", &[("index.html", b"page")]).display().to_string();
    let args = ["--demo", "--site", &site, "--listen", "127.0.0.1:0", "--demo-instances", "2"];
    let mut running = Running(program(&args).spawn().expect("it starts"));
    let lines: Vec<_> = BufReader::new(running.0.stdout.take().expect("its output")).lines().take(2).collect();
    let words: Vec<_> = lines.iter().map(|line| line.as_deref().expect("a line").split_once("  ")).collect();
    let [Some(("cloud", cloud)), Some(("maru", maru))] = words[..] else { panic!("{words:?}") };
    for address in [cloud, maru] {
        let address = address.strip_prefix("http://127.0.0.1:").expect("loopback");
        assert!(address.parse::<u16>().is_ok_and(|port| port != 0), "{address}");
    }
}
