//! `PUT /servers/{id}` (row S17): the name, and fields of newer versions. Nova renames in any state.

use serde_json::{Value, json};

use super::{check, find, show};
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, invalid};
use crate::faults;

/// Longest description, characters.
const DESCRIPTION_MAX: usize = 255;

pub(super) fn answer(context: &mut Context<'_>, version: &str, id: &str) -> Answer {
    let delay_ms = faults::delay_ms(&find(context, id)?.name);
    let body = context.body();
    let wanted = body.get("server").cloned().unwrap_or_default();
    let name = match wanted.get("name").and_then(Value::as_str) {
        // Only newer versions have other fields.
        None if context.since(19) => None,
        name => {
            let windows = check::is_windows(context, find(context, id)?.image.as_deref());
            Some(check::name(context, name.unwrap_or_default(), windows)?)
        }
    };
    name.as_deref().map_or(Ok(()), faults::on_rename)?;
    faults::on_action(find(context, id)?, "rename")?;
    let description = description(context, &wanted)?;
    let hostname = hostname(context, &wanted)?;
    let now = context.now;
    if let Some(server) = context.project.server_mut(id) {
        server.name = name.unwrap_or(std::mem::take(&mut server.name));
        server.told.description = description.unwrap_or(server.told.description.take());
        server.told.hostname = hostname.or(server.told.hostname.take());
        server.updated = now;
    }
    let body = json!({ "server": show::changed(context, version, find(context, id)?) });
    Ok(Response::json(200, &body).after(delay_ms))
}

/// Since 2.19; `Some(None)` removes it.
pub(super) fn description(context: &Context<'_>, wanted: &Value) -> Result<Option<Option<String>>, Response> {
    match wanted.get("description").filter(|_| context.since(19)) {
        None => Ok(None),
        Some(Value::Null) => Ok(Some(None)),
        Some(Value::String(text)) if text.chars().count() <= DESCRIPTION_MAX => Ok(Some(Some(text.clone()))),
        Some(value) => Err(invalid("description", &value.to_string(), &format!("{value} is too long"))),
    }
}

/// Since 2.90.
pub(super) fn hostname(context: &Context<'_>, wanted: &Value) -> Result<Option<String>, Response> {
    let Some(name) = wanted.get("hostname").and_then(Value::as_str).filter(|_| context.since(90)) else {
        return Ok(None);
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    let fits = (2..=63).contains(&name.len()) && name.chars().all(plain);
    let refused = || invalid("hostname", name, &format!("'{name}' does not match '^[a-zA-Z0-9-._]*$'"));
    fits.then(|| Some(name.to_owned())).ok_or_else(refused)
}
