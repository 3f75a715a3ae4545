//! `config.json`: the operator's settings for the page. The gateway generates it from its own configuration; on a
//! static host it is a file.

mod read;

use serde::{Deserialize, Serialize};

/// The contents of `config.json`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct AppConfig {
    /// Base of the proxy, e.g. `proxy/` (relative to the page) or `https://gateway.example/proxy/`. `None` if the
    /// clouds send CORS headers and the page talks to them directly.
    pub proxy: Option<String>,
    /// The clouds in display order; the first is preselected.
    pub clouds: Vec<CloudConfig>,
    /// The proxy keeps tokens in cookies that no script can read (docs/decisions/0004).
    pub session: bool,
    /// Timeout of reads in seconds; `None`: 30. A real cloud needs 3 s for a thousand instances.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_timeout_s: Option<u32>,
    /// Timeout of writes in seconds; `None`: 120. A network service under load needs more than 30.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub write_timeout_s: Option<u32>,
}

impl AppConfig {
    /// The cloud of this id.
    pub fn cloud(&self, id: &str) -> Option<&CloudConfig> {
        self.clouds.iter().find(|cloud| cloud.id == id)
    }

    /// The proxy for `cloud`; `None` if the page talks to it directly.
    pub fn proxy_of(&self, cloud: &CloudConfig) -> Option<&str> {
        self.proxy.as_deref().filter(|_| !cloud.direct)
    }

    /// Timeout of reads in milliseconds.
    pub fn read_timeout_ms(&self) -> u64 {
        u64::from(self.read_timeout_s.unwrap_or(30)) * 1000
    }

    /// Timeout of writes in milliseconds.
    pub fn write_timeout_ms(&self) -> u64 {
        u64::from(self.write_timeout_s.unwrap_or(120)) * 1000
    }

    /// Whether the gateway keeps the tokens of `cloud` and returns handles: only if requests go through it.
    pub fn keeps_tokens_of(&self, cloud: &CloudConfig) -> bool {
        self.session && self.proxy_of(cloud).is_some()
    }
}

/// One cloud.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CloudConfig {
    /// Stable id for URLs and storage keys: `[a-z0-9-]+`.
    pub id: String,
    /// Display name.
    pub name: String,
    /// Identity endpoint with its version, e.g. `https://host/v2.0` or `https://host/v3`.
    pub identity: String,
    /// Regions in display order; empty: as in the catalog.
    pub regions: Vec<String>,
    /// Which limits apply.
    pub rules: RuleSet,
    /// Raises the largest root disk, in GB (row S14: an operator may allow up to 2000).
    pub max_root_disk_gb: Option<u32>,
    /// The cloud sends CORS headers, so the page does not use the proxy.
    pub direct: bool,
    /// Credentials of the built-in demo; never set for a real cloud.
    pub demo: Option<DemoLogin>,
}

/// Public credentials for signing in to the demo with one click.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct DemoLogin {
    pub tenant: String,
    pub user: String,
    pub password: String,
}

/// Whose limits apply (requirements.md, "Two rule sets").
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RuleSet {
    /// NHN Cloud's guide.
    #[default]
    Nhn,
    /// Plain OpenStack: only the cloud's own limits.
    OpenStack,
}

impl RuleSet {
    /// All rule sets.
    pub const ALL: [RuleSet; 2] = [RuleSet::Nhn, RuleSet::OpenStack];

    /// The value in configuration files.
    pub fn as_str(self) -> &'static str {
        match self {
            RuleSet::Nhn => "nhn",
            RuleSet::OpenStack => "openstack",
        }
    }
}

#[cfg(test)]
mod tests;
