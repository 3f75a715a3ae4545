//! `maru-gateway`: reads the command line and the configuration, starts, and says where it listens.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use gateway::args::{self, Args, Command};
use gateway::config::Config;
use gateway::serve::Current;
use gateway::{Options, demo, log, serve, session};

/// A request is many small pieces of memory that come and go on several threads. glibc's allocator keeps more of what is free
/// the longer it runs; this one gives it back when the connections are gone (`cargo xtask bench --gateway`).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    // Kept until the end: what is logged last is written when it is dropped.
    let _log = log::start();
    let result = match args::parse(std::env::args_os().skip(1)) {
        Ok(Command::Help) => say(args::HELP),
        Ok(Command::Version) => say(concat!("maru-gateway ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Command::Serve(args)) => run(args).await,
        Err(error) => Err(error.to_string()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            log::say_directly(&format!("maru-gateway: {message}"));
            ExitCode::FAILURE
        }
    }
}

async fn run(args: Args) -> Result<(), String> {
    let mut config = match &args.config {
        Some(file) => read(file)?,
        None => Config::empty(),
    };
    // Kept until the end: the simulated cloud stops when its handle is dropped.
    let simulated = match &args.demo {
        Some(wanted) => {
            let start = demo::start(wanted.address, wanted.instances).await;
            let running = start.map_err(|error| format!("--demo-address {}: {error}", wanted.address))?;
            config.add_first(demo::cloud(&running))?;
            Some(running)
        }
        None => None,
    };
    if config.clouds.is_empty() {
        return Err("the configuration has no [[cloud]]: add one, or start with --demo".to_owned());
    }
    let settings = serve::Settings::new(&config.server).map_err(|error| format!("--config: {error}"))?;
    let scheme = if config.server.tls.is_some() { "https" } else { "http" };
    let guarded = config.server.tls.is_some() || !config.server.public.is_empty();
    let session_keys = std::env::var(session::VARIABLE).ok();
    let options =
        Options { site: args.site, config, verbose: args.verbose, lookup: gateway::by_system(), session_keys };
    let router = gateway::router(options).map_err(|error| error.to_string())?;
    let listen = |error| format!("--listen {}: {error}. Is it in use? Another port: --listen 127.0.0.1:0", args.listen);
    let listener = serve::listen(args.listen).map_err(listen)?;
    let address = listener.local_addr().map_err(listen)?;
    if !address.ip().is_loopback() && !guarded {
        tracing::warn!(
            "reachable from other machines without TLS: set `tls_cert` and `tls_key`, or put a server with TLS in front of it"
        );
    }
    let stop = serve::stop_signal().map_err(|error| format!("stop signals cannot be watched: {error}"))?;
    // The last line tells that it is ready: tests and `cargo xtask` wait for it.
    let cloud = simulated.as_ref().map(|running| format!("cloud  {}\n", running.origin())).unwrap_or_default();
    // Where nobody reads it, it serves all the same.
    let _ = say(&format!("{cloud}maru  {scheme}://{address}\n"));
    serve::until(listener, Current::new(router, settings), stop).await;
    Ok(())
}

fn read(file: &Path) -> Result<Config, String> {
    let named = |problem: String| format!("--config {}: {problem}", file.display());
    let text = std::fs::read_to_string(file).map_err(|error| named(error.to_string()))?;
    Config::from_toml(&text).map_err(|error| named(error.to_string()))
}

fn say(text: &str) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| error.to_string())
}
