//! Actions that only lead from one state to another: power, pause, suspend, shelve, rescue, lock.

use cloud::rules::lifecycle::{Action, RebootKind};
use serde_json::{Value, json};

use super::{on_volume, plan, unknown};
use crate::Response;
use crate::compute::servers::{allowed, find};
use crate::context::Context;
use crate::errors::{Answer, bad_request, invalid};
use crate::faults;
use crate::model::{Server, steps};

/// What a verb does.
struct Plain {
    action: Action,
    /// As Nova quotes it, and as instance names ask for its failure.
    word: &'static str,
    task: &'static str,
    timing: steps::Timing,
}

pub(super) fn begin(context: &mut Context<'_>, id: &str, verb: &str, argument: &Value) -> Answer {
    let server = find(context, id)?;
    let plain = plain(server, verb, argument)?;
    faults::on_action(server, plain.word)?;
    allowed::check(server, plain.action, plain.word)?;
    let timing = plan(server, plain.word, plain.timing);
    context.project.begin(id, plain.task, timing, context.now);
    Ok(Response::empty(202))
}

fn plain(server: &Server, verb: &str, argument: &Value) -> Result<Plain, Response> {
    use Action::*;
    let volume = on_volume(server);
    let (action, word, task, timing) = match verb {
        "os-start" => (Start, "start", "powering-on", steps::START),
        "os-stop" => (Stop, "stop", "powering-off", steps::STOP),
        "reboot" => match kind(argument)? {
            RebootKind::Soft => (Reboot(RebootKind::Soft), "reboot", "rebooting", steps::REBOOT_SOFT),
            RebootKind::Hard => (Reboot(RebootKind::Hard), "reboot", "rebooting_hard", steps::REBOOT_HARD),
        },
        "pause" => (Pause, "pause", "pausing", steps::PAUSE),
        "unpause" => (Unpause, "unpause", "unpausing", steps::UNPAUSE),
        "suspend" => (Suspend, "suspend", "suspending", steps::SUSPEND),
        "resume" => (Resume, "resume", "resuming", steps::RESUME),
        "shelve" if volume => (Shelve, "shelve", "shelving", steps::SHELVE_VOLUME),
        "shelve" => (Shelve, "shelve", "shelving", steps::SHELVE),
        "unshelve" => (Unshelve, "unshelve", "unshelving", steps::UNSHELVE),
        "shelveOffload" => (ShelveOffload, "shelveOffload", "shelving_offloading", steps::SHELVE_VOLUME),
        "unrescue" => (Unrescue, "unrescue", "unrescuing", steps::UNRESCUE),
        "restore" => (Restore, "restore", "restoring", steps::RESTORE),
        // Nova forces the deletion of any.
        "forceDelete" if server.soft_deleted() => (ForceDelete, "forceDelete", "deleting", steps::DELETE),
        "forceDelete" => (Delete, "forceDelete", "deleting", steps::DELETE),
        verb => return Err(unknown(verb)),
    };
    Ok(Plain { action, word, task, timing })
}

fn kind(argument: &Value) -> Result<RebootKind, Response> {
    let word = argument.get("type").and_then(Value::as_str).unwrap_or_default();
    match word {
        "SOFT" | "Soft" | "soft" => Ok(RebootKind::Soft),
        "HARD" | "Hard" | "hard" => Ok(RebootKind::Hard),
        _ => {
            let why = format!("'{word}' is not one of ['HARD', 'Hard', 'hard', 'SOFT', 'Soft', 'soft']");
            Err(invalid("type", word, &why))
        }
    }
}

/// Nova asks the host to let the guest dump its memory; nothing is seen of it here.
pub(super) fn crash_dump(context: &Context<'_>, id: &str) -> Answer {
    let server = find(context, id)?;
    faults::on_action(server, "trigger_crash_dump")?;
    allowed::check(server, Action::Reboot(RebootKind::Soft), "trigger_crash_dump")?;
    Ok(Response::empty(202))
}

/// Moves neither task nor `updated`; a locked instance says so since 2.9, and why since 2.73, before that only by what
/// it refuses. `argument` is that of `lock`, `None` unlocks.
pub(super) fn lock(context: &mut Context<'_>, id: &str, argument: Option<&Value>) -> Answer {
    let locked = argument.is_some();
    let (action, word) = if locked { (Action::Lock, "lock") } else { (Action::Unlock, "unlock") };
    let reason = argument.filter(|_| context.since(73)).and_then(|argument| argument.get("locked_reason"));
    let reason = reason.and_then(Value::as_str).map(str::to_owned);
    let server = find(context, id)?;
    faults::on_action(server, word)?;
    // Locking what is locked is fine: only its owner's other actions are refused.
    if !server.locked {
        allowed::check(server, action, word)?;
    }
    if let Some(server) = context.project.server_mut(id) {
        server.locked = locked;
        server.told.locked_reason = reason;
    }
    Ok(Response::empty(202))
}

/// Answers the password of the rescue system: the one that was sent, or a new one.
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
