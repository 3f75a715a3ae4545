//! `config.json`: what the person who hosts Maru tells the page. The gateway answers it from its own configuration; on
//! a plain static host it is a file.

mod read;

use serde::{Deserialize, Serialize};

/// The whole file.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct AppConfig {
    /// Base of the proxy, e.g. `proxy/` (relative to the page) or `https://gateway.example/proxy/`. `None` when the
    /// clouds send CORS headers themselves: the page then talks to them directly.
    pub proxy: Option<String>,
    /// The clouds one can sign in to, in order; the first is preselected.
    pub clouds: Vec<CloudConfig>,
    /// The proxy keeps tokens for the page, in cookies that no script can read (docs/decisions/0004).
    pub session: bool,
    /// Seconds after which a request that only reads is given up; `None`: 30. A real cloud needs 3 s for a thousand
    /// instances.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_timeout_s: Option<u32>,
    /// The same of a request that changes something; `None`: 120. A network service under load needs more than 30.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub write_timeout_s: Option<u32>,
}

impl AppConfig {
    /// The proxy that `cloud` is asked through; `None`: the page asks it itself.
    pub fn proxy_of(&self, cloud: &CloudConfig) -> Option<&str> {
        self.proxy.as_deref().filter(|_| !cloud.direct)
    }

    /// Milliseconds after which a read is given up.
    pub fn read_timeout_ms(&self) -> u64 {
        u64::from(self.read_timeout_s.unwrap_or(30)) * 1000
    }

    /// Milliseconds after which a write is given up.
    pub fn write_timeout_ms(&self) -> u64 {
        u64::from(self.write_timeout_s.unwrap_or(120)) * 1000
    }

    /// Whether the gateway keeps the tokens of `cloud` and gives the page handles: only of what goes through it.
    pub fn keeps_tokens_of(&self, cloud: &CloudConfig) -> bool {
        self.session && self.proxy_of(cloud).is_some()
    }
}

/// One cloud.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CloudConfig {
    /// Stable name used in addresses and storage keys: `[a-z0-9-]+`.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Identity endpoint with its version, e.g. `https://host/v2.0` or `https://host/v3`.
    pub identity: String,
    /// Regions in the order to offer them; empty: as the catalog has them.
    pub regions: Vec<String>,
    /// Which limits apply.
    pub rules: RuleSet,
    /// Raises the largest root disk, in GB (row S14: an operator may allow up to 2000).
    pub max_root_disk_gb: Option<u32>,
    /// Talk to this cloud without the proxy: it sends CORS headers.
    pub direct: bool,
    /// Ready-made credentials for the built-in demo; never set for a real cloud.
    pub demo: Option<DemoLogin>,
}

/// Credentials that are no secret, for one click into the demo.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct DemoLogin {
    /// Tenant id.
    pub tenant: String,
    /// User name.
    pub user: String,
    /// Password.
    pub password: String,
}

/// Whose limits apply (requirements.md, "Two rule sets").
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RuleSet {
    /// NHN Cloud's guide.
    #[default]
    Nhn,
    /// Plain OpenStack: only what the cloud itself says.
    OpenStack,
}

impl RuleSet {
    /// Both.
    pub const ALL: [RuleSet; 2] = [RuleSet::Nhn, RuleSet::OpenStack];

    /// The word in configuration files.
    pub fn as_str(self) -> &'static str {
        match self {
            RuleSet::Nhn => "nhn",
            RuleSet::OpenStack => "openstack",
        }
    }
}

#[cfg(test)]
mod tests;
