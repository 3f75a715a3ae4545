//! Validates the typed configuration.

use std::ops::Range;
use std::time::Duration;

use cloud::config::CloudConfig;
use toml::Spanned;

use super::file::{self, Number};
use super::{Cloud, Config, ConfigError, NamedFile, Page, Proxy, Server, Service, Session, TlsFiles};
use crate::net::Net;
use crate::origin::Origin;

/// The longest allowed timeout, which also keeps sums of durations from overflowing.
const A_DAY: u64 = 24 * 60 * 60;

/// The maximum of any count.
const MANY: u64 = 1 << 30;

/// The file's text, for positions in errors.
#[derive(Clone, Copy)]
struct Text<'a>(&'a str);

pub fn config(text: &str) -> Result<Config, ConfigError> {
    let file: file::File = toml::from_str(text).map_err(|error| syntax_error(text, &error))?;
    let text = Text(text);
    let mut config = Config::empty();
    for cloud in &file.cloud {
        let (id, span) = (cloud.id.get_ref(), cloud.id.span());
        check_id(id, &config.clouds).map_err(|message| text.error(span.clone(), message))?;
        config.add(text.cloud(cloud)?).map_err(|message| text.error(span, message))?;
    }
    config.server = text.server(&file.server)?;
    config.proxy = text.proxy(&file.proxy)?;
    config.session = text.session(&file.session)?;
    config.page = text.page(&file.page)?;
    config.cors = text.each(&file.cors.origins, Origin::parse)?;
    Ok(config)
}

pub fn check_id(id: &str, known: &[Cloud]) -> Result<(), String> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(plain) {
        return Err(format!("the cloud id `{id}` is part of URLs: use only a-z, 0-9 and `-`"));
    }
    if known.iter().any(|cloud| cloud.config.id == id) {
        return Err(format!("the cloud id `{id}` is used twice: each cloud needs its own"));
    }
    Ok(())
}

impl Text<'_> {
    fn error(self, span: Range<usize>, message: impl Into<String>) -> ConfigError {
        ConfigError::at(self.0, span, message)
    }

    fn one<T>(self, typed: &Spanned<String>, read: impl Fn(&str) -> Result<T, String>) -> Result<T, ConfigError> {
        read(typed.get_ref()).map_err(|message| self.error(typed.span(), message))
    }

    fn each<T>(
        self,
        typed: &[Spanned<String>],
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Vec<T>, ConfigError> {
        typed.iter().map(|one| self.one(one, &read)).collect()
    }

    fn named(self, typed: &Spanned<String>) -> NamedFile {
        NamedFile::at(self.0, typed.span(), typed.get_ref())
    }

    /// A number within its limits; `other` if it is missing.
    fn number(self, typed: &Number, least: u64, most: u64, other: u64) -> Result<u64, ConfigError> {
        match typed {
            None => Ok(other),
            Some(number) if (least..=most).contains(number.get_ref()) => Ok(*number.get_ref()),
            Some(number) => {
                let message = format!("{} is not between {least} and {most}", number.get_ref());
                Err(self.error(number.span(), message))
            }
        }
    }

    fn seconds(self, typed: &Number, other: Duration) -> Result<Duration, ConfigError> {
        self.number(typed, 1, A_DAY, other.as_secs()).map(Duration::from_secs)
    }

    fn count(self, typed: &Number, least: u64, other: usize) -> Result<usize, ConfigError> {
        let count = self.number(typed, least, MANY, u64::try_from(other).unwrap_or(MANY))?;
        Ok(usize::try_from(count).unwrap_or(other))
    }

    fn server(self, typed: &file::Server) -> Result<Server, ConfigError> {
        let other = Server::default();
        Ok(Server {
            public: typed.public.as_ref().map(|public| self.public(public)).transpose()?.unwrap_or_default(),
            tls: self.tls(typed)?,
            trusted_proxies: self.each(&typed.trusted_proxies, str::parse::<Net>)?,
            metrics_from: match &typed.metrics_from {
                Some(nets) => self.each(nets, str::parse::<Net>)?,
                None => other.metrics_from,
            },
            log: typed.log.unwrap_or(other.log),
            log_users: typed.log_users.unwrap_or(other.log_users),
            log_site: typed.log_site.unwrap_or(other.log_site),
            hsts: self.number(&typed.hsts_days, 0, 10 * 365, other.hsts)?,
            max_connections: self.count(&typed.max_connections, 1, other.max_connections)?,
            max_connections_per_client: self.count(
                &typed.max_connections_per_client,
                1,
                other.max_connections_per_client,
            )?,
            max_headers: self.count(&typed.max_headers, 20, other.max_headers)?,
            max_header_bytes: self.count(&typed.max_header_bytes, 8 * 1024, other.max_header_bytes)?,
            header_timeout: self.seconds(&typed.header_timeout_s, other.header_timeout)?,
            send_timeout: self.seconds(&typed.send_timeout_s, other.send_timeout)?,
            shutdown: self.seconds(&typed.shutdown_s, other.shutdown)?,
        })
    }

    fn public(self, typed: &Spanned<toml::Value>) -> Result<Vec<Origin>, ConfigError> {
        let listed = match typed.get_ref() {
            toml::Value::Array(listed) => listed.as_slice(),
            one => std::slice::from_ref(one),
        };
        let read = |one: &toml::Value| match one.as_str() {
            Some(text) => Origin::parse(text),
            None => Err(format!("`{one}` is not an address: write one in quotes, or a list of them")),
        };
        let read: Result<_, _> = listed.iter().map(read).collect();
        read.map_err(|message| self.error(typed.span(), message))
    }

    fn tls(self, typed: &file::Server) -> Result<Option<TlsFiles>, ConfigError> {
        match (&typed.tls_cert, &typed.tls_key) {
            (Some(cert), Some(key)) => Ok(Some(TlsFiles { cert: self.named(cert), key: self.named(key) })),
            (None, None) => Ok(None),
            (Some(lone), None) => Err(self.error(lone.span(), "needs `tls_key` as well")),
            (None, Some(lone)) => Err(self.error(lone.span(), "needs `tls_cert` as well")),
        }
    }

    fn proxy(self, typed: &file::Proxy) -> Result<Proxy, ConfigError> {
        let other = Proxy::default();
        Ok(Proxy {
            connect_timeout: self.seconds(&typed.connect_timeout_s, other.connect_timeout)?,
            read_timeout: self.seconds(&typed.read_timeout_s, other.read_timeout)?,
            total_timeout: self.seconds(&typed.total_timeout_s, other.total_timeout)?,
            max_path_bytes: self.count(&typed.max_path_bytes, 1024, other.max_path_bytes)?,
            max_body_bytes: self.count(&typed.max_body_bytes, 1024, other.max_body_bytes)?,
            max_concurrent: self.count(&typed.max_concurrent, 1, other.max_concurrent)?,
            max_concurrent_per_client: self.count(
                &typed.max_concurrent_per_client,
                1,
                other.max_concurrent_per_client,
            )?,
            max_sign_in_failures: self.count(&typed.max_sign_in_failures, 1, other.max_sign_in_failures)?,
            private: self.each(&typed.private, str::parse::<Net>)?,
            ca_file: typed.ca_file.as_ref().map(|file| self.named(file)),
        })
    }

    fn session(self, typed: &file::Session) -> Result<Session, ConfigError> {
        let other = Session::default();
        let minutes = self.number(&typed.idle_m, 0, A_DAY / 60, 0)?;
        let hours = self.number(&typed.longest_h, 1, 24 * 7, other.longest.as_secs() / 3600)?;
        Ok(Session {
            enabled: typed.enabled.unwrap_or(other.enabled),
            key_file: typed.key_file.as_ref().map(|file| self.named(file)),
            idle: (minutes > 0).then(|| Duration::from_secs(60 * minutes)),
            longest: Duration::from_secs(3600 * hours),
        })
    }

    fn page(self, typed: &file::Page) -> Result<Page, ConfigError> {
        let other = Page::default();
        Ok(Page {
            read_timeout: self.seconds(&typed.read_timeout_s, other.read_timeout)?,
            write_timeout: self.seconds(&typed.write_timeout_s, other.write_timeout)?,
        })
    }

    fn cloud(self, typed: &file::Cloud) -> Result<Cloud, ConfigError> {
        let identity = typed.identity.get_ref();
        let (origin, path) = self.one(&typed.identity, Origin::with_path)?;
        let mut services: Vec<Service> = Vec::new();
        for (origin, path) in self.each(&typed.hosts, Origin::with_path)? {
            let service = Service { origin, path };
            if !services.contains(&service) {
                services.push(service);
            }
        }
        // Identity's host is allowed implicitly. If its services are listed with paths, only these paths are.
        let narrow = services.iter().any(|service| service.origin == origin && !service.path.is_empty());
        let identity_service = Service { origin, path: if narrow { path } else { String::new() } };
        services.retain(|service| *service != identity_service);
        services.insert(0, identity_service);
        let config = CloudConfig {
            id: typed.id.get_ref().clone(),
            name: typed.name.clone(),
            identity: identity.trim_end_matches('/').to_owned(),
            regions: typed.regions.clone(),
            rules: typed.rules,
            max_root_disk_gb: typed.max_root_disk_gb,
            direct: typed.direct,
            demo: None,
        };
        Ok(Cloud { config, services })
    }
}

fn syntax_error(text: &str, error: &toml::de::Error) -> ConfigError {
    match error.span() {
        Some(span) => ConfigError::at(text, span, error.message()),
        None => ConfigError { line: None, field: None, message: error.message().to_owned() },
    }
}
