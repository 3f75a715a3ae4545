//! The history of an instance for `os-instance-actions`, and data that only newer versions of the API return.

use cloud::Timestamp;

use super::Server;

/// An action on an instance.
#[derive(Clone, Debug)]
pub(crate) struct Deed {
    /// Nova's name: `reboot`, `attach_volume`.
    pub action: &'static str,
    /// The request id, `req-…`.
    pub request: String,
    pub start: Timestamp,
    /// When it ends; `None`: never.
    pub end: Option<Timestamp>,
    pub fails: bool,
}

impl Deed {
    /// Whether it has ended.
    pub(crate) fn over(&self, now: Timestamp) -> bool {
        self.end.is_some_and(|end| end <= now)
    }
}

/// Texts and tags of an instance that only versions after 2.1 return.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    pub description: Option<String>,
    pub tags: Vec<String>,
    pub locked_reason: Option<String>,
    /// `None`: derived from its name.
    pub hostname: Option<String>,
    pub config_drive: bool,
    /// Its history, oldest first.
    pub history: Vec<Deed>,
}

impl Server {
    /// The guest's host name: the letters, digits, dots and dashes of the instance's name.
    pub(crate) fn hostname(&self) -> String {
        if let Some(given) = &self.told.hostname {
            return given.clone();
        }
        let plain = |c: char| match c {
            ' ' | '_' => Some('-'),
            c if c.is_ascii_alphanumeric() || matches!(c, '.' | '-') => Some(c.to_ascii_lowercase()),
            _ => None,
        };
        let name: String = self.name.chars().filter_map(plain).take(63).collect();
        let name = name.trim_matches(['.', '-']);
        if name.is_empty() { format!("server-{}", self.id) } else { name.to_owned() }
    }
}
