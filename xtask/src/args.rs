//! What was typed after `cargo xtask`, as a value.

/// Printed for `help` and after a mistake.
pub const USAGE: &str = "\
cargo xtask COMMAND

  run   [--cloud FILE] [--listen ADDR] [--demo-instances N]
          install what is missing, build, serve the console with the simulated cloud, or with the clouds of FILE (the
          gateway's configuration)
  test  [--cloud FILE] [FILTER]
          install what is missing, run every test; with --cloud only the main flow in a browser and the comparison
          with the simulated cloud, on the cloud that FILE describes (tests/clouds/, docs/openstack.md)
  dist  [--base PATH] [--verify]
          dist/ ready to upload and the release gateway; PATH is where it will be served (default /); --verify builds both
          a second time, in another folder, and compares the bytes
  fuzz  [TARGET] [--minutes N]
          lets the fuzzer loose on every reader of what others send, or on one (fuzz/fuzz_targets), each for N minutes
          (default 10); needs nightly Rust and cargo-fuzz, which it installs
  dev   [--cloud FILE] [--listen ADDR] [--demo-instances N]
          like run, and rebuild and reload on every change
  bench [--site DIR | --gateway] [--quick]
          build as dist does, or take the site of DIR, measure what docs/performance.md states and write it there; with
          --gateway the proxy next to nginx instead; --quick repeats less
  check   format, lints and native tests of what changed since the branch left main, and tidy
  tidy    check the invariants of docs/architecture.md that a machine can check
  coverage  write docs/coverage.md from the tests
  styles  join the style sheets as index.html links them; Trunk.toml has Trunk do it before each build";

/// One command, parsed.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Build and serve.
    Run(Serve),
    /// Every test.
    Test(Test),
    /// The folder to upload.
    Dist {
        /// Path under which the site is served, with both slashes.
        base: String,
        /// Build it twice and compare.
        verify: bool,
    },
    /// The fuzzer.
    Fuzz(Fuzz),
    /// The fast loop.
    Dev(Serve),
    /// Measurements; the arguments are the bench's own.
    Bench(Vec<String>),
    /// What changed, checked in about a minute.
    Check,
    /// The machine-checked invariants.
    Tidy,
    /// Writes docs/coverage.md.
    Coverage,
    /// Joins the style sheets.
    Styles,
    /// The usage text.
    Help,
}

/// How to serve the console.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Serve {
    /// A gateway configuration with real clouds; without it the simulated one is started.
    pub cloud: Option<String>,
    /// Address to listen on; without it the first free port from 8080 on.
    pub listen: Option<String>,
    /// How many instances the simulated cloud starts with.
    pub demo_instances: Option<u32>,
}

/// What to fuzz.
#[derive(Debug, PartialEq, Eq)]
pub struct Fuzz {
    /// One target; without it all of them.
    pub target: Option<String>,
    /// How long each.
    pub minutes: u32,
}

/// Which tests to run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Test {
    /// A description of a cloud as in tests/clouds/: the main flow and the comparison run there, and nothing else.
    pub cloud: Option<String>,
    /// Only tests whose name contains this.
    pub filter: Option<String>,
}

/// Reads the arguments; the error is the text to show.
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
            other => return Err(wrong(&format!("`{other}` is not understood here"))),
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
                return Err(wrong(&format!("`{other}` is not understood here")));
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
            other => return Err(wrong(&format!("`{other}` is not understood here"))),
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
                return Err(wrong(&format!("`{other}` is not understood here")));
            }
            target => options.target = Some(target.to_owned()),
        }
    }
    Ok(options)
}

fn none(rest: &[String]) -> Result<(), String> {
    match rest.first() {
        None => Ok(()),
        Some(word) => Err(wrong(&format!("`{word}` is not understood here"))),
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
        check("test a b", Err("`b` is not understood"));
        check("dist --base console", Err("begins and ends with a slash"));
        check("dist --base", Err("--base needs a value"));
        check("dist --now", Err("`--now` is not understood"));
        check("fuzz a b", Err("`b` is not understood"));
        check("fuzz --minutes 0", Err("`0` is not a number of minutes"));
        check("tidy now", Err("`now` is not understood"));
    }
}
