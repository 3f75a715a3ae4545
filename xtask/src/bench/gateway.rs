//! `cargo xtask bench --gateway`: compares the gateway's proxy with nginx (`xtask/load`).

use crate::ensure::servers;
use crate::shell::{self, Done, Failure};
use crate::{build, paths};

/// The marks around the generated part of docs/performance.md.
const MARKS: [&str; 2] = ["<!-- bench gateway: begin -->", "<!-- bench gateway: end -->"];

/// The load has 512 connections, and as many to the upstream; many shells allow only 1024 open files.
const WITH_FILES: &str = "ulimit -n 8192 && exec \"$0\" \"$@\"";

/// Measures, and writes the result unless `quick`.
pub fn run(quick: bool) -> Done {
    if !servers::possible() {
        return Err(Failure::new("nginx is measured as Debian and Ubuntu have it, and this is neither"));
    }
    servers::ensure_nginx()?;
    let gateway = build::compile_gateway("release")?;
    let load = build::compile_load()?;
    let scratch = paths::scratch().join("load");
    shell::io(&scratch, std::fs::create_dir_all(&scratch))?;
    shell::step("xtask-load", "the gateway next to nginx", if quick { "15 s" } else { "2 min" });
    let waiting = waiting();
    let mut command = shell::in_root("sh");
    command.args(["-c", WITH_FILES]).arg(load).arg(gateway).arg(paths::root().join("deploy/nginx")).arg(scratch);
    command.args(quick.then_some("--quick")).stderr(std::process::Stdio::inherit());
    let told = command.output().map_err(|error| Failure::new(format!("sh cannot be started: {error}")))?;
    if !told.status.success() {
        return Err(Failure::new(format!("xtask-load ended with {}", told.status)));
    }
    let text = format!("{}\n\n{}", conditions(&waiting), String::from_utf8_lossy(&told.stdout).trim_end());
    println!("{text}");
    if quick { Ok(()) } else { write(&text) }
}

/// The number of processes waiting for a CPU, over the last minute.
fn waiting() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or_default().to_owned()
}

/// The conditions of the measurement; times mean nothing without the load of the machine.
fn conditions(waiting: &str) -> String {
    let date = shell::output(shell::in_root("date").args(["-u", "+%F"])).unwrap_or_default();
    // nginx prints its version on stderr.
    let version = shell::in_root("nginx").arg("-v").output().map(|told| told.stderr).unwrap_or_default();
    let version = String::from_utf8_lossy(&version).trim().rsplit('/').next().unwrap_or_default().to_owned();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!(
        "Measured on {} next to nginx {version} on {cores} cores, {waiting} processes waiting for them at the start.",
        date.trim()
    )
}

fn write(text: &str) -> Done {
    let file = paths::root().join("docs/performance.md");
    let old = shell::io(&file, std::fs::read_to_string(&file))?;
    let new = between_marks(&old, text).ok_or_else(|| {
        Failure::new(format!("{} has no place between {} and {}", file.display(), MARKS[0], MARKS[1]))
    })?;
    shell::io(&file, std::fs::write(&file, new))
}

/// The document with the text between the marks replaced.
fn between_marks(document: &str, text: &str) -> Option<String> {
    let (before, rest) = document.split_once(MARKS[0])?;
    let (_, after) = rest.split_once(MARKS[1])?;
    Some(format!("{before}{}\n\n{text}\n\n{}{after}", MARKS[0], MARKS[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_between_the_marks_is_written() {
        let [begin, end] = MARKS;
        for (old, expect) in [
            (format!("a\n{begin}\nold\n{end}\nb"), Some(format!("a\n{begin}\n\nnew\n\n{end}\nb"))),
            (format!("{begin}{end}"), Some(format!("{begin}\n\nnew\n\n{end}"))),
            (format!("{end}{begin}"), None),
            ("<!-- bench: begin --><!-- bench: end -->".to_owned(), None),
        ] {
            assert_eq!(between_marks(&old, "new"), expect, "{old}");
        }
    }

    #[test]
    fn the_document_has_its_place() {
        let document = std::fs::read_to_string(paths::root().join("docs/performance.md")).unwrap_or_default();
        assert!(between_marks(&document, "").is_some());
    }
}
