//! The simulated clock: real time plus offsets set by tests. The projects of one user may be ahead of others, so that
//! parallel tests do not affect each other.

use std::collections::HashMap;
use std::time::{Duration, SystemTime};

use cloud::Timestamp;

use crate::identity::projects::family;

#[derive(Clone, Debug, Default)]
pub(crate) struct Clock {
    everyone_ms: i64,
    families_ms: HashMap<String, i64>,
}

impl Clock {
    /// The current time of a project; `None` for things that belong to no project.
    pub(crate) fn at(&self, now: Timestamp, tenant: Option<&str>) -> Timestamp {
        let own = tenant.and_then(|tenant| self.families_ms.get(family(tenant))).copied().unwrap_or_default();
        Timestamp(now.0.saturating_add(self.everyone_ms).saturating_add(own))
    }

    /// Advances the clock of one project and its sister projects, or of all.
    pub(crate) fn advance(&mut self, ms: i64, tenant: Option<&str>) {
        let offset = match tenant {
            Some(tenant) => self.families_ms.entry(family(tenant).to_owned()).or_default(),
            None => &mut self.everyone_ms,
        };
        *offset = offset.saturating_add(ms.max(0));
    }

    /// Sets the clock of one project and its sister projects, or of all, ahead of real time or (negative) behind it.
    pub(crate) fn skew(&mut self, ms: i64, tenant: Option<&str>) {
        match tenant {
            Some(tenant) => drop(self.families_ms.insert(family(tenant).to_owned(), ms)),
            None => self.everyone_ms = ms,
        }
    }
}

/// Adds milliseconds.
pub(crate) fn later(at: Timestamp, ms: i64) -> Timestamp {
    Timestamp(at.0.saturating_add(ms))
}

/// `YYYY-MM-DDThh:mm:ss.000000`: Nova's format of `launched_at`, UTC without a suffix.
pub(crate) fn micros(at: Timestamp) -> String {
    format!("{}.000000", at.to_utc().trim_end_matches('Z'))
}

/// The format of HTTP headers: `Sun, 06 Nov 1994 08:49:37 GMT`.
pub(crate) fn http_date(at: Timestamp) -> String {
    let since = Duration::from_millis(u64::try_from(at.0).unwrap_or_default());
    httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + since)
}
