//! `cargo xtask fuzz`: runs the fuzz targets, each for a while. Inputs in `fuzz/corpus/` are replayed by the ordinary
//! tests (crates/fuzzing).

use crate::args::Fuzz;
use crate::ensure::cargo_tools;
use crate::paths;
use crate::shell::{self, Done, Failure};
use std::path::PathBuf;
use std::process::Command;

const NIGHTLY: &str = "nightly";

/// Runs all targets, or one.
pub fn run(options: &Fuzz) -> Done {
    let targets = chosen(targets()?, options.target.as_deref())?;
    ensure_nightly()?;
    cargo_tools::ensure(&[cargo_tools::cargo_fuzz()])?;
    for target in &targets {
        shell::step(&format!("cargo fuzz run {target}"), "bad input", &format!("{} min", options.minutes));
        fuzz(target, options.minutes)?;
    }
    println!("no failures found by {}", targets.join(", "));
    Ok(())
}

/// The names of all targets, sorted.
fn targets() -> Done<Vec<String>> {
    let folder = paths::root().join("fuzz/fuzz_targets");
    let mut names = Vec::new();
    for entry in shell::io(&folder, std::fs::read_dir(&folder))? {
        let name = shell::io(&folder, entry)?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".rs").map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

fn chosen(all: Vec<String>, one: Option<&str>) -> Done<Vec<String>> {
    match one {
        None => Ok(all),
        Some(one) if all.iter().any(|name| name == one) => Ok(vec![one.to_owned()]),
        Some(one) => Err(Failure::new(format!("there is no target `{one}`; the targets are {}", all.join(", ")))),
    }
}

/// The fuzzer's instrumentation needs nightly Rust.
fn ensure_nightly() -> Done {
    let by_hand = format!("rustup toolchain install {NIGHTLY} --profile minimal");
    if shell::which("rustup").is_none() {
        let what = "the fuzzer needs nightly Rust, and there is no rustup to install it";
        return Err(Failure::new(what).by_hand("install Rust from https://rustup.rs, then: ".to_owned() + &by_hand));
    }
    if shell::output(nightly("rustc").arg("--version")).is_some() {
        return Ok(());
    }
    shell::step("rustup toolchain install", "the fuzzer needs nightly Rust", "30 s");
    let mut install = shell::in_root("rustup");
    install.args(["toolchain", "install", NIGHTLY, "--profile", "minimal"]);
    shell::run(&mut install).map_err(|failure| failure.by_hand(by_hand))
}

fn nightly(program: &str) -> Command {
    let mut command = shell::in_root("rustup");
    command.args(["run", NIGHTLY, program]);
    // They name the stable toolchain that runs xtask.
    for name in ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN"] {
        command.env_remove(name);
    }
    command
}

fn fuzz(target: &str, minutes: u32) -> Done {
    // New inputs go into the first folder; the corpus in the repository contains only what somebody added.
    let found: PathBuf = paths::scratch().join("fuzz").join(target);
    shell::io(&found, std::fs::create_dir_all(&found))?;
    let mut command = nightly("cargo");
    // Without sanitizers: they detect errors that Rust without `unsafe` cannot have, and halve the speed.
    command.args(["fuzz", "run", "--sanitizer", "none", target]).arg(&found).arg(format!("fuzz/corpus/{target}"));
    command.args([
        "--",
        &format!("-max_total_time={}", u64::from(minutes) * 60),
        "-timeout=10",
        "-print_final_stats=1",
    ]);
    shell::run(&mut command).map_err(|failure| {
        failure.by_hand(format!(
            "mend it, keep the input: mv fuzz/artifacts/{target}/… fuzz/corpus/{target}/what-it-is, and test: cargo test -p \
             maru-fuzzing"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_target_or_all() {
        let all = targets().unwrap_or_default();
        assert!(all.contains(&"answers".to_owned()), "{all:?}");
        assert_eq!(chosen(all.clone(), None).ok(), Some(all.clone()));
        assert_eq!(chosen(all.clone(), Some("texts")).ok(), Some(vec!["texts".to_owned()]));
        let wrong = chosen(all, Some("nothing")).map_err(|failure| failure.to_string());
        assert!(wrong.is_err_and(|words| words.contains("no target `nothing`") && words.contains("answers")));
    }
}
