//! Properties of an instance as text: name, state, current task and its duration.

use std::sync::Arc;

use cloud::rules::lifecycle::{moving, waits_for_confirmation};
use cloud::status::{Task, Word};
use cloud::wire::Server;
use cloud::{ServerId, Status, Timestamp};
use leptos::prelude::*;
use sync::Outcome;

use crate::browser::clock;
use crate::data;
use crate::locales::{Text, Words, filled, lasting, tx};
pub use crate::ui::amounts::{gigabytes, megabytes, number};
use crate::ui::{Badge, Tone};

/// An instance that may change or disappear.
pub type Row = Signal<Option<Arc<Server>>>;

/// The name, or a text for an instance without one.
pub fn name(server: &Server) -> Text {
    if server.name.is_empty() { tx(|t| t.instances().unnamed) } else { server.name.clone().into() }
}

/// The state as colour, icon and word, with the current task and its duration.
pub fn badge(row: Row) -> AnyView {
    let tone = Signal::derive(move || row.with(|server| server.as_deref().map(tone).unwrap_or_default()));
    let word = Text::live(move || row.with(|server| server.as_deref().map(verb).unwrap_or_default()));
    let note = Text::live(move || row.with(|server| server.as_deref().map(note).unwrap_or_default()));
    view! { <Badge tone word note /> }.into_any()
}

pub fn tone(server: &Server) -> Tone {
    if waits(server) {
        return Tone::Off;
    }
    if moving(server) && said(server).0 != Word::Status(Status::Error) {
        return Tone::Busy;
    }
    match server.status {
        Status::Active => Tone::Ok,
        Status::Error => Tone::Bad,
        Status::Unknown | Status::Other(_) => Tone::Unknown,
        _ => Tone::Off,
    }
}

/// A status as text. An undocumented one is shown as the API sent it.
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

/// A task as text. An undocumented one is shown as the API sent it.
pub fn task(word: &str) -> Text {
    Task::parse(word).map_or_else(|| word.to_owned().into(), known_task)
}

fn known_task(task: Task) -> Text {
    let which: Words = match task {
        Task::Scheduling => |t| t.status().scheduling,
        Task::BlockDeviceMapping | Task::RebuildBlockDeviceMapping => |t| t.status().disk,
        Task::Networking => |t| t.status().networking,
        Task::Spawning | Task::RebuildSpawning => |t| t.status().spawning,
        Task::ImageSnapshot | Task::ImageSnapshotPending => |t| t.status().image_snapshot,
        Task::ImagePendingUpload | Task::ShelvingImagePendingUpload => |t| t.status().image_waiting,
        Task::ImageUploading | Task::ShelvingImageUploading => |t| t.status().image_uploading,
        Task::ImageBackup => |t| t.status().image_backup,
        Task::UpdatingPassword => |t| t.status().password,
        Task::ResizePrep => |t| t.status().resize_prep,
        Task::ResizeMigrating => |t| t.status().resize_migrating,
        Task::ResizeMigrated => |t| t.status().resize_migrated,
        Task::ResizeFinish => |t| t.status().resize_finish,
        Task::ResizeReverting => |t| t.status().revert_resize,
        Task::ResizeConfirming => |t| t.status().resize_confirming,
        Task::Rebooting | Task::RebootPending | Task::RebootStarted => |t| t.status().reboot,
        Task::RebootingHard | Task::RebootPendingHard | Task::RebootStartedHard => |t| t.status().hard_reboot,
        Task::Pausing => |t| t.status().pausing,
        Task::Unpausing => |t| t.status().unpausing,
        Task::Suspending => |t| t.status().suspending,
        Task::Resuming => |t| t.status().resuming,
        Task::PoweringOff => |t| t.status().stopping,
        Task::PoweringOn => |t| t.status().starting,
        Task::Rescuing => |t| t.status().rescuing,
        Task::Unrescuing => |t| t.status().unrescuing,
        Task::Rebuilding => |t| t.status().rebuild,
        Task::Migrating => |t| t.status().migrating,
        Task::Deleting | Task::SoftDeleting => |t| t.status().deleting,
        Task::Restoring => |t| t.status().restoring,
        Task::Shelving => |t| t.status().shelving,
        Task::ShelvingOffloading => |t| t.status().offloading,
        Task::Unshelving => |t| t.status().unshelving,
    };
    tx(which)
}

/// The running task, as the API names it.
pub fn task_of(server: &Server) -> Option<&str> {
    server.task_state.said()?.as_ref().map(|task| task.0.as_str())
}

/// The word for state and task, and the task if the word does not express it.
fn said(server: &Server) -> (Word, Option<&str>) {
    cloud::status::said(&server.status, server.task_state.said().and_then(Option::as_ref))
}

/// The state or the current activity in one word.
pub fn verb(server: &Server) -> Text {
    if waits(server) {
        return tx(|t| t.status().verify_wait);
    }
    match said(server).0 {
        Word::Status(word) => status(&word),
        Word::Task(task) => known_task(task),
    }
}

/// Whether the instance waits for the user's decision after a resize (row S26), although its status looks busy.
fn waits(server: &Server) -> bool {
    let rules = || data::session().with(|state| state.session().map(|session| session.limits.rules));
    server.status == Status::VerifyResize && rules().is_some_and(|rules| waits_for_confirmation(server, rules))
}

/// The task that the word does not express, and its duration.
fn note(server: &Server) -> Text {
    if tone(server) != Tone::Busy {
        return Text::default();
    }
    let lasted = lasted(since(server));
    match said(server).1 {
        Some(word) => filled(|t| t.status().step, [("step", task(word)), ("time", lasted)]),
        None => lasted,
    }
}

/// The duration since a point in time, updated by the shared clock. A time in the future counts as now.
pub fn lasted(since: Option<Timestamp>) -> Text {
    let Some(since) = since else { return Text::default() };
    let now = clock::ticking();
    Text::live(move || lasting((now.get() - since.0 as f64).max(0.0)).into())
}

/// When the current activity began: exactly known if this page started it, otherwise the instance's `updated`.
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
