//! Builds everything from the command line and the files. SIGHUP reads the files again; if they are invalid, nothing
//! changes.

use std::path::Path;

use axum::Router;
use tracing::{error, info};

use crate::args::Args;
use crate::config::Config;
use crate::serve::{Current, Settings};
use crate::{Lasting, Options, demo, session};

/// The running program.
pub struct Program {
    args: Args,
    /// Stops when dropped.
    demo: Option<cloudsim::Running>,
    session_keys: Option<String>,
    lasting: Lasting,
}

/// What is served, built from the files.
pub struct Serving {
    pub router: Router,
    pub settings: Settings,
    /// `http` or `https`: the gateway's own protocol.
    pub scheme: &'static str,
    /// The configuration it was built from.
    pub config: Config,
}

impl Program {
    /// Starts the simulated cloud, if requested.
    pub async fn new(args: Args) -> Result<Program, String> {
        let demo = match &args.demo {
            Some(wanted) => {
                let start = demo::start(wanted.address, wanted.instances).await;
                Some(start.map_err(|error| format!("--demo-address {}: {error}", wanted.address))?)
            }
            None => None,
        };
        Ok(Program { args, demo, session_keys: std::env::var(session::VARIABLE).ok(), lasting: Lasting::default() })
    }

    /// The simulated cloud's address.
    pub fn demo_origin(&self) -> Option<String> {
        self.demo.as_ref().map(|running| running.origin())
    }

    /// Reads the files.
    pub fn serving(&self) -> Result<Serving, String> {
        let mut config = match &self.args.config {
            Some(file) => read(file)?,
            None => Config::empty(),
        };
        if let Some(running) = &self.demo {
            for cloud in demo::clouds(running).into_iter().rev() {
                config.add_first(cloud)?;
            }
        }
        if config.clouds.is_empty() {
            return Err("the configuration has no [[cloud]]: add one, or start with --demo".to_owned());
        }
        let settings = Settings::new(&config.server).map_err(|error| format!("--config: {error}"))?;
        let scheme = if config.server.tls.is_some() { "https" } else { "http" };
        let options = Options {
            site: self.args.site.clone(),
            config: config.clone(),
            verbose: self.args.verbose,
            lookup: crate::by_system(),
            session_keys: self.session_keys.clone(),
        };
        let router = crate::router_with(options, &self.lasting).map_err(|error| error.to_string())?;
        Ok(Serving { router, settings, scheme, config })
    }

    /// Reads the files again. Running requests finish with the old configuration; if the files are invalid, nothing
    /// changes.
    pub fn reload(&self, current: &Current) {
        match self.serving() {
            Ok(Serving { router, settings, .. }) => {
                current.replace(router, settings);
                info!("configuration read again");
            }
            Err(reason) => error!(reason, "the new configuration is invalid; the previous one stays in use"),
        }
    }
}

fn read(file: &Path) -> Result<Config, String> {
    let named = |problem: String| format!("--config {}: {problem}", file.display());
    let text = std::fs::read_to_string(file).map_err(|error| named(error.to_string()))?;
    Config::from_toml(&text).map_err(|error| named(error.to_string()))
}
