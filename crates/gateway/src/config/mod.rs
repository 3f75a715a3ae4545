//! The operator's configuration: which clouds there are, where the proxy may connect to, what it lets through, and
//! which other sites may use it. `File` is what was typed, [`Config`] what is valid.

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

/// Base of the proxy, relative to the site's base address, so that the whole can live below a path.
const PROXY_BASE: &str = "proxy/";

/// A valid configuration.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Config {
    /// The clouds, in the order they are offered.
    pub clouds: Vec<Cloud>,
    /// How the gateway listens.
    pub server: Server,
    /// What the proxy lets through, and how long it waits.
    pub proxy: Proxy,
    /// How it keeps tokens.
    pub session: Session,
    /// How long the page waits.
    pub page: Page,
    /// Sites on other origins that may use `/proxy` and `/config.json`.
    pub cors: Vec<Origin>,
    /// Where the proxy may connect to: the services of all clouds that are not `direct`.
    pub allow: AllowList,
}

/// One cloud and where its services are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cloud {
    /// What the page is told.
    pub config: CloudConfig,
    /// Identity first.
    pub services: Vec<Service>,
}

/// Where a service is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Service {
    /// Scheme, host and port.
    pub origin: Origin,
    /// The path below which it may be asked; empty: all of the origin.
    pub path: String,
}

impl Cloud {
    /// Whether a request to `origin` for `path` is one to this cloud's identity.
    pub fn is_identity(&self, origin: &Origin, path: &str) -> bool {
        let identity = Origin::with_path(&self.config.identity);
        identity.is_ok_and(|(identity, base)| identity == *origin && is_below(path, &base))
    }

    /// Whether a request to `origin` for `path` is one to this cloud.
    pub fn serves(&self, origin: &Origin, path: &str) -> bool {
        self.services.iter().any(|service| service.origin == *origin && is_below(path, &service.path))
    }
}

impl Config {
    /// No cloud at all: the start for the demo.
    pub fn empty() -> Config {
        Config::default()
    }

    /// Reads `gateway.toml`.
    pub fn from_toml(text: &str) -> Result<Config, ConfigError> {
        read::config(text)
    }

    /// Puts a cloud first: the first one is preselected on the sign-in page.
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

    /// What the page is told. No proxy when every cloud is spoken to directly.
    pub fn app_config(&self) -> AppConfig {
        let proxied = self.clouds.iter().any(|cloud| !cloud.config.direct);
        let usual = Page::default();
        // What is as usual is left out.
        let other_than = |usual, set: Duration| u32::try_from(set.as_secs()).ok().filter(|_| set != usual);
        AppConfig {
            proxy: proxied.then(|| PROXY_BASE.to_owned()),
            clouds: self.clouds.iter().map(|cloud| cloud.config.clone()).collect(),
            session: proxied && self.session.enabled,
            read_timeout_s: other_than(usual.read_timeout, self.page.read_timeout),
            write_timeout_s: other_than(usual.write_timeout, self.page.write_timeout),
        }
    }

    /// Origins the page itself connects to: its content security policy must name them.
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
