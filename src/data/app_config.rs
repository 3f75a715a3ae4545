//! `config.json`, read once, relative to the page's base.

use std::sync::Arc;

use cloud::config::AppConfig;
use leptos::prelude::{GetUntracked, Set};
use wasm_bindgen_futures::spawn_local;

use super::session;
use super::store::store;
use crate::http;
use crate::reactive::Observed;

/// Where the configuration stands.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum ConfigState {
    /// Being read.
    #[default]
    Loading,
    /// Read, and it names a cloud.
    Ready(Arc<AppConfig>),
    /// Without it nobody can sign in.
    Failed(ConfigFailure),
}

/// Why there is no configuration.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ConfigFailure {
    /// No answer: the browser's words.
    NoAnswer(String),
    /// Another status than 200; mostly 404, the file is missing.
    Status(u16),
    /// The file is no configuration: the decoder's words.
    Broken(String),
    /// It names no cloud.
    NoClouds,
}

/// The configuration.
pub fn config() -> Observed<ConfigState> {
    store().config.clone().into()
}

/// Reads it (again), and takes up a kept session.
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

/// The configuration, once it is there.
pub(super) fn present() -> Option<Arc<AppConfig>> {
    match store().config.get_untracked() {
        ConfigState::Ready(config) => Some(config),
        _ => None,
    }
}

/// What people call a cloud; its id where the configuration does not name it.
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
