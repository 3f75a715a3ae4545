//! `gateway.toml` as it is typed in. Unknown keys are errors: a misspelt key must not quietly do nothing.

use cloud::config::RuleSet;
use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct File {
    #[serde(default)]
    pub cloud: Vec<Cloud>,
    #[serde(default)]
    pub cors: Cors,
    #[serde(default)]
    pub proxy: Proxy,
}

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

#[derive(Deserialize, Debug, Default)]
#[serde(deny_unknown_fields)]
pub struct Cors {
    #[serde(default)]
    pub origins: Vec<Spanned<String>>,
}

#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields, default)]
pub struct Proxy {
    pub timeout_s: Spanned<u64>,
}

impl Default for Proxy {
    fn default() -> Self {
        // A real Nova needs 2.7 s for 1,000 servers; load balancers in front of clouds give up after about a minute.
        Proxy { timeout_s: Spanned::new(0..0, 60) }
    }
}
