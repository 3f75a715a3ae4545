//! Builds what the program serves from its command line and its files. SIGHUP reads the files again; when they are not valid,
//! nothing changes.

use std::path::Path;

use axum::Router;
use tracing::{error, info};

use crate::args::Args;
use crate::config::Config;
use crate::serve::{Current, Settings};
use crate::{Lasting, Options, demo, session};

/// A program that runs.
pub struct Program {
    args: Args,
    /// It stops when this is dropped.
    demo: Option<cloudsim::Running>,
    session_keys: Option<String>,
    lasting: Lasting,
}

/// All that the files say, ready to serve.
pub struct Serving {
    /// What answers.
    pub router: Router,
    /// How it is served.
    pub settings: Settings,
    /// `http` or `https`, as the program itself speaks it.
    pub scheme: &'static str,
    /// What it was made of.
    pub config: Config,
}

impl Program {
    /// Starts the simulated cloud, if it is wanted.
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

    /// Where the simulated cloud listens.
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

    /// Reads the files again. Requests under way end as they began; where the files cannot be used, all stays as it is.
    pub fn reload(&self, current: &Current) {
        match self.serving() {
            Ok(Serving { router, settings, .. }) => {
                current.replace(router, settings);
                info!("configuration read again");
            }
            Err(reason) => error!(reason, "the configuration cannot be used: the one of before stays"),
        }
    }
}

fn read(file: &Path) -> Result<Config, String> {
    let named = |problem: String| format!("--config {}: {problem}", file.display());
    let text = std::fs::read_to_string(file).map_err(|error| named(error.to_string()))?;
    Config::from_toml(&text).map_err(|error| named(error.to_string()))
}
