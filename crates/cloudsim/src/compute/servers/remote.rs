//! `POST …/remote-consoles`: the console link of newer APIs (2.6 and up; not in `/v2`).

use cloud::rules::offers::Feature;
use serde_json::{Value, json};

use super::action;
use crate::Response;
use crate::compute::refusals::not_in_this_version;
use crate::context::Context;
use crate::errors::{Answer, invalid};

/// Available since 2.6.
const SINCE: u32 = 6;

pub(super) fn answer(context: &mut Context<'_>, id: &str) -> Answer {
    context.offered(Feature::Console)?;
    if !context.since(SINCE) {
        return Err(not_in_this_version());
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
