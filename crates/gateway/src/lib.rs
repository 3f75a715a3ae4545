//! The one program an operator runs: it serves the site, tells it which clouds there are (`/config.json`) and passes
//! its calls on to them (`/proxy/…`), because browsers may not talk to a cloud that sends no CORS headers.
//!
//! What it never does: reach a host that the configuration does not name, follow a redirect, keep or log a secret,
//! or cache an answer of a cloud.

mod answer;
pub mod args;
pub mod config;
mod cors;
pub mod demo;
pub mod origin;
mod proxy;
mod security;
pub mod serve;
mod site;

use std::path::PathBuf;

use axum::Router;
use axum::routing::get;

pub use crate::site::SiteError;

/// Everything the gateway's answers depend on.
pub struct Options {
    /// Folder with the built site.
    pub site: PathBuf,
    /// The clouds and who may use the proxy.
    pub config: config::Config,
    /// One JSON line on stderr for each proxied request.
    pub verbose: bool,
}

/// The whole gateway as one service.
pub fn router(options: Options) -> Result<Router, SiteError> {
    let Options { site, config, verbose } = options;
    let headers = security::SiteHeaders::new(&config.direct_origins());
    let app_config = config.app_config();
    let shared = Router::new().route("/config.json", get(move || answer::app_config(app_config.clone())));
    let shared = headers.on(shared).merge(proxy::routes(&config, verbose));
    let own = headers.on(site::routes(&site)?.route("/healthz", get(|| async { "ok\n" })));
    Ok(cors::allow(shared, &config.cors).merge(own))
}
