//! Runs openstacksdk, python-openstackclient and python-novaclient against the simulated cloud (tests/sdk).

use super::tally::Results;
use crate::ensure::python;
use crate::paths;
use crate::shell::{self, Done, Failure};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

/// The speed of the simulated cloud, because the steps wait for it.
const SPEED: &str = "20";

/// Runs openstacksdk's steps; each prints a line and counts as a test.
pub fn steps() -> Done<Results> {
    with_cloud("openstacksdk", |command, cloud, counts| {
        command.arg(paths::tests().join("sdk/run.py")).arg(&cloud.identity).arg(counts);
    })
}

/// Runs the commands of `openstack` and `nova` (tests/sdk/commands); each counts as a test.
pub fn commands() -> Done<Results> {
    with_cloud("commands", |command, cloud, counts| {
        let script = paths::tests().join("sdk/commands.py");
        command.arg(script).arg("simulated").arg(&cloud.identity).arg(counts);
    })
}

/// Runs Python with a new simulated cloud.
fn with_cloud(what: &str, arguments: impl Fn(&mut Command, &Simulated, &Path)) -> Done<Results> {
    let python = python::ensure()?;
    let mut build = shell::cargo();
    shell::run(build.args(["build", "--quiet", "--locked", "-p", "maru-cloudsim", "--example", "serve"]))?;
    let cloud = Simulated::start()?;
    let counts = super::scratch_file(what)?;
    let _ = std::fs::remove_file(&counts);
    let mut command = shell::in_root(&python);
    arguments(&mut command, &cloud, &counts);
    // Keeps the source folders clean.
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    let ended = shell::run(&mut command);
    super::counted(what, &counts, ended)
}

/// A simulated cloud in a process that is stopped on drop.
struct Simulated {
    process: Child,
    /// Its output, kept open because the process would stop without it.
    out: Option<BufReader<ChildStdout>>,
    /// The URL of its identity service v3.
    identity: String,
}

impl Simulated {
    fn start() -> Done<Self> {
        let mut command = Command::new(paths::target().join("debug/examples/serve"));
        command.args(["127.0.0.1:0", "-", SPEED]).stdout(Stdio::piped());
        let process = command.spawn();
        let process =
            process.map_err(|error| Failure::new(format!("the simulated cloud cannot be started: {error}")))?;
        // Created before reading, so that it is stopped if it prints nothing.
        let mut simulated = Self { process, out: None, identity: String::new() };
        let mut line = String::new();
        simulated.out = simulated.process.stdout.take().map(BufReader::new);
        if let Some(out) = &mut simulated.out {
            let _ = out.read_line(&mut line);
        }
        match line.split_whitespace().find(|word| word.ends_with("/v3")) {
            Some(identity) => simulated.identity = identity.to_owned(),
            None => return Err(Failure::new(format!("the simulated cloud did not print its address: {line:?}"))),
        }
        Ok(simulated)
    }
}

impl Drop for Simulated {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
