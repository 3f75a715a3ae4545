//! `POST …/remote-consoles`: the link to the screen as newer APIs have it (2.6 and up; `/v2` has not got it).

use cloud::rules::offers::Feature;
use serde_json::{Value, json};

use super::action;
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, invalid, no_such_path};

/// The first version that has it.
const SINCE: (u32, u32) = (2, 6);

pub(super) fn answer(context: &mut Context<'_>, version: &str, id: &str) -> Answer {
    context.offered(Feature::Console)?;
    if version != "v2.1" || asked(context).is_none_or(|version| version < SINCE) {
        return Err(no_such_path());
    }
    let body = context.body();
    let wanted = body.get("remote_console").cloned().unwrap_or_default();
    let text = |key: &str| wanted.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (protocol, kind) = (text("protocol"), text("type"));
    if protocol.is_empty() || kind.is_empty() {
        let key = if protocol.is_empty() { "protocol" } else { "type" };
        return Err(invalid("remote_console", &wanted.to_string(), &format!("'{key}' is a required property")));
    }
    let url = action::open_console(context, id, &kind)?;
    Ok(Response::json(200, &json!({ "remote_console": { "protocol": protocol, "type": kind, "url": url } })))
}

/// The version a request asks for, by the newer header or the older.
fn asked(context: &Context<'_>) -> Option<(u32, u32)> {
    let newer = context.request.header("openstack-api-version").and_then(|value| value.strip_prefix("compute "));
    let text = newer.or_else(|| context.request.header("x-openstack-nova-api-version"))?;
    let (major, minor) = text.trim().split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}
