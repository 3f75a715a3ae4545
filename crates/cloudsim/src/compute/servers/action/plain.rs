//! Actions that only change the state: power, pause, suspend, shelve, rescue, lock.

use cloud::actions::{Action, Body};
use cloud::rules::lifecycle::target;
use cloud::status::Task;
use serde_json::{Value, json};

use super::{on_volume, plan, unknown};
use crate::Response;
use crate::compute::servers::{allowed, find};
use crate::context::Context;
use crate::errors::{Answer, bad_request, invalid};
use crate::faults;
use crate::model::{Server, steps};

pub(super) fn begin(context: &mut Context<'_>, id: &str, verb: &str, argument: &Value) -> Answer {
    let server = find(context, id)?;
    let action = match Action::of_word(verb) {
        Some(Action::SoftReboot) => kind(argument)?,
        // Nova accepts it for any instance.
        Some(Action::ForceDelete) if !server.soft_deleted() => Action::Delete,
        Some(action) if matches!(action.definition().body, Body::Null) => action,
        _ => return Err(unknown(verb)),
    };
    let word = quoted(verb);
    faults::on_action(server, word)?;
    allowed::check(server, action, word)?;
    let timing = plan(server, word, timing(action, server));
    context.project.begin(id, action.definition().task.map(Task::as_str), timing, context.now);
    Ok(Response::empty(202))
}

/// The name of an action in Nova's messages, and in instance names that make it fail.
pub(crate) fn quoted(verb: &str) -> &str {
    verb.strip_prefix("os-").unwrap_or(verb)
}

/// The steps of an action: by default its task, then its final status.
fn timing(action: Action, server: &Server) -> steps::Timing {
    match action {
        Action::SoftReboot => steps::REBOOT_SOFT,
        Action::HardReboot => steps::REBOOT_HARD,
        Action::Unpause => steps::UNPAUSE,
        Action::Resume | Action::Restore => steps::RESUME,
        Action::Shelve if on_volume(server) => steps::SHELVE_VOLUME,
        Action::Shelve => steps::SHELVE,
        Action::ShelveOffload => steps::SHELVE_VOLUME,
        Action::Unshelve => steps::UNSHELVE,
        action => steps::arrives_in(target(action)),
    }
}

fn kind(argument: &Value) -> Result<Action, Response> {
    let word = argument.get("type").and_then(Value::as_str).unwrap_or_default();
    match word {
        "SOFT" | "Soft" | "soft" => Ok(Action::SoftReboot),
        "HARD" | "Hard" | "hard" => Ok(Action::HardReboot),
        _ => {
            let why = format!("'{word}' is not one of ['HARD', 'Hard', 'hard', 'SOFT', 'Soft', 'soft']");
            Err(invalid("type", word, &why))
        }
    }
}

/// In Nova the host makes the guest dump its memory; here nothing happens.
pub(super) fn crash_dump(context: &Context<'_>, id: &str) -> Answer {
    let server = find(context, id)?;
    faults::on_action(server, "trigger_crash_dump")?;
    allowed::check(server, Action::SoftReboot, "trigger_crash_dump")?;
    Ok(Response::empty(202))
}

/// Changes neither task nor `updated`. A lock is reported since 2.9, its reason since 2.73; before that a locked
/// instance only refuses actions. `argument` is that of `lock`; `None` unlocks.
pub(super) fn lock(context: &mut Context<'_>, id: &str, argument: Option<&Value>) -> Answer {
    let locked = argument.is_some();
    let (action, word) = if locked { (Action::Lock, "lock") } else { (Action::Unlock, "unlock") };
    let reason = argument.filter(|_| context.since(73)).and_then(|argument| argument.get("locked_reason"));
    let reason = reason.and_then(Value::as_str).map(str::to_owned);
    let server = find(context, id)?;
    faults::on_action(server, word)?;
    // Locking again is allowed: only other actions are refused.
    if !server.locked {
        allowed::check(server, action, word)?;
    }
    if let Some(server) = context.project.server_mut(id) {
        server.locked = locked;
        server.told.locked_reason = reason;
    }
    Ok(Response::empty(202))
}

/// Responds with the password of the rescue system: the given one, or a new one.
pub(super) fn rescue(context: &mut Context<'_>, id: &str, argument: &Value) -> Answer {
    let server = find(context, id)?;
    faults::on_action(server, "rescue")?;
    allowed::check(server, Action::Rescue, "rescue")?;
    if on_volume(server) {
        return Err(bad_request(&format!("Instance {id} cannot be rescued: Cannot rescue a volume-backed instance")));
    }
    let timing = plan(server, "rescue", steps::RESCUE);
    let sent = argument.get("adminPass").and_then(Value::as_str).map(str::to_owned);
    let password = sent.unwrap_or_else(|| context.project.rng.password());
    context.project.begin(id, "rescuing", timing, context.now);
    Ok(Response::json(200, &json!({ "adminPass": password })))
}
