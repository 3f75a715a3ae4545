//! Runs in the browser's database.

use std::cell::Cell;
use std::rc::Rc;

use cloud::Timestamp;
use cloud::last_known::removal;
use futures_channel::oneshot;
use runner::record::{Head, surplus};
use wasm_bindgen_futures::spawn_local;

use super::held::{self, Held};
use super::tabs;
use crate::browser::database::{self, Change, Shelf};
use crate::browser::leader::Candidate;
use crate::browser::storage::{Preference, keep_preference, preference};
use crate::browser::{clock, timers};

/// A database that has not answered after this time counts as refusing, in ms.
const PATIENCE_MS: u64 = 5_000;

/// A stored run: its head, and its text.
pub type Stored = (Head, String);

/// Stores a run; `false` if the browser refuses. An older state must not stay then: after a reload it would say that
/// requests were not sent which were.
pub async fn store(held: &Rc<Held>) -> bool {
    keep_preference(Preference::Runs, Some("on"));
    let id = held.live.id().to_owned();
    let text = {
        let run = held.run.borrow();
        let head = Head { id: id.clone(), at: now(), ended: run.has_ended(), users: held.users.clone() };
        head.write(&run)
    };
    let done = in_time(database::change(vec![Change::Put(Shelf::Runs, id.clone(), text)])).await;
    // It may have been dismissed meanwhile.
    if done && held::of(&id).is_some() {
        tabs::announce(&id);
    } else {
        remove(vec![id]);
    }
    done
}

/// Waits for the database, but not for ever.
async fn in_time(work: impl Future<Output = Result<(), database::Refused>> + 'static) -> bool {
    let (tell, told) = oneshot::channel();
    let tell = Rc::new(Cell::new(Some(tell)));
    let say = move |done: bool| {
        // Fails if nobody waits any more.
        let _ = tell.take().map(|tell| tell.send(done));
    };
    let late = say.clone();
    let _late = timers::after(PATIENCE_MS, move || late(false));
    spawn_local(async move { say(work.await.is_ok()) });
    told.await.unwrap_or(false)
}

/// Removes runs, and tells the other tabs.
pub fn remove(ids: Vec<String>) {
    remove_and_release(ids, Vec::new());
}

/// [`remove`]; only then may another tab take over the runs with these locks, which it would otherwise still find.
pub fn remove_and_release(ids: Vec<String>, locks: Vec<Candidate>) {
    if !ids.is_empty() {
        let changes = ids.iter().map(|id| Change::Delete(Shelf::Runs, id.clone())).collect();
        spawn_local(async move {
            // What cannot be removed cannot be read either, or is removed when it is too old.
            let _ = database::change(changes).await;
            ids.iter().for_each(|id| tabs::announce(id));
            drop(locks);
        });
    }
}

/// One run.
pub async fn get(id: &str) -> Option<Stored> {
    parted(&database::get(Shelf::Runs, id).await.ok()??)
}

/// All runs, after those were removed that must not be kept.
pub async fn all() -> Vec<Stored> {
    let marked = preference(Preference::RunsToRemove).unwrap_or_default();
    let Ok(texts) = database::all(Shelf::Runs).await else { return Vec::new() };
    let stored: Vec<Stored> = texts.iter().filter_map(|text| parted(text)).collect();
    let goes =
        |head: &Head| head.is_over(now()) || head.users.iter().any(|(scope, _)| removal::includes(&marked, scope));
    let (gone, kept): (Vec<_>, Vec<_>) = stored.into_iter().partition(|(head, _)| goes(head));
    let heads: Vec<Head> = kept.iter().map(|(head, _)| head.clone()).collect();
    let surplus = surplus(&heads);
    remove(gone.iter().map(|(head, _)| head.id.clone()).chain(surplus.iter().map(|id| (*id).to_owned())).collect());
    let left = removal::without(&preference(Preference::RunsToRemove).unwrap_or_default(), &marked);
    keep_preference(Preference::RunsToRemove, Some(left.as_str()).filter(|left| !left.is_empty()));
    if texts.is_empty() {
        keep_preference(Preference::Runs, None);
    }
    kept.into_iter().filter(|(head, _)| !surplus.contains(&head.id.as_str())).collect()
}

fn parted(text: &str) -> Option<Stored> {
    Head::read(text).map(|(head, run)| (head, run.to_owned()))
}

fn now() -> Timestamp {
    Timestamp(clock::now_ms() as i64)
}
