//! Parses and validates request bodies like Neutron.

use std::net::Ipv4Addr;

use cloud::Timestamp;
use serde_json::{Map, Value, json};

use super::{groups, refuse};
use crate::Response;
use crate::model::Standard;

/// Read-only fields.
const ITS_OWN: [&str; 8] =
    ["id", "status", "created_at", "updated_at", "revision_number", "tags", "subnets", "availability_zones"];

/// The fields of a resource, by when they can be set.
pub(super) struct Fields {
    /// On create and update.
    pub both: &'static [&'static str],
    /// On create only.
    pub once: &'static [&'static str],
}

impl Fields {
    pub(super) fn of_new(&self, wanted: &Value) -> Result<(), Response> {
        self.check(wanted, |key| {
            let own = ITS_OWN.contains(&key).then(|| format!("Attribute '{key}' not allowed in POST"));
            own.filter(|_| !self.knows(key))
        })
    }

    pub(super) fn of_change(&self, wanted: &Value) -> Result<(), Response> {
        self.check(wanted, |key| {
            let fixed = self.once.contains(&key) || ITS_OWN.contains(&key);
            fixed.then(|| format!("Cannot update read-only attribute {key}"))
        })
    }

    fn knows(&self, key: &str) -> bool {
        self.both.contains(&key)
            || self.once.contains(&key)
            || ["tenant_id", "project_id", "description"].contains(&key)
    }

    fn check(&self, wanted: &Value, refused: impl Fn(&str) -> Option<String>) -> Result<(), Response> {
        for key in wanted.as_object().into_iter().flat_map(Map::keys) {
            let unknown = || (!self.knows(key)).then(|| format!("Unrecognized attribute(s) '{key}'"));
            if let Some(words) = refused(key).or_else(unknown) {
                return Err(refuse::bad("HTTPBadRequest", &words));
            }
        }
        Ok(())
    }
}

/// A boolean as Neutron parses it; `None` if missing.
pub(super) fn flag(wanted: &Value, key: &str) -> Result<Option<bool>, Response> {
    let said = match wanted.get(key) {
        None => return Ok(None),
        Some(Value::String(word)) => word.to_lowercase(),
        Some(other) => other.to_string(),
    };
    match said.as_str() {
        "true" | "1" => Ok(Some(true)),
        "false" | "0" => Ok(Some(false)),
        other => Err(refuse::input(&format!("'{other}' cannot be converted to boolean."))),
    }
}

/// An IPv4 address.
pub(super) fn address(key: &str, text: &str) -> Result<Ipv4Addr, Response> {
    let words = || format!("Invalid input for {key}. Reason: '{text}' is not a valid IP address.");
    text.parse().map_err(|_| refuse::bad("HTTPBadRequest", &words()))
}

/// An id, which must look like one.
pub(super) fn uuid<'a>(key: &str, id: &'a str) -> Result<&'a str, Response> {
    let words = || format!("Invalid input for {key}. Reason: {}", no_uuid(id));
    if is_uuid(id) { Ok(id) } else { Err(refuse::bad("HTTPBadRequest", &words())) }
}

pub(super) fn is_uuid(id: &str) -> bool {
    let hex = id.chars().filter(char::is_ascii_hexdigit).count();
    hex == 32 && id.chars().all(|char| char.is_ascii_hexdigit() || char == '-')
}

pub(super) fn no_uuid(id: &str) -> String {
    format!("'{id}' is not a valid UUID.")
}

/// Sets name and description, and records the change.
pub(super) fn rename(
    wanted: &Value,
    name: &mut String,
    standard: &mut Standard,
    now: Timestamp,
) -> Result<(), Response> {
    let (named, described) = (groups::text(wanted, "name")?, groups::text(wanted, "description")?);
    *name = named.unwrap_or(std::mem::take(name));
    standard.description = described.unwrap_or(std::mem::take(&mut standard.description));
    standard.touch(now);
    Ok(())
}

/// A body with the standard attributes.
pub(super) fn with(mut body: Value, standard: &Standard) -> Value {
    if let Some(map) = body.as_object_mut() {
        for (key, value) in [
            ("description", json!(standard.description)),
            ("tags", json!(standard.tags)),
            ("created_at", json!(standard.created.to_utc())),
            ("updated_at", json!(standard.updated.to_utc())),
            ("revision_number", json!(standard.revision)),
        ] {
            map.insert(key.to_owned(), value);
        }
    }
    body
}
