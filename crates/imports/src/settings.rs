//! The settings of one cloud by their names in `clouds.yaml`; an openrc file has the same ones as `OS_…`. They determine how
//! to sign in.

use std::collections::BTreeMap;

use zeroize::Zeroizing;

use crate::model::{ImportedCloud, Method, Reference, Secret};
use crate::same::version;

/// The settings used for signing in.
const USED: [&str; 34] = [
    "application_credential_id",
    "application_credential_name",
    "application_credential_secret",
    "auth_plugin",
    "auth_token",
    "auth_type",
    "auth_url",
    "compute_endpoint_override",
    "default_domain",
    "default_domain_id",
    "default_domain_name",
    "domain_id",
    "domain_name",
    "endpoint",
    "identity_api_version",
    "password",
    "project_domain_id",
    "project_domain_name",
    "project_id",
    "project_name",
    "region_name",
    "system_scope",
    "tenant_id",
    "tenant_name",
    "token",
    "trust_id",
    "url",
    "user_domain_id",
    "user_domain_name",
    "user_id",
    "user_name",
    "username",
    "profile",
    "cloud",
];

/// Settings of other clients that mean nothing to a browser.
const IGNORED: [&str; 35] = [
    "api_timeout",
    "auth_strategy",
    "auth_version",
    "cacert",
    "cert",
    "cloudname",
    "database_service_type",
    "default_microversion",
    "disable_vendor_agent",
    "endpoint_type",
    "external_network",
    "floating_ip_source",
    "force_ipv4",
    "image_api_use_tasks",
    "image_format",
    "insecure",
    "interface",
    "internal_network",
    "key",
    "message",
    "nat_destination",
    "nat_source",
    "network_endpoint",
    "networks",
    "no_cache",
    "passcode",
    "private",
    "region",
    "requires_floating_ip",
    "secgroup_source",
    "split_loggers",
    "status",
    "swiftclient_insecure",
    "use_direct_get",
    "verify",
];

/// Endings of settings that exist for each service.
const IGNORED_ENDS: [&str; 9] = [
    "_api_version",
    "_default_microversion",
    "_endpoint_override",
    "_endpoint_type",
    "_interface",
    "_region_name",
    "_service_name",
    "_service_type",
    "_status_code_retries",
];

/// Whether the setting is used.
pub(crate) fn is_used(key: &str) -> bool {
    USED.contains(&key)
}

/// Whether the setting is known, used or not.
pub(crate) fn is_known(key: &str) -> bool {
    is_used(key) || IGNORED.contains(&key) || IGNORED_ENDS.iter().any(|end| key.ends_with(end))
}

/// The key in openstacksdk's spelling.
pub(crate) fn normal(key: &str) -> String {
    key.trim().replace('-', "_").to_ascii_lowercase()
}

/// The settings of one cloud. An empty value counts as not set.
#[derive(Default)]
pub(crate) struct Settings {
    values: BTreeMap<String, Zeroizing<String>>,
    pub regions: Vec<String>,
}

impl Settings {
    /// Sets a key that is not set yet.
    pub(crate) fn add(&mut self, key: &str, text: &str) {
        let text = if is_secret(key) { text } else { text.trim() };
        if !text.is_empty() {
            self.values.entry(key.to_owned()).or_insert_with(|| Zeroizing::new(text.to_owned()));
        }
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(|text| text.as_str())
    }

    fn text(&self, key: &str) -> String {
        self.get(key).unwrap_or_default().to_owned()
    }

    fn has(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.values.contains_key(*key))
    }

    /// The first of these that is set.
    fn reference(&self, keys: &[&str]) -> Option<Reference> {
        let found = keys.iter().find_map(|key| Some((*key, self.get(key)?.to_owned())));
        found.map(|(key, text)| if key.ends_with("id") { Reference::Id(text) } else { Reference::Name(text) })
    }

    fn secret(&self, keys: &[&str]) -> Option<Secret> {
        keys.iter().find_map(|key| self.values.get(*key)).map(|text| Secret::new(text.clone()))
    }

    /// Whether there is any setting for signing in.
    pub(crate) fn is_a_cloud(&self) -> bool {
        self.has(&["auth_url", "username", "user_name", "user_id", "application_credential_id", "token", "auth_token"])
    }

    /// Determines how to sign in.
    pub(crate) fn into_cloud(mut self, name: &str) -> ImportedCloud {
        let method = self.method();
        let (user, secret) = match method {
            Method::PasswordV2 | Method::PasswordV3 => (true, self.secret(&["password"])),
            Method::ApplicationCredential => (false, self.secret(&["application_credential_secret"])),
            Method::Token => (false, self.secret(&["token", "auth_token"])),
            Method::Other(_) => (true, None),
        };
        let project = self.reference(&["project_id", "tenant_id", "project_name", "tenant_name"]);
        let defaults = ["default_domain_id", "default_domain", "default_domain_name", "domain_id", "domain_name"];
        let domain = |own: [&'static str; 2]| {
            // With a project, the domain for the token is also the domain in which names are looked up.
            let usual = if project.is_some() { &defaults[..] } else { defaults.get(..3).unwrap_or_default() };
            self.reference(&[&own[..], usual].concat())
        };
        let (user_domain, project_domain) =
            (domain(["user_domain_id", "user_domain_name"]), domain(["project_domain_id", "project_domain_name"]));
        let with_user = |value: Option<Reference>| value.filter(|_| user);
        if let Some(region) = self.get("region_name").map(str::to_owned).filter(|_| self.regions.is_empty()) {
            self.regions.push(region);
        }
        ImportedCloud {
            name: name.to_owned(),
            identity: self.text("auth_url"),
            profile: self.get("profile").or(self.get("cloud")).map(str::to_owned),
            user: with_user(self.reference(&["user_id", "username", "user_name"])),
            user_domain: with_user(user_domain),
            project_domain: with_user(project_domain),
            other_scope: project.is_none() && self.has(&["domain_id", "domain_name", "system_scope", "trust_id"]),
            project,
            credential: self
                .reference(&["application_credential_id", "application_credential_name"])
                .filter(|_| method == Method::ApplicationCredential),
            endpoint: match method {
                Method::Token => {
                    self.get("compute_endpoint_override").or(self.get("endpoint")).unwrap_or_default().to_owned()
                }
                _ => String::new(),
            },
            regions: std::mem::take(&mut self.regions),
            method,
            secret,
        }
    }

    fn method(&self) -> Method {
        let kind = normal(self.get("auth_type").or(self.get("auth_plugin")).unwrap_or_default());
        let (v2, v3) = (kind.starts_with("v2"), kind.starts_with("v3"));
        match kind.trim_start_matches("v2").trim_start_matches("v3") {
            "" | "password" if self.has(&["application_credential_secret", "application_credential_id"]) => {
                Method::ApplicationCredential
            }
            "applicationcredential" => Method::ApplicationCredential,
            "" if !self.has(&["password", "username", "user_id"]) && self.has(&["token", "auth_token"]) => {
                Method::Token
            }
            "token" => Method::Token,
            "" | "password" if v2 || (!v3 && self.is_v2()) => Method::PasswordV2,
            "" | "password" => Method::PasswordV3,
            _ => Method::Other(kind),
        }
    }

    /// The version in the address decides; without one, the setting does; the default is v3.
    fn is_v2(&self) -> bool {
        let parts = self.get("auth_url").unwrap_or_default().split('/');
        match parts.rev().find_map(version) {
            Some(major) => major == 2,
            None => {
                self.get("identity_api_version").is_some_and(|version| version.trim_start_matches('v').starts_with('2'))
            }
        }
    }
}

/// A password may begin or end with a space.
fn is_secret(key: &str) -> bool {
    matches!(key, "password" | "application_credential_secret")
}
