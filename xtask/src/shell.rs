//! Runs other programs, and reports errors uniformly.

use crate::paths;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Why a command failed, and what to run by hand.
#[derive(Debug)]
pub struct Failure {
    what: String,
    by_hand: Option<String>,
}

/// The result of a step.
pub type Done<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure with its description.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), by_hand: None }
    }

    /// Adds the command that a person can run instead.
    pub fn by_hand(mut self, command: impl Into<String>) -> Self {
        self.by_hand = Some(command.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.what)?;
        match &self.by_hand {
            Some(command) => write!(f, "\n  by hand: {command}"),
            None => Ok(()),
        }
    }
}

/// Adds the file name to an I/O error.
pub fn io<T>(what: &Path, result: std::io::Result<T>) -> Done<T> {
    result.map_err(|error| Failure::new(format!("{}: {error}", what.display())))
}

/// Prints what is being done, why, and how long it usually takes.
pub fn step(what: &str, why: &str, usually: &str) {
    println!("▸ {what}: {why} (usually {usually})");
}

/// The cargo that runs xtask.
pub fn cargo() -> Command {
    in_root(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A program in the repository's root, with xtask's tools first on PATH.
pub fn in_root(program: impl Into<OsString>) -> Command {
    let mut command = Command::new(program.into());
    command.current_dir(paths::root()).env("PATH", path_with_tools());
    // Set by the `cargo run` of xtask; for the child they would be wrong.
    for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME", "CARGO_PKG_VERSION"] {
        command.env_remove(name);
    }
    command
}

fn path_with_tools() -> OsString {
    let ours = [paths::tools().join("bin"), paths::tests().join("node_modules/.bin")];
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(ours.into_iter().chain(std::env::split_paths(&inherited))).unwrap_or(inherited)
}

/// The path of a program, xtask's tools first.
pub fn which(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&path_with_tools()).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Runs a command with visible output; the failure contains the command.
pub fn run(command: &mut Command) -> Done {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("{} ended with {status}", shown(command)))) }
}

/// The output of a command; `None` if it does not exist or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a command with its output in a file, whose last lines are part of the failure.
pub fn run_logged(command: &mut Command, log: &Path) -> Done {
    if let Some(folder) = log.parent() {
        io(folder, std::fs::create_dir_all(folder))?;
    }
    let file = io(log, std::fs::File::create(log))?;
    let twin = io(log, file.try_clone())?;
    let status = command.stdout(file).stderr(twin).status().map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        return Ok(());
    }
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let tail = lines[lines.len().saturating_sub(15)..].join("\n  ");
    Err(Failure::new(format!("{} ended with {status}; the end of {}:\n  {tail}", shown(command), log.display())))
}

/// Runs something and prints how long it took.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Done<T>) -> Done<T> {
    let start = Instant::now();
    let result = work()?;
    println!("✓ {what}: {:.0} s", start.elapsed().as_secs_f64());
    Ok(result)
}

fn cannot_start(command: &Command, error: &std::io::Error) -> Failure {
    Failure::new(format!("{} cannot be started: {error}", shown(command)))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
