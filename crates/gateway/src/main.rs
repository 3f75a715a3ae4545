//! `maru-gateway`: parses the command line, starts, prints its address, and reloads its configuration on SIGHUP.

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;

use gateway::args::{self, Args, Command};
use gateway::program::Program;
use gateway::serve::Current;
use gateway::{log, serve};
use tokio::runtime::Runtime;

/// Requests allocate many small blocks on several threads. glibc's allocator keeps more and more free memory; this one
/// returns it when connections close (`cargo xtask bench --gateway`).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Writes the last queued lines when it is dropped.
    let _log = log::start();
    let result = match args::parse(std::env::args_os().skip(1)) {
        Ok(Command::Help) => say(args::HELP),
        Ok(Command::Version) => say(concat!("maru-gateway ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Command::Serve(args)) => run(args),
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

fn run(args: Args) -> Result<(), String> {
    let runtime = Runtime::new().map_err(|error| format!("cannot start threads: {error}"))?;
    let result = runtime.block_on(serve(args));
    // Does not wait for the system's name resolution, which cannot be cancelled.
    runtime.shutdown_background();
    result
}

async fn serve(args: Args) -> Result<(), String> {
    let (listen, program) = (args.listen, Program::new(args).await?);
    let start = program.serving()?;
    let said = |error| format!("--listen {listen}: {error}. Is it in use? Another port: --listen 127.0.0.1:0");
    let listener = serve::listen(listen).map_err(said)?;
    let address = listener.local_addr().map_err(said)?;
    for remark in start.config.remarks(address) {
        tracing::warn!("{remark}");
    }
    let current = Current::new(start.router, start.settings);
    let unwatched = |error| format!("signals cannot be watched: {error}");
    let (stop, at_once) = serve::stop_signals().map_err(unwatched)?;
    let reload = serve::on_reload(|| program.reload(&current)).map_err(unwatched)?;
    // The last line means that it is ready: tests and `cargo xtask` wait for it.
    let cloud = program.demo_origin().map(|origin| format!("cloud  {origin}\n")).unwrap_or_default();
    // A closed stdout does not matter.
    let _ = say(&format!("{cloud}maru  {}://{address}\n", start.scheme));
    tokio::select! {
        () = serve::until(listener, Arc::clone(&current), stop) => {}
        // A second signal means not to wait for running requests.
        () = at_once => {}
        () = reload => {}
    }
    Ok(())
}

fn say(text: &str) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| error.to_string())
}
