//! The requests that the simulated cloud received, so that tests can check them. Secrets are masked before they are
//! stored.

use std::collections::VecDeque;

use serde_json::{Value, json};

use crate::{Request, Response};

/// Older entries are dropped, so that memory does not grow during long polling.
const KEPT: usize = 5_000;
/// Keys with secret values, anywhere in a body.
const SECRET: [&str; 6] = ["password", "secret", "adminPass", "private_key", "user_data", "token"];
/// Headers that are stored.
const SHOWN: [&str; 7] =
    ["accept", "accept-language", "content-type", "origin", "openstack-api-version", "user-agent", "x-forwarded-for"];

/// The journal.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    entries: VecDeque<Value>,
    seen: u64,
}

/// The sender of a request.
pub(crate) struct Sender<'a> {
    pub service: &'a str,
    pub region: Option<&'a str>,
    pub tenant: Option<&'a str>,
    pub user: Option<&'a str>,
}

impl Journal {
    pub(crate) fn note(&mut self, request: &Request, response: &Response, sender: &Sender<'_>, at: String) {
        self.seen += 1;
        let mut headers = serde_json::Map::new();
        for name in SHOWN {
            if let Some(value) = request.header(name) {
                headers.insert(name.to_owned(), value.into());
            }
        }
        for name in ["x-auth-token", "x-subject-token", "cookie", "authorization"] {
            if request.header(name).is_some() {
                headers.insert(name.to_owned(), "***".into());
            }
        }
        let mut body = request.value();
        mask(&mut body);
        self.entries.push_back(json!({
            "seq": self.seen, "at": at, "service": sender.service, "region": sender.region,
            "tenant": sender.tenant, "user": sender.user,
            "method": request.method, "path": request.path, "query": request.query, "body": body, "headers": headers,
            "status": if response.gone { 0 } else { response.status },
            "request_id": response.header("x-openstack-request-id"), "bytes": response.body.len(),
        }));
        if self.entries.len() > KEPT {
            self.entries.pop_front();
        }
    }

    /// Entries after a sequence number that match all given fields.
    pub(crate) fn after(&self, seq: u64, fields: &[(String, String)]) -> Vec<&Value> {
        let matches = |entry: &&Value| {
            entry.get("seq").and_then(Value::as_u64).is_some_and(|number| number > seq)
                && fields.iter().all(|(key, value)| match entry.get(key) {
                    Some(Value::String(text)) if key == "path" => text.contains(value.as_str()),
                    Some(Value::String(text)) => text == value,
                    Some(Value::Number(number)) => number.to_string() == *value,
                    _ => false,
                })
        };
        self.entries.iter().filter(matches).collect()
    }

    /// The number of the newest entry.
    pub(crate) fn last(&self) -> u64 {
        self.seen
    }

    /// Removes all entries, or those of one project.
    pub(crate) fn forget(&mut self, tenant: Option<&str>) {
        self.entries
            .retain(|entry| tenant.is_some_and(|tenant| entry.get("tenant").and_then(Value::as_str) != Some(tenant)));
    }
}

fn mask(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for (key, value) in map.iter_mut() {
                match value {
                    Value::String(text) if SECRET.contains(&key.as_str()) => "***".clone_into(text),
                    Value::Object(inner) if key == "token" => {
                        inner.insert("id".to_owned(), "***".into());
                    }
                    _ => mask(value),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(mask),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_masked_wherever_they_stand() {
        for (body, secret) in [
            (json!({ "auth": { "passwordCredentials": { "username": "u", "password": "s3" } } }), "s3"),
            (json!({ "auth": { "identity": { "password": { "user": { "password": "s4" } } } } }), "s4"),
            (json!({ "auth": { "identity": { "token": { "id": "s5" } } } }), "s5"),
            (json!({ "list": [{ "secret": "s6" }] }), "s6"),
        ] {
            let mut masked = body.clone();
            mask(&mut masked);
            assert!(!masked.to_string().contains(secret), "{masked}");
            assert!(masked.to_string().contains("***"), "{masked}");
        }
    }
}
