//! The operator's configuration: which clouds there are, where the proxy may connect to, and which other sites may use
//! it. `File` is what was typed, [`Config`] what is valid.

mod file;

use std::fmt;
use std::ops::Range;
use std::time::Duration;

use cloud::config::{AppConfig, CloudConfig};
use toml::Spanned;

use crate::origin::{AllowList, Origin};

/// Base of the proxy, relative to the site's base address, so that the whole can live below a path.
const PROXY_BASE: &str = "proxy/";

/// A valid configuration.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Config {
    /// The clouds, in the order they are offered.
    pub clouds: Vec<Cloud>,
    /// Sites on other origins that may use `/proxy` and `/config.json`.
    pub cors: Vec<Origin>,
    /// How long a cloud may take until its answer begins, and between two pieces of it.
    pub timeout: Duration,
    /// Where the proxy may connect to: the origins of all clouds that are not `direct`.
    pub allow: AllowList,
}

/// One cloud and the origins of its services.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cloud {
    /// What the page is told.
    pub config: CloudConfig,
    /// Identity's origin first.
    pub origins: Vec<Origin>,
}

/// Why a configuration cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConfigError {
    /// Line in the file, counted from 1; `None` when the whole file is meant.
    pub line: Option<usize>,
    /// What is wrong and what to write.
    pub message: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl Config {
    /// No cloud at all: the start for the demo.
    pub fn empty() -> Config {
        let timeout = Duration::from_secs(*file::Proxy::default().timeout_s.get_ref());
        Config { clouds: Vec::new(), cors: Vec::new(), timeout, allow: AllowList::default() }
    }

    /// Reads `gateway.toml`.
    pub fn from_toml(text: &str) -> Result<Config, ConfigError> {
        let file: file::File = toml::from_str(text).map_err(|error| syntax_error(text, &error))?;
        let at = |span: Range<usize>, message: String| ConfigError { line: Some(line_of(text, span)), message };
        let mut config = Config::empty();
        for cloud in &file.cloud {
            let (id, span) = (cloud.id.get_ref(), cloud.id.span());
            check_id(id, &config.clouds).map_err(|message| at(span.clone(), message))?;
            let cloud = read_cloud(cloud, at)?;
            config.add(cloud).map_err(|message| at(span, message))?;
        }
        for origin in &file.cors.origins {
            config.cors.push(Origin::parse(origin.get_ref()).map_err(|message| at(origin.span(), message))?);
        }
        let timeout_s = &file.proxy.timeout_s;
        if *timeout_s.get_ref() == 0 {
            return Err(at(timeout_s.span(), "timeout_s is 0: write the seconds a cloud may take, e.g. 60".to_owned()));
        }
        config.timeout = Duration::from_secs(*timeout_s.get_ref());
        Ok(config)
    }

    /// Puts a cloud first: the first one is preselected on the sign-in page.
    pub fn add_first(&mut self, cloud: Cloud) -> Result<(), String> {
        check_id(&cloud.config.id, &self.clouds)?;
        self.add(cloud)?;
        self.clouds.rotate_right(1);
        Ok(())
    }

    fn add(&mut self, cloud: Cloud) -> Result<(), String> {
        if !cloud.config.direct {
            cloud.origins.iter().try_for_each(|origin| self.allow.add(origin))?;
        }
        self.clouds.push(cloud);
        Ok(())
    }

    /// What the page is told. No proxy when every cloud is spoken to directly.
    pub fn app_config(&self) -> AppConfig {
        let proxied = self.clouds.iter().any(|cloud| !cloud.config.direct);
        AppConfig {
            proxy: proxied.then(|| PROXY_BASE.to_owned()),
            clouds: self.clouds.iter().map(|cloud| cloud.config.clone()).collect(),
        }
    }

    /// Origins the page itself connects to: its content security policy must name them.
    pub fn direct_origins(&self) -> Vec<Origin> {
        let direct = self.clouds.iter().filter(|cloud| cloud.config.direct);
        direct.flat_map(|cloud| cloud.origins.iter().cloned()).collect()
    }
}

fn read_cloud(cloud: &file::Cloud, at: impl Fn(Range<usize>, String) -> ConfigError) -> Result<Cloud, ConfigError> {
    let identity = cloud.identity.get_ref();
    let mut origins = vec![Origin::of_url(identity).map_err(|message| at(cloud.identity.span(), message))?];
    for host in &cloud.hosts {
        let origin = read_host(host).map_err(|message| at(host.span(), message))?;
        if !origins.contains(&origin) {
            origins.push(origin);
        }
    }
    let config = CloudConfig {
        id: cloud.id.get_ref().clone(),
        name: cloud.name.clone(),
        identity: identity.trim_end_matches('/').to_owned(),
        regions: cloud.regions.clone(),
        rules: cloud.rules,
        max_root_disk_gb: cloud.max_root_disk_gb,
        direct: cloud.direct,
        demo: None,
    };
    Ok(Cloud { config, origins })
}

fn read_host(host: &Spanned<String>) -> Result<Origin, String> {
    Origin::parse(host.get_ref())
}

fn check_id(id: &str, known: &[Cloud]) -> Result<(), String> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(plain) {
        return Err(format!("the cloud id `{id}` stands in addresses: use only a-z, 0-9 and `-`"));
    }
    if known.iter().any(|cloud| cloud.config.id == id) {
        return Err(format!("the cloud id `{id}` is used twice: each cloud needs its own"));
    }
    Ok(())
}

fn syntax_error(text: &str, error: &toml::de::Error) -> ConfigError {
    ConfigError { line: error.span().map(|span| line_of(text, span)), message: error.message().to_owned() }
}

fn line_of(text: &str, span: Range<usize>) -> usize {
    text.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests;
