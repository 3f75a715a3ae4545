//! `resize`, `confirmResize`, `revertResize` (row S26).

use cloud::config::RuleSet;
use cloud::rules::fit::RootOn;
use cloud::rules::lifecycle::Action;
use serde_json::Value;

use super::{on_volume, plan, required};
use crate::Response;
use crate::compute::servers::{allowed, check, find};
use crate::context::Context;
use crate::errors::{Answer, bad_request};
use crate::faults;
use crate::model::{Flavor, Resize, Server, steps};

pub(super) fn begin(context: &mut Context<'_>, id: &str, argument: &Value) -> Answer {
    let wanted = argument.get("flavorRef").and_then(Value::as_str);
    let wanted = wanted.ok_or_else(|| required("resize", argument, "flavorRef"))?;
    let server = find(context, id)?;
    faults::on_action(server, "resize")?;
    allowed::check(server, Action::Resize, "resize")?;
    let flavor = context.project.flavor(wanted).filter(|flavor| !flavor.disabled);
    let flavor = flavor.ok_or_else(|| bad_request(&format!("Flavor {wanted} could not be found.")))?;
    let old = context.project.flavor(&server.flavor);
    if flavor.id == server.flavor {
        return Err(bad_request("When resizing, instances must change flavor!"));
    }
    fits(context, server, old, flavor)?;
    check::quota_for(context, old, flavor)?;
    let normal = if context.project.rules == RuleSet::Nhn { steps::RESIZE_NHN } else { steps::RESIZE };
    // A failed resize leaves no fault: the instance is unchanged.
    let timing = if server.named("fail-resize-") { steps::RESIZE_FAILS } else { plan(server, "resize", normal) };
    let resize = Resize { from: server.flavor.clone(), to: flavor.id.clone(), was: server.vm };
    if let Some(server) = context.project.server_mut(id) {
        server.resize = Some(resize);
    }
    context.project.begin(id, "resize_prep", timing, context.now);
    Ok(Response::empty(202))
}

/// Whether the instance's image and disk fit the new flavor.
fn fits(context: &Context<'_>, server: &Server, old: Option<&Flavor>, new: &Flavor) -> Result<(), Response> {
    let u2 = |flavor: &Flavor| check::wire_flavor(flavor).is_u2();
    if context.project.rules == RuleSet::Nhn && (u2(new) || old.is_some_and(u2)) {
        // NHN's message is not known.
        return Err(bad_request("Instances of the U2 flavor type cannot be resized, and none can be resized to it."));
    }
    let volume = on_volume(server);
    let had_disk = old.is_some_and(|flavor| flavor.disk_gb > 0);
    if !volume && had_disk && new.disk_gb == 0 {
        return Err(bad_request(
            "Server disk was unable to be resized because: Resize to zero disk flavor is not allowed.",
        ));
    }
    let root = if volume { RootOn::Volume } else { RootOn::FlavorDisk };
    match server.image.as_deref().and_then(|id| context.project.image(id)) {
        Some(image) => check::fit(context, image, new, root),
        None => Ok(()),
    }
}

pub(super) fn confirm(context: &mut Context<'_>, id: &str) -> Answer {
    let server = find(context, id)?;
    faults::on_action(server, "confirmResize")?;
    allowed::check(server, Action::ConfirmResize, "confirmResize")?;
    context.project.begin(id, None, plan(find(context, id)?, "confirm", steps::CONFIRM), context.now);
    // The only action with this status.
    Ok(Response::empty(204))
}

pub(super) fn revert(context: &mut Context<'_>, id: &str) -> Answer {
    let server = find(context, id)?;
    faults::on_action(server, "revertResize")?;
    allowed::check(server, Action::RevertResize, "revertResize")?;
    let timing = plan(server, "revert", steps::REVERT);
    context.project.begin(id, "resize_reverting", timing, context.now);
    Ok(Response::empty(202))
}
