//! Which tab works on which run: the one that holds its lock. The others show what that one stores, send it what the person
//! wants, and wait for the lock. Also what a run must know of its tab: sessions, visibility, network.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use cloud::Scope;
use cloud::json::{Json, parse};
use leptos::prelude::*;
use runner::{Event, ItemNo, Run, record};
use wasm_bindgen_futures::spawn_local;

use super::held::{self, Held};
use super::journal::{self, Stored};
use super::live::LiveRun;
use crate::browser::{channel, leader, tab, timers};
use crate::data::store::store;
use crate::data::{driver, session};
use crate::reactive::effect;

/// A run was stored or removed.
const STORED: &str = "run";
/// The person wants something of a run that another tab works on.
const WANTED: &str = "run-do";
/// What it may want: to forget it.
const DISMISS: &str = "dismiss";
/// Changes of other tabs are read at most this often, in ms.
const READ_MS: u64 = 400;

thread_local! {
    static BEGUN: Cell<bool> = const { Cell::new(false) };
    /// The runs that are to be read again.
    static DUE: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// See [`super::Runs::begin`]. Calling it again has no effect.
pub fn begin() {
    if BEGUN.replace(true) {
        return;
    }
    channel::listen(|text| {
        if let Ok(told) = parse(text) {
            heard(&told);
        }
    });
    tab::on_change(|| {
        for held in held::all() {
            held.step(Event::Hidden(!tab::visible()));
            held.step(Event::Online(tab::online()));
        }
    });
    // Lives as long as the page.
    let owner = Owner::new();
    owner.with(|| {
        let sessions = store().sessions.clone();
        effect(move || {
            sessions.track();
            untrack(|| {
                held::all().iter().for_each(follow_sessions);
                spawn_local(look());
            });
        });
    });
    std::mem::forget(owner);
}

/// Tells the run, if this tab works on it, which of its scopes have a session now.
pub fn follow_sessions(held: &Rc<Held>) {
    if !held.is_at_work() {
        return;
    }
    for (at, (scope, user)) in held.users.iter().enumerate() {
        let open = session::of(scope).is_some() && held::user_of(scope).unwrap_or_default() == *user;
        let was = held.open.borrow_mut().get_mut(at).map(|was| std::mem::replace(was, open));
        if was != Some(open) {
            held.step(if open { Event::SessionBack(scope.clone()) } else { Event::SessionEnded(scope.clone()) });
        }
        // A region of the project that nobody has opened since the reload.
        if !open && was == Some(false) && is_of_somebody(scope, user) {
            session::open_regions();
        }
    }
}

/// Whether the user is signed in to the project, or was until the session ended.
fn is_of_somebody(scope: &Scope, user: &str) -> bool {
    store().sessions.with_untracked(|all| {
        all.iter().any(|open| {
            let session = &open.session;
            let same = session.user_id.as_ref().is_some_and(|id| id.as_str() == user);
            same && session.scope.same_project(scope)
        })
    })
}

/// Shows the stored runs of the users who are signed in.
async fn look() {
    for stored in journal::all().await {
        let known = held::of(&stored.0.id).is_some();
        if !known && stored.0.users.iter().any(|(scope, user)| is_of_somebody(scope, user)) {
            show(stored);
        }
    }
}

fn show((head, text): Stored) {
    let Some(run) = Run::from_json(&text, driver::now()) else { return journal::remove(vec![head.id]) };
    let held = Held::new(LiveRun::new(&head.id, false), run, head.users);
    held.was_read.set(true);
    held::add(held.clone());
    claim(&held);
}

/// Waits to be the tab that works on it; `false` if the browser has no locks.
pub fn claim(held: &Rc<Held>) -> bool {
    let id = held.live.id().to_owned();
    let candidate = leader::stand(&["run-", &id, "-"].concat(), move || {
        let Some(held) = held::of(&id) else { return };
        match held.was_read.get() {
            false => held.begin(),
            // The tab before may have stored more than this one has read.
            true => spawn_local(async move {
                read_again(&held).await;
                if held::of(held.live.id()).is_some() {
                    held.begin();
                }
            }),
        }
    });
    let claims = candidate.is_some();
    held.candidate.replace(candidate);
    claims
}

/// Reads a run that another tab works on.
async fn read_again(held: &Rc<Held>) {
    let stored = journal::get(held.live.id()).await;
    if held.live.here.get_untracked() {
        return;
    }
    match stored.and_then(|(_, text)| Run::from_json(&text, driver::now())) {
        Some(run) => {
            held.run.replace(run);
            held.tell();
        }
        None => drop(held::remove(|other| std::ptr::eq(other, &**held))),
    }
}

/// Tells the other tabs that a run was stored or removed.
pub fn announce(id: &str) {
    channel::tell(&Json::object([("word", STORED.into()), ("id", id.into())]).write());
}

fn heard(told: &Json<'_>) {
    let id = told.get("id").text();
    match told.get("word").text().as_str() {
        STORED => read_soon(id),
        WANTED => {
            if let (Some(held), Some(event)) = (held::of(&id), event(told)) {
                held.step(event);
            } else if told.get("do").is(DISMISS) && held::of(&id).is_some_and(|held| held.live.here.get_untracked()) {
                dismiss(&id);
            }
        }
        _ => {}
    }
}

fn read_soon(id: String) {
    let first = DUE.with_borrow_mut(|due| {
        let first = due.is_empty();
        if !due.contains(&id) {
            due.push(id);
        }
        first
    });
    if first {
        spawn_local(async {
            timers::pause(READ_MS).await;
            for id in DUE.take() {
                match held::of(&id) {
                    Some(held) => read_again(&held).await,
                    None => look().await,
                }
            }
        });
    }
}

/// Passes an event to the run, or to the tab that works on it.
pub fn tell(id: &str, event: Event) {
    let Some(held) = held::of(id) else { return };
    if held.live.here.get_untracked() {
        return held.step(event);
    }
    let mut told = Json::object([("word", WANTED.into()), ("id", id.into())]);
    let word = match event {
        Event::Pause => "pause",
        Event::Resume => "resume",
        Event::Stop => "stop",
        Event::Retry(items) => {
            told.put("items", items.iter().map(|no| Json::from(u32::try_from(no.0).unwrap_or(u32::MAX))).collect());
            "retry"
        }
        Event::Options(options) => {
            told.put("options", record::options_json(&options));
            "options"
        }
        _ => return,
    };
    told.put("do", word.into());
    channel::tell(&told.write());
}

fn event(told: &Json<'_>) -> Option<Event> {
    Some(match told.get("do").text().as_str() {
        "pause" => Event::Pause,
        "resume" => Event::Resume,
        "stop" => Event::Stop,
        "retry" => {
            let no = |no: &Json<'_>| Some(ItemNo(usize::try_from(no.count()?).ok()?));
            Event::Retry(told.get("items").rows().iter().filter_map(no).collect())
        }
        "options" => Event::Options(record::options(told.get("options"))),
        _ => return None,
    })
}

/// See [`LiveRun::dismiss`].
pub fn dismiss(id: &str) {
    if held::of(id).is_some_and(|held| !held.live.here.get_untracked()) {
        let told = Json::object([("word", WANTED.into()), ("id", id.into()), ("do", DISMISS.into())]);
        return channel::tell(&told.write());
    }
    let locks = held::remove(|held| held.live.id() == id);
    journal::remove_and_release(vec![id.to_owned()], locks);
}

/// Somebody signed out of the project of a scope.
pub fn left(scope: &Scope) {
    let of_it = |held: &Held| held.users.iter().any(|(of, _)| of.same_project(scope));
    let ids = held::all().iter().filter(|held| of_it(held)).map(|held| held.live.id().to_owned()).collect();
    journal::remove_and_release(ids, held::remove(of_it));
    // Those that this tab does not show.
    spawn_local(async {
        journal::all().await;
    });
}
