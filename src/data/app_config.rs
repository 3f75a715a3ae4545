//! `config.json`, read once, relative to the page's base path.

use leptos::prelude::*;
use std::sync::Arc;

use cloud::config::AppConfig;
use wasm_bindgen_futures::spawn_local;

use super::session;
use super::store::store;
use crate::http;

/// The state of the configuration.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum ConfigState {
    /// It is being read.
    #[default]
    Loading,
    /// It was read and names a cloud.
    Ready(Arc<AppConfig>),
    /// It could not be read, so nobody can sign in.
    Failed(ConfigFailure),
}

/// Why there is no configuration.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ConfigFailure {
    /// No response, with the browser's message.
    NoAnswer(String),
    /// A status other than 200; usually 404, because the file is missing.
    Status(u16),
    /// Not a valid configuration, with the decoder's message.
    Broken(String),
    /// It names no cloud.
    NoClouds,
}

/// The configuration.
pub fn config() -> Signal<ConfigState> {
    store().config.clone().into()
}

/// Reads it (again), and then resumes stored sessions.
pub fn reload_config() {
    store().config.set(ConfigState::Loading);
    spawn_local(async {
        let state = match read().await {
            Ok(config) => ConfigState::Ready(Arc::new(config)),
            Err(failure) => ConfigState::Failed(failure),
        };
        store().config.set(state.clone());
        session::resume(&state);
    });
}

/// The configuration, if it has been read.
pub(super) fn present() -> Option<Arc<AppConfig>> {
    match store().config.get_untracked() {
        ConfigState::Ready(config) => Some(config),
        _ => None,
    }
}

/// The display name of a cloud; its id if the configuration has none.
pub fn cloud_name(id: &str) -> String {
    let config = present();
    let cloud = config.as_ref().and_then(|config| config.cloud(id));
    cloud.map_or(id, |cloud| &cloud.name).to_owned()
}

async fn read() -> Result<AppConfig, ConfigFailure> {
    let (status, text) = http::text("config.json", &[]).await.map_err(ConfigFailure::NoAnswer)?;
    if status != 200 {
        return Err(ConfigFailure::Status(status));
    }
    let config = AppConfig::parse(&text).map_err(ConfigFailure::Broken)?;
    if config.clouds.is_empty() {
        return Err(ConfigFailure::NoClouds);
    }
    Ok(config)
}
