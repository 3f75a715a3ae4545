//! `POST /servers/{id}/action` (rows S23–S25). What a state allows is asked of `cloud::rules`; the words are Nova's.

use cloud::rules::lifecycle::{Action, RebootKind, Refusal, allowed};
use cloud::{Status, TaskState};
use serde_json::Value;

use super::find;
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, bad_request, conflict, invalid};
use crate::faults;
use crate::model::{Server, VmState, steps};

pub(super) fn answer(context: &mut Context<'_>, id: &str) -> Answer {
    let body = context.body();
    let Some((verb, argument)) = body.as_object().and_then(|map| map.iter().next()) else {
        return Err(bad_request("Malformed request body"));
    };
    let server = find(context, id)?;
    let name = server.name.clone();
    let (action, word, task, timing) = match verb.as_str() {
        "os-start" => (Action::Start, "start", "powering-on", faults::action(server, "start", steps::START)),
        "os-stop" => (Action::Stop, "stop", "powering-off", faults::action(server, "stop", steps::STOP)),
        "reboot" => match kind(argument)? {
            RebootKind::Soft => {
                let timing = faults::action(server, "reboot", steps::REBOOT_SOFT);
                (Action::Reboot(RebootKind::Soft), "reboot", "rebooting", timing)
            }
            RebootKind::Hard => {
                let timing = faults::action(server, "reboot", steps::REBOOT_HARD);
                (Action::Reboot(RebootKind::Hard), "reboot", "rebooting_hard", timing)
            }
        },
        other => return Err(bad_request(&format!("There is no such action: {other}"))),
    };
    faults::on_action(server, word)?;
    check(server, action, word)?;
    context.project.begin(id, task, timing, context.now);
    faults::lose(&name, Response::empty(202).after(faults::delay_ms(&name)))
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

fn check(server: &Server, action: Action, verb: &str) -> Result<(), Response> {
    let task = server.task.map(|task| TaskState(task.to_owned()));
    let Err(refusal) = allowed(action, &Status::parse(server.status()), task.as_ref()) else { return Ok(()) };
    let id = &server.id;
    Err(conflict(&match refusal {
        Refusal::Busy(task) => format!("Cannot '{verb}' instance {id} while it is in task_state {}", task.0),
        // It never came to a host.
        Refusal::WrongStatus { .. } if server.vm == VmState::Error && server.launched.is_none() => {
            format!("Instance {id} is not ready")
        }
        Refusal::WrongStatus { .. } => {
            format!("Cannot '{verb}' instance {id} while it is in vm_state {}", server.vm.word())
        }
        Refusal::Deleted => format!("Cannot '{verb}' instance {id} while it is in task_state deleting"),
    }))
}
