//! `cargo xtask bench`: writes the measurements in docs/performance.md.

mod gateway;

use crate::build;
use crate::ensure::{chromium, node};
use crate::shell::{self, Done, Failure};
use crate::{dist, paths};
use std::path::{Path, PathBuf};

/// The arguments.
#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    /// A site that is built already; `None`: build one with `dist`.
    site: Option<String>,
    /// Fewer repetitions.
    quick: bool,
    /// Measure the gateway's proxy instead of the page.
    gateway: bool,
}

/// Builds the site if necessary, and measures it in a browser (tests/bench/).
pub fn run(arguments: &[String]) -> Done {
    let options = parse(arguments)?;
    if options.gateway {
        return gateway::run(options.quick);
    }
    node::ensure()?;
    let chromium = chromium::ensure()?;
    let site = site(options.site)?;
    let gateway = build::compile_gateway("release")?;
    let mut command = shell::in_root("node");
    command.arg("tests/bench/run.mjs").args(options.quick.then_some("--quick"));
    command.env("MARU_SITE", site).env("MARU_GATEWAY", gateway).env("MARU_CHROMIUM", chromium);
    shell::run(&mut command)
}

fn site(built: Option<String>) -> Done<PathBuf> {
    let Some(folder) = built else { return dist::run("/").map(|()| paths::dist()) };
    // The benchmark runs in the repository's root; the folder is relative to the current one.
    let folder = shell::io(Path::new(&folder), std::path::absolute(&folder))?;
    if folder.join("index.html").is_file() {
        Ok(folder)
    } else {
        Err(Failure::new(format!("{} contains no index.html", folder.display())).by_hand("cargo xtask dist"))
    }
}

fn parse(arguments: &[String]) -> Done<Options> {
    let mut options = Options::default();
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match (word.as_str(), &options.site) {
            ("--quick", _) => options.quick = true,
            ("--gateway", _) => options.gateway = true,
            ("--site", None) => {
                let folder = words.next().ok_or_else(|| Failure::new("--site needs a folder"))?;
                options.site = Some(folder.clone());
            }
            (other, _) => {
                return Err(Failure::new(format!("bench takes --site DIR or --gateway, and --quick, not `{other}`")));
            }
        }
    }
    if options.gateway && options.site.is_some() {
        return Err(Failure::new("--site is for the page, --gateway measures without one: choose"));
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expect: Result<Options, &str>) {
        let words: Vec<String> = typed.split_whitespace().map(str::to_owned).collect();
        match (parse(&words), expect) {
            (Ok(got), Ok(wanted)) => assert_eq!(got, wanted, "{typed}"),
            (Err(got), Err(wanted)) => assert!(got.to_string().contains(wanted), "{typed}: {got}"),
            (got, wanted) => panic!("{typed}: {:?}, expected {wanted:?}", got.map_err(|failure| failure.to_string())),
        }
    }

    #[test]
    fn arguments() {
        check("", Ok(Options::default()));
        check("--quick", Ok(Options { quick: true, ..Options::default() }));
        check("--site a --quick", Ok(Options { quick: true, site: Some("a".into()), gateway: false }));
        check("--gateway --quick", Ok(Options { quick: true, site: None, gateway: true }));
        check("--gateway --site a", Err("choose"));
        check("--site", Err("--site needs a folder"));
        check("--site a --site b", Err("not `--site`"));
        check("fast", Err("not `fast`"));
    }
}
