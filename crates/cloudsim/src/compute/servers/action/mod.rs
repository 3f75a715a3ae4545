//! `POST /servers/{id}/action` (rows S23–S29, N08): one action per request.

mod backup;
mod console;
mod groups;
mod image;
mod password;
mod plain;
mod rebuild;
mod resize;

pub(super) use console::open as open_console;
pub(super) use plain::quoted;

use cloud::actions::Action;
use cloud::config::RuleSet;
use cloud::rules::offers::Feature;
use serde_json::Value;

use super::find;
use crate::Response;
use crate::compute::refusals::{not_in_this_version, policy};
use crate::context::Context;
use crate::errors::{Answer, bad_request};
use crate::faults;
use crate::model::{Server, steps};

pub(super) fn answer(context: &mut Context<'_>, version: &str, id: &str) -> Answer {
    let body = context.body();
    let Some((verb, argument)) = body.as_object().and_then(|map| map.iter().next()) else {
        return Err(bad_request("Malformed request body"));
    };
    let name = find(context, id)?.name.clone();
    if feature(verb).is_some_and(|feature| context.persona.lacks.contains(&feature)) {
        return Err(unknown(verb));
    }
    let answer = match verb.as_str() {
        "resize" => resize::begin(context, id, argument),
        "confirmResize" => resize::confirm(context, id),
        "revertResize" => resize::revert(context, id),
        "createImage" => image::create(context, id, argument),
        "rebuild" => rebuild::begin(context, version, id, argument),
        "addSecurityGroup" => groups::add(context, id, argument),
        "removeSecurityGroup" => groups::remove(context, id, argument),
        "createBackup" => backup::create(context, id, argument),
        "changePassword" => password::change(context, id, argument),
        "lock" => plain::lock(context, id, Some(argument)),
        "unlock" => plain::lock(context, id, None),
        // NHN allows it for its users.
        "shelveOffload" if context.project.rules == RuleSet::OpenStack && !context.persona.offload => {
            Err(policy("os-shelve:shelve_offload"))
        }
        "os-resetState" => Err(policy("os-admin-actions:reset_state")),
        "migrate" => Err(policy("os-migrate-server:migrate")),
        "os-migrateLive" => Err(policy("os-migrate-server:migrate_live")),
        "evacuate" => Err(policy("os-evacuate")),
        "trigger_crash_dump" if context.since(17) => plain::crash_dump(context, id),
        "rescue" => plain::rescue(context, id, argument),
        "os-getConsoleOutput" => console::log(context, id, argument),
        // Newer versions have `remote-consoles` instead.
        "os-getVNCConsole" | "os-getSPICEConsole" | "os-getSerialConsole" | "os-getRDPConsole" if context.since(6) => {
            Err(not_in_this_version())
        }
        "os-getVNCConsole" | "os-getSPICEConsole" | "os-getSerialConsole" | "os-getRDPConsole" => {
            console::link(context, id, argument)
        }
        verb => plain::begin(context, id, verb, argument),
    }?;
    faults::lose(&name, answer.after(faults::delay_ms(&name)))
}

/// Nova's response to an unknown action.
fn unknown(verb: &str) -> Response {
    bad_request(&format!("There is no such action: {verb}"))
}

/// The optional feature that an action belongs to.
fn feature(verb: &str) -> Option<Feature> {
    match verb {
        "os-getVNCConsole" | "os-getSPICEConsole" | "os-getSerialConsole" | "os-getRDPConsole" => {
            Some(Feature::Console)
        }
        verb => Action::of_word(verb)?.definition().feature,
    }
}

/// Whether Nova calls it volume-backed: then some actions are not possible and others differ.
fn on_volume(server: &Server) -> bool {
    server.disks.iter().any(|disk| disk.root)
}

/// The plan of an action, or the one that the instance's name asks for.
fn plan(server: &Server, word: &str, otherwise: steps::Timing) -> steps::Timing {
    faults::action(server, word, otherwise)
}

/// JSON schema's message for a missing key.
fn required(verb: &str, argument: &Value, key: &str) -> Response {
    crate::errors::invalid(verb, &argument.to_string(), &format!("'{key}' is a required property"))
}
