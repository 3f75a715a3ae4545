//! The files of `deploy/` allow what the gateway needs: memory, connections and time. With `MARU_BLESS` set, the sum of the
//! memory in `docs/security.md` is written instead of compared.

use std::path::{Path, PathBuf};

use gateway::config::Config;
use gateway::memory;

const MARKS: [&str; 2] = ["<!-- memory: begin -->\n", "<!-- memory: end -->"];

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(file)
}

fn read(file: &str) -> String {
    std::fs::read_to_string(path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The configuration of the systemd unit.
fn of_systemd() -> Config {
    crate::harness::config(&read("crates/gateway/gateway.example.toml"))
}

/// The configuration in the Kubernetes ConfigMap.
fn of_kubernetes() -> Config {
    let file = read("deploy/kubernetes/maru.yaml");
    let (_, after) = file.split_once("  gateway.toml: |\n").expect("the configuration");
    let lines = after.lines().take_while(|line| line.is_empty() || line.starts_with("    "));
    crate::harness::config(&lines.map(|line| format!("{}\n", line.trim_start())).collect::<String>())
}

/// The number after `key`, in bytes: `256Mi`, `1G`.
fn allowed(file: &str, key: &str) -> u64 {
    let file = read(file);
    let (_, after) = file.split_once(key).unwrap_or_else(|| panic!("no `{key}`"));
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    let unit = if after[digits.len()..].starts_with('G') { 1 << 30 } else { 1 << 20 };
    assert!(after[digits.len()..].starts_with(['G', 'M']), "{key}{}", &after[..10]);
    digits.parse::<u64>().expect("a number") * unit
}

#[test]
fn strangers_cannot_take_more_memory_than_deploy_allows() {
    for (config, file, key) in [
        (of_systemd(), "deploy/systemd/maru-gateway.service", "\nMemoryMax="),
        (of_kubernetes(), "deploy/kubernetes/maru.yaml", "limits: { memory: "),
    ] {
        let (worst, allowed) = (memory::worst_case(&config), allowed(file, key));
        assert!(worst < allowed, "{file}: {} MiB of {} MiB", worst >> 20, allowed >> 20);
    }
}

#[test]
fn the_sum_follows_the_configuration() {
    let of = |server: &str| memory::worst_case(&crate::harness::config(&format!("[server]\n{server}\n")));
    let plain = of("");
    assert!(of("max_connections = 2048") > plain + (500 << 20));
    assert!(of("max_header_bytes = 65536") > plain + (64 << 20));
    assert!(of("max_connections = 512") < plain);
}

#[test]
fn the_sum_in_the_documentation_is_the_programs_own() {
    let (file, page) = ("docs/security.md", read("docs/security.md"));
    let (before, rest) = page.split_once(MARKS[0]).expect("the beginning of the sum");
    let (_, after) = rest.split_once(MARKS[1]).expect("its end");
    let names = ["As configured when keys are left out (`deploy/systemd`)", "As configured in `deploy/kubernetes`"];
    let sum = memory::markdown(&[(names[0], &of_systemd()), (names[1], &of_kubernetes())]);
    let renewed = format!("{before}{}{sum}\n{}{after}", MARKS[0], MARKS[1]);
    if std::env::var_os("MARU_BLESS").is_some() {
        std::fs::write(path(file), &renewed).expect(file);
    } else {
        assert!(page == renewed, "{file} is stale: MARU_BLESS=1 cargo test -p maru-gateway --test it shipped");
    }
}

/// How long the page waits for a write, and so the least that everything in between must wait, in seconds.
const A_WRITE: u64 = 120;

#[test]
fn a_write_that_takes_two_minutes_passes_everywhere() {
    let seconds = |file: &str, key: &str| {
        let file = read(file);
        let (_, after) = file.split_once(key).unwrap_or_else(|| panic!("no `{key}`"));
        after.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<u64>().expect("a number")
    };
    let mut waits = vec![
        ("nginx", seconds("deploy/nginx/maru/site.conf", "proxy_read_timeout ")),
        ("Caddy", seconds("deploy/caddy/Caddyfile", "response_header_timeout ")),
        ("systemd, at the stop", seconds("deploy/systemd/maru-gateway.service", "TimeoutStopSec=")),
        ("Kubernetes, at the stop", seconds("deploy/kubernetes/maru.yaml", "terminationGracePeriodSeconds: ")),
    ];
    for config in [of_systemd(), of_kubernetes()] {
        waits.push(("read_timeout_s", config.proxy.read_timeout.as_secs()));
        waits.push(("total_timeout_s", config.proxy.total_timeout.as_secs()));
        waits.push(("shutdown_s", config.server.shutdown.as_secs()));
        let stops = seconds("deploy/systemd/maru-gateway.service", "TimeoutStopSec=");
        assert!(config.server.shutdown.as_secs() < stops, "it ends by itself before it is killed");
    }
    for (who, waits) in waits {
        assert!(waits > A_WRITE, "{who} waits {waits} s");
    }
}
