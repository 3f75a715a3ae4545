//! The gateway, the one program that an operator runs: it serves the site and its `/config.json`, and proxies requests
//! to the clouds (`/proxy/…`), because browsers cannot talk to a cloud that sends no CORS headers.
//!
//! It never connects to a host that is not configured, follows a redirect, stores or logs a secret (the token is kept,
//! sealed, by the browser), or caches a cloud's response.

mod allow;
mod answer;
pub mod args;
pub mod config;
mod cors;
pub mod demo;
mod forwarded;
mod host;
pub mod log;
pub mod memory;
mod metrics;
mod net;
pub mod origin;
mod peer;
pub mod program;
mod proxy;
mod request_id;
mod security;
pub mod serve;
pub mod session;
mod site;
mod site_log;
mod status;
mod tls;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use crate::config::{ConfigError, Log};
pub use crate::proxy::Target;
pub use crate::proxy::resolve::{Lookup, by_system};
use crate::session::Sessions;
pub use crate::site::SiteError;

/// What the gateway's responses depend on.
pub struct Options {
    /// Folder with the built site; `None` if another server has the files.
    pub site: Option<PathBuf>,
    /// The parsed `gateway.toml`.
    pub config: config::Config,
    /// Log every proxied request, whatever the configuration says.
    pub verbose: bool,
    /// How host names of clouds are resolved.
    pub lookup: Lookup,
    /// Session keys from the environment.
    pub session_keys: Option<String>,
}

/// Why the gateway cannot start.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StartError {
    /// The folder does not contain a site.
    Site(SiteError),
    /// A file named in the configuration cannot be used.
    Config(ConfigError),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StartError::Site(error) => error.fmt(f),
            StartError::Config(error) => write!(f, "--config: {error}"),
        }
    }
}

/// State that survives a reload: counters, the generated session key, and ended sessions.
#[derive(Default)]
pub struct Lasting {
    counts: proxy::Counts,
    sessions: session::Lasting,
}

/// The whole gateway as one service.
pub fn router(options: Options) -> Result<Router, StartError> {
    router_with(options, &Lasting::default())
}

/// The whole gateway for a new configuration, with existing state. On an error nothing changes.
pub fn router_with(options: Options, lasting: &Lasting) -> Result<Router, StartError> {
    let Options { site, config, verbose, lookup, session_keys } = options;
    let app_config = config.app_config();
    let log = if verbose { Log::All } else { config.server.log };
    let sessions = Sessions::new(&config, session_keys.as_deref(), &lasting.sessions).map_err(StartError::Config)?;
    let sessions = sessions.map(Arc::new);
    let listed = session::list::routes(sessions.clone());
    let proxy = proxy::routes(&config, log, lookup, sessions, &lasting.counts).map_err(StartError::Config)?;
    let app_config = get(move || answer::app_config(app_config.clone()));
    let shared = site_log::on(Router::new().route("/config.json", app_config), &config.server);
    let shared = cors::allow(shared.merge(proxy), &config.cors);
    let files = site.map_or_else(|| Ok(Router::new()), |folder| site::routes(&folder)).map_err(StartError::Site)?;
    // These get no CORS headers.
    let own = files.merge(status::routes(&config, lasting.counts.clone())).merge(listed);
    let own = site_log::on(own, &config.server);
    lasting.counts.set_bounds(&config.proxy);
    Ok(security::guard(shared.merge(own), &config))
}
