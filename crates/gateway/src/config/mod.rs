//! The operator's configuration: clouds, hosts the proxy may connect to, limits, and other sites that may use it.
//! `File` is the typed file, [`Config`] the valid configuration.

mod error;
mod file;
pub mod keys;
mod read;
mod remarks;
mod settings;

use std::time::Duration;

use cloud::config::{AppConfig, CloudConfig};

pub use self::error::{ConfigError, NamedFile};
pub use self::settings::{Log, Page, Proxy, Server, Session, TlsFiles};
use crate::allow::{AllowList, is_below};
use crate::origin::Origin;

/// Base of the proxy, relative to the site, so that the whole can be hosted below a path.
const PROXY_BASE: &str = "proxy/";

/// A valid configuration.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Config {
    /// The clouds in display order.
    pub clouds: Vec<Cloud>,
    pub server: Server,
    pub proxy: Proxy,
    /// How tokens are kept.
    pub session: Session,
    /// Timeouts for the page.
    pub page: Page,
    /// Other origins that may use `/proxy` and `/config.json`.
    pub cors: Vec<Origin>,
    /// The hosts that the proxy may connect to: the services of all clouds that are not `direct`.
    pub allow: AllowList,
}

/// A cloud and its services.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cloud {
    /// The part that the page receives.
    pub config: CloudConfig,
    /// Identity first.
    pub services: Vec<Service>,
}

/// The address of a service.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Service {
    pub origin: Origin,
    /// The path prefix that is allowed; empty: all paths.
    pub path: String,
}

impl Cloud {
    /// Whether a request to `origin` for `path` goes to this cloud's identity service.
    pub fn is_identity(&self, origin: &Origin, path: &str) -> bool {
        let identity = Origin::with_path(&self.config.identity);
        identity.is_ok_and(|(identity, base)| identity == *origin && is_below(path, &base))
    }

    /// Whether a request to `origin` for `path` goes to this cloud.
    pub fn serves(&self, origin: &Origin, path: &str) -> bool {
        self.services.iter().any(|service| service.origin == *origin && is_below(path, &service.path))
    }
}

impl Config {
    /// A configuration without clouds, for the demo.
    pub fn empty() -> Config {
        Config::default()
    }

    /// Parses `gateway.toml`.
    pub fn from_toml(text: &str) -> Result<Config, ConfigError> {
        read::config(text)
    }

    /// Inserts a cloud at the beginning: the first one is preselected on the sign-in page.
    pub fn add_first(&mut self, cloud: Cloud) -> Result<(), String> {
        read::check_id(&cloud.config.id, &self.clouds)?;
        self.add(cloud)?;
        self.clouds.rotate_right(1);
        Ok(())
    }

    fn add(&mut self, cloud: Cloud) -> Result<(), String> {
        if !cloud.config.direct {
            cloud.services.iter().try_for_each(|service| self.allow.add(&service.origin, &service.path))?;
        }
        self.clouds.push(cloud);
        Ok(())
    }

    /// The configuration for the page. Without a proxy if all clouds are direct.
    pub fn app_config(&self) -> AppConfig {
        let proxied = self.clouds.iter().any(|cloud| !cloud.config.direct);
        let usual = Page::default();
        // Defaults are left out.
        let other_than = |usual, set: Duration| u32::try_from(set.as_secs()).ok().filter(|_| set != usual);
        AppConfig {
            proxy: proxied.then(|| PROXY_BASE.to_owned()),
            clouds: self.clouds.iter().map(|cloud| cloud.config.clone()).collect(),
            session: proxied && self.session.enabled,
            read_timeout_s: other_than(usual.read_timeout, self.page.read_timeout),
            write_timeout_s: other_than(usual.write_timeout, self.page.write_timeout),
        }
    }

    /// Origins that the page itself connects to; its content security policy must name them.
    pub fn direct_origins(&self) -> Vec<Origin> {
        let mut origins = Vec::new();
        for service in self.clouds.iter().filter(|cloud| cloud.config.direct).flat_map(|cloud| &cloud.services) {
            if !origins.contains(&service.origin) {
                origins.push(service.origin.clone());
            }
        }
        origins
    }
}

#[cfg(test)]
mod tests;
