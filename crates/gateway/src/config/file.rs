//! `gateway.toml` as typed. Unknown keys are errors, so that a misspelt key is not silently ignored. [`super::keys`]
//! documents all keys.

use cloud::config::RuleSet;
use serde::Deserialize;
use toml::Spanned;

/// The whole file.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct File {
    #[serde(default)]
    pub cloud: Vec<Cloud>,
    #[serde(default)]
    pub server: Server,
    #[serde(default)]
    pub proxy: Proxy,
    #[serde(default)]
    pub session: Session,
    #[serde(default)]
    pub page: Page,
    #[serde(default)]
    pub cors: Cors,
}

/// `[[cloud]]`.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Cloud {
    pub id: Spanned<String>,
    pub name: String,
    pub identity: Spanned<String>,
    #[serde(default)]
    pub regions: Vec<String>,
    #[serde(default)]
    pub rules: RuleSet,
    pub max_root_disk_gb: Option<u32>,
    #[serde(default)]
    pub direct: bool,
    #[serde(default)]
    pub hosts: Vec<Spanned<String>>,
}

/// A whole number with its position, for the message that it is out of range.
pub type Number = Option<Spanned<u64>>;

/// `[server]`.
#[derive(Deserialize, Debug, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Server {
    /// One address, or a list.
    pub public: Option<Spanned<toml::Value>>,
    pub tls_cert: Option<Spanned<String>>,
    pub tls_key: Option<Spanned<String>>,
    pub trusted_proxies: Vec<Spanned<String>>,
    pub metrics_from: Option<Vec<Spanned<String>>>,
    pub log: Option<super::Log>,
    pub log_users: Option<bool>,
    pub log_site: Option<super::Log>,
    pub hsts_days: Number,
    pub max_connections: Number,
    pub max_connections_per_client: Number,
    pub max_headers: Number,
    pub max_header_bytes: Number,
    pub header_timeout_s: Number,
    pub send_timeout_s: Number,
    pub shutdown_s: Number,
}

/// `[proxy]`.
#[derive(Deserialize, Debug, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Proxy {
    pub connect_timeout_s: Number,
    pub read_timeout_s: Number,
    pub total_timeout_s: Number,
    pub max_path_bytes: Number,
    pub max_body_bytes: Number,
    pub max_concurrent: Number,
    pub max_concurrent_per_client: Number,
    pub max_sign_in_failures: Number,
    pub private: Vec<Spanned<String>>,
    pub ca_file: Option<Spanned<String>>,
}

/// `[session]`.
#[derive(Deserialize, Debug, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Session {
    pub enabled: Option<bool>,
    pub key_file: Option<Spanned<String>>,
    pub idle_m: Number,
    pub longest_h: Number,
}

/// `[page]`.
#[derive(Deserialize, Debug, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Page {
    pub read_timeout_s: Number,
    pub write_timeout_s: Number,
}

/// `[cors]`.
#[derive(Deserialize, Debug, Default)]
#[serde(deny_unknown_fields)]
pub struct Cors {
    #[serde(default)]
    pub origins: Vec<Spanned<String>>,
}
