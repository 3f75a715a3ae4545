//! Starts the gateway.

use crate::args::Serve;
use crate::shell::{self, Done, Failure};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// The command that serves a site.
pub fn command(program: &Path, site: &Path, listen: &str, options: &Serve) -> Command {
    let mut command = shell::in_root(program);
    command.arg("--site").arg(site).args(["--listen", listen]);
    match &options.cloud {
        Some(file) => command.args(["--config", file]),
        None => command.arg("--demo"),
    };
    if let Some(count) = options.demo_instances {
        command.args(["--demo-instances", &count.to_string()]);
    }
    command
}

/// The listen address: as typed, or the first free port from 8080 on.
pub fn listen_address(options: &Serve) -> Done<String> {
    if let Some(typed) = &options.listen {
        return Ok(typed.clone());
    }
    let free = (8080..8100).map(|port| format!("127.0.0.1:{port}")).find(|address| TcpListener::bind(address).is_ok());
    free.ok_or_else(|| {
        Failure::new("ports 8080 to 8099 are all taken").by_hand("cargo xtask run --listen 127.0.0.1:PORT")
    })
}

/// Replaces this process by the gateway, so that stopping one stops the other. Its last line is the address.
#[cfg(unix)]
pub fn become_gateway(mut gateway: Command) -> Done {
    use std::os::unix::process::CommandExt;
    let error = gateway.exec();
    Err(Failure::new(format!("the gateway cannot be started: {error}")))
}

/// Runs the gateway until it is stopped. Its last line is the address.
#[cfg(not(unix))]
pub fn become_gateway(mut gateway: Command) -> Done {
    shell::run(&mut gateway)
}

/// A gateway that is stopped on drop; on Linux also when xtask is killed.
pub struct Running(Child);

impl Running {
    /// Starts it and waits until it responds.
    pub fn start(command: Command, listen: &str) -> Done<Self> {
        let child = ends_with_xtask(command).spawn();
        let child = child.map_err(|error| Failure::new(format!("the gateway cannot be started: {error}")))?;
        // Created before waiting, so that it is stopped if it never responds.
        let running = Self(child);
        wait_until_healthy(listen)?;
        Ok(running)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A killed process drops nothing. Linux ends its child for it, if `setpriv` (util-linux) asks for that; BusyBox's cannot.
fn ends_with_xtask(command: Command) -> Command {
    let with_setpriv = || {
        let mut setpriv = shell::in_root("setpriv");
        setpriv.args(["--pdeathsig", "TERM"]);
        setpriv
    };
    if shell::output(with_setpriv().arg("true")).is_none() {
        return command;
    }
    let mut tied = with_setpriv();
    tied.arg(command.get_program()).args(command.get_args());
    tied
}

fn wait_until_healthy(listen: &str) -> Done {
    let deadline = Instant::now() + Duration::from_secs(30);
    while Instant::now() < deadline {
        if is_healthy(listen) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Err(Failure::new(format!("the gateway does not answer on {listen}")))
}

fn is_healthy(listen: &str) -> bool {
    let asked = TcpStream::connect(listen).and_then(|mut stream| {
        stream.set_read_timeout(Some(Duration::from_secs(1)))?;
        write!(stream, "GET /healthz HTTP/1.1\r\nhost: {listen}\r\nconnection: close\r\n\r\n")?;
        let mut status = [0; 12];
        stream.read_exact(&mut status)?;
        Ok(status)
    });
    asked.is_ok_and(|status| status.ends_with(b" 200"))
}
