//! The command line.

use std::ffi::OsString;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

/// The text of `--help`.
pub const HELP: &str = "\
Serves Maru's site and proxies its requests to the configured clouds.

Usage: maru-gateway [--config FILE] [--demo] [options]

  --config FILE           the clouds to offer, as TOML; needed unless --demo
  --site DIR              the built site (default: dist)
  --no-site               serve only config.json and the proxy: another server has the files
  --listen ADDRESS:PORT   where to listen (default: 127.0.0.1:8080; port 0: any free one)
  --demo                  also start a simulated cloud in this process
  --demo-instances N      how many instances the simulated cloud has (default: a dozen)
  --demo-address ADDRESS:PORT
                          where the simulated cloud listens (default: any free port of 127.0.0.1)
  --verbose               one JSON line on stderr for each request to a cloud; never a token
  --help, --version

When it is ready it prints `cloud  ADDRESS` (with --demo) and `maru  ADDRESS`. `GET /healthz` answers `ok`,
`GET /metrics` numbers for Prometheus. docs/gateway.md lists every key of the configuration.
";

/// What to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Command {
    /// Run the gateway.
    Serve(Args),
    /// Print [`HELP`].
    Help,
    /// Print name and version.
    Version,
}

/// Parsed options.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Args {
    /// Folder with the built site; `None` if another server has the files.
    pub site: Option<PathBuf>,
    /// The configuration file.
    pub config: Option<PathBuf>,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The simulated cloud, if requested.
    pub demo: Option<Demo>,
    /// Log every proxied request.
    pub verbose: bool,
}

/// Options of the simulated cloud.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Demo {
    /// Its loopback address.
    pub address: SocketAddr,
    /// Number of instances; `None`: the default world.
    pub instances: Option<usize>,
}

/// What is wrong with the command line, and how to correct it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ArgError(String);

impl fmt::Display for ArgError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The options as typed.
#[derive(Default)]
struct Typed {
    site: Option<PathBuf>,
    no_site: bool,
    config: Option<PathBuf>,
    listen: Option<SocketAddr>,
    demo: bool,
    demo_instances: Option<usize>,
    demo_address: Option<SocketAddr>,
    verbose: bool,
}

/// Parses the command line, without the program's name.
pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Command, ArgError> {
    let mut typed = Typed::default();
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        let word = word.into_string().map_err(|word| error(format!("{} is not UTF-8", word.display())))?;
        let (flag, inline) = match word.split_once('=') {
            Some((flag, value)) => (flag.to_owned(), Some(OsString::from(value))),
            None => (word, None),
        };
        let mut value = |what: &str| {
            inline.clone().or_else(|| words.next()).ok_or_else(|| error(format!("{flag} needs {what} after it")))
        };
        match flag.as_str() {
            "--help" | "-h" => return Ok(Command::Help),
            "--version" | "-V" => return Ok(Command::Version),
            "--site" => typed.site = Some(value("a folder")?.into()),
            "--config" => typed.config = Some(value("a file")?.into()),
            "--listen" => typed.listen = Some(address(&flag, &value("an address")?)?),
            "--demo-address" => typed.demo_address = Some(address(&flag, &value("an address")?)?),
            "--demo-instances" => typed.demo_instances = Some(number(&flag, &value("a number")?)?),
            "--demo" => typed.demo = true,
            "--no-site" => typed.no_site = true,
            "--verbose" => typed.verbose = true,
            _ => return Err(error(format!("{flag} is unknown; `maru-gateway --help` lists the flags"))),
        }
        if inline.is_some() && matches!(flag.as_str(), "--demo" | "--no-site" | "--verbose") {
            return Err(error(format!("{flag} takes no value: write it alone")));
        }
    }
    typed.check().map(Command::Serve)
}

impl Typed {
    fn check(self) -> Result<Args, ArgError> {
        if !self.demo && self.demo_instances.is_some() {
            return Err(error("--demo-instances is about the simulated cloud: add --demo"));
        }
        if !self.demo && self.demo_address.is_some() {
            return Err(error("--demo-address is about the simulated cloud: add --demo"));
        }
        if !self.demo && self.config.is_none() {
            return Err(error("no cloud to offer: write --config FILE, or --demo for the simulated one"));
        }
        if self.no_site && self.site.is_some() {
            return Err(error("--site and --no-site: choose"));
        }
        let address = self.demo_address.unwrap_or((Ipv4Addr::LOCALHOST, 0).into());
        if !address.ip().is_loopback() {
            return Err(error("--demo-address must be of this machine only, e.g. 127.0.0.1:0: its password is public"));
        }
        Ok(Args {
            site: (!self.no_site).then(|| self.site.unwrap_or_else(|| "dist".into())),
            config: self.config,
            listen: self.listen.unwrap_or((Ipv4Addr::LOCALHOST, 8080).into()),
            demo: self.demo.then_some(Demo { address, instances: self.demo_instances }),
            verbose: self.verbose,
        })
    }
}

fn error(message: impl Into<String>) -> ArgError {
    ArgError(message.into())
}

fn address(flag: &str, value: &OsString) -> Result<SocketAddr, ArgError> {
    let text = value.to_string_lossy();
    text.parse().map_err(|_| error(format!("{flag} {text}: write an address and a port, e.g. {flag} 127.0.0.1:8080")))
}

fn number(flag: &str, value: &OsString) -> Result<usize, ArgError> {
    let text = value.to_string_lossy();
    text.parse().map_err(|_| error(format!("{flag} {text}: write a number, e.g. {flag} 1000")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from)).map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_understood() {
        let check = |line: &str, expect: Args| assert_eq!(read(line), Ok(Command::Serve(expect)), "{line}");
        let local = |port: u16| SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let demo = Args {
            site: Some("dist".into()),
            config: None,
            listen: local(8080),
            demo: Some(Demo { address: local(0), instances: None }),
            verbose: false,
        };
        check("--demo", demo.clone());
        check("--demo --verbose", Args { verbose: true, ..demo.clone() });
        check("--demo --site=out", Args { site: Some("out".into()), ..demo.clone() });
        check("--demo --no-site", Args { site: None, ..demo.clone() });
        check(
            "--demo-instances 1000 --demo --demo-address 127.0.0.1:18201",
            Args { demo: Some(Demo { address: local(18201), instances: Some(1000) }), ..demo.clone() },
        );
        let real = Args { demo: None, config: Some("gateway.toml".into()), listen: local(0), ..demo };
        check("--site dist --config gateway.toml --listen 127.0.0.1:0", real);
        assert_eq!(read("--demo --help"), Ok(Command::Help));
        assert_eq!(read("-V"), Ok(Command::Version));
    }

    #[test]
    fn errors_name_the_flag_and_what_to_write() {
        let check = |line: &str, parts: &[&str]| {
            let message = read(line).expect_err(line);
            assert!(parts.iter().all(|part| message.contains(part)), "{line}: {message}");
        };
        check("", &["--config FILE", "--demo"]);
        check("--config", &["--config", "a file"]);
        check("--demo --listen", &["--listen", "an address"]);
        check("--demo --listen localhost", &["--listen localhost", "127.0.0.1:8080"]);
        check("--demo --demo-instances many", &["--demo-instances many", "a number"]);
        check("--demo --demo-instances -1", &["--demo-instances -1", "a number"]);
        check("--config a --demo-instances 5", &["--demo-instances", "add --demo"]);
        check("--config a --demo-address 127.0.0.1:0", &["--demo-address", "add --demo"]);
        check("--demo --demo-address 0.0.0.0:1", &["--demo-address", "127.0.0.1:0"]);
        check("--demo --no-site --site out", &["--site", "--no-site"]);
        check("--demo=yes", &["--demo", "no value"]);
        check("--dmeo", &["--dmeo", "--help"]);
        check("dist", &["dist", "--help"]);
    }
}
