//! What was done to an instance, as `os-instance-actions` tells it, and what newer versions of the API tell of it.

use cloud::Timestamp;

use super::Server;

/// One request that changed an instance.
#[derive(Clone, Debug)]
pub(crate) struct Deed {
    /// Nova's word: `reboot`, `attach_volume`.
    pub action: &'static str,
    /// `req-…`, as the answer carried it.
    pub request: String,
    pub start: Timestamp,
    /// When it is done; `None`: never.
    pub end: Option<Timestamp>,
    /// It ends in a failure.
    pub fails: bool,
}

impl Deed {
    /// Whether it is over.
    pub(crate) fn over(&self, now: Timestamp) -> bool {
        self.end.is_some_and(|end| end <= now)
    }
}

/// What people write on an instance, and what only versions after 2.1 show.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    pub description: Option<String>,
    pub tags: Vec<String>,
    pub locked_reason: Option<String>,
    /// `None`: made from its name.
    pub hostname: Option<String>,
    pub config_drive: bool,
    /// What was done to it, oldest first.
    pub history: Vec<Deed>,
}

impl Server {
    /// The name the guest gives itself: letters, digits, dots and dashes of the instance's own.
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
