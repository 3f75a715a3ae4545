//! Follows operations on volumes and snapshots, and reports their begin and end (row N06).

use std::cell::Cell;
use std::sync::Arc;

use cloud::rules::lifecycle::Outcome;
use cloud::rules::volumes::{VolumeGoal, snapshot_outcome};
use cloud::wire::{Snapshot, Volume};
use cloud::{SnapshotId, VolumeId};

use super::following::Following;
use crate::data::{self, Live, LiveState};
use crate::locales::{Text, Words, filled};
use crate::reactive::effect;
use leptos::prelude::*;

/// Follows a volume. `begun` and `done` are the texts for begin and end.
pub fn volume(id: VolumeId, goal: VolumeGoal, name: Text, begun: Text, done: Text) {
    let look = move |all: &[Volume], moved: bool| {
        let found = all.iter().find(|volume| volume.id == id);
        let moves = match &goal {
            VolumeGoal::Made => found.is_some(),
            _ => found.is_some_and(|volume| volume.status.is_busy() || volume.status.is_error()),
        };
        (goal.outcome(found, moved || moves), moved || moves)
    };
    follow(data::volumes, name, begun, done, look);
}

/// Follows a snapshot; `gone`: it is being deleted.
pub fn snapshot(id: SnapshotId, gone: bool, name: Text, begun: Text, done: Text) {
    let look = move |all: &[Snapshot], moved: bool| {
        let found = all.iter().find(|snapshot| snapshot.id == id);
        let moves = found.is_some_and(|snapshot| !gone || snapshot.status.is_busy());
        (snapshot_outcome(found, gone, moved || moves), moved || moves)
    };
    follow(data::snapshots, name, begun, done, look);
}

/// `look` returns the state and whether it has been seen changing, which is passed to the next call.
fn follow<T: Send + Sync + 'static>(
    list: fn() -> Live<Arc<[T]>>,
    name: Text,
    begun: Text,
    done: Text,
    look: impl Fn(&[T], bool) -> (Outcome, bool) + 'static,
) {
    let say = |words: Words, name: &Text| filled(words, [("name", name.clone())]);
    let (late, failed) = (say(|t| t.outcomes().given_up, &name), say(|t| t.volumes().not_done, &name));
    Following::begin(
        begun,
        move |following| following.end(late, false),
        move |following| {
            let list = list();
            let (moved, over) = (Cell::new(false), Cell::new(false));
            effect(move || {
                // While the list is being read, the row may be on a later page.
                let whole = list.state.get() == LiveState::Ready;
                let Some(all) = list.value.get().filter(|_| whole && !over.get()) else { return };
                let (outcome, moves) = look(&all, moved.get());
                moved.set(moves);
                match outcome {
                    Outcome::StillGoing => return,
                    Outcome::Arrived => following.end(done.clone(), true),
                    Outcome::Failed => following.end(failed.clone(), false),
                }
                over.set(true);
            });
        },
    );
}
