//! Words for what an instance is and does: its name, its state, the step in motion and for how long.

use std::sync::Arc;

use cloud::rules::lifecycle::{moving, waits_for_confirmation};
use cloud::wire::Server;
use cloud::{ServerId, Status, Timestamp};
use leptos::prelude::*;
use sync::Outcome;

use crate::browser::clock;
use crate::data;
use crate::locales::{Text, Words, filled, lasting, tx};
use crate::reactive::Signal;
pub use crate::shared::amounts::{gigabytes, megabytes, number};
use crate::ui::{Badge, Tone};

/// An instance that may change or go.
pub type Row = Signal<Option<Arc<Server>>>;

/// The name, or words for its absence.
pub fn name(server: &Server) -> Text {
    if server.name.is_empty() { tx(|t| t.instances().unnamed) } else { server.name.clone().into() }
}

/// The state as colour, icon and word, and beside it the step in motion with how long it has been at it.
pub fn badge(row: Row) -> AnyView {
    let tone = Signal::derive(move || row.with(|server| server.as_deref().map(tone).unwrap_or_default()));
    let word = Text::live(move || row.with(|server| server.as_deref().map(verb).unwrap_or_default()));
    let note = Text::live(move || row.with(|server| server.as_deref().map(note).unwrap_or_default()));
    view! { <Badge tone word note /> }.into_any()
}

/// What the state means.
pub fn tone(server: &Server) -> Tone {
    if waits(server) {
        return Tone::Off;
    }
    if moving(server) {
        return Tone::Busy;
    }
    match server.status {
        Status::Active => Tone::Ok,
        Status::Error => Tone::Bad,
        Status::Unknown | Status::Other(_) => Tone::Unknown,
        _ => Tone::Off,
    }
}

/// A status in a word; one that nobody documented as it came.
pub fn status(status: &Status) -> Text {
    let which: Words = match status {
        Status::Active => |t| t.status().active,
        Status::Build => |t| t.status().build,
        Status::Shutoff => |t| t.status().shutoff,
        Status::Deleted => |t| t.status().deleted,
        Status::SoftDeleted => |t| t.status().soft_deleted,
        Status::Reboot => |t| t.status().reboot,
        Status::HardReboot => |t| t.status().hard_reboot,
        Status::Resize => |t| t.status().resize,
        Status::RevertResize => |t| t.status().revert_resize,
        Status::VerifyResize => |t| t.status().verify_resize,
        Status::Error => |t| t.status().error,
        Status::Paused => |t| t.status().paused,
        Status::Rebuild => |t| t.status().rebuild,
        Status::Rescue => |t| t.status().rescue,
        Status::Suspended => |t| t.status().suspended,
        Status::Shelved => |t| t.status().shelved,
        Status::ShelvedOffloaded => |t| t.status().shelved_offloaded,
        Status::Migrating => |t| t.status().migrating,
        Status::Password => |t| t.status().password,
        Status::Unknown => |t| t.status().unknown,
        Status::Other(word) if word.is_empty() => |t| t.status().unknown,
        Status::Other(word) => return word.clone().into(),
    };
    tx(which)
}

/// A task in words; one that nobody documented as it came, without its underscores.
pub fn task(word: &str) -> Text {
    let which: Words = match word {
        "powering-off" => |t| t.status().stopping,
        "powering-on" => |t| t.status().starting,
        "deleting" | "soft-deleting" => |t| t.status().deleting,
        "scheduling" => |t| t.status().scheduling,
        "block_device_mapping" => |t| t.status().disk,
        "networking" => |t| t.status().networking,
        "spawning" => |t| t.status().spawning,
        _ if word.starts_with("reboot") && word.ends_with("hard") => |t| t.status().hard_reboot,
        _ if word.starts_with("reboot") => |t| t.status().reboot,
        _ => return word.replace(['_', '-'], " ").into(),
    };
    tx(which)
}

/// The running task's word, as the cloud says it.
pub fn task_of(server: &Server) -> Option<&str> {
    server.task_state.said()?.as_ref().map(|task| task.0.as_str())
}

/// The task says all there is to say: "Stopping" rather than "Running, powering off".
fn says_all(task: &str) -> bool {
    matches!(task, "powering-off" | "powering-on" | "deleting" | "soft-deleting") || task.starts_with("reboot")
}

fn verb(server: &Server) -> Text {
    if waits(server) {
        return tx(|t| t.status().verify_wait);
    }
    match task_of(server) {
        Some(word) if says_all(word) => task(word),
        _ => status(&server.status),
    }
}

/// It looks busy, but nothing goes on until the person says a word (row S26).
fn waits(server: &Server) -> bool {
    let rules = || data::session().with(|state| state.session().map(|session| session.limits.rules));
    server.status == Status::VerifyResize && rules().is_some_and(|rules| waits_for_confirmation(server, rules))
}

/// The step that the verb does not say, and for how long.
fn note(server: &Server) -> Text {
    if !moving(server) || waits(server) {
        return Text::default();
    }
    let lasted = lasted(since(server));
    match task_of(server).filter(|word| !says_all(word)) {
        Some(word) => filled(|t| t.status().step, [("step", task(word)), ("time", lasted)]),
        None => lasted,
    }
}

/// How long something has lasted, counted by the shared clock; a server's clock that runs ahead counts as now.
pub fn lasted(since: Option<Timestamp>) -> Text {
    let Some(since) = since else { return Text::default() };
    let now = clock::ticking();
    Text::live(move || lasting((now.get() - since.0 as f64).max(0.0)).into())
}

/// Since when it is in motion: what this page started is known exactly; else the cloud's last change of the row.
pub fn since(server: &Server) -> Option<Timestamp> {
    if server.status == Status::Build {
        return server.created;
    }
    started_here(&server.id).or(server.updated)
}

fn started_here(id: &ServerId) -> Option<Timestamp> {
    data::followed().with(|followed| {
        let mine = followed.iter().rev().find(|one| one.server.as_ref() == Some(id))?;
        (mine.outcome == Outcome::UnderWay).then(|| data::wall_clock(mine.since))
    })
}
