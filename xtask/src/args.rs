//! The command line of `cargo xtask`.

/// Printed for `help` and after an error.
pub const USAGE: &str = "\
cargo xtask COMMAND

  run   [--cloud FILE] [--listen ADDR] [--demo-instances N]
          install what is missing, build, serve the console with the simulated cloud, or with the clouds of FILE (the
          gateway's configuration)
  test  [--cloud FILE] [FILTER]
          install what is missing, run every test; with --cloud only the main flow in a browser and the comparison
          with the simulated cloud, on the cloud that FILE describes (tests/clouds/, docs/openstack.md)
  dist  [--base PATH] [--verify]
          build dist/ for upload, and the release gateway; PATH is the base path of the site (default /); --verify builds
          both a second time, in another folder, and compares the bytes
  fuzz  [TARGET] [--minutes N]
          run all fuzz targets, or one (fuzz/fuzz_targets), each for N minutes (default 10); installs nightly Rust and
          cargo-fuzz if necessary
  dev   [--cloud FILE] [--listen ADDR] [--demo-instances N]
          like run, but rebuild and reload on every change
  bench [--site DIR | --gateway] [--quick]
          build as dist does, or use the site in DIR, and write the measurements in docs/performance.md; with --gateway
          compare the proxy with nginx instead; --quick repeats less
  check   format, lints and native tests of what changed since the branch left main, and tidy
  tidy    check the house rules that can be checked automatically (docs/architecture.md)
  coverage  write docs/coverage.md from the tests
  styles  join the style sheets for index.html; Trunk runs it before each build (Trunk.toml)";

/// A parsed command.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Run(Serve),
    /// Run all tests.
    Test(Test),
    /// Build the site for upload.
    Dist {
        /// Path of the site, with both slashes.
        base: String,
        /// Build twice and compare.
        verify: bool,
    },
    /// Run the fuzzer.
    Fuzz(Fuzz),
    /// Serve and rebuild on change.
    Dev(Serve),
    /// Measure; the arguments are the benchmark's own.
    Bench(Vec<String>),
    /// Check what changed, in about a minute.
    Check,
    /// Check the house rules.
    Tidy,
    /// Write docs/coverage.md.
    Coverage,
    /// Join the style sheets.
    Styles,
    /// Print the usage.
    Help,
}

/// How to serve the console.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Serve {
    /// A gateway configuration with real clouds; `None`: the simulated cloud.
    pub cloud: Option<String>,
    /// Listen address; `None`: the first free port from 8080 on.
    pub listen: Option<String>,
    /// The initial number of instances of the simulated cloud.
    pub demo_instances: Option<u32>,
}

/// What to fuzz.
#[derive(Debug, PartialEq, Eq)]
pub struct Fuzz {
    /// One target; `None`: all.
    pub target: Option<String>,
    /// Duration of each.
    pub minutes: u32,
}

/// Which tests to run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Test {
    /// A description of a cloud like those in tests/clouds/: only the main flow and the comparison run there.
    pub cloud: Option<String>,
    /// Only tests whose name contains this.
    pub filter: Option<String>,
}

/// Parses the arguments; the error is the text to print.
pub fn parse(typed: &[String]) -> Result<Command, String> {
    let Some((name, rest)) = typed.split_first() else { return Ok(Command::Help) };
    match name.as_str() {
        "run" => serve(rest).map(Command::Run),
        "dev" => serve(rest).map(Command::Dev),
        "test" => test(rest).map(Command::Test),
        "dist" => dist(rest),
        "fuzz" => fuzz(rest).map(Command::Fuzz),
        "bench" => Ok(Command::Bench(rest.to_vec())),
        "check" => none(rest).map(|()| Command::Check),
        "styles" => none(rest).map(|()| Command::Styles),
        "tidy" => none(rest).map(|()| Command::Tidy),
        "coverage" => none(rest).map(|()| Command::Coverage),
        "help" | "-h" | "--help" => Ok(Command::Help),
        other => Err(wrong(&format!("there is no command `{other}`"))),
    }
}

fn serve(rest: &[String]) -> Result<Serve, String> {
    let mut options = Serve::default();
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--cloud" => options.cloud = Some(value(word, &mut words)?),
            "--listen" => options.listen = Some(value(word, &mut words)?),
            "--demo-instances" => {
                let typed = value(word, &mut words)?;
                let count = typed.parse().map_err(|_| wrong(&format!("`{typed}` is not a number of instances")))?;
                options.demo_instances = Some(count);
            }
            other => return Err(wrong(&format!("`{other}` is not valid here"))),
        }
    }
    if options.cloud.is_some() && options.demo_instances.is_some() {
        return Err(wrong("--demo-instances is for the simulated cloud, --cloud for a real one: choose"));
    }
    Ok(options)
}

fn test(rest: &[String]) -> Result<Test, String> {
    let mut options = Test::default();
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--cloud" => options.cloud = Some(value(word, &mut words)?),
            other if other.starts_with('-') || options.filter.is_some() => {
                return Err(wrong(&format!("`{other}` is not valid here")));
            }
            filter => options.filter = Some(filter.to_owned()),
        }
    }
    Ok(options)
}

fn dist(rest: &[String]) -> Result<Command, String> {
    let (mut base, mut verify) = ("/".to_owned(), false);
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--verify" => verify = true,
            "--base" => base = value(word, &mut words)?,
            other => return Err(wrong(&format!("`{other}` is not valid here"))),
        }
    }
    if base.starts_with('/') && base.ends_with('/') {
        return Ok(Command::Dist { base, verify });
    }
    Err(wrong("--base takes a path that begins and ends with a slash"))
}

fn fuzz(rest: &[String]) -> Result<Fuzz, String> {
    let mut options = Fuzz { target: None, minutes: 10 };
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--minutes" => {
                let typed = value(word, &mut words)?;
                let minutes = typed.parse().ok().filter(|minutes| *minutes > 0);
                options.minutes = minutes.ok_or_else(|| wrong(&format!("`{typed}` is not a number of minutes")))?;
            }
            other if other.starts_with('-') || options.target.is_some() => {
                return Err(wrong(&format!("`{other}` is not valid here")));
            }
            target => options.target = Some(target.to_owned()),
        }
    }
    Ok(options)
}

fn none(rest: &[String]) -> Result<(), String> {
    match rest.first() {
        None => Ok(()),
        Some(word) => Err(wrong(&format!("`{word}` is not valid here"))),
    }
}

fn value(flag: &str, words: &mut std::slice::Iter<'_, String>) -> Result<String, String> {
    words.next().cloned().ok_or_else(|| wrong(&format!("{flag} needs a value")))
}

fn wrong(what: &str) -> String {
    format!("{what}\n\n{USAGE}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expect: Result<Command, &str>) {
        let words: Vec<String> = typed.split_whitespace().map(str::to_owned).collect();
        match (parse(&words), expect) {
            (Ok(got), Ok(wanted)) => assert_eq!(got, wanted, "{typed}"),
            (Err(got), Err(wanted)) => assert!(got.contains(wanted), "{typed}: {got}"),
            (got, wanted) => panic!("{typed}: {got:?}, expected {wanted:?}"),
        }
    }

    #[test]
    fn commands() {
        check("", Ok(Command::Help));
        check("run", Ok(Command::Run(Serve::default())));
        check(
            "dev --listen 127.0.0.1:9 --demo-instances 5",
            Ok(Command::Dev(Serve { listen: Some("127.0.0.1:9".into()), demo_instances: Some(5), ..Serve::default() })),
        );
        check("run --cloud c.toml", Ok(Command::Run(Serve { cloud: Some("c.toml".into()), ..Serve::default() })));
        check("test rename", Ok(Command::Test(Test { filter: Some("rename".into()), cloud: None })));
        check("test --cloud c.toml", Ok(Command::Test(Test { cloud: Some("c.toml".into()), filter: None })));
        check("dist", Ok(Command::Dist { base: "/".into(), verify: false }));
        check("dist --verify --base /console/", Ok(Command::Dist { base: "/console/".into(), verify: true }));
        check("fuzz", Ok(Command::Fuzz(Fuzz { target: None, minutes: 10 })));
        check("fuzz texts --minutes 2", Ok(Command::Fuzz(Fuzz { target: Some("texts".into()), minutes: 2 })));
        check("check", Ok(Command::Check));
        check("styles", Ok(Command::Styles));
        check("bench --quick", Ok(Command::Bench(vec!["--quick".into()])));
    }

    #[test]
    fn mistakes_are_named() {
        check("fly", Err("no command `fly`"));
        check("run --cloud", Err("--cloud needs a value"));
        check("run --demo-instances many", Err("`many` is not a number"));
        check("run --cloud a --demo-instances 3", Err("choose"));
        check("test a b", Err("`b` is not valid"));
        check("dist --base console", Err("begins and ends with a slash"));
        check("dist --base", Err("--base needs a value"));
        check("dist --now", Err("`--now` is not valid"));
        check("fuzz a b", Err("`b` is not valid"));
        check("fuzz --minutes 0", Err("`0` is not a number of minutes"));
        check("tidy now", Err("`now` is not valid"));
    }
}
