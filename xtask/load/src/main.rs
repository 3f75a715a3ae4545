//! `cargo xtask bench --gateway`: compares the gateway's proxy with nginx on the same tiny upstream. A separate
//! program, so that its dependencies are compiled only for this, and with optimisation.
//!
//! `xtask-load GATEWAY DEPLOY SCRATCH [--quick]`: the release gateway, the folder of nginx's files, and a scratch
//! folder. The report goes to stdout as Markdown, progress to stderr.

mod client;
mod numbers;
mod processes;
mod proxies;
mod report;
mod upstream;

use client::{Load, Target};
use proxies::Proxy;
use report::{Level, Report};
use std::path::Path;
use std::process::ExitCode;

/// The result of a step.
type Done<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Number of connections, and of requests over all of them together.
const LEVELS: [(usize, usize); 3] = [(1, 10_000), (64, 60_000), (512, 60_000)];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        [gateway, deploy, scratch] => measure([gateway, deploy, scratch].map(Path::new), 5, 1),
        [gateway, deploy, scratch, "--quick"] => measure([gateway, deploy, scratch].map(Path::new), 2, 10),
        _ => Err("xtask-load GATEWAY DEPLOY SCRATCH [--quick]".into()),
    };
    match done {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs each number of connections `runs` times on each target, with a share of the requests.
fn measure([gateway, deploy, scratch]: [&Path; 3], runs: usize, share: usize) -> Done<Report> {
    let upstream = upstream::start()?;
    let nginx = proxies::nginx(deploy, scratch, upstream)?;
    let gateway = proxies::gateway(gateway, scratch, upstream)?;
    let client = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    let mut report = Report { levels: LEVELS.map(|(connections, all)| Level::new(connections, all / share)) };
    for run in 0..runs {
        for level in &mut report.levels {
            eprintln!("  run {} of {runs}: {} connections", run + 1, level.connections);
            let load = Load { connections: level.connections, requests: level.requests };
            let bare = client.block_on(load.on(&Target::bare(upstream), || Ok(())))?.0;
            level.bare.push(bare);
            // The order alternates.
            let mut turns = [(&nginx, &mut level.nginx), (&gateway, &mut level.gateway)];
            if run % 2 == 1 {
                turns.reverse();
            }
            for (proxy, runs) in turns {
                runs.push(through(proxy, upstream, &load, &client)?);
            }
        }
    }
    Ok(report)
}

/// One run, and its cost for the proxy's processes.
fn through(
    proxy: &Proxy,
    upstream: std::net::SocketAddr,
    load: &Load,
    client: &tokio::runtime::Runtime,
) -> Done<report::Proxied> {
    let target = Target::behind(proxy.address, upstream);
    let look = || Ok((proxy.processes.processor_time()?, proxy.processes.memory()?));
    let (run, [(before, _), (after, memory)]) = client.block_on(load.on(&target, look))?;
    Ok(report::Proxied { run, processor: after.saturating_sub(before), memory })
}
