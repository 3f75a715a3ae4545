//! openstacksdk against the simulated cloud (tests/sdk): a client that was not written for it.

use super::tally::Counts;
use crate::ensure::python;
use crate::paths;
use crate::shell::{self, Done, Failure};
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

/// How much faster than a real cloud it goes: the steps wait, and what they wait for is tested elsewhere.
const SPEED: &str = "20";

/// Runs the steps; each has a line and counts as a test.
pub fn run() -> Done<Counts> {
    let python = python::ensure()?;
    let mut build = shell::cargo();
    shell::run(build.args(["build", "--quiet", "--locked", "-p", "maru-cloudsim", "--example", "serve"]))?;
    let cloud = Simulated::start()?;
    let counts = super::scratch_file("sdk")?;
    let _ = std::fs::remove_file(&counts);
    let mut command = shell::in_root(&python);
    command.arg(paths::tests().join("sdk/run.py")).arg(&cloud.identity).arg(&counts);
    // Nothing of it is to lie beside the sources.
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    let ended = shell::run(&mut command);
    super::counted("openstacksdk", &counts, ended)
}

/// The simulated cloud in a process that ends with the value.
struct Simulated {
    process: Child,
    /// What it prints; it would stop if nobody kept this open.
    out: Option<BufReader<ChildStdout>>,
    /// Address of its identity service, version 3.
    identity: String,
}

impl Simulated {
    fn start() -> Done<Self> {
        let mut command = Command::new(paths::target().join("debug/examples/serve"));
        command.args(["127.0.0.1:0", "-", SPEED]).stdout(Stdio::piped());
        let process = command.spawn();
        let process =
            process.map_err(|error| Failure::new(format!("the simulated cloud cannot be started: {error}")))?;
        // Made before reading: if it says nothing, dropping the value still ends it.
        let mut simulated = Self { process, out: None, identity: String::new() };
        let mut line = String::new();
        simulated.out = simulated.process.stdout.take().map(BufReader::new);
        if let Some(out) = &mut simulated.out {
            let _ = out.read_line(&mut line);
        }
        match line.split_whitespace().find(|word| word.ends_with("/v3")) {
            Some(identity) => simulated.identity = identity.to_owned(),
            None => return Err(Failure::new(format!("the simulated cloud did not say where it is: {line:?}"))),
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
