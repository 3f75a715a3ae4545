//! `rebuild`: writes another image to the same instance. The response is like that of a rename, with a new password.

use cloud::rules::fit::RootOn;
use cloud::rules::lifecycle::Action;
use serde_json::{Value, json};

use super::{on_volume, plan, required};
use crate::Response;
use crate::compute::servers::{allowed, check, find, show, update};
use crate::context::Context;
use crate::errors::{Answer, bad_request};
use crate::faults;
use crate::model::{VmState, steps};

pub(super) fn begin(context: &mut Context<'_>, version: &str, id: &str, argument: &Value) -> Answer {
    let text = |key: &str| argument.get(key).and_then(Value::as_str);
    let wanted = text("imageRef").ok_or_else(|| required("rebuild", argument, "imageRef"))?;
    check::metadata(context, argument)?;
    let windows = check::is_windows(context, Some(wanted));
    let name = text("name").map(|name| check::name(context, name, windows)).transpose()?;
    let server = find(context, id)?;
    faults::on_action(server, "rebuild")?;
    allowed::check(server, Action::Rebuild, "rebuild")?;
    let image = context.project.image(wanted).filter(|image| image.status == "active");
    let image = image.ok_or_else(|| bad_request("Cannot find image for rebuild"))?;
    let volume = on_volume(server);
    if volume && server.image.as_deref() != Some(wanted) {
        return Err(bad_request(&format!(
            "Image {wanted} is unacceptable: Unable to rebuild with a different image for a volume-backed server."
        )));
    }
    if let Some(flavor) = context.project.flavor(&server.flavor) {
        check::fit(context, image, flavor, if volume { RootOn::Volume } else { RootOn::FlavorDisk })?;
    }
    let timing = if server.vm == VmState::Stopped { steps::REBUILD_OFF } else { steps::REBUILD };
    let timing = plan(server, "rebuild", timing);
    let description = update::description(context, argument)?;
    let hostname = update::hostname(context, argument)?;
    let key = key(context, argument)?;
    if let Some(server) = context.project.server_mut(id) {
        server.told.description = description.unwrap_or(server.told.description.take());
        server.told.hostname = hostname.or(server.told.hostname.take());
        server.key = key.unwrap_or(server.key.take());
        server.image = Some(wanted.to_owned());
        if let Some(name) = name {
            server.name = name;
        }
        // Given metadata replaces the old.
        if let Some(given) = argument.get("metadata").and_then(Value::as_object) {
            let pair = |(key, value): (&String, &Value)| Some((key.clone(), value.as_str()?.to_owned()));
            server.metadata = given.iter().filter_map(pair).collect();
        }
    }
    context.project.begin(id, "rebuilding", timing, context.now);
    let password = text("adminPass").map_or_else(|| context.project.rng.password(), str::to_owned);
    let mut server = show::changed(context, version, find(context, id)?);
    if let Some(map) = server.as_object_mut() {
        map.insert("adminPass".to_owned(), password.into());
    }
    let location = server.pointer("/links/0/href").and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok(Response::json(202, &json!({ "server": server })).with_header("Location", &location))
}

/// Since 2.54 the key pair can be changed or removed (`Some(None)`).
fn key(context: &Context<'_>, argument: &Value) -> Result<Option<Option<String>>, Response> {
    match argument.get("key_name").filter(|_| context.since(54)) {
        None => Ok(None),
        Some(Value::Null) => Ok(Some(None)),
        Some(value) => {
            let name = value.as_str().unwrap_or_default();
            let known = context.project.keys.iter().any(|key| key.name == name);
            known.then(|| Some(Some(name.to_owned()))).ok_or_else(|| bad_request("Invalid key_name provided."))
        }
    }
}
